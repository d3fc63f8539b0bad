/**
 * A decoded listing as plain data for scripts: what `npm run -s decode -- --json` prints and the page
 * exports. Values stay as printed where a tool printed words; null stands for what is not known, or not
 * the case. Names and order of the keys are stable.
 */
import type { Family, SocketEndpoint, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { Explainer, Exposure, Role } from "./explanation.ts";
import type { Field } from "./field.ts";
import type { LineFate } from "./line-fate.ts";
import type { Block, Listing, OperatingSystem } from "./listing.ts";

export interface ResultBlock {
  /** As a person names it: "Windows netstat", "ss". */
  readonly tool: string;
  readonly os: OperatingSystem;
  readonly confidence: "certain" | "likely";
}

export interface ResultEndpoint {
  /** As printed, without brackets and zone; "*" for every spelling of the wildcard. */
  readonly address: string;
  readonly zone: string | null;
  readonly port: number | null;
  /** The name that was printed in the port's place. */
  readonly service: string | null;
}

export interface ResultProcess {
  readonly pid: number | null;
  readonly name: string | null;
}

export interface ResultEntry {
  /** Counts from 1. */
  readonly line: number;
  /** Without 4 or 6. */
  readonly protocol: string;
  readonly family: Family | null;
  readonly local: ResultEndpoint;
  /** Null for a listener, and where none was printed. */
  readonly peer: ResultEndpoint | null;
  /** By its RFC 9293 name. */
  readonly state: TcpState | null;
  /** The first of the owners. */
  readonly process: ResultProcess | null;
  readonly processes: readonly ResultProcess[];
  /** Fields whose text the tool may have cut. */
  readonly truncated: readonly Field[];
  readonly role: Role;
  /** Null where nobody new can reach the socket: a connection, or a port that is only held. */
  readonly exposure: Exposure | null;
}

export interface ResultLine {
  /** Counts from 1. */
  readonly line: number;
  readonly kind: LineFate["kind"];
}

export interface ListingResult {
  readonly blocks: readonly ResultBlock[];
  readonly entries: readonly ResultEntry[];
  readonly lines: readonly ResultLine[];
}

/** The whole result at once. For a listing of very many rows take `resultText`, which keeps none. */
export function resultOf(listing: Listing, explain: Explainer): ListingResult {
  return {
    blocks: listing.blocks.map(resultBlock),
    entries: Array.from({ length: listing.rowCount }, (_, row) => resultEntry(explain, row)),
    lines: Array.from({ length: listing.lineCount }, (_, at) => resultLine(listing, at + 1)),
  };
}

/**
 * The same as JSON, in pieces: a block, an entry or a line each. Of all rows, or of those that are given
 * (counted from 0, in the order to write them): then the lines are theirs alone.
 */
export function* resultText(
  listing: Listing,
  explain: Explainer,
  rows?: ArrayLike<number>,
): Generator<string> {
  yield '{"blocks":[';
  for (const [at, block] of listing.blocks.entries()) yield piece(at, resultBlock(block));
  yield '\n],"entries":[';
  const count = rows?.length ?? listing.rowCount;
  const lines: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const entry = resultEntry(explain, rows === undefined ? at : rows[at]!);
    if (rows !== undefined) lines.push(entry.line);
    yield piece(at, entry);
  }
  yield '\n],"lines":[';
  if (rows === undefined)
    for (let at = 0; at < listing.lineCount; at += 1) yield piece(at, resultLine(listing, at + 1));
  else
    for (const [at, line] of [...new Set(lines)].entries())
      yield piece(at, resultLine(listing, line));
  yield "\n]}\n";
}

const piece = (at: number, value: object) => `${at === 0 ? "" : ","}\n${harmlessJson(value)}`;

/** What JSON leaves as it is and a terminal obeys: C1 controls, direction marks, unseen characters. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function harmlessJson(value: object): string {
  return JSON.stringify(value).replace(OBEYED, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

const resultBlock = ({ tool, os, confidence }: Block): ResultBlock => ({ tool, os, confidence });

const resultLine = (listing: Listing, line: number): ResultLine => ({
  line,
  kind: listing.fate(line).kind,
});

function resultEntry(explain: Explainer, index: number): ResultEntry {
  const { row, role, exposure } = explain.judge(index);
  const { protocol, family, local, peer, state } = row.entry;
  const processes = row.entry.processes.map(resultProcess);
  return {
    line: row.line,
    protocol,
    family,
    local: resultEndpoint(local),
    peer: peer === null ? null : resultEndpoint(peer),
    state,
    process: processes[0] ?? null,
    processes,
    truncated: row.truncated,
    role,
    exposure,
  };
}

const resultProcess = ({ pid, name }: SocketProcess): ResultProcess => ({ pid, name });

const resultEndpoint = ({ address, zone, port, service }: SocketEndpoint): ResultEndpoint => ({
  address,
  zone,
  port,
  service,
});
