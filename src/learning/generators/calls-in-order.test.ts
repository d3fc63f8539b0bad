import { expect, test } from "vitest";
import { callsInOrder } from "./calls-in-order.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";

/** What has to come before what, by the calls' manual pages; each pair holds wherever both calls stand. */
const CHAINS = [
  ["socket", "setsockopt", "bind", "listen", "accept", "recv", "send", "close"],
  ["socket", "bind", "connect", "send", "shutdown", "recv", "close"],
  ["socket", "bind", "recvfrom", "sendto", "close"],
  ["socket", "connect", "send", "recv", "close"],
  ["socket", "sendto", "recvfrom", "close"],
];

test("the order is that of a server or of a client, of TCP or of UDP", () => {
  for (const question of questionsOf(callsInOrder)) {
    if (question.kind !== "put-in-order") throw new TypeError(question.kind);
    const names = question.items.map(({ text }) => /(\w+)\(/.exec(text)![1]!);
    const isServer = question.prompt.includes("server on port");
    const isUdp = question.prompt.includes("UDP");
    const chain =
      CHAINS[isUdp ? (isServer ? 2 : names.includes("connect") ? 3 : 4) : isServer ? 0 : 1]!;
    const places = names.map((name) => chain.indexOf(name));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(names.includes("listen")).toBe(isServer && !isUdp);
  }
});

test("bytes travel through the socket that accept() returned, and the listener is closed last", () => {
  for (const question of questionsOf(callsInOrder, 2000)) {
    if (question.kind !== "put-in-order") throw new TypeError(question.kind);
    const texts = question.items.map(({ text }) => text);
    const made = texts
      .map((text) => /^(\d) = (?:socket|accept)/.exec(text)?.[1])
      .filter((fd) => fd !== undefined);
    for (const text of texts.filter((each) => /^(?:recv|send)/.test(each)))
      expect(text).toContain(`(${made.at(-1)}`);
    expect(texts.at(-1)).toMatch(/^close/);
  }
});
