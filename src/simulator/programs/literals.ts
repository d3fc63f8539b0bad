/** Bytes, addresses and constants as they are written in each language. One character of a text is one byte, up to U+00FF. */

export const FAMILY_NAMES = { 4: "AF_INET", 6: "AF_INET6" };
export const TYPE_NAMES = { stream: "SOCK_STREAM", dgram: "SOCK_DGRAM", raw: "SOCK_RAW" };
export const SHUT_NAMES = { read: "SHUT_RD", write: "SHUT_WR", both: "SHUT_RDWR" };

/** Of so many alike, a language says the byte and the count. */
const MANY = 24;

/** Null where the bytes are few or not all alike. */
export function repeatedByte(data: string): string | null {
  const [first] = data;
  return first !== undefined && data.length >= MANY && data === first.repeat(data.length)
    ? first
    : null;
}

/** b"hello", b"x" * 500. */
export function pythonBytes(data: string): string {
  const repeated = repeatedByte(data);
  if (repeated !== null) return `${pythonBytes(repeated)} * ${data.length}`;
  return `b"${escaped(data, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`)}"`;
}

/** Octal escapes of three digits: they end by themselves, and \x would take following digits in. */
export function cText(data: string): string {
  return `"${escaped(data, octal).replaceAll("??", String.raw`?\?`)}"`;
}

/** 'x' */
export function cCharacter(byte: string): string {
  return byte === "'" ? String.raw`'\''` : `'${byte === '"' ? byte : escaped(byte, octal)}'`;
}

/** "hello", "x".repeat(500), Buffer.from("…", "latin1") where a text would become other bytes in UTF-8. */
export function nodeData(data: string): string {
  const repeated = repeatedByte(data);
  const hex = (byte: number) => `\\x${byte.toString(16).padStart(2, "0")}`;
  const text =
    repeated === null
      ? `"${escaped(data, hex)}"`
      : `"${escaped(repeated, hex)}".repeat(${data.length})`;
  return /[\u0080-\u00FF]/.test(data) ? `Buffer.from(${text}, "latin1")` : text;
}

const octal = (byte: number) => `\\${byte.toString(8).padStart(3, "0")}`;

const NAMED: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  "\\": "\\\\",
  "\n": String.raw`\n`,
  "\r": String.raw`\r`,
  "\t": String.raw`\t`,
};

function escaped(data: string, number: (byte: number) => string): string {
  return Array.from(
    data,
    (character) =>
      NAMED[character] ??
      (/[ -~]/.test(character) ? character : number(character.codePointAt(0) ?? 0)),
  ).join("");
}

/** "*" by the socket's family. */
export function addressText(address: string, domain: 4 | 6): string {
  if (address !== "*") return address;
  return domain === 6 ? "::" : "0.0.0.0";
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: "IPPROTO_ICMP",
  6: "IPPROTO_TCP",
  17: "IPPROTO_UDP",
  58: "IPPROTO_ICMPV6",
};

/** The protocol's name in <netinet/in.h>, or its number. */
export function protocolName(protocol: number): string {
  return PROTOCOLS[protocol] ?? String(protocol);
}

/** The level that setsockopt() wants with an option. */
export function optionLevel(option: string): "SOL_SOCKET" | "IPPROTO_TCP" | "IPPROTO_IPV6" {
  if (option.startsWith("TCP_")) return "IPPROTO_TCP";
  return option.startsWith("IPV6_") ? "IPPROTO_IPV6" : "SOL_SOCKET";
}
