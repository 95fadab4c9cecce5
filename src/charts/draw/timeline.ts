/**
 * Events to scale along one axis: points where the date is a day or month, spans where it is a season or year. Each is
 * named at its point, or, where they are many, by a number there and in a list under the axis.
 */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { TimelineEvent, TimelineModel } from '../model.js';
import { NO_LEGEND, write } from './axes.js';
import type { Size } from './size.js';
import { type ChartStyle, fontOf, uncertain } from './style.js';
import { cut, textWidth, wrap } from './text.js';
import { type Entry, LIST_TYPE, levelsOf, listEvents } from './timeline-list.js';

/** Type of the labels: larger where there are few. */
const FEW = { most: 5, size: 21, line: 28, width: 300 };
const MANY = { size: 18, line: 23, width: 260 };
const GAP = 28;
/** Between the axis and the nearest line of a label. */
const REACH = 46;
/** Most labels that stand beside each other on one side. */
const MOST = 4;
const TICK = { size: 16, below: 13 };

/** A label of an event: its lines, and where they stand. */
export interface Label {
  event: TimelineEvent;
  type: { size: number; line: number };
  lines: readonly string[];
  isAbove: boolean;
  /** Where the event is on the axis. */
  anchor: number;
  x: number;
  width: number;
}

export function timelineConfiguration(
  model: TimelineModel,
  style: ChartStyle,
  size: Size,
): ChartConfiguration<'scatter'> {
  const { events } = model;
  const first = Math.min(...events.map((event) => event.start));
  const last = Math.max(...events.map((event) => event.end));
  const margin = Math.max((last - first) * 0.02, 86_400_000);
  return {
    type: 'scatter',
    data: { datasets: [{ data: events.map((event) => ({ x: middle(event), y: 0 })), pointRadius: 0 }] },
    options: {
      layout: { padding: { left: 10, right: 10 } },
      scales: {
        x: { type: 'linear', min: first - margin, max: last + margin, display: false },
        y: { display: false, min: -1, max: 1 },
      },
      plugins: NO_LEGEND,
    },
    plugins: [drawing(model, style, size)],
  };
}

/** Where an event stands: in the middle of the span that its date covers. */
function middle(event: TimelineEvent): number {
  return (event.start + event.end) / 2;
}

function drawing(model: TimelineModel, style: ChartStyle, size: Size): Plugin<'scatter'> {
  const { events } = model;
  return {
    id: 'timeline',
    afterDatasetsDraw({ ctx, scales }) {
      const at = (time: number) => scales.x?.getPixelForValue(time) ?? 0;
      const radius = Math.max(5, Math.min(10.5, size.width / events.length / 3));
      const labels = placeLabels(events, at, style, size);
      if (labels) {
        const axis = Math.round(size.height / 2);
        drawAxis(ctx, axis, style, size);
        for (const label of labels) drawLabel(ctx, label, axis, style);
        const leads = labels.filter(({ isAbove }) => !isAbove).map(({ anchor }) => anchor);
        drawTicks(ctx, model, at, axis, leads, style, size);
        for (const event of events) drawMark(ctx, event, at, axis, style, radius);
        return;
      }
      const levels = levelsOf(
        events.map((event) => at(middle(event))),
        NUMBER.apart,
      );
      const axis = NUMBER.first + NUMBER.step * Math.min(MOST_LEVELS, Math.max(...levels) + 1);
      const entries = listEvents(events, style, size, axis + UNDER);
      drawAxis(ctx, axis, style, size);
      drawTicks(ctx, model, at, axis, [], style, size);
      for (const event of events) drawMark(ctx, event, at, axis, style, Math.min(8, radius));
      for (const entry of entries) {
        drawNumber(
          ctx,
          entry,
          at(middle(entry.event)),
          axis,
          levels[events.indexOf(entry.event)] ?? 0,
          style,
        );
        drawEntry(ctx, entry, style);
      }
      if (entries.length === events.length) return;
      const named = model.named
        .replace('{n}', String(entries.length))
        .replace('{all}', String(events.length));
      const font = fontOf(style, LIST_TYPE.size);
      write(ctx, named, { x: 0, y: size.height - 12 }, { font, colour: style.soft });
    },
  };
}

/** Numbers over the axis: their type, from the axis to the first, from one to the next, and least distance. */
const NUMBER = { size: 16, first: 12, step: 18, apart: 24 };
/** Beyond it numbers are left out, where hundreds of events fall together. */
const MOST_LEVELS = 4;
/** From the axis to the list. */
const UNDER = 42;

function drawAxis(ctx: CanvasRenderingContext2D, axis: number, style: ChartStyle, size: Size): void {
  ctx.fillStyle = style.ink;
  ctx.fillRect(0, axis - 1.5, size.width, 3);
}

/** Years along the axis; each right of its line, else left of it: where nothing leads down to an event. */
function drawTicks(
  ctx: CanvasRenderingContext2D,
  { ticks }: TimelineModel,
  at: (time: number) => number,
  axis: number,
  leads: readonly number[],
  style: ChartStyle,
  size: Size,
): void {
  const font = fontOf(style, TICK.size);
  for (const tick of ticks) {
    const x = at(tick.at);
    ctx.fillStyle = style.soft;
    ctx.fillRect(x - 0.75, axis - 9, 1.5, 18);
    const width = textWidth(tick.text, font);
    const isFree = (left: number) =>
      left >= 0 &&
      left + width <= size.width &&
      leads.every((lead) => lead < left - 4 || lead > left + width + 4);
    const left = [x + 6, x - 6 - width, x - width / 2].find(isFree);
    if (left === undefined) continue;
    const look = { font, colour: style.soft, baseline: 'top' as const };
    write(ctx, tick.text, { x: left, y: axis + TICK.below }, look);
  }
}

