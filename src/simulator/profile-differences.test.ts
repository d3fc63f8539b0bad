import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";
import { PROFILE_DIFFERENCES } from "./profile-differences.ts";
import type { Fate, Profile } from "./world.ts";

type Id = (typeof PROFILE_DIFFERENCES)[number]["id"];

function fate(talk: Conversation, from: "A" | "B", what: string | null, fate: Fate, nth = 1): void {
  talk.take({ kind: "rule", match: { from, to: null, what }, nth, fate });
}

/** A connects to B's port 8080, where `listens` says whether somebody listens. */
function connecting(talk: Conversation, listens = true): number {
  if (listens) talk.listen("B", 8080);
  const fd = talk.open("A");
  talk.bind("A", fd, "10.0.0.1", 4000);
  talk.connect("A", fd, "10.0.0.2", 8080);
  return fd;
}

const began = (profile: Profile) => new Conversation(profile).begin();

/** Each observes one thing; the profiles must give different answers. */
const OBSERVED: Readonly<Record<Id, readonly [(profile: Profile) => unknown, unknown, unknown]>> = {
  "simultaneous-open": [
    (profile) => {
      const talk = new Conversation(profile);
      for (const [host, port, to, peer] of [
        ["A", 5000, "10.0.0.2", 6000],
        ["B", 6000, "10.0.0.1", 5000],
      ] as const) {
        const fd = talk.open(host);
        talk.bind(host, fd, "*", port);
        talk.connect(host, fd, to, peer);
      }
      talk.pass();
      return talk.said().length;
    },
    4,
    6,
  ],
  "repeated-syn": [
    (profile) => {
      const talk = new Conversation(profile);
      fate(talk, "B", null, { kind: "drop" });
      fate(talk, "A", null, { kind: "duplicate", after: 1_000_000 });
      connecting(talk);
      talk.pass(900);
      talk.said();
      talk.pass(115);
      return talk.said().findLast((line) => line.startsWith("<"));
    },
    "<A 1/1",
    "<SA 0/1",
  ],
  "syn-after-reset": [
    (profile) => {
      const talk = new Conversation(profile);
      fate(talk, "A", "SYN", { kind: "delay", by: 500_000 });
      connecting(talk);
      const flags = { syn: false, ack: true, fin: false, rst: false, psh: false };
      const from = { address: "10.0.0.2", port: 8080 };
      const to = { address: "10.0.0.1", port: 4000 };
      const packet = {
        kind: "tcp",
        from,
        to,
        seq: 7,
        ack: 9,
        flags,
        window: 0,
        options: {},
        data: "",
      } as const;
      talk.take({ kind: "inject", packet });
      talk.pass(50);
      return talk.said().filter((line) => line.startsWith(">S")).length;
    },
    1,
    2,
  ],
  "syn-timeouts": [
    (profile) => {
      const talk = new Conversation(profile);
      fate(talk, "A", null, { kind: "drop" }, 0);
      connecting(talk);
      talk.pass(8500);
      return talk.effects.flatMap((effect) => (effect.kind === "sent" ? 1 : [])).length;
    },
    4,
    7,
  ],
  "least-timeout": [
    (profile) => {
      const talk = began(profile);
      fate(talk, "A", null, { kind: "drop" }, 0);
      talk.send("A", "x");
      talk.pass(900);
      return talk.said().length;
    },
    1,
    4,
  ],
  "tail-loss-probe": [
    (profile) => {
      const talk = began(profile);
      fate(talk, "A", null, { kind: "drop" }, 0);
      talk.send("A", "x".repeat(3000));
      talk.pass(180);
      return talk.effects.filter((effect) => effect.kind === "sent" && effect.isRetransmission)
        .length;
    },
    0,
    1,
  ],
  "loss-detection": [
    (profile) => {
      const talk = began(profile);
      fate(talk, "A", "data", { kind: "drop" });
      talk.set("A", talk.a, "TCP_NODELAY");
      talk.send("A", "one");
      talk.send("A", "two");
      talk.pass(60);
      return talk.said().filter((line) => line === ">PA 1/1 3").length;
    },
    1,
    2,
  ],
  "delayed-ack": [
    (profile) => {
      const talk = began(profile);
      talk.shutdown("A", "write");
      talk.pass(10.001);
      return talk.said().length;
    },
    2,
    1,
  ],
  "challenge-limit": [
    (profile) => {
      const talk = began(profile);
      const last = talk.sent.at(-1);
      if (last?.kind !== "tcp") return null;
      const packet = { ...last, seq: last.seq + 100_000_000 };
      for (const _ of [1, 2, 3]) talk.take({ kind: "inject", packet });
      return talk.said().length;
    },
    3,
    1,
  ],
  "time-wait": [
    (profile) => {
      const talk = began(profile);
      talk.close("A");
      talk.pass();
      talk.close("B");
      talk.pass(61_000);
      return talk.state("A");
    },
    "TIME-WAIT",
    "CLOSED",
  ],
  "time-wait-reuse": [
    (profile) => {
      const talk = new Conversation(profile);
      const fd = connecting(talk);
      talk.pass();
      const accepted = talk.accept("B", 3);
      talk.says("B", { name: "close", fd: accepted });
      talk.pass();
      talk.says("A", { name: "close", fd });
      talk.pass();
      connecting(talk, false);
      talk.pass(15);
      return talk
        .said()
        .findLast((line) => line.startsWith("<"))
        ?.slice(0, 3);
    },
    "<A ",
    "<SA",
  ],
  "orphan-fin-wait-2": [
    (profile) => {
      const talk = began(profile);
      talk.close("A");
      talk.pass(61_000);
      return talk.state("A");
    },
    "FIN-WAIT-2",
    "CLOSED",
  ],
  abort: [
    (profile) => {
      const talk = began(profile);
      const option = { name: "SO_LINGER", value: 0 } as const;
      talk.says("A", { name: "setsockopt", fd: talk.a, option });
      talk.close("A");
      return talk.said();
    },
    [">R 1/-"],
    [">RA 1/1"],
  ],
  "data-before-reset": [
    (profile) => {
      const talk = began(profile);
      talk.send("A", "hello");
      const option = { name: "SO_LINGER", value: 0 } as const;
      talk.says("A", { name: "setsockopt", fd: talk.a, option });
      talk.close("A");
      talk.pass();
      return talk.receive("B");
    },
    "ECONNRESET",
    "hello",
  ],
  "reset-in-close-wait": [
    (profile) => {
      const talk = began(profile);
      talk.close("A");
      talk.pass();
      talk.send("B", "one");
      talk.pass();
      return talk.send("B", "two");
    },
    "ECONNRESET",
    "EPIPE",
  ],
  "window-probe": [
    (profile) => {
      const talk = new Conversation(profile).begin({ receiveBuffer: 4096 });
      talk.send("A", "x".repeat(20_000));
      talk.pass(200);
      talk.said();
      talk.pass(2000);
      return talk.said()[0]?.split(" ").length;
    },
    3,
    2,
  ],
  nagle: [
    (profile) => {
      const talk = began(profile);
      talk.send("A", "x".repeat(1500));
      return talk.said().length;
    },
    1,
    2,
  ],
  "push-pairs": [
    (profile) => {
      const talk = began(profile);
      talk.send("A", "x".repeat(6000));
      return talk.said().filter((line) => line.startsWith(">P")).length;
    },
    0,
    3,
  ],
  options: [
    (profile) => {
      const talk = new Conversation(profile);
      connecting(talk);
      const syn = talk.sent[0];
      return syn?.kind === "tcp" ? Object.keys(syn.options) : null;
    },
    ["mss"],
    ["mss", "windowScale", "sackPermitted", "timestamps"],
  ],
  "icmp-while-opening": [
    (profile) => {
      const talk = new Conversation(profile);
      const rules = [{ protocol: "tcp", port: 8080, action: "reject-host-unreachable" }] as const;
      talk.take({ kind: "filter", host: "B", rules });
      connecting(talk);
      talk.pass(100);
      return talk.returned("A").at(-1);
    },
    null,
    "EHOSTUNREACH",
  ],
};

describe("the profiles differ", () => {
  test.each(PROFILE_DIFFERENCES.map(({ id }) => [id] as const))("in %s", (id) => {
    const [observe, rfc, linux] = OBSERVED[id];
    expect({ rfc: observe("rfc"), linux: observe("linux") }).toEqual({ rfc, linux });
    expect(rfc).not.toEqual(linux);
  });
});
