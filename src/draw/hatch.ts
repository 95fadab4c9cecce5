/** Hatching: what is not certain is drawn in lines, so that it differs without its colour. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws slanted lines over a box, cut off at its edges. A canvas pattern would be written as pixels. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  colour: string,
  spacing = 9,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let at = x - height; at < x + width; at += spacing) {
    ctx.moveTo(at, y + height);
    ctx.lineTo(at + height, y);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = 3;
  ctx.stroke();
  ctx.restore();
}
