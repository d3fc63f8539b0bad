/**
 * Pairs of whole numbers as numbers, counted from 0 in the order of first appearance: a million pairs in
 * a few arrays instead of a million texts as keys. Open addressing with linear steps (Knuth, The Art of
 * Computer Programming, volume 3, §6.4); the table is at most half full.
 */
export class PairIds {
  count = 0;
  #firsts = new Int32Array(16);
  #seconds = new Int32Array(16);
  /** A pair's number and 1; 0 where the place is free. */
  #places = new Int32Array(32);

  /** The pair's number; a new one where it was not there. Both of 32 bits. */
  idOf(first: number, second: number): number {
    const place = this.#placeOf(first, second);
    const known = this.#places[place]!;
    if (known !== 0) return known - 1;
    const id = this.count;
    if (id === this.#firsts.length) {
      this.#grow();
      return this.idOf(first, second);
    }
    this.#firsts[id] = first;
    this.#seconds[id] = second;
    this.#places[place] = id + 1;
    this.count += 1;
    return id;
  }

  /** -1 for a pair that is not there. */
  find(first: number, second: number): number {
    return this.#places[this.#placeOf(first, second)]! - 1;
  }

  /** Where the pair stands, or the free place where it would. */
  #placeOf(first: number, second: number): number {
    const mask = this.#places.length - 1;
    let place = mixed(first, second) & mask;
    for (;;) {
      const known = this.#places[place]!;
      if (known === 0) return place;
      if (this.#firsts[known - 1] === first && this.#seconds[known - 1] === second) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const larger = this.#firsts.length * 2;
    this.#firsts = grown(this.#firsts, larger);
    this.#seconds = grown(this.#seconds, larger);
    this.#places = new Int32Array(larger * 2);
    for (let id = 0; id < this.count; id += 1) {
      this.#places[this.#placeOf(this.#firsts[id]!, this.#seconds[id]!)] = id + 1;
    }
  }
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}

/** Every bit of both numbers moves about half of the result's bits (the last steps are MurmurHash3's). */
function mixed(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
