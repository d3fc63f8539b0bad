/**
 * Addresses as Linux's /proc/net prints them: the bytes in network order, read as 32-bit numbers of the
 * machine and written in hexadecimal. A little-endian machine (x86, ARM, RISC-V) thereby turns each four
 * bytes round: 127.0.0.1 is 0100007F, ::1 is 00000000000000000000000001000000. A big-endian one (s390x)
 * prints 7F000001.
 */
import { parseAddress } from "#net/address";

/** The address of 8 or 32 hexadecimal digits; IPv6 in the form of RFC 5952. */
export function addressOfHex(hex: string, isBigEndian: boolean): string {
  const bytes = [];
  for (let word = 0; word < hex.length; word += 8) {
    for (let byte = 0; byte < 8; byte += 2) {
      const at = word + (isBigEndian ? byte : 6 - byte);
      bytes.push(Number.parseInt(hex.slice(at, at + 2), 16));
    }
  }
  if (bytes.length === 4) return bytes.join(".");
  const groups = [];
  for (let at = 0; at < bytes.length; at += 2) {
    groups.push(((bytes[at]! << 8) | bytes[at + 1]!).toString(16));
  }
  const whole = groups.join(":");
  const address = parseAddress(whole);
  return address.type === "error" ? whole : address.text;
}

/** The digits of an IPv4 or IPv6 address in the form of RFC 5952, as a little-endian machine prints them. */
export function hexOfAddress(address: string): string {
  const bytes = address.includes(":") ? bytesOfIpv6(address) : address.split(".").map(Number);
  let hex = "";
  for (let word = 0; word < bytes.length; word += 4) {
    for (let at = word + 3; at >= word; at -= 1) hex += bytes[at]!.toString(16).padStart(2, "0");
  }
  return hex.toUpperCase();
}

function bytesOfIpv6(address: string): readonly number[] {
  const dotted = /\d+(?:\.\d+){3}$/.exec(address)?.[0];
  const tail = dotted === undefined ? [] : dotted.split(".").map(Number);
  const [before = "", after = ""] = address
    .slice(0, address.length - (dotted?.length ?? 0))
    .split("::")
    .map((part) => part.replace(/:$/, ""));
  const first = bytesOfGroups(before);
  const last = [...bytesOfGroups(after), ...tail];
  return [...first, ...Array<number>(16 - first.length - last.length).fill(0), ...last];
}

function bytesOfGroups(text: string): readonly number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
