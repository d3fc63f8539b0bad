/**
 * Who is who in a file: its names for programs and for their sockets, and the numbers that the simulated system gave
 * them. A program is named "nginx", or with its user "nobody@nginx"; without one it is root's. A call that has not
 * returned, or that failed, gave its name no socket.
 */
import type { Fd } from "./calls.ts";
import type { Errno } from "./errno.ts";
import type { HostName, Pid } from "./world.ts";

/** The file's name for a host's one program, where it does not name several. */
const MAIN = "main";
const MAIN_COMMAND = "python3";

export type Named =
  | { readonly kind: "fd"; readonly fd: Fd }
  | { readonly kind: "waiting"; readonly step: number }
  | { readonly kind: "failed"; readonly step: number; readonly errno: Errno }
  /** Its number may belong to another socket by now, which the name never means. */
  | { readonly kind: "closed" };

interface Program {
  readonly pid: Pid;
  readonly sockets: Map<string, Named>;
}

export class SocketNames {
  readonly #hosts = new Map<HostName, Map<string, Program>>();

  pid(host: HostName, process: string): Pid | undefined {
    return this.#programs(host).get(process)?.pid;
  }

  started(host: HostName, process: string, pid: Pid): void {
    this.#programs(host).set(process, { pid, sockets: new Map() });
  }

  /** A child knows the names its parent knew: it has the same descriptors. */
  forked(host: HostName, parent: string, child: string, pid: Pid): void {
    const sockets = new Map(this.#programs(host).get(parent)?.sockets);
    this.#programs(host).set(child, { pid, sockets });
  }

  /** A program of the same name is another one from now on. */
  ended(host: HostName, process: string): void {
    this.#programs(host).delete(process);
  }

  /** The host lost its memory. */
  forget(host: HostName): void {
    this.#hosts.delete(host);
  }

  socket(host: HostName, process: string, name: string): Named | undefined {
    return this.#programs(host).get(process)?.sockets.get(name);
  }

  name(host: HostName, process: string, name: string, named: Named): void {
    this.#programs(host).get(process)?.sockets.set(name, named);
  }

  namesOf(host: HostName, process: string): readonly string[] {
    return [...(this.#programs(host).get(process)?.sockets.keys() ?? [])];
  }

  #programs(host: HostName): Map<string, Program> {
    const programs = this.#hosts.get(host) ?? new Map<string, Program>();
    this.#hosts.set(host, programs);
    return programs;
  }
}

/** What the system is told of a program when it starts. */
export function programOf(process: string): {
  readonly command: string;
  readonly user: string;
  readonly isPrivileged: boolean;
} {
  const at = process.indexOf("@");
  const user = at === -1 ? "root" : process.slice(0, at);
  const name = at === -1 ? process : process.slice(at + 1);
  return { command: name === MAIN ? MAIN_COMMAND : name, user, isPrivileged: user === "root" };
}
