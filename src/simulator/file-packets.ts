/**
 * A packet that a file puts on the wire: {"from":"A:5000","to":"B:8080","flags":"RST","seq":1,"ack":0,"data":""}.
 * Hosts stand for their first addresses; sequence numbers are relative to the connection's own, when it has one.
 */
import { type Fields, addressOf, fault } from "./file-fields.ts";
import type { HostName } from "./world.ts";

export interface NamedPacket {
  readonly protocol: "tcp" | "udp";
  readonly from: NamedEnd;
  readonly to: NamedEnd;
  /** "SYN", "ACK", "FIN", "RST", "PSH", of TCP. */
  readonly flags: readonly string[];
  /** Relative to the sender's initial sequence number where the ends have a connection, else as it is. */
  readonly seq: number;
  readonly ack: number;
  readonly window: number;
  readonly data: string;
}

export interface NamedEnd {
  /** A host's name, or an address. */
  readonly host: string;
  readonly port: number;
}

const FLAGS = ["SYN", "ACK", "FIN", "RST", "PSH"];

export function parsePacket(packet: Fields, hosts: readonly HostName[]): NamedPacket {
  const flags = packet.has("flags") ? flagsOf(packet) : [];
  return {
    protocol: packet.oneOf("protocol", ["tcp", "udp"], packet.has("flags") ? "tcp" : "udp"),
    from: endOf(packet, "from", hosts),
    to: endOf(packet, "to", hosts),
    flags,
    seq: packet.whole("seq", { least: -(2 ** 32), most: 2 ** 32, otherwise: 0 }),
    ack: packet.whole("ack", { least: -(2 ** 32), most: 2 ** 32, otherwise: 0 }),
    window: packet.whole("window", { least: 0, most: 65535, otherwise: 65535 }),
    data: packet.has("data") ? packet.text("data") : "",
  };
}

function flagsOf(packet: Fields): readonly string[] {
  return packet
    .text("flags")
    .toUpperCase()
    .split(/[\s,+|]+/)
    .filter((word) => word !== "")
    .map((word) => {
      if (!FLAGS.includes(word))
        throw fault(packet.where, `has the flag ${word}; there are ${FLAGS.join(", ")}`);
      return word;
    });
}

/** "A:5000", "192.0.2.9:80", "[2001:db8::1]:80". */
function endOf(packet: Fields, name: "from" | "to", hosts: readonly HostName[]): NamedEnd {
  const text = packet.text(name);
  const parts = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text);
  const port = Number(parts?.[2]);
  if (parts === null || port > 65535)
    throw fault(packet.where, `has ${JSON.stringify(text)} as "${name}"; it is written A:5000`);
  const [, host = ""] = parts;
  if (!hosts.includes(host) && !/[.:]/.test(host))
    throw fault(
      packet.where,
      `names the host ${JSON.stringify(host)}; there are ${hosts.join(", ")}`,
    );
  return { host: hosts.includes(host) ? host : addressOf(host, packet.where), port };
}
