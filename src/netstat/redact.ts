/**
 * A listing that can be shown to others: names and public addresses are replaced, always the same by the
 * same, and all that makes the listing worth showing stays: rows, states, ports, numbers of processes, who
 * talks to whom. Read again, it gives the same rows with only those values changed. Values are replaced
 * where they stand, and columns keep their places as far as there is room.
 *
 * Replaced: public addresses, hosts, users, and interfaces with names of their own; programs only when
 * asked. Kept: private, link-local and loopback addresses (unless asked otherwise; loopback always), numbers
 * of processes, users and inodes. What is not understood is left out: a leak is worse than a gap.
 * What this cannot know: that a program's or interface's own name tells who you are.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { AddressPseudonyms } from "./address-pseudonyms.ts";
import { hexOfAddress } from "./dialects/proc-net-address.ts";
import type { Field } from "./field.ts";
import type { Block, Listing, Row } from "./listing.ts";
import { isKeptHost, isKeptZone, isSystemUser, NamePseudonyms } from "./name-pseudonyms.ts";
import { redactedLine } from "./redact-lines.ts";
import {
  type Replacing,
  redactedContainer,
  redactedProgram,
  redactedWords,
} from "./redact-words.ts";
import { type Piece, rewritten } from "./rewrite-line.ts";

export interface RedactOptions {
  /** Replace private, shared and link-local addresses too. */
  readonly privateAddresses?: boolean;
  /** Replace programs' names too. */
  readonly programs?: boolean;
}

export interface Redaction {
  readonly text: string;
  /** How many different values were replaced. */
  readonly addresses: number;
  readonly hosts: number;
  readonly users: number;
  /** Lines of which something was left out, for they are no rows. */
  readonly linesLeftOut: number;
}

/** Linear in the listing's text. */
export function redact(listing: Listing, options: RedactOptions = {}): Redaction {
  return new Redactor(listing, options).redaction();
}

/** Address and port together, as long as net-tools lets them be without a cut. */
const ROOM = 22;

class Redactor implements Replacing {
  readonly #listing: Listing;
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
  /** The block of the line that is being written: lines come in order. */
  #block = 0;
  /** Names that are users for certain, in small letters. */
  readonly #known = new Set<string>();
  /** What is shown for each address and host: most stand in many rows. */
  readonly #shown = new Map<string, string>();
  readonly #numeric = new Map<string, boolean>();
  /** Hosts that have no room for ".example". */
  readonly #tight = new Set<string>();

  constructor(listing: Listing, { privateAddresses = false, programs = false }: RedactOptions) {
    this.#listing = listing;
    this.#programsToo = programs;
    const taken = valuesIn(listing.text);
    this.#taken = taken;
    this.#addresses = new AddressPseudonyms(taken, privateAddresses);
    this.#hosts = new NamePseudonyms("host", taken);
    this.#users = new NamePseudonyms("user", taken);
    this.#programs = new NamePseudonyms("prog", taken);
    this.#zones = new NamePseudonyms("if", taken);
  }

