/**
 * What the kernel did in a recorded trace beside what the simulator does in it, for a person to read. The trace's own
 * text is all there is: what programs call and what becomes of each packet is taken from it, the rest is simulated here
 * and now. Compared are results of calls, packets (flags, relative numbers, length), when they are sent at the scale of
 * retransmission timeouts, and sockets (state, queues, ends). Not compared: windows, options, numbers of processes.
 */
import { DELIBERATE } from "./kernel-trace-differences.ts";
import { observe } from "./kernel-comparison-observed.ts";
import { stepsOf } from "./kernel-comparison-steps.ts";
import { whole } from "./kernel-trace.run.ts";
import { type TraceStep, parseTrace } from "./kernel-trace.ts";
import type { HostName, Micros } from "./world.ts";

export interface KernelComparison {
  /** What the trace shows, as it says itself. */
  readonly title: string;
  readonly steps: readonly ComparedStep[];
  readonly summary: ComparisonSummary;
  /** "23 steps, 11 packets: all the same." */
  readonly inWords: string;
}

/** Something that happened: a call, an arrival, a loss; with all that came of it before the next thing happened. */
export interface ComparedStep {
  /** Of the trace's file, from 1. */
  readonly line: number;
  /** Since the trace began; null in a list of cases, where no time passes. */
  readonly at: Micros | null;
  /** "A: connect(10.0.0.2:8080)", "#3 arrives at B" */
  readonly title: string;
  /** The trace's own remarks: those that stand before it, and those about it. */
  readonly before: readonly string[];
  readonly remarks: readonly string[];
  readonly facts: readonly ComparedFact[];
  readonly tables: readonly ComparedTable[];
}

export interface ComparedFact {
  readonly line: number;
  readonly kind: "result" | "packet" | "time" | "state" | "row" | "name" | "text";
  /** "returns", "#3", "sent at", "sockets of A" */
  readonly label: string;
  readonly kernel: string;
  readonly simulator: string;
  /** "close": not the same text, but the same as far as it is compared. */
  readonly match: "same" | "close" | "differs";
  /** Why it differs on purpose; null where it is the same, or nobody expected it to differ. */
  readonly reason: string | null;
}

/** What a tool printed on a host, there and here. */
export interface ComparedTable {
  readonly line: number;
  readonly host: HostName;
  readonly command: string;
  readonly kernel: string;
  /** Null for commands that this simulator has not. */
  readonly simulator: string | null;
}

export interface ComparisonSummary {
  readonly steps: number;
  /** Packets that the kernel sent. */
  readonly packets: number;
  readonly results: number;
  readonly tables: number;
  /** Lines of the trace where the two differ: on purpose, and else. */
  readonly explained: number;
  readonly unexplained: number;
}

/** `trace` is the file's name without ".txt". Lines that are not understood are told as differences. */
export function compareWithKernel(trace: string, text: string): KernelComparison {
  return whole(compareInParts(trace, text));
}

/** The same in parts, for a page that must not be held up: each takes a few milliseconds at most. */
export function* compareInParts(trace: string, text: string): Generator<void, KernelComparison> {
  const steps = parseTrace(text);
  const file = `${trace}.txt`;
  const observed = yield* observe(file, steps);
  const compared = yield* stepsOf(steps, observed, DELIBERATE[file] ?? []);
  const summary = summaryOf(compared);
  return { title: titleOf(steps), steps: compared, summary, inWords: summarySentence(summary) };
}

function titleOf(steps: readonly TraceStep[]): string {
  const titles = steps.flatMap((step) => (step.kind === "title" ? [step.text] : []));
  return (titles[0] ?? "").replace(/^\d+[a-z]? /, "");
}

function summaryOf(steps: readonly ComparedStep[]): ComparisonSummary {
  const facts = steps.flatMap((step) => step.facts);
  const lines = (isExplained: boolean): number =>
    new Set(
      facts
        .filter(({ match, reason }) => match === "differs" && (reason !== null) === isExplained)
        .map(({ line }) => line),
    ).size;
  return {
    steps: steps.length,
    packets: facts.filter(({ kind, kernel }) => kind === "packet" && kernel !== "none").length,
    results: facts.filter(({ kind }) => kind === "result").length,
    tables: steps.flatMap(({ tables }) => tables).filter(({ simulator }) => simulator !== null)
      .length,
    explained: lines(true),
    unexplained: lines(false),
  };
}

/** "23 steps, 11 packets: all the same." */
export function summarySentence(summary: ComparisonSummary): string {
  const { steps, packets, explained, unexplained } = summary;
  const counted = `${count(steps, "step")}${packets === 0 ? "" : `, ${count(packets, "packet")}`}`;
  const parts = [
    ...(explained === 0 ? [] : [`${places(explained)} for a reason that is known`]),
    ...(unexplained === 0 ? [] : [`${places(unexplained)} for no reason that is known`]),
  ];
  return parts.length === 0
    ? `${counted}: all the same.`
    : `${counted}: all the same but in ${parts.join(", and in ")}.`;
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
const places = (number: number) => count(number, "place");
