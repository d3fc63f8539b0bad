/**
 * Addresses in the order a person expects: the wildcard, IPv4 by number (10.0.0.9 before 10.0.0.10), IPv6
 * by number, then names by letter. Each address becomes five 32-bit numbers, which are sorted digit by
 * digit: a million addresses need no comparison. Simplified: what a tool cut off an IPv6 address counts as 0.
 */
import { radixSorted } from "./radix-sort.ts";

const WILDCARD = 0;
const IPV4 = 1;
const IPV6 = 2;
const NAME = 3;

/** For each address its place in the order; equal addresses may not occur twice. Linear, but for names. */
export function addressRanks(addresses: readonly string[]): Uint32Array {
  const count = addresses.length;
  const kinds = new Uint32Array(count);
  const words = [0, 1, 2, 3].map(() => new Uint32Array(count));
  const [first, second, third, fourth] = words as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const names: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const address = addresses[at]!;
    const kind = readWords(address);
    kinds[at] = kind;
    if (kind === NAME) names.push(at);
    first[at] = found[0]!;
    second[at] = found[1]!;
    third[at] = found[2]!;
    fourth[at] = found[3]!;
  }
  names.sort((one, other) => byLetters(addresses[one]!, addresses[other]!));
  for (let place = 0; place < names.length; place += 1) first[names[place]!] = place;
  const order = radixSorted(count, [fourth, third, second, first, kinds]);
  return ranksOf(order);
}

/** For each index its place in the order. */
export function ranksOf(order: Int32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place += 1) ranks[order[place]!] = place;
  return ranks;
}

/** Capitals and small letters side by side; where that is all that differs, by character codes. */
export function byLetters(one: string, other: string): number {
  const small = one.toLowerCase();
  const otherSmall = other.toLowerCase();
  if (small !== otherSmall) return small < otherSmall ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The 128 bits that `readWords` read last; an IPv4 address is in the first word. */
const found = new Uint32Array(4);

function readWords(address: string): number {
  found.fill(0);
  if (address === "*") return WILDCARD;
  if (address.includes(":")) return readGroups(address) ? IPV6 : NAME;
  const ipv4 = readOctets(address, 0);
  if (ipv4 < 0) return NAME;
  found[0] = ipv4;
  return IPV4;
}

/** The number that four octets from `start` to the end make; -1 for anything else. */
function readOctets(text: string, start: number): number {
  let value = 0;
  let octet = -1;
  let octets = 0;
  for (let at = start; at <= text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      octet = Math.max(octet, 0) * 10 + digit;
      if (octet > 255) return -1;
    } else if (octet >= 0 && (at === text.length || text.charCodeAt(at) === 46)) {
      value = value * 256 + octet;
      octets += 1;
      octet = -1;
    } else return -1;
  }
  return octets === 4 ? value : -1;
}

/** Fills `found` with the address's groups; false when a group is no number. */
function readGroups(address: string): boolean {
  const gap = address.indexOf("::");
  if (gap < 0) return readSide(address, 0) >= 0;
  const head = gap === 0 ? 0 : readSide(address.slice(0, gap), 0);
  if (head < 0) return false;
  const tail = address.slice(gap + 2);
  const count = tail === "" ? 0 : countGroups(tail);
  return count === 0 || readSide(tail, Math.max(head, 8 - count)) >= 0;
}

const countGroups = (text: string) => text.split(":").length + (text.includes(".") ? 1 : 0);

/** Puts the groups of `text` from group `from` on; how many groups are filled then, or -1. */
function readSide(text: string, from: number): number {
  let group = from;
  for (const part of text.split(":")) {
    if (part.includes(".")) {
      const octets = readOctets(part, 0);
      if (octets < 0) return -1;
      put(group, Math.floor(octets / 65536));
      put(group + 1, octets % 65536);
      group += 2;
    } else {
      const value = part === "" ? 0 : Number(`0x${part}`);
      if (!(value <= 0xffff)) return -1;
      put(group, value);
      group += 1;
    }
  }
  return group;
}

function put(group: number, value: number): void {
  const word = group >> 1;
  if (word < 4) found[word] = found[word]! + (group % 2 === 0 ? value * 65536 : value);
}
