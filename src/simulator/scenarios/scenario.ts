/**
 * A named situation as data: what it is, what to look at, and its steps in the form of simulation-file.ts. It is
 * written as a person would write the file, so that `npm run simulate` prints it, an editor can take it up, and the
 * parser reads it like any other. A test runs each one and holds it to the kernel's trace.
 */
export interface Scenario {
  /** As in an address: lower case, with hyphens. Never changes. */
  readonly id: string;
  readonly title: string;
  /** What a person asks who comes for it; scenarios are grouped by it. */
  readonly question: ScenarioQuestion;
  /** What to look at, one thing a sentence. */
  readonly notice: readonly string[];
  /** Beliefs it shows to be wrong: ids of misconceptions. */
  readonly disproves: readonly string[];
  /** The recorded trace it is held to, without ".txt"; null where there is none. */
  readonly trace: string | null;
  readonly simulation: WrittenSimulation;
}

/** In the order in which a learner asks them. */
export const SCENARIO_QUESTIONS = [
  "How does a connection open and close?",
  "What does refused look like?",
  "Who can reach this server?",
  "Who is waiting for whom?",
  "Can two sockets use one port?",
  "What does a port's number tell?",
  "Why is the address already in use?",
  "Why TIME-WAIT?",
  "What happens when a segment is lost?",
  "What if the other side is gone?",
  "What can a stranger do?",
  "How is UDP different?",
  "How do the three socket types differ?",
  "What do the RFC's figures show?",
] as const;

export type ScenarioQuestion = (typeof SCENARIO_QUESTIONS)[number];

export interface WrittenSimulation {
  readonly profile?: "linux" | "rfc";
  readonly hosts: Readonly<Record<string, WrittenHost>>;
  readonly delayMs?: number;
  readonly steps: readonly WrittenStep[];
}

interface WrittenHost {
  readonly addresses: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly filters?: readonly WrittenFilter[];
}

export interface WrittenFilter {
  readonly protocol?: "tcp" | "udp" | "icmp";
  readonly port?: number;
  readonly action:
    | "drop"
    | "reject-port-unreachable"
    | "reject-host-unreachable"
    | "reject-admin-prohibited"
    | "reject-tcp-reset";
}

export type Argument = string | number | boolean | null;

export interface WrittenCall {
  readonly host: string;
  readonly call: string;
  readonly on?: string;
  readonly args?: readonly Argument[];
  readonly as?: string;
  /** "nginx", or with its user "nobody@nginx". Left out for the host's one program. */
  readonly process?: string;
  readonly nonBlocking?: true;
}

export type WrittenStep =
  | WrittenCall
  | {
      readonly wire: "drop" | "delay" | "duplicate" | "hold" | "release";
      readonly match?: string;
      readonly nth?: number;
      readonly byMs?: number;
    }
  | {
      readonly inject: {
        readonly from: string;
        readonly to: string;
        readonly flags?: string;
        readonly seq?: number;
        readonly ack?: number;
        readonly data?: string;
      };
    }
  | { readonly wait: number }
  | { readonly host: string; readonly filter: readonly WrittenFilter[] }
  | { readonly host: string; readonly power: "on" | "off" };
