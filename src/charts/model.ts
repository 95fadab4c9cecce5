/** Charts as data to draw: every text in them is already in words of the deck's language. */

/** One value: an amount, a range, or a range with the best estimate in it. */
export interface Cell {
  value?: number;
  range?: readonly [low: number, high: number];
  /** In words, as precise as it is known: `≈ 15,000`. */
  text: string;
  /** The ends of a range, in words. */
  ends?: readonly [low: string, high: string];
  /** The best estimate in a range, in words. */
  best?: string;
  certain: boolean;
  /** How sure this one value is, in a word, where it is less sure than its chart: `Disputed`. */
  status?: string;
}

/** A place along a chart: a category, or a year, month or day. */
export interface Place {
  label: string;
  /** Where it stands: its number in the list, or the time where the places are dates. */
  at: number;
  /** Several that are drawn as one: "28 others". */
  isRest?: boolean;
}

/** The cells of one line, or of one part of every bar; `null` is a gap. */
export interface Series {
  label: string;
  cells: readonly (Cell | null)[];
  isRest?: boolean;
}

/** Values by place, one series or several. */
export interface GridModel {
  /** The id of its kind: see `kinds/`. */
  kind: string;
  places: readonly Place[];
  /** The places are dates: their order and distance mean something. */
  isTime: boolean;
  series: readonly Series[];
  /** A power of ten a step; for lines and dots only. */
  isLog: boolean;
  /** At a number of the axis: a percent sign or nothing. */
  sign: string;
  language: string;
  /** What so many lines are called that have no room for their names: `1 other`, `2 others`, … */
  others: readonly string[];
}

/** One event on a timeline. */
export interface TimelineEvent {
  /** The span that its date covers, UTC milliseconds: first instant, and first instant after it. */
  start: number;
  end: number;
  /** A day or month is drawn as a point; a season or year as the span it is. */
  exact: boolean;
  when: string;
  text: string;
  certain: boolean;
  /** How sure it is, in a word, where it is not confirmed. */
  status?: string;
  /** 5 is named before 1 where there is no room for all. */
  importance: number;
}

export interface TimelineModel {
  kind: 'timeline';
  events: readonly TimelineEvent[];
  ticks: readonly { at: number; text: string }[];
  /** How many of them are named, where not all are: `Named: {n} of {all}`. */
  named: string;
}

/** Types of Chart.js that `kind: chartjs` takes. */
export const CHARTJS_TYPES = [
  'bar',
  'line',
  'scatter',
  'bubble',
  'radar',
  'pie',
  'doughnut',
  'polarArea',
] as const;
export type ChartJsType = (typeof CHARTJS_TYPES)[number];

/** A Chart.js chart of a kind that briefdeck has no drawing of its own for. */
export interface ChartJsModel {
  kind: 'chartjs';
  type: ChartJsType;
  labels: readonly string[];
  datasets: readonly { label: string; data: readonly (number | null | Coordinates)[] }[];
  isHorizontal: boolean;
  isStacked: boolean;
  isLog: boolean;
  certain: boolean;
  /** How many labels are written, where not all have room: `Named: {n} of {all}`. */
  named: string;
  /** Names of the axes, where they have one. */
  axes: { x?: string | undefined; y?: string | undefined };
  language: string;
}

export interface Coordinates {
  x: number;
  y: number;
  /** Radius of a bubble, pixels. */
  r?: number | undefined;
}

export type ChartModel = GridModel | TimelineModel | ChartJsModel;
