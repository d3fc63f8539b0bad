/** Why one program of socket calls, without an administrator's rights, cannot do what a simulation does. */
import type { FileStep, SimulationFile } from "../simulation-file.ts";
import { isLoopback } from "../wire-address.ts";

const WIRE = {
  drop: "The wire loses a packet here; a program cannot make it do that.",
  delay: "The wire delays a packet here; a program cannot make it do that.",
  duplicate: "The wire doubles a packet here; a program cannot make it do that.",
  hold: "The wire holds packets back here; a program cannot make it do that.",
  release: "The wire holds packets back here; a program cannot make it do that.",
};

/** One sentence for a person; null where nothing in the file stands against it. */
export function whyNot(file: SimulationFile): string | null {
  for (const step of file.steps) {
    const why = whyNotStep(step);
    if (why !== null) return why;
  }
  const hosts = Object.values(file.hosts);
  if (hosts.some(({ filters }) => filters.length > 0)) return FILTERS;
  if (hosts.some(({ settings }) => Object.keys(settings).length > 0))
    return "The system's own settings are changed here; that takes an administrator's rights.";
  if (speaksOutOfLoopback(file))
    return "A loopback address meets another machine's here; on one machine all addresses are its own.";
  return null;
}

const FILTERS = "A firewall takes part here; a program cannot set one up by socket calls.";

function whyNotStep(step: FileStep): string | null {
  switch (step.kind) {
    case "wire":
      return WIRE[step.fate.kind];
    case "inject":
      return "A stranger's packet is put on the wire here; that takes more than socket calls.";
    case "power":
      return "A machine loses its power here; a program cannot do that to yours.";
    case "filter":
      return FILTERS;
    case "wait":
      return null;
    case "call":
      return whyNotCall(step);
  }
}

function whyNotCall({ call, process }: Extract<FileStep, { kind: "call" }>): string | null {
  if (call.name === "socket" && call.type === "raw")
    return "A raw socket takes an administrator's rights.";
  if (call.name === "bind" && call.to.port > 0 && call.to.port < 1024)
    return "A port below 1024 takes an administrator's rights.";
  if (process.includes("@") && !process.startsWith("root@"))
    return "Programs of several users take part here; one program has one user.";
  if (call.name === "fork")
    return "A program forks here; one that plays both machines would copy both of them.";
  if (call.name === "exit")
    return "A program ends here; one that plays both machines would end both of them.";
  if (call.name === "connect" && call.to === null)
    return "A UDP socket's peer is taken away here; Python has no call for it.";
  if (call.name === "getsockopt" && /^O_|LINGER|TIMEO/.test(call.option))
    return `${call.option} is asked for here; Python gives it in a form of its own.`;
  return null;
}

/** Whether a socket bound to a loopback address asks for another host's. */
function speaksOutOfLoopback({ hosts, steps }: SimulationFile): boolean {
  const inside = new Set<string>();
  for (const step of steps) {
    if (step.kind !== "call") continue;
    const socket = `${step.host} ${step.process} ${step.on}`;
    const { call } = step;
    if (call.name === "bind" && isLoopback(call.to.address)) inside.add(socket);
    if (call.name !== "connect" || call.to === null || !inside.has(socket)) continue;
    const { address } = call.to;
    if (!isLoopback(address) && hosts[step.host]?.addresses.includes(address) === false)
      return true;
  }
  return false;
}
