import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import type { Span } from "./field.ts";
import type { DialectId, Listing, Row } from "./listing.ts";
import { print } from "./print.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

interface CutRow {
  readonly whole: Row;
  readonly cut: string;
  readonly listing: Listing;
  /** The cut row's line, from 1. */
  readonly line: number;
}

/** A printed row that ends early, below its heading or alone; null where the table prints no row. */
const cutRow = (dialect: DialectId): fc.Arbitrary<CutRow | null> =>
  fc.tuple(socketTable, fc.nat(), fc.nat(), fc.boolean()).map(([table, n, length, isHeaded]) => {
    const text = print(table, dialect);
    const printed = decode(text);
    if (printed.rowCount === 0) return null;
    const whole = printed.row(n % printed.rowCount);
    const above = isHeaded ? text.split("\n").slice(0, whole.line - 1) : [];
    const row = printed.line(whole.line);
    const cut = row.slice(0, 1 + (length % row.length)).trimEnd();
    const listing = decode([...above, cut].join("\n"));
    return cut === "" ? null : { whole, cut, listing, line: above.length + 1 };
  });

/**
 * An endpoint is one column, and a list of ports, too: cut inside, it may look like a shorter one. So is a program with
 * its process's number: macOS prints name:number, and a name may end in a colon and digits where it is cut.
 */
const columnOf = ({ field }: Span) =>
  field.replace(/(?:Address|Zone|Port)$/, "").replace(/^(?:program|pid)$/, "process");

const shown = (span: Span) => `${span.field} ${span.start} to ${span.end}`;

/** Its rows hold several entries, and its names stand behind them. */
const SEVERAL: DialectId = "docker-ps";
const IDS = DIALECTS.map(({ id }) => id).filter((id) => id !== SEVERAL);

test.each(IDS)(
  "of a row of %s that is cut anywhere, all columns but the last are the row's",
  (id) => {
    fc.assert(
      fc.property(cutRow(id), (made) => {
        const fate = made?.listing.fate(made.line);
        if (fate?.kind !== "socket") return;
        const { whole, cut, listing } = made!;
        const { spans, entry, stateText } = listing.row(fate.row);
        const last = columnOf(spans.at(-1)!);
        const known = new Set(whole.spans.map(shown));
        const others = spans.filter((span) => columnOf(span) !== last && span.end < cut.length);
        expect(others.map(shown).filter((span) => !known.has(span))).toEqual([]);
        // CLOSE is a state, and the beginning of another; Windows's listeners are told by their peer.
        const isTold =
          stateText === "CLOSE" || (id === "windows-netstat" && whole.entry.peer === null);
        // Without a heading /proc/net's protocol is guessed.
        const isSame = entry.protocol === whole.entry.protocol;
        const states = isSame && !isTold ? [null, whole.entry.state] : [entry.state];
        expect(states).toContain(entry.state);
      }),
    );
  },
);

/** Below a heading a row that is cut behind the peer's address is never taken for prose. */
const WITH_PEERS = IDS.filter((id) => id !== "lsof-fields" && id !== "proc-net");

test.each(WITH_PEERS)(
  "a row of %s that is cut behind its addresses is read, or said to be cut",
  (id) => {
    fc.assert(
      fc.property(cutRow(id), (made) => {
        const peer = made?.whole.spans.find(({ field }) => field === "peerPort");
        // A name and a number behind another are prose, too.
        if (id === "powershell" && /^\S+ +\d+ +[^\d:*]/.test(made?.cut ?? "")) return;
        if (peer === undefined || made!.cut.length < peer.end || made!.line === 1) return;
        expect(["socket", "unreadable"]).toContain(made!.listing.fate(made!.line).kind);
      }),
    );
  },
);
