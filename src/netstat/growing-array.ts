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

  /** A RangeError outside 0..length-1. */
  set(index: number, value: number): void {
    this.#check(index);
    this.#numbers[index] = value;
  }

  /** A RangeError outside 0..length-1. */
  at(index: number): number {
    this.#check(index);
    return this.#numbers[index]!;
  }

  #check(index: number): void {
    if (!(index >= 0 && index < this.length && Number.isInteger(index))) {
      throw new RangeError(`There is no number ${index} in a list of ${this.length}`);
    }
  }
}
