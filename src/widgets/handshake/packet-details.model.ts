/** All there is to tell of one packet: its numbers, its bytes, and who of the receiving host is handed which of them. */
import type { IcmpMessage, Packet } from "#simulator/packet";
import { addressesOf } from "#simulator/packet";
import * as intTable from "#simulator/int-table";
import { ipBytes } from "#simulator/ip-bytes";
import type { PacketStory, Timeline } from "#simulator/timeline";
import { familyOf } from "#simulator/wire-address";
import type { HostName } from "#simulator/world";
import type { HeaderLayer } from "./header-fields.ts";
import { headerLayers } from "./ip-header.model.ts";
import { bytesText, countOf } from "./names.model.ts";
import { type NumbersFrame, numbersOf } from "./packet-numbers.model.ts";
import type { Numbering } from "./settings.model.ts";
import { packetTitle } from "./why-titles.model.ts";

export interface PacketFrame {
  readonly title: string;
  /** Null for what is not TCP; `uncounted` says why then. */
  readonly numbers: NumbersFrame | null;
  readonly uncounted: string | null;
  readonly bytes: Uint8Array;
  readonly layers: readonly HeaderLayer[];
  readonly handed: readonly Handed[];
  /** A raw socket gets a copy of it in this run. */
  readonly isCopied: boolean;
}

/** A part of the packet, and who gets it. */
export interface Handed {
  readonly key: string;
  readonly who: string;
  readonly words: string;
  /** Bytes; empty where `from` is `to`. */
  readonly from: number;
  readonly to: number;
}

export function packetFrame(
  timeline: Timeline,
  story: PacketStory,
  numbering: Numbering,
): PacketFrame {
  const { packet } = story;
  const bytes = ipBytes(packet);
  return {
    title: packetTitle(story, numbering),
    numbers: packet.kind === "tcp" ? numbersOf(timeline, story, packet, numbering) : null,
    uncounted: uncountedWords(packet),
    bytes,
    layers: headerLayers(packet, bytes),
    handed: handedOf(timeline, story, bytes),
    isCopied: copyingHost(timeline, story) !== null,
  };
}

function uncountedWords({ kind }: Packet): string | null {
  switch (kind) {
    case "tcp":
      return null;
    case "udp":
      return "UDP numbers nothing and acknowledges nothing. A datagram that is lost is not missed by UDP, and one that comes twice is handed over twice.";
    case "icmp":
      return "ICMP is no part of a connection: it tells of other packets.";
    case "raw":
      return "What a raw socket sends has the numbers that its program puts in, if any.";
  }
}

function handedOf(timeline: Timeline, story: PacketStory, bytes: Uint8Array): readonly Handed[] {
  const { packet } = story;
  const isIpv6 = familyOf(addressesOf(packet).to) === 6;
  const header = isIpv6 ? 40 : 20;
  const raw: Handed = {
    key: "raw",
    who: rawWho(timeline, story),
    words: isIpv6
      ? `What follows the IP header: ${countOf(bytes.length - header)}.`
      : `Everything, with the IP header: ${countOf(bytes.length)}. It has to find the data by itself.`,
    from: isIpv6 ? header : 0,
    to: bytes.length,
  };
  return [raw, ...kernelAndProgram(packet, bytes, header)];
}

function kernelAndProgram(packet: Packet, bytes: Uint8Array, header: number): readonly Handed[] {
  const end = bytes.length;
  switch (packet.kind) {
    case "tcp":
    case "udp": {
      const start = end - packet.data.length;
      const name = packet.kind.toUpperCase();
      const call = packet.kind === "tcp" ? "recv()" : "recvfrom()";
      const nothing =
        packet.kind === "tcp"
          ? "Nothing: the segment carries no data."
          : "An empty datagram: the call returns no bytes.";
      const sender = packet.kind === "udp" ? ", with the sender's address beside it" : "";
      return [
        {
          key: "kernel",
          who: `${name} in the kernel`,
          words: `The ${name} header and the data: ${countOf(end - header)}.`,
          from: header,
          to: end,
        },
        {
          key: "program",
          who: `A program that calls ${call}`,
          words:
            packet.data === "" ? nothing : `The data alone: ${bytesText(packet.data)}${sender}.`,
          from: start,
          to: end,
        },
      ];
    }
    case "icmp":
      return [
        {
          key: "kernel",
          who: "ICMP in the kernel",
          words: icmpWords(packet),
          from: header,
          to: end,
        },
      ];
    case "raw":
      return [];
  }
}

function icmpWords({ echo }: IcmpMessage): string {
  return echo === null
    ? "The message. It finds the socket by the ends of the packet inside, and sets its error."
    : "The message. An echo request is answered by the kernel; no program has to run.";
}

function rawWho(timeline: Timeline, story: PacketStory): string {
  const host = copyingHost(timeline, story);
  return host === null
    ? "A raw socket of this protocol, if there were one"
    : `${host}'s raw socket, which gets a copy`;
}

/** Where a raw socket gets a copy of it. */
function copyingHost({ beats }: Timeline, { end }: PacketStory): HostName | null {
  const beat = end.kind === "arrived" ? beats[end.in] : undefined;
  const copy = beat?.effects.find((effect) => {
    if (effect.kind !== "queued" || effect.what !== "datagram") return false;
    const table = beat.world.hosts[effect.host]?.sockets;
    return table !== undefined && intTable.get(table, effect.socket)?.type === "raw";
  });
  return copy?.kind === "queued" ? copy.host : null;
}
