/** A situation in which a socket call fails: what a person is told, and what simulated hosts do. The error follows from the latter. */
import type { Errno } from "#simulator/errno";
import type { WrittenStep } from "#simulator/scenarios/scenario";
import type { MisconceptionId } from "../misconception.ts";

export interface Situation {
  /** What a person reads; the port and the two addresses are drawn. */
  readonly tell: (port: number, own: string, peer: string) => string;
  /** What simulated hosts do; the last result is that of the call asked about. */
  readonly steps: readonly WrittenStep[];
  readonly because: string;
  readonly tempting: Readonly<Partial<Record<Errno, string>>>;
  readonly beliefs?: Readonly<Partial<Record<Errno, MisconceptionId>>>;
}
