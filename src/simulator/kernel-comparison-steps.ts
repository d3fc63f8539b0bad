/**
 * A trace's lines gathered into steps: each begins with something that happens (a call, an arrival, a loss, a timer that
 * sends) and takes in what was sent and printed before the next thing. Traces 25, 27 and 40 are lists of cases: there
 * each case is a step.
 */
import type { ComparedFact, ComparedStep, ComparedTable } from "./kernel-comparison.ts";
import { type Both, type Observed, commandOf, linesOf } from "./kernel-comparison-observed.ts";
import { caseOf, dumpFacts, privilegeCases } from "./kernel-comparison-cases.ts";
import { packetWords } from "./kernel-comparison-words.ts";
import type { DeliberateDifference } from "./kernel-trace-differences.ts";
import type { TracePacket } from "./kernel-trace-packet.ts";
import { listedBy } from "./kernel-trace-prints.ts";
import type { Difference } from "./kernel-trace.run.ts";
import type { TraceStep, TraceStepOf } from "./kernel-trace.ts";
import type { HostName, Micros } from "./world.ts";

/** A line of the trace at a time. */
export function stepsOf(
  trace: readonly TraceStep[],
  observed: Observed,
  deliberate: readonly DeliberateDifference[],
): Generator<void, readonly ComparedStep[]> {
  return new Gathering(trace, observed, deliberate).run();
}

interface OpenStep extends ComparedStep {
  readonly remarks: string[];
  readonly facts: ComparedFact[];
  readonly tables: ComparedTable[];
  /** By host, the states of the table printed last. */
  readonly states: Map<HostName, ComparedFact>;
}

class Gathering {
  readonly #trace: readonly TraceStep[];
  readonly #observed: Observed;
  readonly #deliberate: readonly DeliberateDifference[];
  readonly #steps: OpenStep[] = [];
  readonly #packets = new Map<number, TracePacket>();
  /** Remarks that stand before what they are about. */
  #waiting: string[] = [];
  /** Whether something was printed since the step began: then what is sent next is sent by itself. */
  #isOver = true;
  /** When the last thing of the step happened. */
  #until = 0;
  #firstPort = 1024;

  constructor(
    trace: readonly TraceStep[],
    observed: Observed,
    deliberate: readonly DeliberateDifference[],
  ) {
    this.#trace = trace;
    this.#observed = observed;
    this.#deliberate = deliberate;
  }

