import { describe, expect, test } from "vitest";
import { eventSentence } from "./event-words.model.ts";

describe("an event without effects", () => {
  test.each([
    [
      { kind: "filter" as const, host: "B", rules: [] },
      "B's filter lets everything pass from now on.",
    ],
    [
      {
        kind: "filter" as const,
        host: "B",
        rules: [
          { protocol: "tcp" as const, port: 81, action: "drop" as const },
          { protocol: "any" as const, port: null, action: "reject-host-unreachable" as const },
        ],
      },
      "B's filter drops TCP packets to port 81, and rejects all packets with ICMP host unreachable from now on.",
    ],
    [
      { kind: "power" as const, host: "A", isUp: true },
      "A is switched on. It remembers nothing of what was before.",
    ],
    [
      {
        kind: "inject" as const,
        packet: {
          kind: "udp" as const,
          from: { address: "192.0.2.1", port: 40000 },
          to: { address: "192.0.2.2", port: 53 },
          data: "",
        },
      },
      "A packet is put on the wire by hand. No host has the address that it is for.",
    ],
  ])("%o is told", (event, sentence) => {
    expect(eventSentence({ event, effects: [] })).toBe(sentence);
  });

  test("what the effects tell is not told twice", () => {
    expect(eventSentence({ event: { kind: "next" }, effects: [] })).toBeNull();
  });
});
