/**
 * What things are called in sentences: a program, a socket, a packet. Ends stand as "A:40000", a host's name and a port,
 * and as an address and a port where no host of the world has the address.
 */
import type { CallValue, SocketCall } from "#simulator/calls";
import type { NamedCall } from "#simulator/file-calls";
import * as intTable from "#simulator/int-table";
import type { Packet } from "#simulator/packet";
import { ownerOf } from "#simulator/routing";
import { addressText, callWords, destinationText } from "#simulator/step-words";
import type { CallStory, PacketStory } from "#simulator/timeline";
import type { HostName, Pid, Socket, SocketId, World } from "#simulator/world";
import type { Numbering } from "./settings.model.ts";

/** "A's program", "A's program nginx". The user that runs it is left out. */
export function programName(host: HostName, process: string): string {
  const name = process.slice(process.indexOf("@") + 1);
  return name === "main" ? `${host}'s program` : `${host}'s program ${name}`;
}

/** For a call that no step made. */
export function processName(world: World, host: HostName, pid: Pid): string {
  const command = world.hosts[host]?.processes[pid]?.command;
  return command === undefined ? `${host}'s program` : `${host}'s program ${command}`;
}

/** "connect(client, 10.0.0.2:8080)", with the file's names for sockets. Long data stands as its length. */
export const namedCallText = ({ named }: Pick<CallStory, "named">): string =>
  briefCall(named.call, named.on);

/** The same for a call that no step made: descriptors stand as numbers. */
export const callText = (call: SocketCall): string =>
  briefCall(call, "fd" in call ? String(call.fd) : null);

function briefCall(call: NamedCall["call"], on: string | null): string {
  if ((call.name !== "send" && call.name !== "sendto") || isShort(call.data))
    return callWords({ call, on, nonBlocking: false });
  const to = call.name === "sendto" ? `, ${destinationText(call.to)}` : "";
  return `${call.name}(${on}, ${countOf(call.data.length)}${to})`;
}

/** "the listener on port 8080", "the connection of port 40000 with B:8080"; in the worlds before and after a beat. */
export function socketName(host: HostName, id: SocketId, ...worlds: readonly World[]): string {
  for (const world of worlds) {
    const table = world.hosts[host]?.sockets;
    const socket = table === undefined ? undefined : intTable.get(table, id);
    if (socket !== undefined) return nameOf(socket, host, world);
  }
  return "a socket";
}

function nameOf(socket: Socket, host: HostName, world: World): string {
  const { local, peer } = socket;
  const withPeer = peer === null ? "" : ` with ${endName(world, host, peer)}`;
  switch (socket.type) {
    case "stream":
      if (socket.listener !== null) return `the listener on port ${local.port}`;
      if (local.port === 0) return "a socket without a port";
      return peer === null
        ? `the socket on port ${local.port}`
        : `the connection of port ${local.port}${withPeer}`;
    case "dgram":
      return local.port === 0
        ? "a UDP socket without a port"
        : `the UDP socket on port ${local.port}`;
    case "raw":
      return `the raw socket for ${protocolName(socket.protocol)}`;
  }
}

/** By the numbers of IANA's protocol-numbers. */
const PROTOCOLS: Readonly<Record<number, string>> = {
  1: "ICMP",
  6: "TCP",
  17: "UDP",
  58: "ICMPv6",
};

const protocolName = (number: number) => PROTOCOLS[number] ?? `protocol ${number}`;

/** "B:8080". Without a port for 0, which is none. */
export function endName(
  world: World,
  host: HostName,
  { address, port }: { readonly address: string; readonly port: number },
): string {
  const owner = ownerOf(world, host, address);
  if (port === 0) return owner ?? address;
  return owner === null ? addressText({ address, port }) : `${owner}:${port}`;
}

