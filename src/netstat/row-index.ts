/**
 * All rows of a listing as columns of numbers, so that a million of them are filtered, sorted, grouped
 * and counted without being read again: what the rows say (row-columns.ts), and what they were judged to
 * be. Filled once, in steps, so that a worker can tell how far it is.
 */
import { type Explainer, ROLES } from "./explanation.ts";
import type { InternedTexts } from "./interned-texts.ts";
import type { Listing } from "./listing.ts";
import { oddityBits } from "./remarks.ts";
import { NONE, type RowColumns } from "./row-columns.ts";
import { RowSteps } from "./row-steps.ts";

export { FIRST_NAMED_PORT, NONE } from "./row-columns.ts";

export class RowIndex extends RowSteps {
  readonly listing: Listing;
  readonly explain: Explainer;
  /** Counted from 1. */
  readonly lines: Int32Array;
  readonly blocks: Int32Array;
  readonly protocols: Uint16Array;
  /** 0 for none, else one more than the state's place in TCP_STATES. */
  readonly states: Uint8Array;
  /** Places in ROLES. */
  readonly roles: Uint8Array;
  /** 0 for none, else one more than the place in EXPOSURES. */
  readonly exposures: Uint8Array;
  /** Bits of `remarks.ts`. */
  readonly remarks: Uint32Array;
  readonly localAddresses: Int32Array;
  readonly peerAddresses: Int32Array;
  /** A number, FIRST_NAMED_PORT and more for a name, NONE for neither. */
  readonly localPorts: Int32Array;
  readonly peerPorts: Int32Array;
  /** The service's port of the row: the peer's for a client, else the local one. */
  readonly servicePorts: Int32Array;
  /** Which end holds the service's port: 1 this one, 2 the peer, 0 where it is not known or there is no peer. */
  readonly ends: Uint8Array;
  readonly programs: Int32Array;
  readonly users: Int32Array;
  readonly pids: Int32Array;
  /** The row at the other end of the connection, NONE where it is not in the listing. */
  readonly otherEnds: Int32Array;

  readonly protocolNames: InternedTexts;
  readonly addresses: InternedTexts;
  /** In small letters. */
  readonly portNames: InternedTexts;
  readonly programNames: InternedTexts;
  readonly userNames: InternedTexts;
  readonly #columns: RowColumns;

  constructor(listing: Listing, explain: Explainer) {
    super(listing.rowCount);
    const { columns } = explain;
    this.listing = listing;
    this.explain = explain;
    this.#columns = columns;
    this.lines = columns.lines;
    this.blocks = columns.blocks;
    this.protocols = columns.protocols;
    this.states = columns.states;
    this.roles = columns.roles.slice();
    this.exposures = columns.exposures;
    this.remarks = columns.remarks.slice();
    this.localAddresses = columns.localAddresses;
    this.peerAddresses = columns.peerAddresses;
    this.localPorts = columns.localPorts;
    this.peerPorts = columns.peerPorts;
    this.servicePorts = columns.localPorts.slice();
    this.ends = new Uint8Array(listing.rowCount);
    this.programs = columns.programs;
    this.users = columns.users;
    this.pids = columns.pids;
    this.otherEnds = new Int32Array(listing.rowCount).fill(NONE);
    this.protocolNames = columns.protocolNames;
    this.addresses = columns.addresses;
    this.portNames = columns.portNames;
    this.programNames = columns.programNames;
    this.userNames = columns.userNames;
  }

  /** The port as it was printed, "" for NONE. */
  portText(port: number): string {
    return this.#columns.portText(port);
  }

  /** A row without a peer shows by itself what it is. */
  protected override take(row: number): void {
    const judgement = this.explain.judgeConnection(row);
    if (judgement === null) return;
    const { role, end, otherEnd, oddities } = judgement;
    this.roles[row] = ROLES.indexOf(role);
    this.remarks[row] = this.remarks[row]! | oddityBits(oddities);
    if (end === "client") this.servicePorts[row] = this.peerPorts[row]!;
    this.ends[row] = end === "client" ? 2 : end === "server" ? 1 : 0;
    this.otherEnds[row] = otherEnd ?? NONE;
  }
}

/** The index of the whole listing at once. */
export function rowIndex(listing: Listing, explain: Explainer): RowIndex {
  const index = new RowIndex(listing, explain);
  index.advance(Number.POSITIVE_INFINITY);
  return index;
}
