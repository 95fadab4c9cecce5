/** The size of a drawing: apart from the canvas, so that a kind of chart can be described without one. */
export interface Size {
  /** CSS pixels. */
  width: number;
  height: number;
}
