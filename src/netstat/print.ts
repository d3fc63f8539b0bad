/** A socket table as any of the tools would print it, and what is left of it when it is read back. */
import type { SocketEntry } from "#net/socket-entry";
import { dialectOf } from "./dialects.ts";
import type { DialectId } from "./listing.ts";

/** The whole listing, with its heading. Sockets that the tool cannot show are left out. */
export function print(table: readonly SocketEntry[], dialect: DialectId): string {
  return dialectOf(dialect).print(table);
}

/** The table with what the dialect cannot carry taken away: what decoding `print(table, dialect)` gives. */
export function project(table: readonly SocketEntry[], dialect: DialectId): readonly SocketEntry[] {
  const { project: projectEntry } = dialectOf(dialect);
  return table.flatMap(projectEntry);
}
