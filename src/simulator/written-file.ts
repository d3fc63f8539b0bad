/** A simulation in the form in which a person writes it: what parseSimulation reads back as the same. */
import type { SocketOption } from "./calls.ts";
import type { NamedCall } from "./file-calls.ts";
import type { NamedPacket } from "./file-packets.ts";
import type { Argument, WrittenSimulation, WrittenStep } from "./scenarios/scenario.ts";
import type { FileHost, FileStep, SimulationFile } from "./simulation-file.ts";
import type { FilterRule, PacketPattern } from "./world.ts";

/** What is as it would be anyway is left out. */
export function writeFile({
  profile,
  hosts,
  delayMs,
  seed,
  steps,
}: SimulationFile): WrittenSimulation {
  return {
    ...(profile === "linux" ? {} : { profile }),
    hosts: Object.fromEntries(Object.entries(hosts).map(([name, host]) => [name, writeHost(host)])),
    delayMs,
    ...(seed === 1 ? {} : { seed }),
    steps: steps.map(writeStep),
  };
}

function writeHost({ addresses, settings, filters }: FileHost): WrittenSimulation["hosts"][string] {
  return {
    addresses,
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(filters.length === 0 ? {} : { filters: filters.map(writeFilter) }),
  };
}

function writeFilter({ protocol, port, action }: FilterRule) {
  return {
    ...(protocol === "any" ? {} : { protocol }),
    ...(port === null ? {} : { port }),
    action,
  };
}

export function writeStep(step: FileStep): WrittenStep {
  switch (step.kind) {
    case "call": {
      const { host, process, call, on, as, nonBlocking } = step;
      const args = argumentsOf(call);
      return {
        host,
        call: call.name,
        ...(on === null ? {} : { on }),
        ...(args.length === 0 ? {} : { args }),
        ...(as === null ? {} : { as }),
        ...(process === "main" ? {} : { process }),
        ...(nonBlocking ? { nonBlocking } : {}),
      };
    }
    case "wire": {
      const { match, nth, fate } = step;
      const pattern = patternText(match);
      return {
        wire: fate.kind,
        ...(pattern === "" ? {} : { match: pattern }),
        ...(nth === 1 ? {} : { nth }),
        ...("byMs" in fate ? { byMs: fate.byMs } : {}),
      };
    }
    case "inject":
      return { inject: writePacket(step.packet) };
    case "wait":
      return { wait: step.ms };
    case "filter":
      return { host: step.host, filter: step.rules.map(writeFilter) };
    case "power":
      return { host: step.host, power: step.isUp ? "on" : "off" };
  }
}

function patternText({ from, to, what }: PacketPattern): string {
  const ends = from === null && to === null ? "" : `${from ?? "*"}>${to ?? "*"}`;
  return [ends, what ?? ""].filter((part) => part !== "").join(" ");
}

function writePacket({ protocol, from, to, flags, seq, ack, window, data }: NamedPacket) {
  const end = ({ host, port }: NamedPacket["from"]) =>
    host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
  return {
    ...(protocol === "tcp" && flags.length === 0 ? { protocol } : {}),
    ...(protocol === "udp" && flags.length > 0 ? { protocol } : {}),
    from: end(from),
    to: end(to),
    ...(flags.length === 0 ? {} : { flags: flags.join(",") }),
    ...(seq === 0 ? {} : { seq }),
    ...(ack === 0 ? {} : { ack }),
    ...(window === 65_535 ? {} : { window }),
    ...(data === "" ? {} : { data }),
  };
}

const TYPES = { stream: "SOCK_STREAM", dgram: "SOCK_DGRAM", raw: "SOCK_RAW" } as const;

function argumentsOf(call: NamedCall["call"]): readonly Argument[] {
  switch (call.name) {
    case "socket":
      return [
        call.domain === 6 ? "AF_INET6" : "AF_INET",
        TYPES[call.type],
        ...(call.type === "raw" ? [call.protocol ?? 1] : []),
      ];
    case "setsockopt":
      return [call.option.name, ...optionValue(call.option)];
    case "getsockopt":
      return [call.option];
    case "bind":
      return [call.to.address, call.to.port];
    case "connect":
      return call.to === null ? [] : [call.to.address, call.to.port];
    case "listen":
      return [call.backlog];
    case "send":
      return [dataArgument(call.data)];
    case "sendto":
      return [dataArgument(call.data), call.to.address, call.to.port];
    case "recv":
    case "recvfrom":
      return [call.size];
    case "shutdown":
      return [call.how];
    case "accept":
    case "close":
    case "getsockname":
    case "getpeername":
    case "fork":
    case "exit":
      return [];
  }
}

const optionValue = ({ value }: SocketOption): readonly Argument[] =>
  value === null ? [] : [value];

/** A length stands for so many letters x. */
function dataArgument(data: string): Argument {
  return data.length > 8 && /^x+$/.test(data) ? data.length : data;
}
