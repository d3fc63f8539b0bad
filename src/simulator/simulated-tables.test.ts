/**
 * What ss, netstat and lsof print for a simulated host in a recorded situation: the recorded text, blanks at line ends
 * and timers apart. Which numbers processes, descriptors and inodes have, and in which order the kernel's hash tables
 * list sockets, is the situation's; which sockets there are, whose, and in which state, is the simulator's.
 */
import { readListing } from "#netstat/listing.fixture";
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import { describe, expect, test } from "vitest";
import { DELIBERATE } from "./kernel-trace-differences.ts";
import { listedBy } from "./kernel-trace-prints.ts";
import { UNWRITTEN } from "./kernel-trace-unwritten.ts";
import { TRACE_FILES, traceOf } from "./kernel-trace.fixture.ts";
import { replay } from "./kernel-trace.run.ts";
import type { TraceStepOf } from "./kernel-trace.ts";
import { socketRows } from "./socket-table.ts";
import { commandOutput } from "./tools/command.ts";
import type { ListedSocket } from "./tools/listed-socket.ts";
import type { World } from "./world.ts";

type Print = TraceStepOf<"print">;

interface Holder {
  readonly process: SocketProcess;
  readonly inode: number;
}

const trimmed = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/ timer:\(.*\)$/, "").trimEnd()).filter(Boolean);

/** As the host's ss, netstat and lsof understand it. */
function commandOf({ command }: Print): string {
  return command
    .replace(/^COLUMNS=\d+ /, "")
    .replace(/ \| cat -A$/, "")
    .replace(/^ss -tano$/, "ss -tan");
}

/** A socket by its ends; ss writes an IPv4 end of an IPv6 socket as mapped, the others do not. */
function keyOf({ protocol, local, peer }: SocketEntry): string {
  const ends = [local, peer].map((end) =>
    end === null || end.port === null ? "*" : `${end.address.replace(/^::ffff:/, "")}:${end.port}`,
  );
  return [protocol, ...ends].join(" ");
}

function entriesIn(print: Print): readonly { entry: SocketEntry; inode: number }[] {
  const protocol = listedBy(print.command)?.protocol;
  return readListing(print.lines.join("\n")).rows.map(({ entry, line }) => ({
    entry: { ...entry, protocol: protocol ?? entry.protocol },
    inode: Number(/ IPv[46] +(\d+) /.exec(print.lines[line - 1] ?? "")?.[1] ?? 0),
  }));
}

/** Who holds which socket of the host, by all that was printed there; several where ports are shared. */
function holdersIn(prints: readonly Print[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const { entry, inode } of prints.flatMap(entriesIn)) {
    const [process] = entry.processes;
    if (process === undefined || process.fd === null) continue;
    const known = holders.get(keyOf(entry)) ?? [];
    const same = known.findIndex((one) => one.process.fd === process.fd);
    const merged = { process, inode: inode || (known[same]?.inode ?? 0) };
    holders.set(keyOf(entry), same === -1 ? [...known, merged] : known.with(same, merged));
  }
  return holders;
}

/** The simulated host's sockets with the recorded numbers, in the recorded order. */
function situated(
  world: World,
  print: Print,
  holders: ReadonlyMap<string, readonly Holder[]>,
): readonly ListedSocket[] {
  const order = entriesIn(print).map(({ entry }) => keyOf(entry));
  const taken = new Map<string, number>();
  const place = ({ entry }: ListedSocket): number => order.indexOf(keyOf(entry));
  return socketRows(world.hosts[print.host]!)
    .map(({ entry, inode }) => {
      const key = keyOf(entry);
      const count = taken.get(key) ?? 0;
      taken.set(key, count + 1);
      const holder = holders.get(key)?.[count];
      const [own] = entry.processes;
      return holder === undefined || own === undefined
        ? { entry, inode }
        : {
            entry: { ...entry, processes: [{ ...holder.process, name: own.name, user: own.user }] },
            inode: holder.inode,
          };
    })
    .toSorted((one, other) => place(one) - place(other));
}

interface Printed {
  readonly line: number;
  readonly command: string;
  readonly lines: readonly string[];
}

function tablesOf(file: string): { recorded: readonly Printed[]; simulated: readonly Printed[] } {
  const steps = traceOf(file);
  const prints = steps.filter((step) => step.kind === "print");
  const recorded: Printed[] = [];
  const simulated: Printed[] = [];
  const printed = (print: TraceStepOf<"print" | "row">, world: World): void => {
    if (print.kind === "row") return;
    const command = commandOf(print);
    const place = { line: print.line, command };
    if (DELIBERATE[file]?.some(({ lines }) => lines.includes(print.line))) return;
    const holders = holdersIn(prints.filter(({ host }) => host === print.host));
    const output = commandOutput(command, situated(world, print, holders));
    if (output.type === "error") return;
    recorded.push({ ...place, lines: trimmed(print.lines) });
    simulated.push({ ...place, lines: trimmed(output.text.split("\n")) });
  };
  replay(steps, UNWRITTEN[file], { watch: { printed } });
  return { recorded, simulated };
}

describe("ss, netstat and lsof print for a simulated host what they printed in", () => {
  const withTables = TRACE_FILES.filter((file) =>
    traceOf(file).some((step) => step.kind === "print" && listedBy(step.command) !== null),
  );

  test.each(withTables)("%s", (file) => {
    const { recorded, simulated } = tablesOf(file);
    expect(recorded.length).toBeGreaterThan(0);
    expect(simulated).toEqual(recorded);
  });
});
