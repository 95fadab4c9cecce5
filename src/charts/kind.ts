/** What a kind of chart is: all that loading, composing and drawing have to know of it, in one object. */
import type { ChartConfiguration } from 'chart.js';
import type { Size } from './draw/size.js';
import type { ChartStyle } from './draw/style.js';
import type { KeyNote } from './key.js';
import type { ChartJsModel, ChartModel, GridModel, TimelineModel } from './model.js';

/** A part of a chart that Chart.js draws, and where it stands: pixels from the left and the top of the chart. */
export interface PanelPlan {
  x: number;
  y: number;
  size: Size;
  configuration: ChartConfiguration;
}

/** Plans the drawing of a chart: one panel, or several. */
export type Draw<M extends ChartModel> = (model: M, style: ChartStyle, size: Size) => readonly PanelPlan[];

/** Most places or series that a room can read; beyond it the largest stay. */
export interface Limit {
  most: number;
  /** Whether the others become one more row or series, or are left to the table. */
  others: 'grouped' | 'left out';
}

/** What keeps values from being drawn as a kind, and what to do. */
export interface ShapeFault {
  message: string;
  hint: string;
}

interface Kind {
  id: string;
  /** What it draws, for the schema. Kinds that draw the same say so in the same words. */
  about: string;
}

/** A kind that draws values by category or date. */
export interface GridKind extends Kind {
  source: 'values';
  /** Draws one series. */
  isSingle?: boolean;
  /** Its values are parts of a sum, or shares of a whole: none is negative, and those of a whole make 100% at most. */
  parts?: 'sum' | 'whole';
  /** A line for each series, along time: the largest come first where not all can be named. */
  isAlongTime?: boolean;
  /** May have a logarithmic axis. */
  isLogAllowed?: boolean;
  /** Reasons of its own why values cannot be drawn so; `places` are the categories or dates. */
  check?: (places: readonly string[]) => readonly ShapeFault[];
  /** Dates are never limited. */
  places?: Limit;
  series?: Limit;
  /** What has to be said of how it is drawn. */
  key: (model: GridModel) => readonly KeyNote[];
  draw: Draw<GridModel>;
}

/** The kind that draws events of the brief. */
export interface EventsKind extends Kind {
  source: 'events';
  draw: Draw<TimelineModel>;
}

/** The kind that draws a configuration of Chart.js. */
export interface ConfigKind extends Kind {
  source: 'config';
  draw: Draw<ChartJsModel>;
}

export type ChartKind = GridKind | EventsKind | ConfigKind;

/** A chart of one panel. Chart.js types a configuration by its type; the canvas takes any. */
export function onePanel(configuration: object, size: Size): readonly PanelPlan[] {
  return [{ x: 0, y: 0, size, configuration: configuration as ChartConfiguration }];
}
