/**
 * What Linux 6.18 sent in situations that the recorded traces have not: measured between two network namespaces, 10 ms
 * each way, segments in the order they left (those of one end; where both sent at once, in either order).
 */
import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";

function losing(conversation: Conversation, what: string, nth: number): Conversation {
  const match = { from: "A", to: null, what };
  conversation.take({ kind: "rule", match, nth, fate: { kind: "drop" } });
  return conversation;
}

describe("as Linux 6.18 does", () => {
  test("a small write waits for an earlier one, a FIN takes it along, and a lone SACK finds the loss", () => {
    const talk = losing(new Conversation().begin(), "data", 1);
    talk.send("A", "abc");
    talk.send("A", "defg");
    talk.close("A");
    talk.pass(300);
    expect(talk.said()).toEqual([">PA 1/1 3", ">FPA 4/1 4", "<A 1/1", ">PA 1/1 3", "<A 1/9"]);
    const again = talk.effects.findLast((effect) => effect.kind === "sent" && effect.host === "A");
    expect(again).toMatchObject({ isRetransmission: true });
  });

  test("20,000 bytes leave as ten segments, then as many as acknowledgments let go, marked in pairs", () => {
    const talk = new Conversation().begin();
    talk.send("A", "x".repeat(20_000));
    talk.pass(300);
    const data = Array.from({ length: 14 }, (_, index) => {
      const flags = index % 2 === 0 ? "A" : "PA";
      return `>${flags} ${index * 1448 + 1}/1 ${index === 13 ? 1176 : 1448}`;
    });
    const acks = [...Array.from({ length: 13 }, (_, index) => (index + 1) * 1448 + 1), 20_001];
    const said = talk.said();
    expect(said.filter((line) => line.startsWith(">"))).toEqual(data);
    expect(said.filter((line) => line.startsWith("<"))).toEqual(acks.map((ack) => `<A 1/${ack}`));
    expect(said.indexOf("<A 1/1449")).toBe(10);
  });

  test("a lost segment among many is sent again once three arrived after it", () => {
    const talk = losing(new Conversation().begin(), "data", 3);
    talk.send("A", "x".repeat(20_000));
    talk.pass(100);
    const said = talk.said();
    expect(said.filter((line) => line === ">A 2897/1 1448")).toHaveLength(2);
    expect(said.at(-1)).toBe("<A 1/20001");
    talk.pass(1000);
    expect(talk.said()).toEqual([]);
  });

  test("close() with unread data is a reset", () => {
    const talk = new Conversation().begin();
    talk.send("A", "hello");
    talk.pass(100);
    talk.close("B");
    talk.pass(100);
    expect(talk.said()).toEqual([">PA 1/1 5", "<A 1/6", "<RA 1/6"]);
    expect(talk.receive("A")).toBe("ECONNRESET");
  });

  test("data that came before a reset can be read after it", () => {
    const talk = new Conversation().begin();
    talk.send("A", "hello");
    talk.pass(100);
    const option = { name: "SO_LINGER", value: 0 } as const;
    talk.says("A", { name: "setsockopt", fd: talk.a, option });
    talk.close("A");
    talk.pass(100);
    expect(talk.said()).toEqual([">PA 1/1 5", "<A 1/6", ">RA 6/1"]);
    expect(talk.receive("B", 3)).toBe("hel");
    expect(talk.receive("B")).toBe("lo");
    expect(talk.receive("B")).toBe("ECONNRESET");
    expect(talk.send("B", "q")).toBe("EPIPE");
  });

  test("the first exchange is acknowledged at once, the next ones with the data that goes back", () => {
    const talk = new Conversation().begin();
    for (let turn = 0; turn < 3; turn += 1) {
      talk.send("A", "req");
      talk.pass(10.001);
      expect(talk.receive("B")).toBe("req");
      talk.send("B", "reply");
      talk.pass(10.001);
      expect(talk.receive("A")).toBe("reply");
    }
    talk.pass(150);
    talk.close("A");
    talk.pass(100);
    talk.close("B");
    talk.pass(100);
    expect(talk.said()).toEqual([
      ">PA 1/1 3",
      "<A 1/4",
      "<PA 1/4 5",
      ">A 4/6",
      ">PA 4/6 3",
      "<PA 6/7 5",
      ">PA 7/11 3",
      "<PA 11/10 5",
      ">A 10/16",
      ">FA 10/16",
      "<A 16/11",
      "<FA 16/11",
      ">A 11/17",
    ]);
  });

  test("a shut window is asked after with an old number, after 0.24, 0.5 and 1 second", () => {
    const talk = new Conversation().begin({ receiveBuffer: 4096 });
    talk.set("A", talk.a, "O_NONBLOCK");
    expect(talk.send("A", "x".repeat(30_000))).toBe(30_000);
    talk.pass(300);
    const full = talk.said();
    const taken = Number(/<A 1\/(\d+)$/.exec(full.at(-1) ?? "")?.[1]);
    expect(full.at(-2)).toBe(`>A ${taken - 1}/1`);
    talk.pass(2000);
    const probes = talk.said().filter((line) => line.startsWith(">"));
    expect(probes).toEqual([`>A ${taken - 1}/1`, `>A ${taken - 1}/1`]);
    expect(talk.receive("B", 2000)).toHaveLength(2000);
    expect(talk.said()).toEqual([`<A 1/${taken}`]);
    talk.pass(20);
    expect(talk.said()[0]).toBe(`>A ${taken}/1 1448`);
  });

  test("a program may write 78,192 bytes that nobody reads", () => {
    const talk = new Conversation().begin();
    talk.set("A", talk.a, "O_NONBLOCK");
    expect(talk.send("A", "x".repeat(1_000_000))).toBe(78_192);
    expect(talk.send("A", "x")).toBe("EAGAIN");
  });
});
