/**
 * An address with its port as macOS, the BSDs, Solaris, AIX and HP-UX write them: the last dot stands
 * before the port. 192.0.2.5.443, *.80, 2001:db8::1.22, fe80::1%lo0.123, localhost.ipp. Their tools cut
 * an address to 16 characters (12 for names beside a PCB's address), so that a part of one, a zone
 * without its name or a name that ends in a dot is met as well: in-x6d.1e100..imaps.
 * Source: inetprint and inet6print of FreeBSD's, OpenBSD's and Apple's netstat.
 */
import { DOT, PERCENT } from "./character-codes.ts";
import { ADDRESS } from "./address-shape.ts";
import { ENDPOINT, found, readAddress, readPort } from "./endpoint-text.ts";
import type { LineFields } from "./line-fields.ts";
import type { RowFields } from "./row-fields.ts";
import { takeFound } from "./dialect.ts";
import { READ, whyEndpoint } from "./unreadable.ts";

/** To how many characters an address is cut. */
export const CUT_ADDRESS = 16;
/** The same for names, where the address of a PCB stands first. */
export const CUT_NAME_BESIDE_PCB = 12;

/** Reads the endpoint at start..end into `found`; returns one of ENDPOINT. */
export function readDottedEndpoint(text: string, start: number, end: number): number {
  let dot = end - 1;
  while (dot > start && text.charCodeAt(dot) !== DOT) dot -= 1;
  if (dot === start || dot + 1 === end) return ENDPOINT.noPort;
  const hasCutZone = text.charCodeAt(dot - 1) === PERCENT && dot - start === CUT_ADDRESS;
  if (!readAddress(text, start, hasCutZone ? dot - 1 : dot)) return ENDPOINT.badAddress;
  const { shape } = found;
  if (shape === ADDRESS.v6Part && !isCutLength(dot - start)) return ENDPOINT.badAddress;
  const fault = readPort(text, dot + 1, end);
  if (fault !== ENDPOINT.read) return fault;
  found.portStart = dot + 1;
  found.portEnd = end;
  return ENDPOINT.read;
}

const isCutLength = (length: number) => length === CUT_ADDRESS || length === CUT_NAME_BESIDE_PCB;

/** Reads field `at` of the line as the local or the peer endpoint; returns READ or a reason. */
export function takeDotted(
  line: LineFields,
  at: number,
  row: RowFields,
  side: "local" | "peer",
): number {
  const fault = readDottedEndpoint(line.text, line.startOf(at), line.endOf(at));
  if (fault !== ENDPOINT.read) return whyEndpoint(fault, side);
  takeFound(row, side);
  return READ;
}

/** Whether field `at` is such an endpoint. */
export function isDotted(line: LineFields, at: number): boolean {
  return (
    at < line.count &&
    readDottedEndpoint(line.text, line.startOf(at), line.endOf(at)) === ENDPOINT.read
  );
}
