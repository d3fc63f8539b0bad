/**
 * When connect() may take four numbers that a connection in TIME-WAIT still has (Linux tcp_twsk_unique; ip-sysctl,
 * tcp_tw_reuse): after a second, where timestamps tell old segments from new ones. Seen in a recorded trace.
 */
import { SECOND } from "./tcp-connection.ts";
import type { Turn } from "./turn.ts";
import { isLoopback } from "./wire-address.ts";
import type { HostName, StreamSocket } from "./world.ts";

const TIME_WAIT = 60 * SECOND;

export function mayReuse(turn: Turn, host: HostName, { state, tcb, local }: StreamSocket): boolean {
  const ends = tcb?.timers["time-wait"]?.at;
  if (turn.profile !== "linux" || state !== "TIME-WAIT" || ends === undefined) return false;
  const { tcp_tw_reuse } = turn.host(host).settings;
  const isWanted =
    tcp_tw_reuse === 1 ||
    (tcp_tw_reuse === 2 && local.address !== "*" && isLoopback(local.address));
  const began = ends - TIME_WAIT;
  return isWanted && tcb?.peerOptions.timestamps === true && turn.now - began > SECOND;
}
