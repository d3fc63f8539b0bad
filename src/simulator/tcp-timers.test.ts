import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";
import { LINUX_MIN_RTO, MAX_RTO, backedOff, measured } from "./tcp-timing.ts";

const cut = (talk: Conversation, from: "A" | "B" | null = null): Conversation => {
  talk.take({
    kind: "rule",
    match: { from, to: null, what: null },
    nth: 0,
    fate: { kind: "drop" },
  });
  return talk;
};
/** In which second from now, counted from 1, the host's packets leave: for 140 of them. */
function seconds(talk: Conversation, host: "A" | "B"): readonly number[] {
  const times: number[] = [];
  for (let left = 0; left < 140; left += 1) {
    const sent = talk.pass(1000).filter((effect) => effect.kind === "sent" && effect.host === host);
    times.push(...sent.map(() => left + 1));
  }
  return times;
}

describe("the timeout", () => {
  test("of the first round trip is three of them by RFC 6298, and 1 s at least", () => {
    const none = { srtt: null, rttvar: 0 };
    expect(measured(none, 600_000, false)).toEqual({
      srtt: 600_000,
      rttvar: 300_000,
      rto: 1_800_000,
    });
    expect(measured(none, 20_000, false).rto).toBe(1_000_000);
    expect(measured(none, 20_000, true).rto).toBe(20_000 + LINUX_MIN_RTO);
  });

  test("doubles up to two minutes", () => {
    expect([0, 1, 2, 9, 10, 30].map((retries) => backedOff(200_000, retries))).toEqual([
      200_000,
      400_000,
      800_000,
      102_400_000,
      MAX_RTO,
      MAX_RTO,
    ]);
  });
});

describe("who never gets an answer", () => {
  test("repeats a SYN as tcp(7) says, and gives up with ETIMEDOUT after 131 s", () => {
    const talk = cut(new Conversation());
    const fd = talk.open("A");
    talk.connect("A", fd, "10.0.0.2", 8080);
    expect(seconds(talk, "A")).toEqual([1, 2, 3, 4, 5, 7, 11, 19, 35, 67]);
    const end = talk.effects.find((effect) => effect.kind === "state" && effect.to === "CLOSED");
    expect(end).toMatchObject({ from: "SYN-SENT" });
    expect(talk.returned("A").at(-1)).toBe("ETIMEDOUT");
  });

  test("repeats a SYN-ACK five times, and forgets the connection after 63 s", () => {
    const talk = cut(new Conversation(), "B");
    talk.listen("B", 8080);
    talk.connect("A", talk.open("A"), "10.0.0.2", 8080);
    // The client's own repetitions are answered as well: they are kept from the server.
    talk.pass(15);
    cut(talk, "A");
    expect(seconds(talk, "B")).toEqual([1, 3, 7, 15, 31]);
    expect(talk.state("B")).toBe("CLOSED");
  });

  test("gives data up after tcp_retries2, some 15 minutes", () => {
    const talk = cut(new Conversation().begin());
    talk.send("A", "x");
    talk.pass(900_000);
    expect(talk.state("A")).toBe("ESTABLISHED");
    talk.pass(200_000);
    expect([talk.state("A"), talk.receive("A")]).toEqual(["CLOSED", "ETIMEDOUT"]);
  });

  test("gives a closed socket's FIN up sooner, for no program waits", () => {
    const talk = cut(new Conversation().begin());
    talk.close("A");
    talk.pass(60_000);
    expect(talk.state("A")).toBe("FIN-WAIT-1");
    talk.pass(200_000);
    expect(talk.state("A")).toBe("CLOSED");
  });

  test("gives up after TCP_USER_TIMEOUT where a program set it", () => {
    const talk = cut(new Conversation().begin());
    const option = { name: "TCP_USER_TIMEOUT", value: 5000 } as const;
    talk.says("A", { name: "setsockopt", fd: talk.a, option });
    talk.send("A", "x");
    talk.pass(4500);
    expect(talk.state("A")).toBe("ESTABLISHED");
    talk.pass(2000);
    expect([talk.state("A"), talk.receive("A")]).toEqual(["CLOSED", "ETIMEDOUT"]);
  });
});

describe("an ICMP error", () => {
  test("about an established connection is only told when it times out", () => {
    const talk = new Conversation().begin();
    const rules = [{ protocol: "tcp", port: 8080, action: "reject-host-unreachable" }] as const;
    talk.take({ kind: "filter", host: "B", rules });
    talk.send("A", "x");
    talk.pass(60_000);
    expect(talk.state("A")).toBe("ESTABLISHED");
    talk.pass(1_100_000);
    expect(talk.receive("A")).toBe("EHOSTUNREACH");
  });
});
