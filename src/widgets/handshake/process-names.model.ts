/** What the plan calls the programs that a timeline's processes are: "main", "nginx", and the child of a fork(). */
import type { Timeline } from "#simulator/timeline";
import type { HostName, Pid, Process } from "#simulator/world";
import { kept } from "./kept.model.ts";

const keyOf = (host: HostName, pid: Pid) => `${host} ${pid}`;

const namesOf = kept(({ calls }: Timeline): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { host, pid, process, named, returned } of calls) {
    names.set(keyOf(host, pid), process);
    const value = returned?.result.value;
    if (named.call.name === "fork" && named.as !== null && typeof value === "number")
      names.set(keyOf(host, value), named.as);
  }
  return names;
});

/** "python3", or "child" where the plan names the program itself. */
export function shortName(
  timeline: Timeline,
  host: HostName,
  { pid, command }: Pick<Process, "pid" | "command">,
): string {
  const name = namesOf(timeline).get(keyOf(host, pid)) ?? "main";
  const own = name.slice(name.indexOf("@") + 1);
  return own === "main" ? command : own;
}

/** With what the tools print: "python3", "child (python3)". */
export function fullName(
  timeline: Timeline,
  host: HostName,
  process: Pick<Process, "pid" | "command">,
): string {
  const name = shortName(timeline, host, process);
  return name === process.command ? name : `${name} (${process.command})`;
}
