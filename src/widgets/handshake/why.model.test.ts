import { describe, expect, test } from "vitest";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";
import type { Selection } from "./selection.ts";
import type { WhyFrame } from "./why-frame.ts";
import { whyOf } from "./why.model.ts";

const run = runOfScenario("open-and-close");

const told = (frame: WhyFrame) =>
  frame.parts.map(({ heading, items }) => [heading, items.map(({ sentence }) => sentence)]);

describe("why", () => {
  test("of nothing in particular tells of everything in the moment, with its rules", () => {
    const frame = whyOf(run, 7, null, "relative");
    expect(frame.title).toBe("At 0.020 s");
    expect(frame.parts[0]?.items.map(({ reason }) => reason?.rule ?? null).slice(0, 3)).toEqual([
      null,
      "RFC 9293 §3.10.7.2, third check",
      "RFC 9293 §3.10.7.2, third check",
    ]);
  });

  test("before the first moment says so", () => {
    expect(whyOf(run, 0, null, "relative").parts[0]?.items[0]?.sentence).toBe(
      "Nothing has happened yet.",
    );
  });

  test("of a packet tells why it was sent, and what it did where it arrived", () => {
    const frame = whyOf(run, 26, { kind: "packet", id: 1 }, "relative");
    expect(frame.title).toBe("SYN from A:46730 to B:8080 (seq 0)");
    expect(told(frame)).toEqual([
      ["At 0.000 s", ["A:46730 sends SYN to B:8080 (seq 0)."]],
      [
        "At 0.020 s",
        [
          "SYN from A:46730 arrives at B:8080.",
          "B's kernel makes a socket for the connection of port 8080 with A:46730: it is in SYN-RECEIVED.",
          "B:8080 sends SYN,ACK to A:46730 (seq 0, ack 1).",
          "On B, the retransmission timer of the connection of port 8080 with A:46730 starts: 1 s.",
        ],
      ],
    ]);
  });

  test("of a packet does not tell what has not happened yet", () => {
    expect(told(whyOf(run, 6, { kind: "packet", id: 1 }, "relative"))).toEqual([
      ["At 0.000 s", ["A:46730 sends SYN to B:8080 (seq 0)."]],
      [null, ["It is on its way at this moment."]],
    ]);
    expect(told(whyOf(run, 2, { kind: "packet", id: 1 }, "relative"))).toEqual([
      [null, ["It has not been sent at this moment."]],
    ]);
  });

  test("of a call that waits says so, and tells the end once it is there", () => {
    const { id } = run.calls.find(({ call }) => call.name === "connect")!;
    const waiting = whyOf(run, 6, { kind: "call", id }, "relative");
    expect(waiting.title).toBe("connect(client, 10.0.0.2:8080) of A's program");
    expect(waiting.parts.at(-1)?.items[0]?.sentence).toBe("The call waits at this moment.");
    const done = whyOf(run, 8, { kind: "call", id }, "relative");
    expect(done.parts.at(-1)?.items.map(({ sentence }) => sentence)).toContain(
      "connect(client, 10.0.0.2:8080) of A's program succeeds, after 40 ms.",
    );
  });

  test("of a state tells how the socket came into it", () => {
    const frame = whyOf(run, 10, { kind: "state", host: "A", socket: 1, position: 10 }, "relative");
    expect(frame.title).toBe("A: the connection of port 46730 with B:8080 is in ESTABLISHED");
    expect(frame.parts[0]?.heading).toBe("Since 0.040 s");
  });

  test("of a UDP socket says that it has no state", () => {
    const udp = runOfScenario("udp-request-and-reply");
    const frame = whyOf(
      udp,
      udp.beats.length,
      { kind: "state", host: "A", socket: 1, position: udp.beats.length },
      "relative",
    );
    expect(told(frame)).toEqual([
      [null, ["It has no state. Only TCP keeps connections, and with them states."]],
    ]);
  });

  test("of what another run had says that it is gone", () => {
    expect(whyOf(run, 3, { kind: "packet", id: 999 }, "relative").title).toBe(
      "It is not part of this run",
    );
  });

  test.each(ALL_RUNS)(
    "is told of everything in %s, with a key for each item of a part",
    (_, run) => {
      const { packets, calls, beats } = run();
      const all: readonly Selection[] = [
        ...packets.map(({ id }) => ({ kind: "packet" as const, id })),
        ...calls.map(({ id }) => ({ kind: "call" as const, id })),
      ];
      for (const selection of all) {
        for (const { items } of whyOf(run(), beats.length, selection, "relative").parts) {
          expect(items.length).toBeGreaterThan(0);
          expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        }
      }
    },
  );
});
