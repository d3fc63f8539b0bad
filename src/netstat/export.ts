/**
 * A listing's rows as a CSV file and as a Markdown table, in pieces: a million rows need no one long text.
 * CSV is RFC 4180's. A spreadsheet takes a cell that begins with = + - or @ for a formula, and a listing may
 * hold a program of such a name: an apostrophe is put before such a cell, and before one that begins with an
 * apostrophe, so nothing is lost: who reads the file by a program drops one apostrophe from a cell's beginning.
 * JSON is in result.ts.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { bracketed, portText } from "./endpoint-print.ts";
import type { Explainer, RowJudgement } from "./explanation.ts";
import type { Listing } from "./listing.ts";

/** Rows in one piece. */
const STEP = 500;

/** Rows counted from 0, in the order to write them. */
type Rows = ArrayLike<number>;

const COLUMNS: readonly (readonly [string, (judged: RowJudgement) => string | number | null])[] = [
  ["line", ({ row }) => row.line],
  ["protocol", ({ row }) => row.entry.protocol],
  ["family", ({ row }) => row.entry.family],
  ["local_address", ({ row }) => row.entry.local.address],
  ["local_zone", ({ row }) => row.entry.local.zone],
  ["local_port", ({ row }) => portOf(row.entry.local)],
  ["peer_address", ({ row }) => row.entry.peer?.address ?? null],
  ["peer_zone", ({ row }) => row.entry.peer?.zone ?? null],
  ["peer_port", ({ row }) => (row.entry.peer === null ? null : portOf(row.entry.peer))],
  ["state", ({ row }) => row.entry.state],
  ["recv_q", ({ row }) => row.entry.recvQ],
  ["send_q", ({ row }) => row.entry.sendQ],
  ["pid", ({ row }) => row.entry.processes[0]?.pid ?? null],
  ["program", ({ row }) => row.entry.processes[0]?.name ?? null],
  ["user", ({ row }) => row.entry.processes[0]?.user ?? null],
  ["processes", ({ row }) => processesText(row.entry)],
  ["truncated", ({ row }) => row.truncated.join(" ")],
  ["role", ({ role }) => role],
  ["exposure", ({ exposure }) => exposure],
];

/** A number, or the service's name that was printed. */
const portOf = ({ port, service }: SocketEndpoint) => port ?? service;

/** 20/nginx; 21/nginx: every process that holds the socket. */
function processesText({ processes }: SocketEntry): string {
  return processes.map(({ pid, name }) => `${pid ?? "-"}/${name ?? "-"}`).join("; ");
}

/** With the columns' names in the first line; all rows, or those that are given. */
export function* csvText(listing: Listing, explain: Explainer, rows?: Rows): Generator<string> {
  yield `${COLUMNS.map(([name]) => name).join(",")}\r\n`;
  yield* pieces(listing, rows, (row) => {
    const judged = explain.judge(row);
    return `${COLUMNS.map(([, value]) => csvCell(value(judged))).join(",")}\r\n`;
  });
}

/** One cell of RFC 4180, in quotation marks where it needs them, and never a formula. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r']/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as GitHub reads it (GitHub Flavored Markdown, "Tables"): what a person would paste into an issue. */
export function* markdownText(
  listing: Listing,
  explain: Explainer,
  rows?: Rows,
): Generator<string> {
  yield "| Protocol | Local | Peer | State | Program | Role | Reached from |\n";
  yield "| --- | --- | --- | --- | --- | --- | --- |\n";
  yield* pieces(listing, rows, (index) => {
    const { row, role, exposure } = explain.judge(index);
    const { protocol, local, peer, state } = row.entry;
    const cells = [
      protocol.toUpperCase(),
      endpointText(local),
      peer === null ? "" : endpointText(peer),
      state ?? "",
      processesText(row.entry),
      role,
      exposure ?? "",
    ];
    return `| ${cells.map(markdownCell).join(" | ")} |\n`;
  });
}

function endpointText(endpoint: SocketEndpoint): string {
  const zone = endpoint.zone === null ? "" : `%${endpoint.zone}`;
  return `${bracketed(endpoint.address + zone)}:${portText(endpoint)}`;
}

/** Characters that Markdown or HTML would take for marks; a backslash before such a character takes its meaning away. */
const MARKS = /[\\`*_{}[\]<>()#+!|~&$]/g;
/** What is not seen or turns the text's direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text that shows as it is in a table's cell. */
export function markdownCell(text: string): string {
  return text.replace(UNSEEN, "\u{fffd}").replace(MARKS, "\\$&");
}

function* pieces(
  listing: Listing,
  rows: Rows | undefined,
  text: (row: number) => string,
): Generator<string> {
  const count = rows?.length ?? listing.rowCount;
  for (let from = 0; from < count; from += STEP) {
    let piece = "";
    const to = Math.min(count, from + STEP);
    for (let at = from; at < to; at += 1) piece += text(rows === undefined ? at : rows[at]!);
    yield piece;
  }
}
