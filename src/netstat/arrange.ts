/**
 * Which rows are shown, in which order and in which groups: a filter, a stable order and a grouping over
 * the index of a listing's rows. All by small whole numbers, so a million rows take well under a second.
 * Rows without the value that is asked for come last in both directions.
 */
import { TCP_STATES } from "#net/tcp-state";
import { addressRanks, byLetters, ranksOf } from "./address-order.ts";
import type { InternedTexts } from "./interned-texts.ts";
import { sortedBy } from "./radix-sort.ts";
import { filteredRows, type RowFilter } from "./row-filter.ts";
import { FIRST_NAMED_PORT, NONE, type RowIndex } from "./row-index.ts";

export const SORT_KEYS = [
  "line",
  "protocol",
  "localAddress",
  "localPort",
  "peerAddress",
  "peerPort",
  "state",
  "program",
  "pid",
  "user",
] as const;

export type SortKey = (typeof SORT_KEYS)[number];

export interface RowOrder {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** "port" is the service's port: a client's rows go to the port they call. */
export const GROUPINGS = ["none", "program", "peer", "port", "state"] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface RowGroup {
  /** "nginx", "TCP port 443", or that the rows have none: "no program named". */
  readonly label: string;
  /** The group's first row: its place in `rows`. */
  readonly from: number;
  readonly count: number;
}

export interface Arrangement {
  /** Rows counted from 0, in the order to show them. */
  readonly rows: Int32Array;
  /** One after the other, the largest first; equal ones by name. One for all rows where nothing is grouped. */
  readonly groups: readonly RowGroup[];
}

export interface ArrangeOptions {
  readonly filter?: RowFilter | undefined;
  readonly order?: RowOrder | undefined;
  readonly group?: Grouping | undefined;
}

/** Linear in the rows of the index. */
export function arrange(index: RowIndex, options: ArrangeOptions = {}): Arrangement {
  const { filter = {}, order = { by: "line", descending: false }, group = "none" } = options;
  const rows = orderedRows(index, filteredRows(index, filter), order);
  if (group === "none") {
    return { rows, groups: rows.length === 0 ? [] : [{ label: "", from: 0, count: rows.length }] };
  }
  return grouped(index, rows, group);
}

/** Sorts above every value: such rows come last. */
const LAST = 0xffffffff;

function orderedRows(index: RowIndex, rows: Int32Array, { by, descending }: RowOrder): Int32Array {
  const keys = sortKeys(index, by);
  if (!descending) return sortedBy(rows, keys);
  let most = 0;
  for (const row of rows) if (keys[row] !== LAST) most = Math.max(most, keys[row]!);
  return sortedBy(
    rows,
    keys.map((key) => (key === LAST ? LAST : most - key)),
  );
}

/** For each row a number by which it sorts. */
function sortKeys(index: RowIndex, by: SortKey): Uint32Array {
  switch (by) {
    case "line":
      return keysOf(index.lines, (line) => line);
    case "protocol":
      return rankKeys(index.protocols, index.protocolNames);
    case "localAddress":
      return addressKeys(index, index.localAddresses);
    case "localPort":
      return portKeys(index, index.localPorts);
    case "peerAddress":
      return addressKeys(index, index.peerAddresses);
    case "peerPort":
      return portKeys(index, index.peerPorts);
    case "state":
      return keysOf(index.states, (state) => (state === 0 ? LAST : state));
    case "program":
      return rankKeys(index.programs, index.programNames);
    case "pid":
      return keysOf(index.pids, (pid) => (pid === NONE ? LAST : pid));
    case "user":
      return rankKeys(index.users, index.userNames);
  }
}

function keysOf(column: ArrayLike<number>, key: (value: number) => number): Uint32Array {
  const keys = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row += 1) keys[row] = key(column[row]!);
  return keys;
}

function rankKeys(column: ArrayLike<number>, { texts }: InternedTexts): Uint32Array {
  const ranks = ranksByLetters(texts);
  return keysOf(column, (id) => (id === NONE ? LAST : ranks[id]!));
}

function ranksByLetters(texts: readonly string[]): Uint32Array {
  const order = Int32Array.from(texts.keys());
  return ranksOf(order.sort((one, other) => byLetters(texts[one]!, texts[other]!)));
}

/** Sorting a million different addresses is the longest step: their order is kept while no more come. */
const knownRanks = new WeakMap<RowIndex, Uint32Array>();

function addressKeys(index: RowIndex, column: Int32Array): Uint32Array {
  const { texts } = index.addresses;
  let ranks = knownRanks.get(index);
  if (ranks?.length !== texts.length) {
    ranks = addressRanks(texts);
    knownRanks.set(index, ranks);
  }
  const places = ranks;
  return keysOf(column, (id) => (id === NONE ? LAST : places[id]!));
}

/** Numbers by value, names after them by letter. */
function portKeys({ portNames }: RowIndex, column: Int32Array): Uint32Array {
  const ranks = ranksByLetters(portNames.texts);
  return keysOf(column, (port) => {
    if (port === NONE) return LAST;
    return port < FIRST_NAMED_PORT ? port : FIRST_NAMED_PORT + ranks[port - FIRST_NAMED_PORT]!;
  });
}

/** The rows of each group together, in the order they had. */
function grouped(index: RowIndex, rows: Int32Array, grouping: Exclude<Grouping, "none">) {
  const keyOf = groupKey(index, grouping);
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const groupOf = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const key = keyOf(rows[at]!);
    let group = numbers.get(key);
    if (group === undefined) {
      group = counts.length;
      numbers.set(key, group);
      counts.push(0);
    }
    groupOf[at] = group;
    counts[group] = counts[group]! + 1;
  }
  const labels = [...numbers.keys()].map((key) => groupLabel(index, grouping, key));
  const order = [...counts.keys()].sort(
    (one, other) => counts[other]! - counts[one]! || byLetters(labels[one]!, labels[other]!),
  );
  const next = new Int32Array(counts.length);
  const groups: RowGroup[] = [];
  let from = 0;
  for (const group of order) {
    next[group] = from;
    groups.push({ label: labels[group]!, from, count: counts[group]! });
    from += counts[group]!;
  }
  const placed = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const group = groupOf[at]!;
    placed[next[group]!] = rows[at]!;
    next[group] = next[group]! + 1;
  }
  return { rows: placed, groups };
}

/** Port 53 of TCP and of UDP are different ports: the protocol goes in front of the port. */
const PORT_SPAN = 2 ** 32;

function groupKey(index: RowIndex, grouping: Exclude<Grouping, "none">): (row: number) => number {
  switch (grouping) {
    case "program":
      return (row) => index.programs[row]!;
    case "peer":
      return (row) => index.peerAddresses[row]!;
    case "port":
      return (row) => index.protocols[row]! * PORT_SPAN + index.servicePorts[row]! + 1;
    case "state":
      return (row) => index.states[row]!;
  }
}

function groupLabel(index: RowIndex, grouping: Exclude<Grouping, "none">, key: number): string {
  switch (grouping) {
    case "program":
      return key === NONE ? "no program named" : index.programNames.texts[key]!;
    case "peer":
      return key === NONE ? "no peer" : index.addresses.texts[key]!;
    case "port": {
      const protocol = index.protocolNames.texts[Math.floor(key / PORT_SPAN)]!.toUpperCase();
      const port = index.portText((key % PORT_SPAN) - 1);
      return port === "" ? `${protocol}, no port` : `${protocol} port ${port}`;
    }
    case "state":
      return key === 0 ? "no state" : TCP_STATES[key - 1]!;
  }
}
