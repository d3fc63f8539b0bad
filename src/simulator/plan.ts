/**
 * What a run is made of, so that it can be made again: a simulation's steps, what a hand on the wire did to single
 * packets, and calls that a person added. All of it is plain data, small enough for a link.
 */
import type { FileStep, SimulationFile } from "./simulation-file.ts";
import type { Micros, PacketId } from "./world.ts";

export interface Plan {
  readonly file: SimulationFile;
  /** In the order of their packets. A packet has one at most; packets are numbered anew after each touch. */
  readonly touches: readonly Touch[];
  /** From here on a person goes on by hand: the file's steps that are not made by then are left out. */
  readonly byHand: ByHand | null;
  /** How far the run goes at least; null for as far as the steps go, or until what a touch began has settled. */
  readonly until: Micros | null;
}

export interface ByHand {
  readonly from: Micros;
  /** The last of the file's steps (by index, -1 for none) that is made, where several stand at the moment `from`. */
  readonly after?: number;
  /** In the order of their times, which are not before `from`. */
  readonly steps: readonly { readonly at: Micros; readonly step: FileStep }[];
}

export interface Touch {
  readonly packet: PacketId;
  readonly fate: TouchFate;
}

export type TouchFate =
  | { readonly kind: "drop" }
  /** Later by so much than it would arrive. */
  | { readonly kind: "delay"; readonly by: Micros }
  /** A second copy, so much later. */
  | { readonly kind: "duplicate"; readonly after: Micros }
  /** It arrives right after the next packet of its direction. Where none follows, it is held until the end. */
  | { readonly kind: "overtaken" };

export function planOf(file: SimulationFile): Plan {
  return { file, touches: [], byHand: null, until: null };
}
