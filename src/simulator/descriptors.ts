/**
 * A process's descriptors: small numbers that refer to sockets. The lowest free one is taken (open(2)); 0, 1 and 2 are
 * taken by standard input and output, which are no sockets. fork() copies them all (fork(2)), and a socket lives on
 * until its last descriptor is closed (close(2)).
 */
import type { Fd } from "./calls.ts";
import * as intTable from "./int-table.ts";
import type { Turn } from "./turn.ts";
import type { HostName, Pid, Process, SocketId } from "./world.ts";

export function processOf(turn: Turn, host: HostName, pid: Pid): Process | undefined {
  return turn.host(host).processes[pid];
}

export function changeProcess(
  turn: Turn,
  host: HostName,
  pid: Pid,
  change: Partial<Process>,
): void {
  const processes = turn.host(host).processes;
  const process = processes[pid];
  if (process === undefined) return;
  turn.changeHost(host, { processes: { ...processes, [pid]: { ...process, ...change } } });
}

/** Gives the socket the lowest free descriptor; null where the process may have no more. */
export function openDescriptor(turn: Turn, host: HostName, pid: Pid, id: SocketId): Fd | null {
  const process = processOf(turn, host, pid);
  const socket = turn.socket(host, id);
  if (process === undefined || socket === undefined) return null;
  let fd = process.nextFd;
  while (intTable.get(process.descriptors, fd) !== undefined) fd += 1;
  if (fd >= turn.host(host).settings.nofile) return null;
  changeProcess(turn, host, pid, {
    descriptors: intTable.set(process.descriptors, fd, id),
    nextFd: fd + 1,
  });
  turn.put(host, { ...socket, references: socket.references + 1 });
  return fd;
}

/** Whether the process may have one more. */
export function hasRoom(turn: Turn, host: HostName, { descriptors }: Process): boolean {
  return intTable.size(descriptors) + 3 < turn.host(host).settings.nofile;
}

/** Takes the descriptor away; what becomes of a socket without one is for the caller. */
export function removeDescriptor(turn: Turn, host: HostName, pid: Pid, fd: Fd): SocketId | null {
  const process = processOf(turn, host, pid);
  const id = process === undefined ? undefined : intTable.get(process.descriptors, fd);
  if (process === undefined || id === undefined) return null;
  changeProcess(turn, host, pid, {
    descriptors: intTable.remove(process.descriptors, fd),
    nextFd: Math.min(process.nextFd, fd),
  });
  const socket = turn.socket(host, id);
  if (socket !== undefined) turn.put(host, { ...socket, references: socket.references - 1 });
  return id;
}

/** A child with all its parent's descriptors. */
export function forkProcess(turn: Turn, host: HostName, parent: Process): Pid {
  const { processes, nextPid } = turn.host(host);
  const child: Process = { ...parent, pid: nextPid, parent: parent.pid };
  turn.changeHost(host, { processes: { ...processes, [nextPid]: child }, nextPid: nextPid + 1 });
  for (const [, id] of intTable.entries(parent.descriptors)) {
    const socket = turn.socket(host, id);
    if (socket !== undefined) turn.put(host, { ...socket, references: socket.references + 1 });
  }
  return nextPid;
}
