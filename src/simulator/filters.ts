/**
 * A host's filter on what comes in, as a firewall has it (nftables' "drop" and "reject"): silence, an ICMP error or a
 * reset. The first rule that matches decides; without one the packet passes. It stands before every socket, raw ones too.
 */
import { type Unreachable, unreachable } from "./icmp.ts";
import { type Packet, type TcpSegment, segmentLength } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import type { Turn } from "./turn.ts";
import type { FilterRule, Host, HostName, PacketId } from "./world.ts";

const REJECTIONS: Readonly<Partial<Record<FilterRule["action"], Unreachable>>> = {
  "reject-port-unreachable": "port",
  "reject-host-unreachable": "host",
  "reject-admin-prohibited": "admin-prohibited",
};

/** The rule that decides about the packet; undefined where it may pass. */
export function ruleFor({ filters }: Host, packet: Packet): FilterRule | undefined {
  return filters.find((each) => isFor(each, packet));
}

/** Whether the packet may pass; the answer of one that may not is sent. */
export function passes(turn: Turn, host: HostName, id: PacketId, packet: Packet): boolean {
  const rule = ruleFor(turn.host(host), packet);
  if (rule === undefined) return true;
  turn.note({ kind: "discarded", host, id, why: reasonOf(rule) });
  if (rule.action === "drop") return false;
  const why = because("the filter", "A rule of the host's filter rejects such packets.");
  if (rule.action === "reject-tcp-reset") {
    if (packet.kind === "tcp" && !packet.flags.rst) turn.send(host, resetTo(packet), why);
    return false;
  }
  const what = REJECTIONS[rule.action];
  if (what !== undefined && (packet.kind === "tcp" || packet.kind === "udp"))
    turn.send(host, unreachable(what, packet), why);
  return false;
}

function isFor({ protocol, port }: FilterRule, packet: Packet): boolean {
  if (protocol !== "any" && protocol !== packet.kind) return false;
  if (port === null) return true;
  return (packet.kind === "tcp" || packet.kind === "udp") && packet.to.port === port;
}

function reasonOf({ action }: FilterRule): Reason {
  return action === "drop"
    ? because("the filter", "A rule of the host's filter drops such packets: nobody is told.")
    : because("the filter", "A rule of the host's filter rejects such packets, and says so.");
}

/** As if there were no socket (RFC 9293 §3.10.7.1). */
function resetTo(segment: TcpSegment): TcpSegment {
  const { flags } = segment;
  return {
    kind: "tcp",
    from: segment.to,
    to: segment.from,
    seq: flags.ack ? segment.ack : 0,
    ack: flags.ack ? 0 : (segment.seq + segmentLength(segment)) >>> 0,
    flags: { syn: false, ack: !flags.ack, fin: false, rst: true, psh: false },
    window: 0,
    options: {},
    data: "",
  };
}
