/**
 * Other addresses in the place of real ones, always the same for the same. Public IPv4 becomes one of the
 * documentation networks (RFC 5737): 198.51.100.0/24, 203.0.113.0/24, 192.0.2.0/24; when all 762 are given
 * away, 198.18.0.0/15 (RFC 2544, laboratories) and then 240.0.0.0/4 (RFC 1112, reserved), which no real host
 * has either. Public IPv6 becomes 2001:db8::n (RFC 3849). Loopback, multicast, the wildcard and addresses
 * made for examples stay, and so do private and link-local ones unless asked otherwise. An IPv6 address
 * that was made from a network card's number (FF:FE in its middle, RFC 4291 appendix A) tells which machine
 * it is: it is replaced even where the others stay. A pseudonym is never an address that the text holds.
 */
import { type Address, parseAddress } from "#net/address";

const PUBLIC_V4 = ["198.51.100.", "203.0.113.", "192.0.2."].flatMap((net) =>
  Array.from({ length: 254 }, (_, host) => `${net}${host + 1}`),
);
const LABORATORY = 2 ** 17;

export class AddressPseudonyms {
  readonly #taken: ReadonlySet<string>;
  readonly #withPrivate: boolean;
  readonly #given = new Map<string, string>();
  readonly #next = new Map<string, number>();

  /** `taken`: the addresses that the text holds, as they stand there. */
  constructor(taken: ReadonlySet<string>, withPrivate: boolean) {
    this.#taken = taken;
    this.#withPrivate = withPrivate;
  }

  /** How many addresses were replaced. */
  get count(): number {
    return this.#given.size;
  }

  /** Whether the text is an address or the mark for one, and no name. */
  isAddress(text: string): boolean {
    if (text === "*" || text.includes(":")) return true;
    const address = parseAddress(text);
    return (
      address.type !== "error" ||
      ["placeholder", "octet-too-large", "leading-zero"].includes(address.reason)
    );
  }

  /** The address to show; null where the text is no address but a name. */
  of(text: string): string | null {
    if (text === "*") return text;
    const address = parseAddress(text);
    if (address.type !== "error") return this.#ofAddress(address, text);
    switch (address.reason) {
      case "placeholder":
        return text;
      case "octet-too-large":
        return isMark(text) ? text : this.#give(`x ${text}`, "impossible");
      case "leading-zero":
        return this.of(text.split(".").map(Number).join("."));
      default:
        return text.includes(":") ? this.ofCut(text) : null;
    }
  }

  /** For an address that a tool may have cut: as long as what stands there, so that it looks cut as well. */
  ofCut(text: string): string {
    if (!text.includes(":")) return this.of(text) ?? text;
    const address = parseAddress(text);
    if (address.type === "v4-mapped") return this.#ofAddress(address, text);
    if (address.type !== "error") return this.#ofWhole(address, text);
    const small = text.toLowerCase();
    if (/^2001:0?db8:/.test(small) || !this.#isReplacedPart(small)) return text;
    const known = this.#given.get(`cut ${small}`);
    if (known !== undefined) return known;
    for (;;) {
      const number = this.#count("cut");
      const whole = `${prefixOf(small)}:${number.toString(16)}${":0000".repeat(8)}`;
      const enough = prefixOf(small).length + 1 + number.toString(16).length <= text.length;
      // In very little room only digits are left, and they tell one cut address from another.
      const shown = enough
        ? whole.slice(0, text.length)
        : number
            .toString(16)
            .padStart(text.length - 1, "0")
            .concat(":");
      if (this.#taken.has(shown)) continue;
      this.#given.set(`cut ${small}`, shown);
      return shown;
    }
  }

  #isReplacedPart(text: string): boolean {
    if (/^(?:fe[89ab]|f[cd])/.test(text)) return this.#withPrivate || /ff:?fe/.test(text);
    return !text.startsWith("ff");
  }

  /** An address that is whole and yet fills the tool's column. */
  #ofWhole(address: Exclude<Address, { type: "v4-mapped" }>, text: string): string {
    const shown = this.#ofAddress(address, text);
    if (address.family === 4 || shown === text) return shown;
    const known = this.#given.get(`cut ${address.text}`);
    if (known !== undefined) return known;
    const at = shown.indexOf("::") + 2;
    const long = shown.slice(0, at) + padded(shown.slice(at), text.length - at);
    this.#given.set(`cut ${address.text}`, long);
    this.#given.set(address.text, long);
    return long;
  }

