/** A host that vanishes, and one that is there again: with its addresses and settings, and nothing else remembered. */
import * as intTable from "./int-table.ts";
import * as schedule from "./schedule.ts";
import * as textMap from "./text-map.ts";
import type { Turn } from "./turn.ts";
import type { HostName } from "./world.ts";

/** Packets that are in the wire stay there. */
export function switchPower(turn: Turn, host: HostName, isUp: boolean): void {
  if (turn.host(host).isUp === isUp) return;
  for (const { id, item } of schedule.entries(turn.world.schedule))
    if (item.kind !== "arrival" && item.host === host) turn.unschedule(id);
  const processes = Object.fromEntries(
    Object.entries(turn.host(host).processes).map(([pid, process]) => [
      pid,
      { ...process, descriptors: intTable.empty<number>(), nextFd: 3 },
    ]),
  );
  turn.changeHost(host, {
    isUp,
    processes,
    sockets: intTable.empty(),
    lookup: textMap.empty(),
    ports: textMap.empty(),
    pending: intTable.empty(),
  });
}
