/**
 * Calls in a person's hands: which there are, what each asks for, which sockets they can be made on, and the step that
 * the filled form stands for. What is wrong with it comes back as a sentence, from the parser that reads every file.
 */
import { parseSimulation } from "#simulator/simulation-file";
import type { FileStep } from "#simulator/simulation-file";
import type { Argument, WrittenCall } from "#simulator/scenarios/scenario";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { HostName } from "#simulator/world";

export type FieldName =
  | "type"
  | "family"
  | "as"
  | "address"
  | "port"
  | "backlog"
  | "data"
  | "size"
  | "how"
  | "option"
  | "value";

export interface CallForm {
  readonly call: string;
  /** What it does, in a few words. */
  readonly does: string;
  readonly needsSocket: boolean;
  readonly fields: readonly FieldName[];
}

const form = (
  call: string,
  does: string,
  fields: readonly FieldName[] = [],
  needsSocket = true,
): CallForm => ({ call, does, fields, needsSocket });

/** In the order in which a program comes to need them. */
export const CALL_FORMS: readonly CallForm[] = [
  form("socket", "makes a socket", ["type", "family", "as"], false),
  form("bind", "gives it a local address and port", ["address", "port"]),
  form("listen", "waits for connections", ["backlog"]),
  form("accept", "takes one connection", ["as"]),
  form("connect", "opens a connection", ["address", "port"]),
  form("send", "sends data", ["data"]),
  form("recv", "receives data", ["size"]),
  form("sendto", "sends one datagram", ["data", "address", "port"]),
  form("recvfrom", "receives one datagram and its sender", ["size"]),
  form("shutdown", "ends one direction", ["how"]),
  form("close", "gives the descriptor back"),
  form("setsockopt", "sets an option", ["option", "value"]),
  form("getsockname", "asks for its own address"),
  form("getpeername", "asks for the other end's address"),
  form("fork", "makes a child with the same descriptors", ["as"], false),
  form("exit", "ends the program", [], false),
];

export const callForm = (call: string): CallForm =>
  CALL_FORMS.find((each) => each.call === call) ?? CALL_FORMS[0]!;

export interface Filled {
  readonly host: HostName;
  readonly process: string;
  readonly call: string;
  readonly on: string;
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
}

/** What stands in the fields at first. */
export const FIRST_VALUES: Readonly<Record<FieldName, string>> = {
  type: "SOCK_STREAM",
  family: "AF_INET",
  as: "",
  address: "10.0.0.2",
  port: "8080",
  backlog: "5",
  data: "hello",
  size: "100",
  how: "SHUT_WR",
  option: "SO_REUSEADDR",
  value: "1",
};

export type HandStep =
  | { readonly type: "step"; readonly step: FileStep }
  | { readonly type: "error"; readonly message: string };

/** The step that the form stands for, in the world of the timeline's plan. */
export function handStep(filled: Filled, { plan }: Timeline): HandStep {
  const { host, process, call, on, values } = filled;
  const { fields, needsSocket } = callForm(call);
  if (needsSocket && on === "")
    return { type: "error", message: `${call}() needs a socket. Make one with socket() first.` };
  const value = (name: FieldName) => values[name]?.trim() ?? FIRST_VALUES[name];
  const written: WrittenCall = {
    host,
    process,
    call,
    ...(needsSocket ? { on } : {}),
    ...(fields.includes("as") ? { as: value("as") } : {}),
    args: argumentsOf(fields, value),
  };
  const parsed = parseSimulation({ hosts: plan.file.hosts, steps: [written] });
  if (parsed.type === "error")
    return { type: "error", message: parsed.message.replace(/^Step 1, \w+, /, `${call}() `) };
  return { type: "step", step: parsed.file.steps[0]! };
}

function argumentsOf(
  fields: readonly FieldName[],
  value: (name: FieldName) => string,
): readonly Argument[] {
  const number = (text: string): Argument => (/^-?\d+$/.test(text) ? Number(text) : text);
  if (fields.includes("type")) return [value("family"), ...TYPE_ARGUMENTS[value("type")]!];
  return fields
    .filter((name) => name !== "as")
    .map((name) => (NUMBERS.has(name) ? number(value(name)) : value(name)));
}

const NUMBERS: ReadonlySet<FieldName> = new Set(["port", "backlog", "size", "value"]);

const TYPE_ARGUMENTS: Readonly<Record<string, readonly Argument[]>> = {
  SOCK_STREAM: ["SOCK_STREAM"],
  SOCK_DGRAM: ["SOCK_DGRAM"],
  SOCK_RAW: ["SOCK_RAW", "IPPROTO_ICMP"],
};

/** Programs of a host and the sockets each has by name, at a position. */
export interface HandProgram {
  readonly process: string;
  readonly sockets: readonly string[];
}

export function programsAt(
  timeline: Timeline,
  position: number,
  host: HostName,
): readonly HandProgram[] {
  const sockets = new Map<string, string[]>([["main", []]]);
  for (const { host: where, process, named, returned, madeIn } of timeline.calls) {
    if (where !== host || madeIn >= position) continue;
    const known = sockets.get(process) ?? [];
    sockets.set(process, known);
    const isDone = returned !== null && returned.in < position && returned.result.errno === null;
    if (!isDone) continue;
    const name = named.call.name;
    if ((name === "socket" || name === "accept") && named.as !== null) {
      if (!known.includes(named.as)) known.push(named.as);
    } else if (name === "close" && named.on !== null) {
      known.splice(known.indexOf(named.on), known.includes(named.on) ? 1 : 0);
    } else if (name === "fork" && named.as !== null) {
      sockets.set(named.as, [...known]);
    } else if (name === "exit") {
      sockets.delete(process);
    }
  }
  const programs = [...sockets].map(([process, names]) => ({ process, sockets: names }));
  return programs.length > 1 && timeline.plan.file.steps.length > 0
    ? programs.filter(({ process, sockets: held }) => process !== "main" || held.length > 0)
    : programs;
}

/** A name for the next socket that nobody has yet: "client", "listener2". */
export function freeName(timeline: Timeline, base: string): string {
  const taken = new Set(timeline.calls.flatMap(({ named: { as } }) => as ?? []));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The first address of the other host, for a form that connects. */
export function otherAddress(timeline: Timeline, host: HostName): string {
  const { hosts } = worldAt(timeline, 0);
  const other = Object.keys(hosts).find((name) => name !== host) ?? host;
  return hosts[other]?.interfaces[0]?.addresses[0] ?? "127.0.0.1";
}

/** The position right after the last call that was made by hand; null where there is none. */
export function afterLastHandCall({ plan, beats }: Timeline): number | null {
  const last = (plan.byHand?.steps.length ?? 0) - 1;
  const at = beats.findIndex(({ step }) => step?.by === "hand" && step.index === last);
  return at < 0 ? null : at + 1;
}
