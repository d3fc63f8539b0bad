/** Our captures, read by the field's own analysers: tshark, told to check checksums, and tcpdump. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { CapturedPacket } from "#simulator/capture";
import { captured, datagram, end, segment, SYN_OPTIONS } from "#simulator/capture.fixture";
import type { Packet } from "#simulator/packet";
import { pcapFile } from "#simulator/pcap";
import { retransmissions } from "#simulator/retransmission";
import { tcpdumpText } from "#simulator/tcpdump-text";
import { expect } from "vitest";
import { testWithTool } from "./test-with-tool.ts";
import { BAD, KINDS, matching, withFile } from "./tshark.ts";

const A = end("10.0.0.1", 49_152);
const B = end("10.0.0.2", 8080);
const A6 = end("2001:db8::1", 49_152);
const B6 = end("2001:db8::2", 8080);
const RESOLVER = end("10.0.0.2", 9);
const RESOLVER6 = end("2001:db8::2", 9);

const syn = { options: SYN_OPTIONS };
const request = "GET / HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\n";

/** From handshake to close, the SYN, the request and the FIN sent twice, the first ISN near the wrap-around. */
const CONNECTION: readonly Packet[] = [
  segment(A, B, "S", 0xfffffff0, 0, syn),
  segment(A, B, "S", 0xfffffff0, 0, syn),
  segment(B, A, "S.", 2_479_231_422, 0xfffffff1, syn),
  segment(A, B, ".", 0xfffffff1, 2_479_231_423, { window: 63 }),
  segment(A, B, "P.", 0xfffffff1, 2_479_231_423, { window: 63, data: request }),
  segment(A, B, "P.", 0xfffffff1, 2_479_231_423, { window: 63, data: request }),
  segment(B, A, ".", 2_479_231_423, 19, { window: 63 }),
  segment(B, A, "P.", 2_479_231_423, 19, { window: 63, data: "HTTP/1.1 204 No Content\r\n\r\n" }),
  segment(B, A, "P.", 2_479_231_450, 19, { window: 63, data: "hello" }),
  segment(A, B, ".", 19, 2_479_231_455, { window: 63 }),
  segment(A, B, "F.", 19, 2_479_231_455, { window: 63 }),
  segment(A, B, "F.", 19, 2_479_231_455, { window: 63 }),
  segment(B, A, "F.", 2_479_231_455, 20, { window: 63 }),
  segment(A, B, ".", 20, 2_479_231_456, { window: 63 }),
];

const icmp = (from: string, to: string, type: number, code: number, quoted: Packet): Packet => ({
  kind: "icmp",
  from,
  to,
  type,
  code,
  quoted: quoted.kind === "tcp" || quoted.kind === "udp" ? quoted : null,
  echo: null,
});

const echo = (from: string, to: string, type: number): Packet => ({
  kind: "icmp",
  from,
  to,
  type,
  code: 0,
  quoted: null,
  echo: { id: 7, seq: 1, data: "abcdefgh" },
});

const OTHERS: readonly Packet[] = [
  segment(A6, B6, "S", 1, 0, syn),
  segment(B6, A6, "S.", 1000, 2, { window: 65_535, options: { mss: 1440 } }),
  segment(A6, B6, ".", 2, 1001),
  segment(A6, B6, "P.", 2, 1001, { data: "odd" }),
  segment(B6, A6, "R", 1001, 0, { window: 0 }),
  segment(end("10.0.0.1", 5000), end("10.0.0.2", 9999), "S", 77, 0),
  segment(end("10.0.0.2", 9999), end("10.0.0.1", 5000), "R.", 0, 78, { window: 0 }),
  datagram(end("10.0.0.1", 5000), RESOLVER, "x"),
  icmp("10.0.0.2", "10.0.0.1", 3, 3, datagram(end("10.0.0.1", 5000), RESOLVER, "x")),
  icmp("10.0.0.2", "10.0.0.1", 3, 3, segment(A, B, "S", 1, 0, syn)),
  ...[0, 1, 2, 9, 10, 13].map((code) =>
    icmp("10.0.0.2", "10.0.0.1", 3, code, segment(A, B, "S", 1, 0, syn)),
  ),
  icmp("10.0.0.2", "10.0.0.1", 11, 0, datagram(A, RESOLVER, "x".repeat(1000))),
  datagram(end("2001:db8::1", 5000), RESOLVER6, ""),
  ...[0, 1, 3, 4].map((code) =>
    icmp("2001:db8::2", "2001:db8::1", 1, code, datagram(A6, RESOLVER6, "x")),
  ),
  icmp("2001:db8::2", "2001:db8::1", 1, 4, segment(A6, B6, "S", 1, 0, syn)),
  echo("10.0.0.1", "10.0.0.2", 8),
  echo("10.0.0.2", "10.0.0.1", 0),
  echo("2001:db8::1", "2001:db8::2", 128),
  echo("2001:db8::2", "2001:db8::1", 129),
  { kind: "raw", from: "10.0.0.1", to: "10.0.0.2", protocol: 253, data: "abc" },
];

