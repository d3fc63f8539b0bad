/**
 * A listing as another tool would print it: which entries the printer gets, and what of them the tool cannot carry,
 * in sentences. Found by asking the dialect itself (`project`), so the words cannot disagree with the printer.
 */
import { counted } from "#netstat/counted";
import type { SocketEntry } from "#net/socket-entry";
import type { Dialect } from "#netstat/dialect";
import { DIALECTS } from "#netstat/dialects";
import type { DialectId, Listing } from "#netstat/listing";
import { project } from "#netstat/print";

/** Every tool there is a printer for, by name and system: "ss on Linux". */
export const PRINTERS: readonly (readonly [id: DialectId, name: string])[] = DIALECTS.map(
  (dialect) => {
    const os = dialect.os({ traits: 0, command: "", heading: "", layout: 0 });
    const { id, tool } = dialect;
    return [id, os === null || tool.includes(os) ? tool : `${tool} on ${os}`] as const;
  },
);

export interface Losses {
  readonly rows: number;
  readonly rowsLeftOut: number;
  /** "program names", "queues": what at least one printed row loses. */
  readonly parts: readonly string[];
  /** Listeners whose backlog is known from ss, or would be printed by ss. */
  readonly backlog: "dropped" | "unknown" | null;
}

/** ss prints a listener's backlog where every other tool prints bytes, and 0 for a listener. */
export function entriesFor(
  listing: Listing,
  rows: Int32Array,
  dialect: DialectId,
): readonly SocketEntry[] {
  return Array.from(rows, (index) => {
    const { entry, dialect: from } = listing.row(index);
    const isBacklog = from === "ss" && dialect !== "ss" && entry.state === "LISTEN";
    return isBacklog && entry.sendQ !== null ? { ...entry, sendQ: 0 } : entry;
  });
}

/** What of each entry has to survive, by the name a person knows it by. */
const PARTS: readonly (readonly [string, (entry: SocketEntry) => unknown])[] = [
  ["states", ({ state }) => state],
  ["queues", ({ recvQ, sendQ }) => (recvQ === null && sendQ === null ? null : true)],
  ["program names", ({ processes }) => processes.find(({ name }) => name !== null)?.name ?? null],
  ["process numbers", ({ processes }) => processes.find(({ pid }) => pid !== null)?.pid ?? null],
  ["users", ({ processes }) => processes.find(({ user }) => user !== null)?.user ?? null],
  ["interface names", ({ local, peer }) => local.zone ?? peer?.zone ?? null],
];

/** `entries` are the rows', as the printer gets them. */
export function lossesOf(
  listing: Listing,
  rows: Int32Array,
  entries: readonly SocketEntry[],
  dialect: DialectId,
): Losses {
  let rowsLeftOut = 0;
  const lost = new Set<string>();
  let backlog: Losses["backlog"] = null;
  for (const [at, entry] of entries.entries()) {
    const kept = project([entry], dialect);
    if (kept.length === 0) rowsLeftOut += 1;
    else {
      for (const [name, part] of PARTS)
        if (part(entry) !== null && kept.every((each) => part(each) === null)) lost.add(name);
      if (entry.processes.length > 1 && processCount(kept) < entry.processes.length)
        lost.add("all but one of several processes");
    }
    if (entry.state !== "LISTEN") continue;
    const isFromSs = listing.row(rows[at]!).dialect === "ss";
    if (isFromSs && dialect !== "ss") backlog = "dropped";
    if (!isFromSs && dialect === "ss") backlog = "unknown";
  }
  const parts = [...lost].filter(
    (name) => name !== "all but one of several processes" || !lost.has("process numbers"),
  );
  return { rows: rows.length, rowsLeftOut, parts, backlog };
}

const processCount = (entries: readonly SocketEntry[]) =>
  entries.reduce((sum, { processes }) => sum + processes.length, 0);

export function lossSentences(
  { rows, rowsLeftOut, parts, backlog }: Losses,
  { tool }: Pick<Dialect, "tool">,
): readonly string[] {
  const sentences: string[] = [];
  if (rowsLeftOut > 0)
    sentences.push(
      `${counted(rowsLeftOut, "row")} of ${counted(rows, "row")} ${rowsLeftOut === 1 ? "is" : "are"} left out: ${tool} cannot show ${rowsLeftOut === 1 ? "it" : "them"}.`,
    );
  if (parts.length > 0)
    sentences.push(`Lost on the way, since ${tool} does not print it: ${parts.join(", ")}.`);
  if (backlog === "dropped")
    sentences.push("The backlog of listeners, which ss alone prints, is left out.");
  if (backlog === "unknown")
    sentences.push(
      "On a listener ss prints how many connections may wait. This listing does not say it.",
    );
  if (sentences.length === 0) sentences.push(`${tool} can print all that this listing says.`);
  return sentences;
}