  #ofAddress(address: Address, text: string): string {
    if (address.type === "v4-mapped") {
      const { ipv4 } = address;
      const shown = this.#ofAddress(ipv4, ipv4.text);
      return shown === ipv4.text ? text : `::ffff:${shown}`;
    }
    if (!this.#isReplaced(address)) return text;
    return this.#give(address.text, poolOf(address));
  }

  #isReplaced(address: Exclude<Address, { type: "v4-mapped" }>): boolean {
    switch (address.type) {
      case "public":
        return true;
      case "private":
      case "shared":
      case "link-local":
        return this.#withPrivate || tellsCard(address.text);
      case "reserved":
        return address.family === 6;
      default:
        return false;
    }
  }

  #give(key: string, pool: Pool): string {
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    for (;;) {
      const shown = addressOf(pool, this.#count(pool));
      if (this.#taken.has(shown)) continue;
      this.#given.set(key, shown);
      return shown;
    }
  }

  /** 1, 2, 3 … */
  #count(of: string): number {
    const number = (this.#next.get(of) ?? 0) + 1;
    this.#next.set(of, number);
    return number;
  }
}

type Pool =
  | "public-4"
  | "private-4"
  | "link-4"
  | "public-6"
  | "private-6"
  | "link-6"
  | "impossible";

function poolOf({ type, family }: Exclude<Address, { type: "v4-mapped" }>): Pool {
  if (type === "link-local") return family === 4 ? "link-4" : "link-6";
  if (type === "private" || type === "shared") return family === 4 ? "private-4" : "private-6";
  return family === 4 ? "public-4" : "public-6";
}

/** The pool's address with this number, counted from 1. */
function addressOf(pool: Pool, number: number): string {
  switch (pool) {
    case "public-4": {
      const listed = PUBLIC_V4[number - 1];
      if (listed !== undefined) return listed;
      const more = number - PUBLIC_V4.length;
      const isLaboratory = more < LABORATORY;
      return dotted(isLaboratory ? 198 * 2 ** 24 + 18 * 2 ** 16 + more : 240 * 2 ** 24 + more);
    }
    case "private-4":
      return dotted(10 * 2 ** 24 + number);
    case "link-4":
      return dotted(169 * 2 ** 24 + 254 * 2 ** 16 + 256 + number);
    case "impossible":
      return `999.999.${number >> 8}.${number & 255}`;
    case "public-6":
      return `2001:db8::${groups(number)}`;
    case "private-6":
      return `fd00::${groups(number)}`;
    case "link-6":
      return `fe80::${groups(number)}`;
  }
}

const dotted = (value: number) =>
  [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join(".");

const groups = (number: number) =>
  number < 0x10000
    ? number.toString(16)
    : `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;

/** The number of `groups`, with zeros in front, as groups of at most four digits: so long that it fills `length`. */
function padded(group: string, length: number): string {
  if (length <= group.length || group.includes(":")) return group;
  if (length <= 4) return group.padStart(length, "0");
  const last = length === 5 ? 3 : 4;
  return `${padded("0", length - last - 1)}:${group.padStart(last, "0")}`;
}

/** 333.333.333.333 or one of ours: it hides nothing. */
const isMark = (text: string) => /^(\d+)(?:\.\1){3}$/.test(text) || text.startsWith("999.999.");

/** The interface identifier of RFC 4291 appendix A: FF:FE between the halves of the card's number. */
const tellsCard = (text: string) => /ff:fe[\da-f]{2}:[\da-f]{1,4}$/.test(text);

/** The first group or two: a cut address stays public, private or of the link. */
function prefixOf(text: string): string {
  if (/^fe[89ab]/.test(text)) return "fe80";
  return /^f[cd]/.test(text) ? "fd00" : "2001:db8";
}
