/**
 * What a tool prints on a host at one moment, beside what it printed a moment before: rows that came and rows that
 * changed are told, and rows that went stay for this one moment, to be struck out.
 */
import { type Timeline, worldAt } from "#simulator/timeline";
import type { HostName } from "#simulator/world";
import { kept, keptByName } from "./kept.model.ts";
import { type LinkKey, socketKey } from "./link-key.ts";
import { printedOn, type Row, WINDOWS_COMMAND } from "./printed-rows.model.ts";

export type OutputFrame =
  | { readonly type: "error"; readonly message: string }
  | { readonly type: "off" }
  | {
      readonly type: "output";
      readonly heading: readonly string[];
      readonly rows: readonly OutputRow[];
    };

export interface OutputRow {
  readonly key: string;
  readonly text: string;
  readonly change: "same" | "new" | "changed" | "gone";
  readonly keys: readonly LinkKey[];
}

interface OfferedCommand {
  readonly command: string;
  readonly text: string;
}

const COMMANDS: readonly OfferedCommand[] = [
  { command: "ss -tanp", text: "ss -tanp" },
  { command: "netstat -tanp", text: "netstat -tanp" },
  { command: "lsof -nP -i", text: "lsof -nP -i" },
  { command: "ss -tulpn", text: "ss -tulpn" },
  { command: WINDOWS_COMMAND, text: "netstat -ano (Windows)" },
];
const UDP_COMMAND: OfferedCommand = { command: "ss -uanp", text: "ss -uanp" };
const RAW_COMMAND: OfferedCommand = { command: "ss -wanp", text: "ss -wanp" };

const uses = ({ calls }: Timeline, type: "stream" | "dgram" | "raw") =>
  calls.some(({ call }) => call.name === "socket" && call.type === type);

/** Those that show something in this run: UDP and raw sockets have theirs where they are used. */
export const offeredCommands = kept((timeline: Timeline): readonly OfferedCommand[] => {
  const own = [
    ...(uses(timeline, "dgram") ? [UDP_COMMAND] : []),
    ...(uses(timeline, "raw") ? [RAW_COMMAND] : []),
  ];
  const hasTcp = own.length === 0 || uses(timeline, "stream");
  return hasTcp ? [...COMMANDS, ...own] : [...own, ...COMMANDS];
});

/** What is printed at first: what shows the sockets that this run is about. */
export const firstCommand = (timeline: Timeline): string => offeredCommands(timeline)[0]!.command;

export function outputFrame(
  timeline: Timeline,
  position: number,
  host: HostName,
  command: string,
): OutputFrame {
  const now = worldAt(timeline, position).hosts[host];
  const before = position <= 0 ? now : worldAt(timeline, position - 1).hosts[host];
  if (now === undefined) return { type: "output", heading: [], rows: [] };
  const printed = printedOn(now, command);
  if (printed.type === "error") return printed;
  if (!now.isUp) return { type: "off" };
  const earlier = before === undefined ? printed : printedOn(before, command);
  const old = earlier.type === "rows" ? earlier.rows : [];
  return {
    type: "output",
    heading: printed.heading,
    rows: withChanges(old, printed.rows, lasting(timeline)(host)),
  };
}

type Telling = (row: Row, change: OutputRow["change"]) => OutputRow;

/** A row that says what it said before is the same object. */
const lasting = kept((_timeline: Timeline) =>
  keptByName((host: HostName): Telling => {
    const told = new Map<string, OutputRow>();
    return ({ key, socket, text }, change) => {
      const name = `${key}|${change}|${text}`;
      const row = told.get(name) ?? { key, text, change, keys: [socketKey(host, socket)] };
      told.set(name, row);
      return row;
    };
  }),
);

/** A row that went keeps its place below the row that stood above it. */
function withChanges(
  old: readonly Row[],
  rows: readonly Row[],
  told: Telling,
): readonly OutputRow[] {
  if (old === rows) return rows.map((row) => told(row, "same"));
  const known = new Map(old.map((row) => [row.key, row]));
  const all = rows.map((row) => {
    const before = known.get(row.key);
    if (before === undefined) return told(row, "new");
    return told(row, meaningOf(before) === meaningOf(row) ? "same" : "changed");
  });
  const stays = new Set(rows.map(({ key }) => key));
  for (const [at, row] of old.entries()) {
    if (stays.has(row.key)) continue;
    const above = old[at - 1];
    const place = above === undefined ? 0 : all.findIndex(({ key }) => key === above.key) + 1;
    all.splice(place, 0, told(row, "gone"));
  }
  return all;
}

/** Columns grow and shrink with what stands in other rows: that is no change. */
const meaningOf = ({ text }: Row) => text.trim().replace(/\s+/g, " ");
