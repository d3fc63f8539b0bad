/**
 * What each value of a listing is called once it is redacted: the same value always the same, in every row
 * and in the lines beside the rows. Hosts and users are numbered before anything is written, since a name may
 * stand in a line above its row. Where a tool's column leaves little room, a pseudonym is made to fit.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { AddressPseudonyms } from "./address-pseudonyms.ts";
import type { Field } from "./field.ts";
import type { Listing, Row } from "./listing.ts";
import { isKeptHost, isKeptZone, isSystemUser, NamePseudonyms } from "./name-pseudonyms.ts";
import { type Replacing, redactedProgram } from "./redact-words.ts";
import { stateOfWord } from "./state-words.ts";

export interface RedactOptions {
  /** Replace private, shared and link-local addresses too. */
  readonly privateAddresses?: boolean;
  /** Replace programs' names too. */
  readonly programs?: boolean;
}

const PROTOCOL = /^(?:tcp|udp|raw|sctp|icmp|ip|ipv)(?:4|6|46)?$/i;

/** Address and port together, as long as net-tools lets them be without a cut. */
const ROOM = 22;

export class Pseudonyms implements Replacing {
  readonly #programsToo: boolean;
  /** What the text holds and no pseudonym may be. */
  readonly #taken: Set<string>;
  readonly #addresses: AddressPseudonyms;
  readonly #hosts: NamePseudonyms;
  readonly #users: NamePseudonyms;
  readonly #programs: NamePseudonyms;
  readonly #zones: NamePseudonyms;
  /** Texts that fill a tool's column somewhere: they may be cut. */
  readonly #cut = new Set<string>();
  /** Names that are users for certain, in small letters. */
  readonly #known = new Set<string>();
  /** What is shown for each address and host: most stand in many rows. */
  readonly #shown = new Map<string, string>();
  readonly #numeric = new Map<string, boolean>();
  /** Hosts that have no room for ".example". */
  readonly #tight = new Set<string>();

  /** Goes over all rows. */
  constructor(listing: Listing, { privateAddresses = false, programs = false }: RedactOptions) {
    this.#programsToo = programs;
    const taken = valuesIn(listing.text);
    this.#taken = taken;
    this.#addresses = new AddressPseudonyms(taken, privateAddresses);
    this.#hosts = new NamePseudonyms("host", taken);
    this.#users = new NamePseudonyms("user", taken);
    this.#programs = new NamePseudonyms("prog", taken);
    this.#zones = new NamePseudonyms("if", taken);
    this.#meetAll(listing);
  }

  /** How many different values were replaced so far. */
  get counts(): { readonly addresses: number; readonly hosts: number; readonly users: number } {
    return {
      addresses: this.#addresses.count,
      hosts: this.#hosts.count,
      users: this.#users.count,
    };
  }

  address(text: string): string {
    const known = this.#shown.get(text);
    if (known !== undefined) return known;
    const shown = this.#findAddress(text);
    this.#shown.set(text, shown);
    return shown;
  }

  #findAddress(text: string): string {
    if (!this.#addresses.isAddress(text)) return this.host(text);
    return (this.#cut.has(text) ? this.#addresses.ofCut(text) : this.#addresses.of(text)) ?? text;
  }

  host(name: string): string {
    if (isKeptHost(name)) return name;
    const shown = this.#hosts.of(name);
    if (this.#cut.has(name)) return filled(`${shown}.example`, name);
    return this.#tight.has(name.toLowerCase()) ? shown : `${shown}.example`;
  }

  user(name: string): string {
    if (isSystemUser(name)) return name;
    this.#known.add(name.toLowerCase());
    return this.#users.of(name);
  }

  served(word: string): string {
    return isSystemUser(word) ? word : this.#users.of(word);
  }

  known(word: string): string | null {
    // What reads as somebody's name in a mangled row is none elsewhere.
    if (PROTOCOL.test(word) || isStateWord(word)) return null;
    if (this.#known.has(word.toLowerCase())) return this.#users.of(word);
    return this.#hosts.has(word) ? this.host(word) : null;
  }

  zone(name: string): string {
    return isKeptZone(name) ? name : this.#zones.of(name);
  }

  program(name: string): string {
    if (!this.#programsToo) return redactedProgram(name, this);
    return /^prog-\d+$/.test(name) ? name : this.#programs.of(name);
  }

  #meetAll(listing: Listing): void {
    const { rowCount } = listing;
    let block = -1;
    let hasUsers = false;
    for (let index = 0; index < rowCount; index += 1) {
      const row = listing.row(index);
      const { local, peer, processes } = row.entry;
      for (const { user } of processes) if (user !== null) this.user(user);
      this.#meet(row, "localAddress", local);
      if (peer !== null) this.#meet(row, "peerAddress", peer);
      // A column of users stands in all rows of a block or in none.
      if (row.block !== block) hasUsers = row.spans.some(({ field }) => field === "user");
      block = row.block;
      if (hasUsers && processes.length === 0) this.#meetUser(row);
    }
  }

  /** A user whose process is not named. */
  #meetUser(row: Row): void {
    const span = row.spans.find(({ field }) => field === "user");
    if (span !== undefined) this.user(row.text.slice(span.start, span.end));
  }

  #meet(row: Row, field: Field, { address, port, service }: SocketEndpoint): void {
    if (row.truncated.includes(field)) this.#cut.add(address);
    if (this.#isNumeric(address)) return;
    const portText = port?.toString() ?? service ?? "*";
    const length = `${this.#hosts.of(address)}.example:${portText}`.length;
    if (length > ROOM && address.length + 1 + portText.length <= ROOM) {
      this.#tight.add(address.toLowerCase());
    }
  }

  /** Whether the text is an address, or a name that stays. */
  #isNumeric(text: string): boolean {
    let is = this.#numeric.get(text);
    if (is === undefined) {
      is = this.#addresses.isAddress(text) || isKeptHost(text);
      this.#numeric.set(text, is);
      this.#taken.add(text.toLowerCase());
    }
    return is;
  }
}

/** As tools write it: a user may well be called "listen". */
const isStateWord = (word: string) => word === word.toUpperCase() && stateOfWord(word) !== null;

/** A host's pseudonym made as long as the name it stands for, which a tool may have cut. */
function filled(shown: string, name: string): string {
  const tail = /(?:\.{1,3}|…)$/.exec(name)?.[0] ?? "";
  const room = name.length - tail.length;
  return shown.padEnd(room, ".example").slice(0, Math.max(room, 1)) + tail;
}

/** All that looks like an address or one of our pseudonyms, in small letters. */
function valuesIn(text: string): Set<string> {
  const found = text.matchAll(
    /\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f:.]+|(?:host|user|prog|if)-\d+/gi,
  );
  const values = new Set<string>();
  for (const [value] of found) values.add(value.toLowerCase());
  return values;
}