  redaction(): Redaction {
    this.#meetAll();
    const lines: string[] = [];
    let linesLeftOut = 0;
    for (let n = 1; n <= this.#listing.lineCount; n += 1) {
      const shown = this.#line(n);
      const { kind } = this.#listing.fate(n);
      const isShortened = kind !== "socket" && shown !== this.#listing.line(n);
      if (isShortened && /\(left out\)|…/.test(shown)) linesLeftOut += 1;
      lines.push(shown);
    }
    const end = this.#listing.text.endsWith("\n") ? "\n" : "";
    return {
      text: lines.join("\n") + end,
      addresses: this.#addresses.count,
      hosts: this.#hosts.count,
      users: this.#users.count,
      linesLeftOut,
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
    if (this.#known.has(word.toLowerCase())) return this.#users.of(word);
    return this.#hosts.has(word) ? this.host(word) : null;
  }

  /** Numbers hosts and users before anything is written: a name may stand in a line above its row. */
  #meetAll(): void {
    const { rowCount } = this.#listing;
    let block = -1;
    let hasUsers = false;
    for (let index = 0; index < rowCount; index += 1) {
      const row = this.#listing.row(index);
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
    if (span !== undefined) this.user(this.#listing.line(row.line).slice(span.start, span.end));
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

  #line(n: number): string {
    const { kind, ...fate } = this.#listing.fate(n);
    const line = this.#listing.line(n);
    switch (kind) {
      case "socket":
        return "row" in fate ? this.#rows(n, fate.row, line) : "";
      case "heading":
        return redactedWords(line, this);
      case "continuation":
        return this.#continuation(n, line);
      default:
        return redactedLine(kind, line);
    }
  }

  /** For lines in their order. */
  #blockAt(n: number): Block | undefined {
    const { blocks } = this.#listing;
    while ((blocks[this.#block]?.to ?? n) < n) this.#block += 1;
    return blocks[this.#block];
  }

  /** lsof -F puts one value on a line, behind the letter of its kind. */
  #continuation(n: number, line: string): string {
    if (this.#blockAt(n)?.dialect === "lsof-fields") {
      if (line.startsWith("L")) return `L${this.user(line.slice(1))}`;
      if (line.startsWith("c")) return `c${this.#program(line.slice(1))}`;
    }
    return redactedWords(line, this);
  }

  /** A line's rows: docker prints several on one. */
  #rows(n: number, first: number, line: string): string {
    const pieces = new Map<number, Piece>();
    const { rowCount } = this.#listing;
    for (let index = first; index < rowCount; index += 1) {
      const row = this.#listing.row(index);
      if (row.line !== n) break;
      for (const { field, start, end } of row.spans) {
        const text = this.#value(row, field, line.slice(start, end));
        pieces.set(start, { start, end, text });
      }
    }
    const words = this.#blockAt(n)?.dialect === "docker-ps" ? redactedContainer : redactedWords;
    return rewritten(line, [...pieces.values()], (between) =>
      /[\p{L}\p{N}]/u.test(between) ? words(between, this) : between,
    );
  }

  #value(row: Row, field: Field, text: string): string {
    switch (field) {
      case "localAddress":
        return this.#endpoint(row.entry.local.address, text);
      case "peerAddress":
        return this.#endpoint(row.entry.peer?.address ?? "*", text);
      case "localZone":
      case "peerZone":
        return isKeptZone(text) ? text : this.#zones.of(text);
      case "user":
        return this.user(text);
      case "program":
        return this.#program(text);
      case "process":
        return this.#process(row, text);
      case "rest":
        return redactedWords(text, this);
      default:
        return text;
    }
  }

  /** `text` is the address as it stands in the line: in hexadecimal, for /proc/net. */
  #endpoint(address: string, text: string): string {
    if (address === "*") return text;
    const shown = this.address(address);
    if (shown === address) return text;
    const isHex = text !== address && /^(?:[\dA-F]{8}|[\dA-F]{32})$/.test(text);
    if (!isHex) return text === address ? shown : this.address(text);
    const hex = hexOfAddress(shown);
    return hexOfAddress(address) === text ? hex : turned(hex);
  }

  #program(text: string): string {
    if (!this.#programsToo) return redactedProgram(text, this);
    return /^prog-\d+$/.test(text) ? text : this.#programs.of(text);
  }

  /** users:(("nginx",pid=7,fd=6),…): the names between the quotation marks. */
  #process(row: Row, text: string): string {
    if (!text.includes('("')) return text === "-" ? text : redactedWords(text, this);
    let shown = "";
    let at = 0;
    for (const { name } of row.entry.processes) {
      const start = text.indexOf('("', at);
      if (start < 0) break;
      const from = start + 2;
      const end = name === null ? from : from + name.length;
      shown += text.slice(at, from) + (name === null ? "" : this.#program(name));
      at = end;
    }
    const rest = text.slice(at);
    // What is cut inside a name may be a part of any name.
    return shown + (rest.includes('("') ? rest.slice(0, rest.indexOf('("') + 2) : rest);
  }
}

/** A host's pseudonym made as long as the name it stands for, which a tool may have cut. */
function filled(shown: string, name: string): string {
  const tail = /(?:\.{1,3}|…)$/.exec(name)?.[0] ?? "";
  const room = name.length - tail.length;
  return shown.padEnd(room, ".example").slice(0, Math.max(room, 1)) + tail;
}

/** The bytes of each 32-bit number the other way round. */
const turned = (hex: string) =>
  hex.replace(
    /(..)(..)(..)(..)/g,
    (_, a: string, b: string, c: string, d: string) => d + c + b + a,
  );

/** All that looks like an address or one of our pseudonyms, in small letters. */
function valuesIn(text: string): Set<string> {
  const found = text.matchAll(
    /\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f:.]+|(?:host|user|prog|if)-\d+/gi,
  );
  const values = new Set<string>();
  for (const [value] of found) values.add(value.toLowerCase());
  return values;
}