/** "SYN", "5 bytes, "hello",", "a datagram of 5 bytes", "ICMP port unreachable". */
export function packetName(packet: Packet, flags: string): string {
  switch (packet.kind) {
    case "tcp":
      return packet.data === "" ? flags : bytesText(packet.data);
    case "udp":
      return packet.data === "" ? "an empty datagram" : `a datagram of ${bytesText(packet.data)}`;
    case "icmp":
      return icmpName(packet.to, packet.type, packet.code);
    case "raw":
      return `a packet of protocol ${packet.protocol} with ${countOf(packet.data.length)}`;
  }
}

/** The same where it is spoken of for the second time. */
export function packetAgain(packet: Packet, flags: string): string {
  switch (packet.kind) {
    case "tcp":
      return packet.data === "" ? flags : `the data (${countOf(packet.data.length)})`;
    case "udp":
      return `the datagram of ${countOf(packet.data.length)}`;
    case "icmp":
      return icmpName(packet.to, packet.type, packet.code);
    case "raw":
      return "the packet";
  }
}

/** RFC 792 and RFC 4443; what this world's hosts send has a name. */
export function icmpName(to: string, type: number, code: number): string {
  const isIpv6 = to.includes(":");
  const what = (isIpv6 ? ICMPV6_NAMES : ICMP_NAMES)[`${type} ${code}`];
  const protocol = isIpv6 ? "ICMPv6" : "ICMP";
  return what === undefined ? `${protocol} type ${type} code ${code}` : `${protocol} ${what}`;
}

const ICMP_NAMES: Readonly<Record<string, string>> = {
  "0 0": "echo reply",
  "8 0": "echo request",
  "3 0": "network unreachable",
  "3 1": "host unreachable",
  "3 2": "protocol unreachable",
  "3 3": "port unreachable",
  "3 13": "administratively prohibited",
};

const ICMPV6_NAMES: Readonly<Record<string, string>> = {
  "1 0": "no route to destination",
  "1 1": "administratively prohibited",
  "1 3": "address unreachable",
  "1 4": "port unreachable",
  "128 0": "echo request",
  "129 0": "echo reply",
};

/** "seq 1, ack 6", by the numbering; "" where there are none to tell. */
export function numbersText({ packet, report }: PacketStory, numbering: Numbering): string {
  if (packet.kind !== "tcp" || numbering === "off") return "";
  const [seq, ack] =
    numbering === "wire"
      ? [packet.seq, packet.flags.ack ? packet.ack : null]
      : [report.seq, report.ack];
  return [...(seq === null ? [] : [`seq ${seq}`]), ...(ack === null ? [] : [`ack ${ack}`])].join(
    ", ",
  );
}

export const countOf = (bytes: number): string => `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;

const MOST_SHOWN = 40;

/** `5 bytes, "hello"`; the count alone where they are many or no text. */
export function bytesText(data: string): string {
  return isShort(data) && data !== ""
    ? `${countOf(data.length)}, ${JSON.stringify(data)}`
    : countOf(data.length);
}

const isShort = (data: string) =>
  data.length <= MOST_SHOWN && /^[\u0020-\u007E\n\r\t]*$/.test(data);

/** What a call gave, to follow "it": "returns 3", "succeeds". */
export function valueText(call: SocketCall, value: CallValue): string {
  if (call.name === "exit") return "ends the program";
  if (value === null) return "succeeds";
  if (typeof value === "number") {
    if (call.name === "socket") return `returns ${value}, a new descriptor`;
    if (call.name === "fork") return `returns ${value}, the number of its child`;
    return `returns ${value}`;
  }
  if (typeof value === "string")
    return value === "" ? "returns no bytes" : `returns ${bytesText(value)}`;
  if ("fd" in value)
    return `returns ${value.fd}, a descriptor for the connection with ${addressText(value.peer)}`;
  if ("data" in value) {
    const from = value.from.port === 0 ? value.from.address : addressText(value.from);
    const cut = value.cut === 0 ? "" : `; ${countOf(value.cut)} did not fit`;
    return `returns ${value.data === "" ? "no bytes" : bytesText(value.data)} from ${from}${cut}`;
  }
  return `returns ${addressText(value)}`;
}
