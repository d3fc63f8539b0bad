/**
 * Chance for the generators of questions: a stream of draws that follows from its seed alone, so that a
 * question can be made again from its generator and its seed. The numbers are xoroshiro128+ of pure-rand.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Each call takes from one stream; the same calls on the same seed give the same. */
export interface Draw {
  /** A whole number, both ends included. Throws a RangeError where `from` is above `to`. */
  whole(from: number, to: number): number;
  /** True `parts` times in `of`. */
  chance(parts: number, of: number): boolean;
  /** One of the list. Throws a RangeError where it is empty. */
  pick<Item>(list: readonly Item[]): Item;
  /** `count` different places of the list, in random order; all of them where there are fewer. */
  sample<Item>(list: readonly Item[], count: number): Item[];
  /** The whole list in random order. */
  shuffled<Item>(list: readonly Item[]): Item[];
}

/** Seeds are whole numbers from 0 up to this, so that they fit an address as eight hexadecimal digits. */
export const MAX_SEED = 0xffff_ffff;

export function drawFrom(seed: number): Draw {
  const stream = xoroshiro128plus(mixed(seed));
  const whole = (from: number, to: number) => {
    if (from > to) throw new RangeError(`There is no whole number from ${from} to ${to}.`);
    return uniformInt(stream, from, to);
  };
  const sample = <Item>(list: readonly Item[], count: number): Item[] => {
    const left = [...list];
    const taken: Item[] = [];
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(whole(0, left.length - 1), 1));
    return taken;
  };
  return {
    whole,
    chance: (parts, of) => whole(1, of) <= parts,
    pick: (list) => list[whole(0, list.length - 1)]!,
    sample,
    shuffled: (list) => sample(list, list.length),
  };
}

/** Seeds that follow one another would begin much alike: every bit of the seed is spread over all (MurmurHash3's last step). */
function mixed(seed: number): number {
  let bits = seed | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}
