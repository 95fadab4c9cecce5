/** What has to be said under a chart of how it is drawn: a word of the locale and a sample. */
import type { GridModel } from './model.js';

/** What something looks like in a drawing. */
export type Swatch = 'hatched' | 'dashed' | 'hollow' | 'band' | 'empty';

/** A note of the key, before it is in words. */
export interface KeyNote {
  /** Its text, by name in the locale. */
  word:
    | 'chartBand'
    | 'chartDashed'
    | 'chartEmpty'
    | 'chartEstimate'
    | 'chartHollow'
    | 'chartLog'
    | 'chartPanels';
  swatch?: Swatch;
  /** It says what is not certain; where a table gives the statuses, they stand beside it. */
  isDoubt?: boolean;
}

type Notes = (model: GridModel) => readonly KeyNote[];

const cellsOf = ({ series }: GridModel) => series.flatMap((one) => one.cells);
const doubt =
  (word: KeyNote['word'], swatch: Swatch): Notes =>
  (model) =>
    cellsOf(model).some((cell) => cell?.certain === false) ? [{ word, swatch, isDoubt: true }] : [];

/** Areas that are hatched where they are not certain. */
export const hatched: Notes = doubt('chartEstimate', 'hatched');
/** Lines that are dashed where they are not certain. */
export const dashed: Notes = doubt('chartDashed', 'dashed');
/** Marks that are hollow where they are not certain. */
export const hollow: Notes = doubt('chartHollow', 'hollow');

/** A band from low to high. */
export const band: Notes = (model) =>
  cellsOf(model).some((cell) => cell?.range) ? [{ word: 'chartBand', swatch: 'band' }] : [];

/** What is not given of a hundred per cent. */
export const empty: Notes = (model) => {
  const sum = cellsOf(model).reduce((all, cell) => all + (cell?.value ?? 0), 0);
  return model.sign === '%' && sum < 99.5 ? [{ word: 'chartEmpty', swatch: 'empty' }] : [];
};

/** A logarithmic axis. */
export const logScale: Notes = ({ isLog }) => (isLog ? [{ word: 'chartLog' }] : []);

/** The notes of some, in their order. */
export const notes =
  (...all: readonly Notes[]): Notes =>
  (model) =>
    all.flatMap((one) => one(model));
