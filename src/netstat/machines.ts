/**
 * Which blocks of a paste are one machine's, so that what one of them says holds for the others: tables
 * for each protocol or version (ss -tln, then ss -uln; Solaris's and OpenBSD's sections), listeners and
 * then connections, a table printed again and again (netstat -c). Nothing says so for certain, and two
 * machines' tables may stand in one paste: blocks of one tool are joined where they complete each other
 * or share addresses, and nothing but prompts of the same host stands between. Judged by the first
 * rows of each block.
 */
import { placeOf } from "./address-place.ts";
import type { Listing } from "./listing.ts";
import { NONE, type RowColumns } from "./row-columns.ts";

/** So many rows tell what a block is. */
const FIRST_ROWS = 500;
/** So many lines between two blocks are looked at. */
const MOST_BETWEEN = 50;

/** What a machine's blocks show of it so far. */
interface Shown {
  /** A protocol and a family each, as one number. */
  readonly kinds: Set<number>;
  /** By their numbers in the columns; loopback is on every machine. */
  readonly addresses: Set<number>;
  hasListeners: boolean;
  hasConnections: boolean;
}

/** For each block the first block of its machine. */
export function machinesOf(columns: RowColumns): Int32Array {
  const { listing } = columns;
  const { blocks } = listing;
  const machines = new Int32Array(blocks.length);
  let host: string | null = null;
  let firstRow = 0;
  let above: Shown | null = null;
  for (let block = 0; block < blocks.length; block += 1) {
    machines[block] = block;
    const gap = gapAbove(listing, block);
    const shown = shownBy(columns, firstRow, blocks[block]!.rowCount);
    firstRow += blocks[block]!.rowCount;
    const isSameHost = gap.isNamed && gap.host === host;
    const isOtherHost = gap.host !== null && host !== null && gap.host !== host;
    if (above !== null && !isOtherHost && isSameTool(listing, block)) {
      if (isSameHost || (gap.isQuiet && belongTogether(above, shown)))
        machines[block] = machines[block - 1]!;
    }
    above = machines[block] === block || above === null ? shown : both(above, shown);
    host = gap.host ?? (machines[block] === block ? null : host);
  }
  return machines;
}

function isSameTool({ blocks }: Listing, block: number): boolean {
  const [above, here] = [blocks[block - 1]!, blocks[block]!];
  return above.dialect === here.dialect && above.os === here.os;
}

const HOST = /^\[?[\w.-]+@([\w.-]+)/;
/** What stands before the prompt's sign: some prompts are a host's name and no more. */
const PROMPT = /^([^$#%>❯➜]*)[$#%>❯➜]/;

interface Gap {
  /** Whom the last prompt above the block asked; null where none says so. */
  readonly host: string | null;
  /** Whether that is a host's name for certain. */
  readonly isNamed: boolean;
  /** Whether nobody says anything between the block and the one above. */
  readonly isQuiet: boolean;
}

function gapAbove(listing: Listing, block: number): Gap {
  const from = (listing.blocks[block - 1]?.to ?? 0) + 1;
  const to = listing.blocks[block]!.from - 1;
  let host: string | null = null;
  let isNamed = false;
  let isQuiet = to - from < MOST_BETWEEN;
  for (let n = Math.max(from, to - MOST_BETWEEN); n <= to; n += 1) {
    const { kind } = listing.fate(n);
    if (kind === "noise") isQuiet = false;
    if (kind !== "prompt") continue;
    const line = listing.line(n).slice(0, 200).trim();
    const name = HOST.exec(line)?.[1];
    const prompt = PROMPT.exec(line)?.[1]?.trim();
    const told = name ?? prompt;
    if (told === undefined || told === "") continue;
    host = told;
    isNamed = name !== undefined;
  }
  return { host, isNamed, isQuiet };
}

function shownBy(columns: RowColumns, first: number, count: number): Shown {
  const { protocols, families, listening, peerAddresses, localAddresses, addresses } = columns;
  const shown: Shown = {
    kinds: new Set(),
    addresses: new Set(),
    hasListeners: false,
    hasConnections: false,
  };
  for (let row = first; row < first + Math.min(count, FIRST_ROWS); row += 1) {
    shown.kinds.add(protocols[row]! * 4 + families[row]!);
    if (listening[row] === 1) shown.hasListeners = true;
    if (peerAddresses[row] !== NONE) shown.hasConnections = true;
    const address = localAddresses[row]!;
    if (placeOf(addresses.texts[address]!) === "network") shown.addresses.add(address);
  }
  return shown;
}

/** Whether two tables look like parts of one machine's. */
function belongTogether(one: Shown, other: Shown): boolean {
  const meet = (some: Set<number>, others: Set<number>) =>
    [...some].some((each) => others.has(each));
  if (meet(one.addresses, other.addresses)) return true;
  if (!meet(one.kinds, other.kinds)) return true;
  return (
    isListenersAlone(one) !== isListenersAlone(other) && one.hasListeners !== other.hasListeners
  );
}

const isListenersAlone = (shown: Shown) => shown.hasListeners && !shown.hasConnections;

function both(one: Shown, other: Shown): Shown {
  return {
    kinds: new Set([...one.kinds, ...other.kinds]),
    addresses: new Set([...one.addresses, ...other.addresses]),
    hasListeners: one.hasListeners || other.hasListeners,
    hasConnections: one.hasConnections || other.hasConnections,
  };
}
