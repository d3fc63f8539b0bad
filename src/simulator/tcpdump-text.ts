/**
 * A capture as `tcpdump -nn` prints it (print-tcp.c, print-udp.c of tcpdump 4.99): the same lines that tcpdump itself
 * prints for our .pcap file. Sequence numbers are as on the wire until both sides' are known, and relative from the
 * first segment after the SYN-ACK on. Simplified: of the data only HTTP is named, on HTTP's ports.
 */
import type { CapturedPacket } from "./capture.ts";
import { ipBytes } from "./ip-bytes.ts";
import { addressesOf, type Packet, type PacketEnd, type TcpSegment } from "./packet.ts";
import { httpWords } from "./tcpdump-http.ts";
import { icmp6Words, icmpWords } from "./tcpdump-icmp.ts";

/** One line a packet: "00:00:01.000000 IP 10.0.0.1.38058 > 10.0.0.2.8080: Flags [S], seq 0, …". */
export function tcpdumpText(capture: readonly CapturedPacket[]): string {
  const lines = tcpdumpLines(capture.map(({ packet }) => packet));
  return capture.map(({ at }, index) => `${timeOfDay(at)} ${lines[index]}\n`).join("");
}

/** The lines without their times. A packet's line depends on those before it: they tell the initial sequence numbers. */
export function tcpdumpLines(packets: readonly Packet[]): readonly string[] {
  const origins: Origins = new Map();
  return packets.map((packet) => {
    const isIpv6 = addressesOf(packet).from.includes(":");
    return `${isIpv6 ? "IP6" : "IP"} ${endsText(packet)}: ${words(packet, isIpv6, origins)}`;
  });
}

/** Of a whole day: after 24 hours it begins again, as tcpdump's does. */
function timeOfDay(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return `${clock.map((part) => String(part).padStart(2, "0")).join(":")}.${String(micros % 1_000_000).padStart(6, "0")}`;
}

function endsText(packet: Packet): string {
  if (packet.kind === "icmp" || packet.kind === "raw") return `${packet.from} > ${packet.to}`;
  return `${endText(packet.from)} > ${endText(packet.to)}`;
}

const endText = ({ address, port }: PacketEnd) => `${address}.${port}`;

function words(packet: Packet, isIpv6: boolean, origins: Origins): string {
  switch (packet.kind) {
    case "tcp":
      return tcpWords(packet, origins);
    case "udp":
      return `UDP, length ${packet.data.length}`;
    case "icmp": {
      const length = ipBytes(packet).length - (isIpv6 ? 40 : 20);
      return isIpv6
        ? `ICMP6, ${icmp6Words(packet)}, length ${length}`
        : `ICMP ${icmpWords(packet)}, length ${length}`;
    }
    case "raw":
      return ` ip-proto-${packet.protocol} ${packet.data.length}`;
  }
}

/** Where the numbers of a sender begin, by "its end > the other end". */
type Origins = Map<string, number>;

const direction = (from: PacketEnd, to: PacketEnd) => `${endText(from)} > ${endText(to)}`;

function tcpWords(segment: TcpSegment, origins: Origins): string {
  const { flags, data } = segment;
  const { seq, ack } = flags.ack ? relative(segment, origins) : segment;
  const range = data.length === 0 ? `${seq}` : `${seq}:${unsigned(seq + data.length)}`;
  const hasSeq = data.length > 0 || flags.syn || flags.fin || flags.rst;
  const options = optionWords(segment);
  return [
    `Flags [${flagLetters(segment)}]`,
    ...(hasSeq ? [`seq ${range}`] : []),
    ...(flags.ack ? [`ack ${ack}`] : []),
    `win ${segment.window}`,
    ...(options === "" ? [] : [`options [${options}]`]),
    `length ${data.length}${httpWords(segment)}`,
  ].join(", ");
}

/** The first segment with an ACK tells both sides' origins, and each SYN-ACK tells them anew; these show their own numbers. */
function relative(segment: TcpSegment, origins: Origins): { seq: number; ack: number } {
  const mine = direction(segment.from, segment.to);
  const theirs = direction(segment.to, segment.from);
  const seqOrigin = origins.get(mine);
  const ackOrigin = origins.get(theirs);
  if (seqOrigin === undefined || ackOrigin === undefined || segment.flags.syn) {
    origins.set(mine, segment.seq);
    origins.set(theirs, unsigned(segment.ack - 1));
    return segment;
  }
  return { seq: unsigned(segment.seq - seqOrigin), ack: unsigned(segment.ack - ackOrigin) };
}

const unsigned = (value: number) => value >>> 0;

function flagLetters({ flags }: TcpSegment): string {
  const letters = `${flags.fin ? "F" : ""}${flags.syn ? "S" : ""}${flags.rst ? "R" : ""}${flags.psh ? "P" : ""}${flags.ack ? "." : ""}`;
  return letters === "" ? "none" : letters;
}

/** As tcp-bytes.ts lays them out. */
function optionWords({ options }: TcpSegment): string {
  return [
    ...(options.mss === undefined ? [] : [`mss ${options.mss}`]),
    ...(options.sackPermitted === true ? ["nop", "nop", "sackOK"] : []),
    ...(options.windowScale === undefined ? [] : ["nop", `wscale ${options.windowScale}`]),
  ].join(",");
}
