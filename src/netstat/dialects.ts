/** Every dialect the decoder knows. A row is offered to them in this order, after its block's own. */
import type { Dialect } from "./dialect.ts";
import type { DialectId } from "./listing.ts";
import {
  aixNetstat,
  freebsdNetstat,
  hpuxNetstat,
  macosNetstat,
  openbsdNetstat,
} from "./dialects/bsd-family.ts";
import { busybox } from "./dialects/busybox.ts";
import { dockerPs } from "./dialects/docker-ps.ts";
import { lsof } from "./dialects/lsof.ts";
import { lsofFields } from "./dialects/lsof-fields.ts";
import { netTools } from "./dialects/net-tools.ts";
import { powershell } from "./dialects/powershell.ts";
import { procNet } from "./dialects/proc-net.ts";
import { solarisNetstat } from "./dialects/solaris-netstat.ts";
import { sockstat } from "./dialects/sockstat.ts";
import { ss } from "./dialects/ss.ts";
import { windowsNetstat } from "./dialects/windows-netstat.ts";

export const DIALECTS: readonly Dialect[] = [
  netTools,
  busybox,
  windowsNetstat,
  powershell,
  ss,
  lsof,
  lsofFields,
  sockstat,
  procNet,
  dockerPs,
  macosNetstat,
  freebsdNetstat,
  openbsdNetstat,
  aixNetstat,
  hpuxNetstat,
  solarisNetstat,
];

const BY_ID = new Map(DIALECTS.map((dialect) => [dialect.id, dialect]));

export function dialectOf(id: DialectId): Dialect {
  const dialect = BY_ID.get(id);
  if (dialect === undefined) throw new Error(`No dialect ${id} in the table`);
  return dialect;
}

/** By the first word of a heading, in small letters. */
const BY_HEADING_WORD = new Map<string, Dialect[]>();
for (const dialect of DIALECTS) {
  for (const word of dialect.headingWords) {
    const known = BY_HEADING_WORD.get(word);
    if (known === undefined) BY_HEADING_WORD.set(word, [dialect]);
    else known.push(dialect);
  }
}

const LONGEST_HEADING_WORD = Math.max(...[...BY_HEADING_WORD.keys()].map((word) => word.length));

/** The dialect whose heading a line is; `words` are its fields, joined by single spaces. */
export function headedDialect(words: string): Dialect | undefined {
  const space = words.indexOf(" ");
  const end = space < 0 ? words.length : space;
  if (end > LONGEST_HEADING_WORD) return undefined;
  return BY_HEADING_WORD.get(words.slice(0, end).toLowerCase())?.find((each) =>
    each.isHeading(words),
  );
}
