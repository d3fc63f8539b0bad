/**
 * A decoded listing in sentences: each block and what it was taken for, its rows, what deserves a look,
 * and what was not understood, with the reasons. In pieces, so that a million rows need no room.
 */
import type { Explainer } from "#netstat/explanation";
import { type LineFate, fateSentence } from "#netstat/line-fate";
import type { Block, Listing } from "#netstat/listing";
import { type Remark, type Summary, summary } from "#netstat/summary";
import { type UnixSocket, unixSocketOf } from "#netstat/unix-socket";
import { harmlessText } from "./harmless-text.ts";

/** Lines that are told of by their kind, for they hold no socket of a port. */
const TOLD_KINDS: readonly LineFate["kind"][] = [
  "routes",
  "interfaces",
  "multicast",
  "statistics",
  "usage",
  "error",
];

const MOST_LINES_NAMED = 6;

export function* toldListing(listing: Listing, explain: Explainer): Generator<string> {
  yield* toldRows(listing, explain);
  const found = summary(listing, explain);
  yield* toldRemarks(listing, found.remarks);
  yield* toldUnixSockets(listing, found);
  yield* toldOthers(listing, found);
  yield* toldUnread(found);
  yield `${found.sentence}\n`;
}

function* toldRows(listing: Listing, explain: Explainer): Generator<string> {
  let row = 0;
  for (const block of listing.blocks) {
    yield `${title(block)}\n${harmlessText(block.why)}\n`;
    for (const last = row + block.rowCount; row < last; row += 1) {
      const { sentence, service } = explain.explain(row);
      const hint = service === null ? "" : ` Usual on that port: ${service}.`;
      yield `line ${listing.row(row).line}: ${harmlessText(sentence)}${hint}\n`;
    }
    yield "\n";
  }
}

function title({ tool, os, from, to, confidence }: Block): string {
  const named = os === null || tool.includes(os) ? tool : `${tool} on ${os}`;
  const sure = confidence === "certain" ? "" : ", probably";
  return `${named}${sure} (${from === to ? `line ${from}` : `lines ${from} to ${to}`})`;
}

function* toldRemarks(listing: Listing, remarks: readonly Remark[]): Generator<string> {
  if (remarks.length === 0) return;
  yield "Worth a look\n";
  for (const { title, message, rows } of remarks) {
    const lines = rows.slice(0, MOST_LINES_NAMED).map((row) => listing.row(row).line);
    const more = rows.length > lines.length ? ` and ${rows.length - lines.length} more` : "";
    const where = `${rows.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more}`;
    yield `- ${title} (${where}): ${message}\n`;
  }
  yield "\n";
}

/** Apart from the others, for they have no ports. */
function* toldUnixSockets(listing: Listing, { kinds }: Summary): Generator<string> {
  if (kinds.unix === undefined) return;
  yield "UNIX-domain sockets: they join two programs on this machine through a file's name, without ports\n";
  for (let n = 1; n <= listing.lineCount; n += 1) {
    if (listing.fate(n).kind !== "unix") continue;
    const socket = unixSocketOf(listing.line(n));
    if (socket !== null) yield `line ${n}: ${harmlessText(unixWords(socket))}\n`;
  }
  yield "\n";
}

function unixWords({ type, state, path, peerPath, processes }: UnixSocket): string {
  const [first] = processes;
  const words = [
    path ?? (peerPath === null ? "without a name" : `joined to ${peerPath}`),
    type,
    state,
    first?.name ?? (first === undefined ? null : `process ${first.pid}`),
  ];
  return words.filter((word) => word !== null).join(", ");
}

function* toldOthers(listing: Listing, { kinds }: Summary): Generator<string> {
  const told = TOLD_KINDS.filter((kind) => kinds[kind] !== undefined);
  if (told.length === 0) return;
  const seen = new Map<string, { first: number; count: number }>();
  for (let n = 1; n <= listing.lineCount; n += 1) {
    const fate = listing.fate(n);
    if (!told.includes(fate.kind)) continue;
    const sentence = fateSentence(fate);
    const known = seen.get(sentence);
    if (known === undefined) seen.set(sentence, { first: n, count: 1 });
    else known.count += 1;
  }
  yield "Other lines\n";
  for (const [sentence, { first, count }] of seen) {
    yield `- ${count === 1 ? `line ${first}` : `${count} lines from line ${first} on`}: ${sentence}\n`;
  }
  yield "\n";
}

function* toldUnread({ unread, lines, linesRead }: Summary): Generator<string> {
  if (unread.length === 0) return;
  yield "Not understood\n";
  for (const { line, text, why } of unread) {
    yield `line ${line}: ${why}\n    ${harmlessText(text, 160)}\n`;
  }
  const more = lines - linesRead - unread.length;
  yield more > 0 ? `and ${more} more\n\n` : "\n";
}
