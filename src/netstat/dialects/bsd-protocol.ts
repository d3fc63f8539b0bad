/**
 * The first field of a BSD row: tcp4, udp6, tcp46, icm6, on some systems tcp alone. With -A the address of
 * a control block stands before it, and on macOS a flow's hash too.
 */
import type { LineFields } from "../line-fields.ts";
import { protocolNames } from "./protocol-names.ts";

/** "icm" is ICMP cut to three characters, "div" a divert socket, "toe" TCP in the network card. */
const PROTOCOLS = [
  "tcp",
  "udp",
  "icm",
  "icmp",
  "igmp",
  "ip",
  "div",
  "divert",
  "toe",
  "sdp",
] as const;
const FULL_NAMES: Readonly<Record<string, string>> = { icm: "icmp", div: "divert", toe: "tcp" };
export const TCP = PROTOCOLS.indexOf("tcp");
export const IP = PROTOCOLS.indexOf("ip");
export const TOE = PROTOCOLS.indexOf("toe");

export const NONE = -1;

/** What the last call of `protocolOf` found behind the name: 4, 6 or 46, 0 for nothing. */
export const suffix = { version: 0 };

/** The field's place among the protocols, NONE when it is none. Its version goes to `suffix`. */
export function protocolOf(line: LineFields, at: number): number {
  if (at >= line.count) return NONE;
  const { text } = line;
  const start = line.startOf(at);
  let end = line.endOf(at);
  const first = text.charCodeAt(start);
  if (
    end - start > 8 ||
    (first !== 116 && first !== 117 && first !== 105 && first !== 100 && first !== 115)
  )
    return NONE;
  suffix.version = 0;
  const last = text.charCodeAt(end - 1);
  if (last === 52) {
    suffix.version = 4;
    end -= 1;
  } else if (last === 54) {
    suffix.version = 6;
    end -= 1;
    if (text.charCodeAt(end - 1) === 52) {
      suffix.version = 46;
      end -= 1;
    }
  }
  for (let index = 0; index < PROTOCOLS.length; index += 1) {
    const name = PROTOCOLS[index]!;
    if (name.length === end - start && text.startsWith(name, start)) return index;
  }
  return NONE;
}

/** Where the protocol stands: first, or after a control block's address (and on macOS a flow's hash). */
export function protocolAt(line: LineFields): number {
  if (protocolOf(line, 0) !== NONE) return 0;
  if (line.count < 4 || !isPcb(line)) return NONE;
  if (protocolOf(line, 1) !== NONE) return 1;
  return isHex(line, 1) && protocolOf(line, 2) !== NONE ? 2 : NONE;
}

/** Who may not see kernel addresses is shown 0 or 0x0. */
const isPcb = (line: LineFields) =>
  isHex(line, 0) && (line.lengthOf(0) > 5 || line.is(0, "0") || line.is(0, "0x0"));

/** Small letters, 0x in front or not, no longer than an address. */
export function isHex(line: LineFields, at: number): boolean {
  const { text } = line;
  const end = line.endOf(at);
  let i = line.startOf(at);
  if (end - i > 18) return false;
  if (text.charCodeAt(i) === 48 && text.charCodeAt(i + 1) === 120) i += 2;
  for (; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

/** What the field stands for. */
export const NAMED = protocolNames(PROTOCOLS, FULL_NAMES);
