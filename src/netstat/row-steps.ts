/** Work that takes each row of a listing once, in steps, so that a worker can tell how far it is. */
export abstract class RowSteps {
  readonly #rows: number;
  #done = 0;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** How many rows are done; all of them once `advance` gave true. */
  get rowCount(): number {
    return this.#done;
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#rows === 0 ? 1 : this.#done / this.#rows;
  }

  /** Takes so many rows more; true when all are done. */
  advance(rows: number): boolean {
    const end = Math.min(this.#rows, this.#done + rows);
    for (let row = this.#done; row < end; row += 1) this.take(row);
    this.#done = end;
    return end === this.#rows;
  }

  protected abstract take(row: number): void;
}