const CAPTURE = captured([...CONNECTION, ...OTHERS]);

/** Every TCP, UDP or ICMP packet whose checksum was looked at and found right. */
const GOOD = KINDS.slice(1)
  .map((kind) => `${kind}.checksum.status == "Good"`)
  .join(" || ");

const numbers = (capture: readonly CapturedPacket[], which: (packet: Packet) => boolean) =>
  capture.flatMap(({ packet }, index) => (which(packet) ? [index + 1] : []));

testWithTool("tshark", "tshark finds nothing malformed and every checksum right", async () => {
  const file = pcapFile(CAPTURE);
  expect(await matching(file, BAD)).toEqual([]);
  expect(await matching(file, GOOD)).toEqual(numbers(CAPTURE, ({ kind }) => kind !== "raw"));
  expect(await matching(file, 'ip.checksum.status == "Good"')).toEqual(
    numbers(CAPTURE, (packet) => !JSON.stringify(packet).includes("2001:db8")),
  );
});

const run = promisify(execFile);

const headerLength = 24 + 16;
const whole = (packet: Packet) => pcapFile(captured([packet]));

for (const [title, packet, at] of [
  ["IP header", CONNECTION[0]!, 8],
  ["TCP segment's data", CONNECTION[4]!, 45],
  ["datagram's data", datagram(A, B, "hello"), 30],
  ["IPv6 address", datagram(A6, B6, "hello"), 12],
  ["quotation in an ICMP error", OTHERS[8]!, 40],
] as const)
  testWithTool("tshark", `tshark finds one wrong octet in the ${title}`, async () => {
    const file = whole(packet);
    expect(await matching(file, BAD)).toEqual([]);
    file[headerLength + at]! ^= 1;
    expect(await matching(file, BAD)).toEqual([1]);
  });

const data = (seq: number, letters: string, data: string) =>
  segment(A, B, letters, seq, 301, { data });

const OVERTAKEN = data(1, "P.", "abc");

/** What may look like a retransmission: a keepalive, segments that were overtaken, more data than before, ACKed data. */
const TROUBLED: readonly Packet[] = [
  segment(A, B, "S", 0, 0, syn),
  segment(B, A, "S.", 300, 1, syn),
  segment(A, B, ".", 1, 301),
  segment(A, B, ".", 0, 301),
  segment(B, A, ".", 301, 1),
  data(4, "P.", "def"),
  OVERTAKEN,
  segment(B, A, ".", 301, 7),
  data(7, "P.", "ghi"),
  data(7, "P.", "ghijkl"),
  segment(B, A, ".", 301, 13),
  data(7, "P.", "ghijkl"),
  segment(B, A, ".", 301, 13),
  data(13, "FP.", "m"),
  data(13, "FP.", "m"),
  segment(B, A, "R", 301, 0, { window: 0 }),
];

for (const [title, packets, expected] of [
  ["a connection with losses", CONNECTION, [2, 6, 12]],
  ["a troubled connection", TROUBLED, [10, 12, 15]],
] as const)
  testWithTool("tshark", `tshark names the same retransmissions in ${title}`, async () => {
    // The times of a real loss, far more than a round trip; what was overtaken comes within 3 ms, by which tshark tells.
    const capture = captured(packets).map((packet, index) => ({
      ...packet,
      at: packet.packet === OVERTAKEN ? (index - 1) * 300_000 + 1000 : index * 300_000,
    }));
    const ours = retransmissions(capture).flatMap((isAgain, index) => (isAgain ? [index + 1] : []));
    expect(ours).toEqual(expected);
    expect(await matching(pcapFile(capture), "tcp.analysis.retransmission")).toEqual(ours);
  });

testWithTool("tcpdump", "tcpdump prints the file as our own text", async () => {
  const text = await withFile(pcapFile(CAPTURE), async (path) => {
    const { stdout } = await run("tcpdump", ["-nn", "-r", path], {
      env: { ...process.env, TZ: "UTC" },
    });
    return stdout;
  });
  expect(tcpdumpText(CAPTURE)).toBe(text);
});
