/**
 * What a table says about its single rows: which ports have listeners, which rows are the two ends of one
 * connection, which addresses are the machine's own. A table is one block of the listing, or several that
 * are one machine's (machines.ts), for a paste may hold the tables of two. Addresses are compared as IPv4 where they are v4-mapped, without regard
 * to capitals, and zones are ignored: netstat and ss write the same socket differently.
 * Gathered in steps from the columns of the rows: nothing is kept but numbers.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { isIpv6Text, unmapped } from "./endpoint-print.ts";
import { GrowingArray } from "./growing-array.ts";
import { InternedTexts } from "./interned-texts.ts";
import { machinesOf } from "./machines.ts";
import { PairIds } from "./pair-ids.ts";
import { familyAt, FIRST_NAMED_PORT, NONE, type RowColumns } from "./row-columns.ts";
import type { Connection } from "./role.ts";

/** Bits of the families whose wildcard listens on a port. */
const ANY_4 = 1;
const ANY_6 = 2;
const ANY_BOTH = 4;

/** The evidence for one block's rows. */
export interface Evidence {
  readonly hasListeners: boolean;
  /** Whether a listener takes connections to the row's local endpoint. */
  isServed(socket: Pick<SocketEntry, "protocol" | "local" | "family">): boolean;
  /** Whether a listener is at this endpoint of the same machine. */
  hasListenerAt(protocol: string, endpoint: SocketEndpoint): boolean;
  /** The row with the same endpoints the other way round, or null. */
  mirrorOf(connection: Connection, row: number): number | null;
  /** Whether the address is one a row of the table has on its local side. */
  isOwnAddress(address: string): boolean;
}

/** The evidence of all blocks of a listing; whole once `advance` gave true. */
export class ListingEvidence {
  readonly #columns: RowColumns;
  /** Addresses in the form in which they are compared, and for each address of the columns its form's number. */
  readonly #forms = new InternedTexts();
  readonly #formOf = new GrowingArray(64);
  /** Machine and address; a machine is the number of its first block. */
  readonly #own = new PairIds();
  /** Machine and protocol; one of those and a port; one of those and an address: an endpoint. */
  readonly #protocols = new PairIds();
  readonly #services = new PairIds();
  readonly #endpoints = new PairIds();
  /** Endpoints that listen: the same numbers, for those alone. */
  readonly #listening = new PairIds();
  /** Of each service the families whose wildcard listens. */
  readonly #wildcards = new GrowingArray(64);
  readonly #hasListeners: Uint8Array;
  /** Two endpoints, and of each such pair the first row. */
  readonly #connections = new PairIds();
  readonly #rows = new GrowingArray(64);
  /** Rows are mostly asked about in their order. */
  #last: { readonly block: number; readonly evidence: Evidence } | null = null;
  #machines: Int32Array | null = null;
  #noted = 0;
  #paired = 0;

  constructor(columns: RowColumns) {
    this.#columns = columns;
    this.#hasListeners = new Uint8Array(columns.listing.blocks.length);
  }

  /** From 0 to 1. */
  get progress(): number {
    const { rowCount } = this.#columns.listing;
    return rowCount === 0 ? 1 : (this.#noted + this.#paired) / (2 * rowCount);
  }

  /** Goes through so many rows more; true when all are done. The columns are whole before. */
  advance(rows: number): boolean {
    const { rowCount } = this.#columns;
    let left = rows;
    while (this.#noted < rowCount && left > 0) {
      this.#noteSocket(this.#noted);
      this.#noted += 1;
      left -= 1;
    }
    // Which addresses are the machine's own is known when every row was seen.
    while (this.#noted === rowCount && this.#paired < rowCount && left > 0) {
      this.#pair(this.#paired);
      this.#paired += 1;
      left -= 1;
    }
    return this.#paired === rowCount;
  }

  ofBlock(block: number): Evidence {
    if (this.#last?.block !== block)
      this.#last = { block, evidence: this.#ofMachine(this.#machineOf(block)) };
    return this.#last.evidence;
  }

  #machineOf(block: number): number {
    this.#machines ??= machinesOf(this.#columns);
    return this.#machines[block]!;
  }

  #ofMachine(block: number): Evidence {
    return {
      hasListeners: this.#hasListeners[block] === 1,
      isServed: ({ protocol, local, family }) =>
        this.#listens(block, protocol, local, family !== 4),
      hasListenerAt: (protocol, endpoint) => this.#listens(block, protocol, endpoint, true),
      mirrorOf: (connection, row) => this.#mirrorOf(block, connection, row),
      isOwnAddress: (address) => this.#isOwn(block, this.#form(address)),
    };
  }

