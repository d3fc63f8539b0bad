/**
 * All rows of a listing as columns of numbers, so that a million of them are filtered, sorted, grouped
 * and counted without being read again. Filled once, in steps, so that a worker can tell how far it is.
 * Addresses, programs and other texts are kept once each, and rows hold their numbers. IPv4 written in
 * IPv6 (::ffff:192.0.2.1) counts as IPv4, and zones are ignored: tools write the same address differently.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { TCP_STATES } from "#net/tcp-state";
import { unmapped } from "./endpoint-print.ts";
import { EXPOSURES, type Explainer, type RowJudgement, ROLES } from "./explanation.ts";
import { InternedTexts } from "./interned-texts.ts";
import type { Listing } from "./listing.ts";
import { remarkBits } from "./remarks.ts";
import { shortName } from "./sentence.ts";

/** What a column of texts or ports holds where the row has none. */
export const NONE = -1;

/** Ports that were printed as names stand above the numbers: this and the name's number. */
export const FIRST_NAMED_PORT = 65536;

export class RowIndex {
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

  readonly protocolNames = new InternedTexts();
  readonly addresses = new InternedTexts();
  /** In small letters. */
  readonly portNames = new InternedTexts();
  readonly programNames = new InternedTexts();
  readonly userNames = new InternedTexts();
  readonly #forms = new Map<string, number>();
  #read = 0;

  constructor(listing: Listing, explain: Explainer) {
    this.listing = listing;
    this.explain = explain;
    const count = listing.rowCount;
    const numbers = () => new Int32Array(count);
    this.lines = numbers();
    this.blocks = numbers();
    this.protocols = new Uint16Array(count);
    this.states = new Uint8Array(count);
    this.roles = new Uint8Array(count);
    this.exposures = new Uint8Array(count);
    this.remarks = new Uint32Array(count);
    this.localAddresses = numbers();
    this.peerAddresses = numbers();
    this.localPorts = numbers();
    this.peerPorts = numbers();
    this.servicePorts = numbers();
    this.ends = new Uint8Array(count);
    this.programs = numbers();
    this.users = numbers();
    this.pids = numbers();
    this.otherEnds = numbers();
  }

  /** How many rows are in the index; all of them once `advance` gave true. */
  get rowCount(): number {
    return this.#read;
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.lines.length === 0 ? 1 : this.#read / this.lines.length;
  }

  /** Reads so many rows more; true when all are read. */
  advance(rows: number): boolean {
    const end = Math.min(this.lines.length, this.#read + rows);
    for (let row = this.#read; row < end; row += 1) this.#keep(row, this.explain.judge(row));
    this.#read = end;
    return end === this.lines.length;
  }

  /** The port as it was printed, "" for NONE. */
  portText(port: number): string {
    if (port === NONE) return "";
    return port < FIRST_NAMED_PORT
      ? String(port)
      : (this.portNames.texts[port - FIRST_NAMED_PORT] ?? "");
  }

  #keep(row: number, judgement: RowJudgement): void {
    const { entry, line, block } = judgement.row;
    const { local, peer, state } = entry;
    this.lines[row] = line;
    this.blocks[row] = block;
    this.protocols[row] = this.protocolNames.idOf(entry.protocol);
    this.states[row] = state === null ? 0 : TCP_STATES.indexOf(state) + 1;
    this.roles[row] = ROLES.indexOf(judgement.role);
    this.exposures[row] =
      judgement.exposure === null ? 0 : EXPOSURES.indexOf(judgement.exposure) + 1;
    this.remarks[row] = remarkBits(judgement);
    this.localAddresses[row] = this.#address(local.address);
    this.peerAddresses[row] = peer === null ? NONE : this.#address(peer.address);
    const localPort = this.#port(local);
    const peerPort = peer === null ? NONE : this.#port(peer);
    this.localPorts[row] = localPort;
    this.peerPorts[row] = peerPort;
    const isPeers = judgement.end === "client";
    this.servicePorts[row] = isPeers ? peerPort : localPort;
    this.ends[row] = isPeers ? 2 : judgement.end === "server" ? 1 : 0;
    this.otherEnds[row] = judgement.otherEnd ?? NONE;
    this.#keepOwner(row, entry);
  }

  #keepOwner(row: number, { processes }: SocketEntry): void {
    const [first] = processes;
    const pid = first?.pid ?? NONE;
    const name = first?.name ? shortName(first.name) : pid === NONE ? null : `process ${pid}`;
    this.pids[row] = pid;
    this.programs[row] = name === null ? NONE : this.programNames.idOf(name);
    this.users[row] = first?.user ? this.userNames.idOf(first.user) : NONE;
  }

  #address(address: string): number {
    if (!address.includes(":")) return this.addresses.idOf(address);
    let id = this.#forms.get(address);
    if (id === undefined) {
      id = this.addresses.idOf(unmapped(address).toLowerCase());
      this.#forms.set(address, id);
    }
    return id;
  }

  #port({ port, service }: SocketEndpoint): number {
    if (port !== null) return port;
    return service === null ? NONE : FIRST_NAMED_PORT + this.portNames.idOf(service.toLowerCase());
  }
}

/** The index of the whole listing at once. */
export function rowIndex(listing: Listing, explain: Explainer): RowIndex {
  const index = new RowIndex(listing, explain);
  index.advance(Number.POSITIVE_INFINITY);
  return index;
}
