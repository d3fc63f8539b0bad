/** Short ways to a decoded listing, for tests. */
import { readdirSync, readFileSync } from "node:fs";
import type { SocketEntry } from "#net/socket-entry";
import { decode } from "./decode.ts";
import type { LineFate } from "./line-fate.ts";
import type { Listing, Row } from "./listing.ts";

const CAPTURES = new URL("../../content/captures/", import.meta.url);

export function capture(path: string): string {
  return readFileSync(new URL(path, CAPTURES), "utf8");
}

export function capturesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, CAPTURES)).filter((file) => file.endsWith(".txt"));
}

export interface ReadListing {
  readonly listing: Listing;
  readonly rows: readonly Row[];
  readonly entries: readonly SocketEntry[];
  readonly kinds: readonly LineFate["kind"][];
}

export function readListing(text: string): ReadListing {
  const listing = decode(text);
  const rows = Array.from({ length: listing.rowCount }, (_, i) => listing.row(i));
  const kinds = Array.from({ length: listing.lineCount }, (_, n) => listing.fate(n + 1).kind);
  return { listing, rows, entries: rows.map((row) => row.entry), kinds };
}

/** 192.0.2.1:80 > 203.0.113.9:443, with * for what is missing: a row's endpoints at a glance. */
export function glance({ protocol, local, peer, state }: SocketEntry): string {
  const side = (end: typeof local) =>
    `${end.address}${end.zone === null ? "" : `%${end.zone}`}:${end.port ?? end.service ?? "*"}`;
  return [protocol, side(local), peer === null ? "-" : side(peer), state ?? "-"].join(" ");
}
