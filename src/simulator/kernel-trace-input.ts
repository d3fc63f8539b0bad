/** What comes into a replayed trace from outside: packets that nobody there sent, and firewall rules. */
import type { Beginnings } from "./kernel-trace-compare.ts";
import type { TraceHost, TracePacket } from "./kernel-trace-packet.ts";
import type { Packet } from "./packet.ts";
import type { FilterRule } from "./world.ts";

/** Where a stranger's numbers begin. */
const STRANGER = 1_000_000_000;

/** The packet at the numbers that the trace gives it, relative to the connection's; with trace 19's spoofed sources. */
export function injected(packet: TracePacket, remark: string, beginnings: Beginnings): Packet {
  if (packet.kind !== "tcp") throw new Error("The traces inject segments and nothing else");
  const spoofed = /^spoofed SYN (\d+)$/.exec(remark)?.[1];
  const from = {
    address: spoofed === undefined ? addressOf(packet.from.host) : `192.0.2.${spoofed}`,
    port: packet.from.port,
  };
  const to = { address: addressOf(packet.to.host), port: packet.to.port };
  if (beginnings.of(from, to) === undefined) beginnings.set(from, to, STRANGER);
  const flags = new Set(packet.flags.split(","));
  const mss = /mss (\d+)/.exec(packet.options ?? "")?.[1];
  return {
    kind: "tcp",
    from,
    to,
    seq: (beginnings.of(from, to)! + packet.seq) >>> 0,
    ack: 0,
    flags: {
      syn: flags.has("SYN"),
      ack: flags.has("ACK"),
      fin: flags.has("FIN"),
      rst: flags.has("RST"),
      psh: flags.has("PSH"),
    },
    window: packet.window,
    options: mss === undefined ? {} : { mss: Number(mss) },
    data: packet.data,
  };
}

function addressOf(host: TraceHost): string {
  return host === "A" ? "10.0.0.1" : "10.0.0.2";
}

const ACTIONS: Readonly<Record<string, FilterRule["action"]>> = {
  drop: "drop",
  "reject with icmp port-unreachable": "reject-port-unreachable",
  "reject with icmp host-unreachable": "reject-host-unreachable",
  "reject with icmp admin-prohibited": "reject-admin-prohibited",
  "reject with tcp reset": "reject-tcp-reset",
};

/** A line of nft's ruleset. */
export function filterOf(line: string): readonly FilterRule[] {
  const [, port, verdict] = /^\s+tcp dport (\d+) (.*)$/.exec(line) ?? [];
  const action = verdict === undefined ? undefined : ACTIONS[verdict];
  return action === undefined ? [] : [{ protocol: "tcp", port: Number(port), action }];
}
