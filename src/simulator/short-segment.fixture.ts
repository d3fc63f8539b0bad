/** A segment in a few characters, for what tests expect: the letters are told in scenario-expectations.fixture.ts. */
import type { SegmentReport } from "./simulation-report.ts";

const FLAGS: Readonly<Record<string, string>> = {
  SYN: "S",
  "SYN,ACK": "SA",
  ACK: "A",
  "PSH,ACK": "P",
  "FIN,ACK": "F",
  "FIN,PSH,ACK": "FP",
  RST: "R",
  "RST,ACK": "RA",
  UDP: "U",
};

export function shortSegment(segment: SegmentReport): string {
  const { from, flags, seq, ack, length, fate, icmp } = segment;
  const way = /^B(?::|$)/.test(from) ? "<" : ">";
  const isData = length > 0 || flags === "UDP";
  const what =
    icmp === null
      ? `${FLAGS[flags] ?? flags.replace(/^protocol \d+$/, "W")}${isData ? length : ""}`
      : `I${icmp.type}/${icmp.code}`;
  const numbers = seq === null ? "" : ` ${seq}${ack === null ? "" : `/${ack}`}`;
  return `${fate === "injected" ? "+" : ""}${way}${what}${numbers}${fate === "lost" ? "x" : ""}`;
}
