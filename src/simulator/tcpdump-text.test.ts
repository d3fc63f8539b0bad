import { describe, expect, test } from "vitest";
import { datagram, end, segment, SYN_OPTIONS } from "./capture.fixture.ts";
import type { Packet } from "./packet.ts";
import { tcpdumpLines, tcpdumpText } from "./tcpdump-text.ts";

const A = end("10.1.0.1", 57_092);
const B = end("10.1.0.2", 8080);

/** Recorded with tcpdump -nn on Linux 6.18, options and times taken away: kernel trace 40. */
const RECORDED: readonly [string, Packet][] = [
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [S], seq 3290166825, win 64240, length 0",
    segment(A, B, "S", 3_290_166_825, 0),
  ],
  [
    "IP 10.1.0.2.8080 > 10.1.0.1.57092: Flags [S.], seq 2479231422, ack 3290166826, win 65160, length 0",
    segment(B, A, "S.", 2_479_231_422, 3_290_166_826, { window: 65_160 }),
  ],
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [.], ack 1, win 63, length 0",
    segment(A, B, ".", 3_290_166_826, 2_479_231_423, { window: 63 }),
  ],
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [P.], seq 1:6, ack 1, win 63, length 5: HTTP",
    segment(A, B, "P.", 3_290_166_826, 2_479_231_423, { window: 63, data: "hello" }),
  ],
  [
    "IP 10.1.0.2.8080 > 10.1.0.1.57092: Flags [.], ack 6, win 64, length 0",
    segment(B, A, ".", 2_479_231_423, 3_290_166_831, { window: 64 }),
  ],
  [
    "IP 10.1.0.2.8080 > 10.1.0.1.57092: Flags [P.], seq 1:4, ack 6, win 64, length 3: HTTP",
    segment(B, A, "P.", 2_479_231_423, 3_290_166_831, { window: 64, data: "HI!" }),
  ],
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [.], ack 4, win 63, length 0",
    segment(A, B, ".", 3_290_166_831, 2_479_231_426, { window: 63 }),
  ],
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [F.], seq 6, ack 4, win 63, length 0",
    segment(A, B, "F.", 3_290_166_831, 2_479_231_426, { window: 63 }),
  ],
  [
    "IP 10.1.0.2.8080 > 10.1.0.1.57092: Flags [F.], seq 4, ack 7, win 64, length 0",
    segment(B, A, "F.", 2_479_231_426, 3_290_166_832, { window: 64 }),
  ],
  [
    "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [.], ack 5, win 63, length 0",
    segment(A, B, ".", 3_290_166_832, 2_479_231_427, { window: 63 }),
  ],
  [
    "IP 10.1.0.1.60242 > 10.1.0.2.9999: Flags [S], seq 2143283139, win 64240, length 0",
    segment(end("10.1.0.1", 60_242), end("10.1.0.2", 9999), "S", 2_143_283_139, 0),
  ],
  [
    "IP 10.1.0.2.9999 > 10.1.0.1.60242: Flags [R.], seq 0, ack 2143283140, win 0, length 0",
    segment(end("10.1.0.2", 9999), end("10.1.0.1", 60_242), "R.", 0, 2_143_283_140, { window: 0 }),
  ],
  [
    "IP 10.1.0.1.56286 > 10.1.0.2.9: UDP, length 1",
    datagram(end("10.1.0.1", 56_286), end("10.1.0.2", 9), "x"),
  ],
  [
    "IP 10.1.0.2 > 10.1.0.1: ICMP 10.1.0.2 udp port 9 unreachable, length 37",
    {
      kind: "icmp",
      from: "10.1.0.2",
      to: "10.1.0.1",
      type: 3,
      code: 3,
      quoted: datagram(end("10.1.0.1", 56_286), end("10.1.0.2", 9), "x"),
      echo: null,
    },
  ],
];

test("the packets that a kernel sent are printed as tcpdump printed them", () => {
  expect(tcpdumpLines(RECORDED.map(([, packet]) => packet))).toEqual(
    RECORDED.map(([line]) => line),
  );
});

describe("a line", () => {
  const line = (packet: Packet) => tcpdumpLines([packet])[0];

  test("names the options of a SYN, with what fills them up", () => {
    expect(line(segment(A, B, "S", 0, 0, { options: SYN_OPTIONS }))).toBe(
      "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [S], seq 0, win 64240, options [mss 1460,nop,nop,sackOK,nop,wscale 10], length 0",
    );
  });

  test("has the sequence number of a RST without ACK as it is on the wire", () => {
    expect(line(segment(A, B, "R", 4_000_000_000, 0, { window: 0 }))).toBe(
      "IP 10.1.0.1.57092 > 10.1.0.2.8080: Flags [R], seq 4000000000, win 0, length 0",
    );
  });

  test("says IP6 where the addresses are", () => {
    expect(line(datagram(end("2001:db8::1", 5000), end("2001:db8::2", 53), "?"))).toMatch(
      /^IP6 2001:db8::1\.5000 > 2001:db8::2\.53: UDP, length 1$/,
    );
  });

  test("shows the first line of an HTTP request", () => {
    const request = segment(A, B, "P.", 1, 1, { data: "GET / HTTP/1.1\r\nHost: b\r\n\r\n" });
    expect(line(request)).toMatch(/length 27: HTTP: GET \/ HTTP\/1\.1$/);
  });
});

test("relative numbers wrap around with the sequence numbers", () => {
  const last = 0xffffffff;
  const lines = tcpdumpLines([
    segment(B, A, "S.", last, 100),
    segment(A, B, ".", 100, 0),
    segment(B, A, "P.", 0, 100, { data: "abc" }),
  ]);
  expect(lines[1]).toContain("ack 1,");
  expect(lines[2]).toContain("seq 1:4, ack 1,");
});

test("the text has the time of the world in front of each line", () => {
  expect(tcpdumpText([{ at: 3_661_000_007, packet: datagram(A, B, "x"), direction: "in" }])).toBe(
    "01:01:01.000007 IP 10.1.0.1.57092 > 10.1.0.2.8080: UDP, length 1\n",
  );
});
