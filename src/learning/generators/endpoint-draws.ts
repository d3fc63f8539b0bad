/** IPv6 addresses to ask about, in their canonical form (RFC 5952) and in other spellings; all for documentation. */
import type { Draw } from "../draw.ts";

/** Groups of an address that a hurried eye takes for a port. */
const LIKE_PORTS = ["22", "25", "53", "80", "443", "993", "3306", "5432", "8080"] as const;

/** Eight groups, written with small letters and without leading zeros. Groups of 0 stand together in one run of two or more. */
export type Groups = readonly string[];

export function drawGroups(draw: Draw): Groups {
  const net = draw.pick([
    "0",
    draw.whole(1, 0xff).toString(16),
    draw.whole(1, 0xffff).toString(16),
  ]);
  const last = draw.chance(1, 2) ? draw.pick(LIKE_PORTS) : draw.whole(1, 0xfff).toString(16);
  const before = draw.chance(1, 3) ? draw.whole(1, 0xffff).toString(16) : "0";
  return ["2001", "db8", net, "0", "0", "0", before, last];
}

/** "2001:db8::1" */
export function canonical(groups: Groups): string {
  const from = groups.indexOf("0");
  let to = from;
  while (groups[to] === "0") to += 1;
  return `${groups.slice(0, from).join(":")}::${groups.slice(to).join(":")}`;
}

/** "2001:0db8:0000:…:0001" */
export function inFull(groups: Groups): string {
  return groups.map((group) => group.padStart(4, "0")).join(":");
}

export function drawIpv6(draw: Draw): string {
  return canonical(drawGroups(draw));
}
