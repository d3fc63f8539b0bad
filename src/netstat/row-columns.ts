/**
 * What the rows of a listing say, as columns of numbers: each row is made once, in steps, and everything
 * that goes over all rows later (evidence, judgement, filters, orders, counts) reads numbers. Addresses,
 * programs and other texts are kept once each, and rows hold their numbers. IPv4 written in IPv6
 * (::ffff:192.0.2.1) counts as IPv4, and zones are left out: tools write the same address differently.
 */
import type { Family, SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { TCP_STATES } from "#net/tcp-state";
import { unmapped } from "./endpoint-print.ts";
import { EXPOSURES, ROLES } from "./explanation.ts";
import { exposureOf } from "./exposure.ts";
import { InternedTexts } from "./interned-texts.ts";
import type { Listing } from "./listing.ts";
import { rowOddities } from "./oddities.ts";
import { remarkBits } from "./remarks.ts";
import { type Connection, roleWithoutPeer } from "./role.ts";
import { RowSteps } from "./row-steps.ts";
import { shortName } from "./sentence.ts";
import { waitsWithoutState } from "./waits-without-state.ts";

/** What a column of texts or ports holds where the row has none. */
export const NONE = -1;

/** Ports that were printed as names stand above the numbers: this and the name's number. */
export const FIRST_NAMED_PORT = 65536;

const FAMILIES: readonly (Family | null)[] = [null, 4, 6, "46"];

/** The family that a column of families holds. */
export const familyAt = (place: number): Family | null => FAMILIES[place] ?? null;

export class RowColumns extends RowSteps {
  readonly listing: Listing;
  /** Counted from 1. */
  readonly lines: Int32Array;
  readonly blocks: Int32Array;
  readonly protocols: Uint16Array;
  /** Read by `familyAt`. */
  readonly families: Uint8Array;
  /** 0 for none, else one more than the state's place in TCP_STATES. */
  readonly states: Uint8Array;
  /** 1 for a socket that listens, by its state or by having none. */
  readonly listening: Uint8Array;
  /** Places in ROLES; of a connection this is found later, by evidence. */
  readonly roles: Uint8Array;
  /** 0 for none, else one more than the place in EXPOSURES. */
  readonly exposures: Uint8Array;
  /** Bits of `remarks.ts` that the row shows by itself. */
  readonly remarks: Uint32Array;
  readonly localAddresses: Int32Array;
  /** NONE where the row has no peer. */
  readonly peerAddresses: Int32Array;
  /** A number, FIRST_NAMED_PORT and more for a name, NONE for neither. */
  readonly localPorts: Int32Array;
  readonly peerPorts: Int32Array;
  readonly programs: Int32Array;
  readonly users: Int32Array;
  readonly pids: Int32Array;

  readonly protocolNames = new InternedTexts();
  readonly addresses = new InternedTexts();
  /** In small letters. */
  readonly portNames = new InternedTexts();
  readonly programNames = new InternedTexts();
  readonly userNames = new InternedTexts();
  readonly #forms = new Map<string, number>();

  constructor(listing: Listing) {
    const count = listing.rowCount;
    super(count);
    this.listing = listing;
    const numbers = () => new Int32Array(count);
    this.lines = numbers();
    this.blocks = numbers();
    this.protocols = new Uint16Array(count);
    this.families = new Uint8Array(count);
    this.states = new Uint8Array(count);
    this.listening = new Uint8Array(count);
    this.roles = new Uint8Array(count);
    this.exposures = new Uint8Array(count);
    this.remarks = new Uint32Array(count);
    this.localAddresses = numbers();
    this.peerAddresses = numbers();
    this.localPorts = numbers();
    this.peerPorts = numbers();
    this.programs = numbers();
    this.users = numbers();
    this.pids = numbers();
  }

  /** The row as a connection, without what tells nothing about its two ends; null where it has no peer. */
  connection(row: number): Connection | null {
    const peer = this.peerAddresses[row]!;
    if (peer === NONE) return null;
    return {
      protocol: this.protocolNames.texts[this.protocols[row]!]!,
      family: familyAt(this.families[row]!),
      state: TCP_STATES[this.states[row]! - 1] ?? null,
      local: this.#endpoint(this.localAddresses[row]!, this.localPorts[row]!),
      peer: this.#endpoint(peer, this.peerPorts[row]!),
    };
  }

  /** The port as it was printed, "" for NONE. */
  portText(port: number): string {
    if (port === NONE) return "";
    return port < FIRST_NAMED_PORT
      ? String(port)
      : (this.portNames.texts[port - FIRST_NAMED_PORT] ?? "");
  }

  protected override take(row: number): void {
    const read = this.listing.row(row);
    const { entry, line, block } = read;
    const { local, peer, state } = entry;
    this.lines[row] = line;
    this.blocks[row] = block;
    this.protocols[row] = this.protocolNames.idOf(entry.protocol);
    this.families[row] = FAMILIES.indexOf(entry.family);
    this.states[row] = state === null ? 0 : TCP_STATES.indexOf(state) + 1;
    this.listening[row] = state === "LISTEN" || waitsWithoutState(read) ? 1 : 0;
    this.localAddresses[row] = this.#address(local.address);
    this.localPorts[row] = this.#port(local);
    this.peerAddresses[row] = peer === null ? NONE : this.#address(peer.address);
    this.peerPorts[row] = peer === null ? NONE : this.#port(peer);
    const role = peer === null ? roleWithoutPeer(read).role : "unknown";
    const exposure = exposureOf(entry, { role });
    this.roles[row] = ROLES.indexOf(role);
    this.exposures[row] = exposure === null ? 0 : EXPOSURES.indexOf(exposure) + 1;
    this.remarks[row] = remarkBits({ state, role, exposure, oddities: rowOddities(read) });
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

  #endpoint(address: number, port: number): SocketEndpoint {
    return {
      address: this.addresses.texts[address]!,
      zone: null,
      port: port >= 0 && port < FIRST_NAMED_PORT ? port : null,
      service: port < FIRST_NAMED_PORT ? null : this.portNames.texts[port - FIRST_NAMED_PORT]!,
    };
  }
}
