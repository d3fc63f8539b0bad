/**
 * netstat of macOS, FreeBSD, OpenBSD, NetBSD, AIX and HP-UX: one program's children. They share one
 * reader; which of them printed a block is told by its heading and all its rows together, and where
 * nothing tells, nothing is claimed: white space lost in copying makes several of them alike.
 */
import type { Family, SocketEntry } from "#net/socket-entry";
import { type BlockContext, type Dialect, UNEXPECTED } from "../dialect.ts";
import type { DialectId, OperatingSystem } from "../listing.ts";
import { NOT_MINE } from "../unreadable.ts";
import { printAix, projectAix } from "./aix-netstat.ts";
import { HEADING_WORDS, HEADS, isHeading, layoutOf } from "./bsd-heading.ts";
import { entryOf, truncatedOf } from "./bsd-entry.ts";
import { readRow } from "./bsd-rows.ts";
import { SIGN } from "./bsd-signs.ts";
import { printFreebsd, projectFreebsd } from "./freebsd-netstat.ts";
import { printHpux, projectHpux } from "./hpux-netstat.ts";
import { printMacos, projectMacos } from "./macos-netstat.ts";
import { OPENBSD_SERVICE, printOpenbsd, projectOpenbsd } from "./openbsd-netstat.ts";
import { BSD_SPELLING } from "./spellings.ts";

interface Sibling {
  readonly id: DialectId;
  readonly tool: string;
  readonly command: string;
  readonly os: OperatingSystem;
  /** What "tcp" without a version stands for, where no address tells. */
  readonly unversioned: Family | null;
  readonly cutService: number;
  print(entries: readonly SocketEntry[]): string;
  project(entry: SocketEntry): readonly SocketEntry[];
}

const SIGN_OF_ROWS =
  "join address and port with a dot, after the protocol in small letters and two queues";

function siblingDialect(sibling: Sibling): Dialect {
  const { id, tool, command, os, unversioned, cutService, print, project } = sibling;
  return {
    id,
    tool,
    command,
    withListeners: "add -a (netstat -an)",
    sign: SIGN_OF_ROWS,
    os: () => os,
    headingWords: [],
    isHeading,
    layoutOf,
    isContinuation: () => false,
    // Rows that no heading promised are read once, by the first of the siblings.
    needsHeading: true,
    readRow: (line, row, layout) => (layout === UNEXPECTED ? NOT_MINE : readRow(line, row, layout)),
    entry: (row) => entryOf(row, unversioned),
    truncated: (row, context) => truncatedOf(row, context, cutService),
    refine,
    spelling: BSD_SPELLING,
    print,
    project,
  };
}

const MACOS: Sibling = {
  id: "macos-netstat",
  tool: "netstat (macOS)",
  command: "netstat -anv",
  os: "macOS",
  unversioned: null,
  cutService: 0,
  print: printMacos,
  project: projectMacos,
};

const OPENBSD: Sibling = {
  id: "openbsd-netstat",
  tool: "netstat (OpenBSD)",
  command: "netstat -an",
  os: "OpenBSD",
  unversioned: 4,
  cutService: OPENBSD_SERVICE,
  print: printOpenbsd,
  project: projectOpenbsd,
};

const HPUX: Sibling = {
  id: "hpux-netstat",
  tool: "netstat (HP-UX)",
  command: "netstat -an",
  os: "HP-UX",
  unversioned: null,
  cutService: 0,
  print: printHpux,
  project: projectHpux,
};

const FAMILY_NAME = "netstat (BSD family)";

export const macosNetstat: Dialect = {
  ...siblingDialect(MACOS),
  headingWords: HEADING_WORDS,
  needsHeading: false,
  readRow,
};

export const freebsdNetstat: Dialect = siblingDialect({
  id: "freebsd-netstat",
  tool: "netstat (FreeBSD)",
  command: "netstat -an",
  os: "FreeBSD",
  unversioned: null,
  cutService: 0,
  print: printFreebsd,
  project: projectFreebsd,
});

export const openbsdNetstat: Dialect = siblingDialect(OPENBSD);

export const aixNetstat: Dialect = siblingDialect({
  id: "aix-netstat",
  tool: "netstat (AIX)",
  command: "netstat -Aan",
  os: "AIX",
  unversioned: null,
  cutService: 0,
  print: printAix,
  project: projectAix,
});

export const hpuxNetstat: Dialect = siblingDialect(HPUX);

const netbsd = siblingDialect({
  ...OPENBSD,
  tool: "netstat (NetBSD)",
  os: "NetBSD",
  cutService: 0,
});
/** tcp4 and so on, and nothing that tells macOS from AIX or an older FreeBSD. */
const versioned = siblingDialect({ ...MACOS, tool: FAMILY_NAME, os: null });
/** tcp and tcp6. */
const halfVersioned = siblingDialect({ ...OPENBSD, tool: FAMILY_NAME, os: null });
/** tcp alone. */
const unversioned = siblingDialect({ ...HPUX, tool: FAMILY_NAME, os: null });

function refine({ layout, traits }: BlockContext): Dialect {
  const has = (sign: number) => (traits & sign) !== 0;
  const says = (head: number) => (layout & head) !== 0;
  if (says(HEADS.openbsd)) return openbsdNetstat;
  if (says(HEADS.aix)) return aixNetstat;
  if (says(HEADS.macos)) return macosNetstat;
  if (says(HEADS.freebsd)) return freebsdNetstat;
  if (says(HEADS.netbsd)) return netbsd;
  if (has(SIGN.hasProcess)) return macosNetstat;
  if (has(SIGN.aixPcb)) return aixNetstat;
  if (has(SIGN.version4 | SIGN.version46)) return ofVersioned(has, says);
  if (has(SIGN.noVersion)) {
    if (has(SIGN.wideProtocol)) return openbsdNetstat;
    return has(SIGN.version6) ? halfVersioned : unversioned;
  }
  if (has(SIGN.version6) || says(HEADS.narrowGap | HEADS.padded)) return ofVersioned(has, says);
  return unversioned;
}

type Asks = (bits: number) => boolean;

function ofVersioned(has: Asks, says: Asks): Dialect {
  if (has(SIGN.noVersion)) return aixNetstat;
  if (has(SIGN.narrowGap) && !has(SIGN.wideGap)) return freebsdNetstat;
  if (says(HEADS.narrowGap) && !has(SIGN.wideGap)) return freebsdNetstat;
  const isPadded = has(SIGN.padded) || says(HEADS.padded);
  return isPadded || has(SIGN.version46) ? macosNetstat : versioned;
}
