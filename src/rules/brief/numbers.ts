/** Many numbers to look one up in: sorted once, so that each look costs little however many there are. */

export class Numbers {
  readonly #sorted: Float64Array;

  /** Signs are left to the words. */
  constructor(values: Iterable<number>) {
    this.#sorted = Float64Array.from(values, Math.abs).sort();
  }

  /** Whether there is a number within a distance of this one. */
  has(value: number, within: number): boolean {
    const size = Math.abs(value);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? 0) < size - within) low = middle + 1;
      else high = middle;
    }
    return (this.#sorted[low] ?? Number.NaN) <= size + within;
  }
}
