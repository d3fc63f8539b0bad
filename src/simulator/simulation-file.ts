/**
 * A simulation as a person writes it: hosts, a delay, and steps done one after the other. Data as JSON reads it,
 * checked here, with a message that names the place where something is amiss. Calls name their socket (`on`) and what
 * to call their result (`as`), so that no number of a descriptor has to be known. No time passes but in `wait` steps.
 */
import { parseCall } from "./file-calls.ts";
import { type Fields, FileFault, addressOf, fieldsOf, fault } from "./file-fields.ts";
import { parseFate, parsePattern } from "./file-fates.ts";
import { parseSettings } from "./file-settings.ts";
import { parsePacket } from "./file-packets.ts";
import type { FilterRule, HostName, HostSettings, Profile } from "./world.ts";
import type { NamedCall } from "./file-calls.ts";
import type { NamedFate } from "./file-fates.ts";
import type { NamedPacket } from "./file-packets.ts";

export interface SimulationFile {
  readonly profile: Profile;
  readonly hosts: Readonly<Record<HostName, FileHost>>;
  /** One way, in milliseconds. */
  readonly delayMs: number;
  readonly seed: number;
  readonly steps: readonly FileStep[];
}

export interface FileHost {
  readonly addresses: readonly string[];
  readonly settings: Partial<HostSettings>;
  readonly filters: readonly FilterRule[];
}

export type FileStep =
  | ({ readonly kind: "call"; readonly host: HostName; readonly process: string } & NamedCall)
  | ({ readonly kind: "wire" } & NamedFate)
  | { readonly kind: "inject"; readonly packet: NamedPacket }
  /** Milliseconds. */
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "filter"; readonly host: HostName; readonly rules: readonly FilterRule[] }
  | { readonly kind: "power"; readonly host: HostName; readonly isUp: boolean };

export type ParsedFile =
  | { readonly type: "file"; readonly file: SimulationFile }
  | { readonly type: "error"; readonly message: string };

const DEFAULT_DELAY_MS = 10;

/** `value` is what JSON.parse gave; never throws. */
export function parseSimulation(value: unknown): ParsedFile {
  try {
    return { type: "file", file: simulationOf(fieldsOf(value, "The file")) };
  } catch (error) {
    if (error instanceof FileFault) return { type: "error", message: error.message };
    throw error;
  }
}

function simulationOf(file: Fields): SimulationFile {
  const hosts = hostsOf(file.record("hosts"));
  const names = Object.keys(hosts);
  return {
    profile: file.oneOf("profile", ["linux", "rfc"], "linux"),
    hosts,
    delayMs: file.number("delayMs", { least: 0, most: 600_000, otherwise: DEFAULT_DELAY_MS }),
    seed: file.whole("seed", { least: 0, most: 2 ** 32 - 1, otherwise: 1 }),
    steps: file.list("steps").map((step, at) => stepOf(fieldsOf(step, `Step ${at + 1}`), names)),
  };
}

function hostsOf(hosts: Fields): Readonly<Record<HostName, FileHost>> {
  if (hosts.names.length === 0) throw fault(hosts.where, "needs at least one host");
  return Object.fromEntries(
    hosts.names.map((name) => {
      if (!/^[A-Za-z][\w-]{0,30}$/.test(name))
        throw fault(
          hosts.where,
          `has a host named ${JSON.stringify(name)}: a name is a letter, then letters, digits, - or _`,
        );
      return [name, hostOf(hosts.record(name))];
    }),
  );
}

function hostOf(host: Fields): FileHost {
  return {
    addresses: host.texts("addresses").map((text) => addressOf(text, host.where)),
    settings: host.has("settings") ? parseSettings(host.record("settings")) : {},
    filters: host.has("filters") ? filtersOf(host, "filters") : [],
  };
}

function stepOf(step: Fields, hosts: readonly HostName[]): FileStep {
  if (step.has("wait"))
    return { kind: "wait", ms: step.number("wait", { least: 0, most: 86_400_000 }) };
  if (step.has("wire")) {
    const match = step.has("match")
      ? parsePattern(step.text("match"), hosts, step.where)
      : parsePattern("", hosts, step.where);
    return { kind: "wire", ...parseFate(step, match) };
  }
  if (step.has("inject"))
    return { kind: "inject", packet: parsePacket(step.record("inject"), hosts) };
  const host = hostNamed(step, hosts);
  if (step.has("filter")) return { kind: "filter", host, rules: filtersOf(step, "filter") };
  if (step.has("power"))
    return { kind: "power", host, isUp: step.oneOf("power", ["on", "off"]) === "on" };
  if (step.has("call"))
    return {
      kind: "call",
      host,
      process: step.has("process") ? step.text("process") : "main",
      ...parseCall(step),
    };
  throw fault(step.where, "is none of: a call, wire, inject, wait, filter, power");
}

function hostNamed(step: Fields, hosts: readonly HostName[]): HostName {
  const name = step.text("host");
  if (!hosts.includes(name))
    throw fault(
      step.where,
      `names the host ${JSON.stringify(name)}; there are ${hosts.join(", ")}`,
    );
  return name;
}

function filtersOf(holder: Fields, name: string): readonly FilterRule[] {
  return holder.list(name).map((rule, at) => {
    const fields = fieldsOf(rule, `${holder.where}, ${name} ${at + 1}`);
    return {
      protocol: fields.oneOf("protocol", ["tcp", "udp", "icmp", "any"], "any"),
      port: fields.has("port") ? fields.whole("port", { least: 0, most: 65535 }) : null,
      action: fields.oneOf("action", [
        "drop",
        "reject-port-unreachable",
        "reject-host-unreachable",
        "reject-admin-prohibited",
        "reject-tcp-reset",
      ]),
    };
  });
}