  #noteSocket(row: number): void {
    const { blocks, localAddresses, protocols, families, localPorts, listening } = this.#columns;
    const block = this.#machineOf(blocks[row]!);
    const address = this.#formAt(localAddresses[row]!);
    const isAny = this.#forms.texts[address] === "*";
    if (!isAny) this.#own.idOf(block, address);
    if (listening[row] === 0) return;
    this.#hasListeners[block] = 1;
    const service = this.#serviceAt(block, protocols[row]!, localPorts[row]!);
    if (!isAny) this.#listening.idOf(service, address);
    else
      this.#wildcards.set(
        service,
        this.#wildcards.at(service) | familyBit(familyAt(families[row]!)),
      );
  }

  /** Notes a connection whose two ends have addresses of this machine. */
  #pair(row: number): void {
    const { blocks, peerAddresses, localAddresses, protocols, localPorts, peerPorts } =
      this.#columns;
    if (peerAddresses[row] === NONE) return;
    const block = this.#machineOf(blocks[row]!);
    const there = this.#formAt(peerAddresses[row]!);
    if (!this.#isOwn(block, there)) return;
    const here = this.#formAt(localAddresses[row]!);
    const protocol = protocols[row]!;
    const local = this.#endpoints.idOf(this.#serviceAt(block, protocol, localPorts[row]!), here);
    const peer = this.#endpoints.idOf(this.#serviceAt(block, protocol, peerPorts[row]!), there);
    if (this.#connections.idOf(local, peer) === this.#rows.length) this.#rows.push(row);
  }

  #listens(
    block: number,
    protocol: string,
    endpoint: SocketEndpoint,
    isIpv6Socket: boolean,
  ): boolean {
    if (this.#hasListeners[block] !== 1) return false;
    const service = this.#service(block, protocol, endpoint);
    if (service === NONE) return false;
    const wildcards = this.#wildcards.at(service);
    if (takes(wildcards, endpoint.address, isIpv6Socket)) return true;
    const address = this.#form(endpoint.address);
    return address !== NONE && this.#listening.find(service, address) !== NONE;
  }

  #mirrorOf(block: number, { protocol, local, peer }: Connection, row: number): number | null {
    if (this.#rows.length === 0) return null;
    const from = this.#endpoint(block, protocol, peer);
    const to = from === NONE ? NONE : this.#endpoint(block, protocol, local);
    if (to === NONE) return null;
    const connection = this.#connections.find(from, to);
    if (connection === NONE) return null;
    const mirror = this.#rows.at(connection);
    return mirror === row ? null : mirror;
  }

  #isOwn(block: number, address: number): boolean {
    return address !== NONE && this.#own.find(block, address) !== NONE;
  }

  #endpoint(block: number, protocol: string, endpoint: SocketEndpoint): number {
    const address = this.#form(endpoint.address);
    const service = address === NONE ? NONE : this.#service(block, protocol, endpoint);
    return service === NONE ? NONE : this.#endpoints.find(service, address);
  }

  /** NONE where no row that matters has such a port. */
  #service(block: number, protocol: string, endpoint: SocketEndpoint): number {
    const named = this.#protocols.find(block, this.#columns.protocolNames.find(protocol));
    return named === NONE ? NONE : this.#services.find(named, this.#port(endpoint));
  }

  #serviceAt(block: number, protocol: number, port: number): number {
    const service = this.#services.idOf(this.#protocols.idOf(block, protocol), port);
    if (service === this.#wildcards.length) this.#wildcards.push(0);
    return service;
  }

  #port({ port, service }: SocketEndpoint): number {
    if (port !== null) return port;
    return service === null
      ? NONE
      : FIRST_NAMED_PORT + this.#columns.portNames.find(service.toLowerCase());
  }

  /** The number of an address's form, by the address's number in the columns. */
  #formAt(address: number): number {
    const { texts } = this.#columns.addresses;
    for (let next = this.#formOf.length; next <= address; next += 1)
      this.#formOf.push(this.#forms.idOf(sameForm(texts[next]!)));
    return this.#formOf.at(address);
  }

  #form(address: string): number {
    return this.#forms.find(sameForm(address));
  }
}

const sameForm = (address: string) =>
  address.includes(":") ? unmapped(address).toLowerCase() : address.toLowerCase();

function familyBit(family: SocketEntry["family"]): number {
  switch (family) {
    case 4:
      return ANY_4;
    case 6:
      return ANY_6;
    case "46":
    case null:
      return ANY_BOTH;
  }
}

/** Whether a wildcard listener takes connections to the address. [::] takes IPv4 when its sockets say so. */
function takes(wildcards: number, address: string, isIpv6Socket: boolean): boolean {
  if (wildcards === 0) return false;
  if ((wildcards & ANY_BOTH) !== 0) return true;
  if (isIpv6Text(unmapped(address))) return (wildcards & ANY_6) !== 0;
  return (wildcards & ANY_4) !== 0 || (isIpv6Socket && (wildcards & ANY_6) !== 0);
}