  *run(): Generator<void, readonly ComparedStep[]> {
    for (const step of this.#trace) {
      yield;
      this.#take(step);
      for (const difference of this.#observed.differences) {
        if (difference.line === step.line) this.#differ(step, difference);
      }
    }
    const isGone = this.#waiting.length > 0 && this.#steps.length > 0;
    if (isGone) this.#last.remarks.push(...this.#waiting);
    return this.#steps.map(({ states, facts, ...step }) => ({
      ...step,
      facts: [...facts, ...states.values()],
    }));
  }

  get #last(): OpenStep {
    return this.#steps.at(-1)!;
  }

  #begin({ line }: TraceStep, title: string, at: Micros | null): OpenStep {
    const before = this.#waiting;
    this.#waiting = [];
    this.#isOver = false;
    this.#until = at ?? 0;
    this.#steps.push({
      line,
      at,
      title,
      before,
      remarks: [],
      facts: [],
      tables: [],
      states: new Map(),
    });
    return this.#last;
  }

  #take(step: TraceStep): void {
    switch (step.kind) {
      case "sysctl":
        if (step.name === "ip_unprivileged_port_start") this.#firstPort = Number(step.value);
        this.#begin(step, `${step.host}: sysctl net.ipv4.${step.name} = ${step.value}`, step.at);
        break;
      case "call":
        this.#call(step);
        break;
      case "sent":
        this.#sent(step);
        break;
      case "injected": {
        this.#packets.set(step.id, step.packet);
        const words = packetWords(step.packet);
        const title = `#${step.id} is put on the wire by hand: ${words}`;
        this.#begin(step, title, step.at).remarks.push(step.remark);
        break;
      }
      case "arrived":
      case "lost":
        this.#touched(step);
        break;
      case "print":
      case "row":
        this.#printed(step);
        break;
      case "pair":
      case "misuse": {
        const { title, kernel, simulator } = caseOf(step);
        this.#begin(step, title, null);
        this.#case(step.line, { kernel, simulator });
        break;
      }
      case "tcpdump":
        this.#begin(step, step.command, null).facts.push(...dumpFacts(step));
        break;
      case "note":
        if (/^(?:\^|first byte) /.test(step.text) && this.#steps.length > 0)
          this.#last.remarks.push(step.text.replace(/^\^ /, ""));
        else this.#waiting.push(step.text);
        break;
      case "program":
      case "heading":
        if (!step.text.startsWith("first ")) this.#waiting.push(step.text);
        break;
      case "unknown":
      case "title":
      case "setup":
      case "blank":
        break;
    }
  }

  #call(step: TraceStepOf<"call">): void {
    this.#begin(step, `${step.host}: ${step.text}`, step.at);
    const both = this.#observed.returned.get(step.line);
    if (both === undefined) return;
    const differs = this.#difference(step.line, ({ what }) => !NOT_OF_CALLS.test(what));
    this.#fact(step.line, "result", "returns", both, differs);
    if (both.kernel.startsWith("45 ")) {
      this.#last.remarks.push(
        "Of the packet, version, protocol, addresses and ports are compared.",
      );
    }
  }

  #sent(step: TraceStepOf<"sent">): void {
    this.#packets.set(step.id, step.packet);
    const host = step.packet.kind === "icmp" ? step.packet.from : step.packet.from.host;
    const ours = this.#observed.sent.get(step.line) ?? null;
    if (this.#isOver || step.at - this.#until > AT_ONCE) {
      this.#begin(step, `${host} sends`, step.at);
      if (ours !== null) {
        const times = { kernel: seconds(step.at), simulator: seconds(ours.at) };
        const differs = this.#difference(step.line, ({ what }) => what === "time");
        this.#fact(step.line, "time", "sent at", times, differs);
      }
    }
    this.#until = step.at;
    const differs = this.#difference(
      step.line,
      ({ what, kernel }) => what === "packet" && kernel !== "none",
    );
    this.#fact(
      step.line,
      "packet",
      `#${step.id}`,
      {
        kernel: packetWords(step.packet),
        simulator: ours === null ? "none" : packetWords(ours.packet),
      },
      differs,
    );
  }

  #touched(step: TraceStepOf<"arrived" | "lost">): void {
    const packet = this.#packets.get(step.id);
    const what = `#${step.id}`;
    const title = step.kind === "arrived" ? `${what} arrives at ${step.host}` : `${what} is lost`;
    const { remarks } = this.#begin(step, title, step.at);
    const { remark } = step;
    const isTold =
      remark === null || remark === "??" || (packet?.kind === "tcp" && packet.flags === remark);
    if (!isTold) remarks.push(remark.replace(/:? *!!$/, ""));
  }

  #printed(step: TraceStepOf<"print" | "row">): void {
    const { line, host } = step;
    const command = commandOf(step);
    const cases = step.kind === "print" ? privilegeCases(step, this.#firstPort) : [];
    for (const { title, kernel, simulator } of cases) {
      this.#begin(step, title, null);
      this.#case(line, { kernel, simulator });
    }
    if (cases.length > 0) return;
    const title = step.kind === "row" ? `${host}: ${command}` : this.#waiting.shift();
    if (step.kind === "row" && this.#isSeenAgain(step, `${host}: ${command}`)) {
      const times = this.#last.tables.length + 1;
      this.#last.remarks[0] = `the same ${times} times until ${seconds(step.at)}`;
    } else if (title !== undefined) this.#begin(step, title, step.at);
    else if (this.#steps.length === 0) this.#begin(step, "At the beginning", step.at);
    this.#isOver = true;
    this.#last.tables.push({
      line,
      host,
      command,
      kernel: linesOf(step).join("\n"),
      simulator: this.#observed.printed.get(line) ?? null,
    });
    const both = this.#observed.states.get(line);
    if (both === undefined || !/^ss |^netstat /.test(command)) return;
    const fact = { line, kind: "state", label: `sockets of ${host}`, ...both } as const;
    const match = both.kernel === both.simulator ? "same" : "differs";
    const reason = match === "same" ? null : this.#reason(line, `${host}$ ${command}`);
    this.#last.states.set(host, { ...fact, match, reason });
  }

  /** Somebody waits, and looks again and again. */
  #isSeenAgain(step: TraceStepOf<"row">, title: string): boolean {
    const before = this.#steps.at(-1)?.states.get(step.host);
    const now = this.#observed.states.get(step.line);
    return (
      this.#steps.at(-1)?.title === title &&
      this.#difference(step.line, () => true) === null &&
      before?.match === "same" &&
      before.kernel === now?.kernel
    );
  }

  #fact(
    line: number,
    kind: ComparedFact["kind"],
    label: string,
    both: Both,
    difference: Difference | null,
  ): void {
    const match =
      difference !== null ? "differs" : both.kernel === both.simulator ? "same" : "close";
    const reason = difference === null ? null : this.#reason(line, difference.what);
    this.#last.facts.push({ line, kind, label, ...both, match, reason });
  }

  #case(line: number, both: Both): void {
    const match = both.kernel === both.simulator ? "same" : "differs";
    this.#last.facts.push({ line, kind: "result", label: "gives", ...both, match, reason: null });
  }

  #difference(line: number, isIt: (difference: Difference) => boolean): Difference | null {
    return this.#observed.differences.find((one) => one.line === line && isIt(one)) ?? null;
  }

  #reason(line: number, what: string): string | null {
    const listed = this.#deliberate.find((one) => one.what === what && one.lines.includes(line));
    return listed?.reason ?? null;
  }

  /** What differs besides the facts that each step has anyway. */
  #differ(step: TraceStep, difference: Difference): void {
    const { line, what, kernel, simulator } = difference;
    if (this.#steps.length === 0) this.#begin(step, "At the beginning", step.at);
    const isTimed = this.#last.facts.some((fact) => fact.kind === "time" && fact.line === line);
    const isFact =
      (what === "time" && isTimed) ||
      (step.kind === "call" && !NOT_OF_CALLS.test(what)) ||
      (step.kind === "sent" && what === "packet" && kernel !== "none");
    if (isFact) return;
    const tool = step.kind === "print" || step.kind === "row" ? listedBy(commandOf(step)) : null;
    this.#last.facts.push({
      line,
      kind: tool === null ? (KINDS[what] ?? "text") : "row",
      label: tool === null ? what : `row of ${tool.dialect}`,
      kernel,
      simulator,
      match: "differs",
      reason: this.#reason(line, what),
    });
  }
}

const KINDS: Readonly<Record<string, ComparedFact["kind"]>> = {
  packet: "packet",
  time: "time",
  getsockname: "name",
};

/** Differences at a call's line that are not about its result. */
const NOT_OF_CALLS = /^(?:packet|time|getsockname)$/;

const seconds = (micros: Micros) => `${(micros / 1e6).toFixed(3)} s`;

/** Microseconds; what is sent later than that after the last thing has a cause of its own. */
const AT_ONCE = 20_000;
