/** A list of 32-bit whole numbers that grows: for a million lines, far smaller and quicker than objects. */
export class GrowingArray {
  #numbers: Int32Array;
  length = 0;

  constructor(expected: number) {
    this.#numbers = new Int32Array(Math.max(16, expected));
  }

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length] = value;
    this.length += 1;
  }

  /** Forgets the numbers and keeps the room. */
  clear(): void {
    this.length = 0;
  }

  /** A RangeError outside 0..length-1. */
  at(index: number): number {
    if (!(index >= 0 && index < this.length && Number.isInteger(index))) {
      throw new RangeError(`There is no number ${index} in a list of ${this.length}`);
    }
    return this.#numbers[index]!;
  }
}
