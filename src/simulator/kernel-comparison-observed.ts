/** What a replay of a trace showed, by the trace's lines. */
import type { SocketEntry } from "#net/socket-entry";
import {
  type ListedRows,
  listedBy,
  printedEntries,
  simulatedEntries,
} from "./kernel-trace-prints.ts";
import { UNWRITTEN } from "./kernel-trace-unwritten.ts";
import { type Difference, type TimedPacket, replayInParts } from "./kernel-trace.run.ts";
import type { TraceStep, TraceStepOf } from "./kernel-trace.ts";
import { socketRows } from "./socket-table.ts";
import { commandOutput } from "./tools/command.ts";
import type { World } from "./world.ts";

export interface Observed {
  readonly differences: readonly Difference[];
  readonly sent: ReadonlyMap<number, TimedPacket | null>;
  readonly returned: ReadonlyMap<number, Both>;
  /** The sockets that a table shows, in few words: "ESTABLISHED, LISTEN". */
  readonly states: ReadonlyMap<number, Both>;
  /** What the simulated host's tool prints. */
  readonly printed: ReadonlyMap<number, string>;
}

export interface Both {
  readonly kernel: string;
  readonly simulator: string;
}

export function* observe(file: string, steps: readonly TraceStep[]): Generator<void, Observed> {
  const sent = new Map<number, TimedPacket | null>();
  const returned = new Map<number, Both>();
  const states = new Map<number, Both>();
  const printed = new Map<number, string>();
  const differences = yield* replayInParts(steps, UNWRITTEN[file], {
    watch: {
      sent: ({ line }, ours) => sent.set(line, ours),
      returned: ({ line }, kernel, simulator) => returned.set(line, { kernel, simulator }),
      printed: (step, world) => {
        const command = commandOf(step);
        const listed = listedBy(command);
        if (listed === null) return;
        states.set(step.line, statesOf(step, listed, world));
        const asked = step.kind === "row" ? "ss -Htan" : command;
        const text = printedHere(asked, step.host, world);
        if (text !== null) printed.set(step.line, text);
      },
    },
  });
  return { differences, sent, returned, states, printed };
}

/** A row that was seen while waiting is one of `ss -tan`. */
export function commandOf(step: TraceStepOf<"print" | "row">): string {
  return step.kind === "print" ? step.command : "ss -tan";
}

export function linesOf(step: TraceStepOf<"print" | "row">): readonly string[] {
  return step.kind === "print" ? step.lines : step.row === null ? [] : [step.row];
}

function statesOf(step: TraceStepOf<"print" | "row">, listed: ListedRows, world: World): Both {
  const entries = socketRows(world.hosts[step.host]!).map(({ entry }) => entry);
  return {
    kernel: stateWords(printedEntries(listed, linesOf(step))),
    simulator: stateWords(simulatedEntries(listed, entries)),
  };
}

/** "2 × ESTABLISHED, LISTEN"; sockets without a state by their protocol. */
function stateWords(entries: readonly SocketEntry[]): string {
  const words = entries
    .map(({ protocol, state }) =>
      protocol === "tcp" ? (state ?? "?") : `${protocol}${state === null ? "" : ` ${state}`}`,
    )
    .sort();
  const each = [...new Set(words)].map((word) => {
    const count = words.filter((other) => other === word).length;
    return count === 1 ? word : `${count} × ${word}`;
  });
  return each.length === 0 ? "none" : each.join(", ");
}

/** Timers are not printed here. */
function printedHere(command: string, host: string, world: World): string | null {
  const known = command
    .replace(/^COLUMNS=\d+ /, "")
    .replace(/ \| cat -A$/, "")
    .replace(/^(ss -[a-z]*)o/, "$1");
  const output = commandOutput(known, socketRows(world.hosts[host]!));
  return output.type === "output" ? output.text.trimEnd() : null;
}
