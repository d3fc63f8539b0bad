/** What timestamps change, as Linux 6.18 does it with the same done to real packets. */
import { describe, expect, test } from "vitest";
import type { TouchFate } from "./plan.ts";
import { planOfScenario } from "./scenario-plan.fixture.ts";
import type { Timeline } from "./timeline.ts";
import { unfold } from "./unfold.ts";

const DROP = { kind: "drop" } as const;
const OVERTAKEN = { kind: "overtaken" } as const;
const LATE = { kind: "delay", by: 1_300_000 } as const;

const touched = (id: string, fates: Readonly<Record<number, TouchFate>>) =>
  unfold(planOfScenario(id, fates));

const sentBy = ({ packets }: Timeline, host: string) =>
  packets
    .filter(({ from, copyOf }) => from === host && copyOf === null)
    .map(({ report: { flags, seq, ack } }) => `${flags} ${seq} ${ack ?? ""}`.trim());

describe("a timestamp", () => {
  test.each([
    ["a SYN", { 1: DROP, 5: DROP }, "A", "PSH,ACK 1 1"],
    ["a SYN-ACK", { 2: DROP, 10: DROP }, "B", "PSH,ACK 1 6"],
  ])("tells the round trip although %s was sent twice", (_, fates, host, data) => {
    const { packets } = touched("open-and-close", fates);
    const times = packets
      .filter(({ from, report }) => from === host && report.length > 0)
      .map(({ sentAt, report: { flags, seq, ack } }) => [sentAt, `${flags} ${seq} ${ack}`]);
    expect(times).toEqual([
      [expect.any(Number), data],
      [Number(times[0]![0]) + 240_000, data],
    ]);
  });

  test.each([
    ["the handshake's last ACK", "open-and-close", 3, "B", "ACK 1 6"],
    ["an ACK that the answer overtook", "open-and-close", 5, "A", "ACK 6 4"],
  ])("shows that %s is old, and nothing is said to it", (_, id, packet, host, ack) => {
    const timeline = touched(id, { [packet]: OVERTAKEN });
    expect(sentBy(timeline, host).filter((each) => each === ack)).toHaveLength(1);
  });

  test("shows that a SYN is older than the one that was answered", () => {
    const timeline = touched("open-and-close", { 1: OVERTAKEN });
    expect(sentBy(timeline, "B").slice(0, 2)).toEqual(["SYN,ACK 0 1", "ACK 1 1"]);
  });

  test("keeps an old SYN from opening what is in TIME-WAIT", () => {
    const timeline = touched("simultaneous-close", { 1: LATE });
    expect(sentBy(timeline, "B")).toEqual(["SYN,ACK 0 1", "FIN,ACK 1 1", "ACK 2 2", "ACK 2 2"]);
  });

  test("has an old ACK answered once no program has the connection", () => {
    const timeline = touched("process-killed", { 5: LATE });
    expect(sentBy(timeline, "A").at(-1)).toBe("ACK 2 1");
  });
});

describe("data that a FIN overtook", () => {
  test("fills the gap, and both are acknowledged at once", () => {
    const { packets } = touched("server-closes-first", { 6: OVERTAKEN });
    expect(packets.some(({ isRetransmission }) => isRetransmission)).toBe(false);
    const both = packets.find(({ report }) => report.from.startsWith("A:") && report.ack === 10);
    expect(both?.sentAt).toBe(320_000);
  });
});