function drawNumber(
  ctx: CanvasRenderingContext2D,
  { n }: Entry,
  x: number,
  axis: number,
  level: number,
  style: ChartStyle,
): void {
  if (level >= MOST_LEVELS) return;
  const y = axis - NUMBER.first - 8 - NUMBER.step * level;
  if (level > 0) {
    ctx.fillStyle = style.rule;
    ctx.fillRect(x - 0.75, y + 8, 1.5, axis - y - 8);
  }
  const font = fontOf(style, NUMBER.size, 700);
  write(ctx, String(n), { x, y }, { font, colour: style.ink, align: 'center' });
}

function drawEntry(ctx: CanvasRenderingContext2D, entry: Entry, style: ChartStyle): void {
  const { n, x, y, when, indent, lines } = entry;
  const look = { baseline: 'top' as const };
  const bold = fontOf(style, LIST_TYPE.size, 700);
  write(ctx, String(n), { x: x - 10, y }, { ...look, font: bold, colour: style.ink, align: 'right' });
  write(ctx, when, { x, y }, { ...look, font: bold, colour: style.accent });
  lines.forEach((line, i) => {
    const at = { x: i === 0 ? x + indent : x, y: y + LIST_TYPE.line * i };
    write(ctx, line, at, { ...look, font: fontOf(style, LIST_TYPE.size), colour: style.ink });
  });
}

/** Labels in turns above and below the axis, moved along it until none touches another; none where they have no room. */
export function placeLabels(
  events: readonly TimelineEvent[],
  at: (time: number) => number,
  style: ChartStyle,
  size: Size,
): Label[] | undefined {
  if (events.length > 2 * MOST) return undefined;
  const types = events.length <= FEW.most ? [FEW, MANY] : [MANY];
  return types
    .map((type) => lanesOf(events, at, style, size, type))
    .find((labels) => labels.every((label) => label.lines.length <= mostLines(label, size)));
}

function mostLines({ type }: Label, size: Size): number {
  return Math.floor((size.height / 2 - REACH) / type.line) - 1;
}

function lanesOf(
  events: readonly TimelineEvent[],
  at: (time: number) => number,
  style: ChartStyle,
  size: Size,
  type: { size: number; line: number; width: number },
): Label[] {
  const sides = [0, 1].map((side) => events.filter((_, i) => i % 2 === side));
  return sides.flatMap((lane, side) => {
    const width = Math.min(type.width, (size.width - GAP * (lane.length - 1)) / lane.length);
    const labels = lane.map((full): Label => {
      const event = { ...full, when: cut(full.when, fontOf(style, type.size, 700), width) };
      const lines = wrap(event.text, fontOf(style, type.size), width);
      const widest = Math.max(
        textWidth(event.when, fontOf(style, type.size, 700)),
        ...lines.map((line) => textWidth(line, fontOf(style, type.size))),
      );
      const anchor = at(middle(event));
      return { event, type, lines, isAbove: side === 0, anchor, x: anchor - 12, width: widest };
    });
    let left = 0;
    for (const label of labels) {
      label.x = Math.max(label.x, left);
      left = label.x + label.width + GAP;
    }
    let right = size.width;
    for (const label of [...labels].reverse()) {
      label.x = Math.max(0, Math.min(label.x, right - label.width));
      right = label.x - GAP;
    }
    return labels;
  });
}

function drawLabel(ctx: CanvasRenderingContext2D, label: Label, axis: number, style: ChartStyle): void {
  const { event, type, lines, isAbove, anchor, x } = label;
  const height = type.line * (lines.length + 1);
  const top = isAbove ? axis - REACH - height : axis + REACH;
  const near = isAbove ? axis - REACH + 4 : axis + REACH - 8;
  // From the event to its label: straight where the label is beside it, else along the label's edge.
  const foot = anchor >= x - 12 && anchor <= x + label.width ? anchor : x;
  ctx.beginPath();
  ctx.moveTo(anchor, axis);
  ctx.lineTo(anchor, (axis + near) / 2);
  ctx.lineTo(foot, (axis + near) / 2);
  ctx.lineTo(foot, near);
  ctx.strokeStyle = style.soft;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  const writeLine = (text: string, i: number, weight: number, colour: string) =>
    write(
      ctx,
      text,
      { x, y: top + type.line * i },
      { font: fontOf(style, type.size, weight), colour, baseline: 'top' },
    );
  writeLine(event.when, 0, 700, style.accent);
  lines.forEach((line, i) => {
    writeLine(line, i + 1, 400, style.ink);
  });
}

function drawMark(
  ctx: CanvasRenderingContext2D,
  event: TimelineEvent,
  at: (time: number) => number,
  axis: number,
  style: ChartStyle,
  radius: number,
): void {
  ctx.strokeStyle = style.ink;
  if (!event.exact) {
    const box = { x: at(event.start), y: axis - 9, width: at(event.end) - at(event.start), height: 18 };
    ctx.fillStyle = style.paper;
    ctx.fillRect(box.x, box.y, box.width, box.height);
    if (event.certain) {
      ctx.fillStyle = uncertain(style.ink);
      ctx.fillRect(box.x, box.y, box.width, box.height);
    }
    ctx.lineWidth = 2;
    ctx.strokeRect(box.x, box.y, box.width, box.height);
    return;
  }
  const dot = (colour: string, size: number) => {
    ctx.beginPath();
    ctx.arc(at(middle(event)), axis, size, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  dot(style.paper, radius + 2);
  dot(style.ink, radius);
  if (!event.certain) dot(style.paper, radius * 0.66);
}
