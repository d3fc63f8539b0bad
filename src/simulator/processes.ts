/** Processes: fork(2) and exit(2), as far as sockets go. */
import type { SocketCall } from "./calls.ts";
import { forkProcess } from "./descriptors.ts";
import * as intTable from "./int-table.ts";
import { because } from "./reason.ts";
import { removeAndRelease } from "./release.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, forget } from "./waiting.ts";
import type { HostName, Process } from "./world.ts";

export function callProcess(
  turn: Turn,
  host: HostName,
  process: Process,
  call: Extract<SocketCall, { name: "fork" | "exit" }>,
): CallOutcome {
  switch (call.name) {
    case "fork":
      return done(
        forkProcess(turn, host, process),
        because("fork(2)", "The child has its parent's descriptors: the same sockets."),
      );
    case "exit":
      end(turn, host, process);
      return done(null, because("exit(2)", "The system closes all the process's descriptors."));
  }
}

/** Its calls end without a result, and its descriptors are closed, the lowest first. */
function end(turn: Turn, host: HostName, { pid, descriptors }: Process): void {
  for (const [id, call] of intTable.entries(turn.host(host).pending))
    if (call.pid === pid) forget(turn, host, id);
  for (const [fd] of intTable.entries(descriptors)) removeAndRelease(turn, host, pid, fd);
  const { [pid]: _, ...processes } = turn.host(host).processes;
  turn.changeHost(host, { processes });
}
