/** Every dialect the decoder knows. A row is offered to them in this order, after its block's own. */
import type { Dialect } from "./dialect.ts";
import type { DialectId } from "./listing.ts";
import { lsof } from "./dialects/lsof.ts";
import { netTools } from "./dialects/net-tools.ts";
import { ss } from "./dialects/ss.ts";
import { windowsNetstat } from "./dialects/windows-netstat.ts";

export const DIALECTS: readonly Dialect[] = [netTools, windowsNetstat, ss, lsof];

const BY_ID = new Map(DIALECTS.map((dialect) => [dialect.id, dialect]));

export function dialectOf(id: DialectId): Dialect {
  const dialect = BY_ID.get(id);
  if (dialect === undefined) throw new Error(`No dialect ${id} in the table`);
  return dialect;
}
