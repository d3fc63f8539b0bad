/** Socket calls of TCP in states that are easily got wrong; each outcome was measured on Linux 6.18. */
import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";
import * as intTable from "./int-table.ts";
import type { PacketEnd, TcpFlags, TcpSegment } from "./packet.ts";
import { add } from "./sequence.ts";
import type { HostName } from "./world.ts";

/** Calls by short names on one descriptor. */
function calls(talk: Conversation, host: HostName, fd: number) {
  return {
    connect: (port: number) => talk.connect(host, fd, "10.0.0.2", port),
    send: (data: string) => talk.says(host, { name: "send", fd, data }),
    recv: () => talk.says(host, { name: "recv", fd, size: 99 }),
    peer: () => talk.says(host, { name: "getpeername", fd }),
    error: () => talk.says(host, { name: "getsockopt", fd, option: "SO_ERROR" }),
    shutdown: (how: "read" | "write" | "both") => talk.says(host, { name: "shutdown", fd, how }),
    accept: () => talk.says(host, { name: "accept", fd }),
    close: () => talk.says(host, { name: "close", fd }),
    linger: (value: number) =>
      talk.says(host, { name: "setsockopt", fd, option: { name: "SO_LINGER", value } }),
  };
}

function impatient(talk: Conversation) {
  const fd = talk.open("A");
  talk.set("A", fd, "O_NONBLOCK");
  return calls(talk, "A", fd);
}

describe("connect() without waiting", () => {
  test("tells of a refusal once, at the next connect()", () => {
    const talk = new Conversation();
    const socket = impatient(talk);
    expect(socket.connect(9)).toBe("EINPROGRESS");
    talk.pass();
    expect(socket.connect(9)).toBe("ECONNREFUSED");
    expect(socket.connect(9)).toBe("EINPROGRESS");
  });

  test("is ECONNABORTED where SO_ERROR has told already; then the socket is as new", () => {
    const talk = new Conversation();
    const socket = impatient(talk);
    socket.connect(9);
    talk.pass();
    expect(socket.error()).toBe("ECONNREFUSED");
    expect(socket.connect(9)).toBe("ECONNABORTED");
    expect([socket.recv(), socket.send("x")]).toEqual(["ENOTCONN", "EPIPE"]);
  });

  test("succeeds once, then the socket is connected", () => {
    const talk = new Conversation();
    talk.listen("B", 8080);
    const socket = impatient(talk);
    expect(socket.connect(8080)).toBe("EINPROGRESS");
    expect([socket.send("early"), socket.recv(), socket.peer()]).toEqual([
      "EAGAIN",
      "EAGAIN",
      "ENOTCONN",
    ]);
    expect(socket.connect(8080)).toBe("EALREADY");
    talk.pass();
    expect([socket.connect(8080), socket.connect(8080)]).toEqual([null, "EISCONN"]);
  });

  test("shutdown() takes it back, and leaves an error", () => {
    const talk = new Conversation();
    const socket = impatient(talk);
    socket.connect(8080);
    expect(socket.shutdown("write")).toBe(null);
    expect([socket.error(), socket.send("x"), socket.recv()]).toEqual([
      "ECONNRESET",
      "EPIPE",
      "ENOTCONN",
    ]);
  });
});

describe("a connect() that waits", () => {
  test("ends when the connection is there, and with the error when there is none", () => {
    const talk = new Conversation();
    talk.listen("B", 8080);
    const [good, bad] = [calls(talk, "A", talk.open("A")), calls(talk, "A", talk.open("A"))];
    expect([good.connect(8080), bad.connect(9)]).toEqual(["waits", "waits"]);
    talk.pass();
    expect(talk.returned("A").slice(-2)).toEqual([null, "ECONNREFUSED"]);
  });
});

test("the window in a SYN-ACK is taken as it stands, and in what follows it is shifted", () => {
  const talk = new Conversation();
  const listener = talk.listen("B", 8080);
  const client = calls(talk, "A", talk.open("A"));
  client.connect(8080);
  talk.pass();
  const window = () => {
    const [, socket] = [...intTable.entries(talk.world.hosts["A"]!.sockets)][0]!;
    return socket.type === "stream" ? socket.tcb?.sndWnd : undefined;
  };
  const fromB = () =>
    talk.sent.flatMap((packet) =>
      packet.kind === "tcp" && packet.from.address === "10.0.0.2" ? [packet] : [],
    );
  expect(fromB()[0]?.options.windowScale).toBeGreaterThan(0);
  expect(window()).toBe(fromB()[0]?.window);
  calls(talk, "B", listener).accept();
  client.send("x");
  talk.pass();
  expect(window()).toBe(fromB().at(-1)!.window * 2 ** fromB()[0]!.options.windowScale!);
});

describe("a listener", () => {
  test("takes shutdown() for the end of listening, but not of what it never did", () => {
    const talk = new Conversation();
    const socket = calls(talk, "B", talk.listen("B", 8080));
    expect([socket.shutdown("write"), socket.shutdown("both"), socket.shutdown("both")]).toEqual([
      null,
      null,
      "ENOTCONN",
    ]);
    expect(socket.accept()).toBe("EINVAL");
  });

  test("resets who waits to be accepted when it is closed", () => {
    const talk = new Conversation();
    const listener = calls(talk, "B", talk.listen("B", 8080));
    const client = calls(talk, "A", talk.open("A"));
    client.connect(8080);
    talk.pass();
    talk.said();
    listener.close();
    talk.pass();
    expect(talk.said()).toEqual(["<RA 1/1"]);
    expect(client.recv()).toBe("ECONNRESET");
  });

  test("hands out a connection that was reset while it waited, with its data", () => {
    const talk = new Conversation();
    const listener = talk.listen("B", 8080);
    const client = calls(talk, "A", talk.open("A"));
    client.connect(8080);
    talk.pass();
    client.send("hey");
    client.linger(0);
    client.close();
    talk.pass();
    const given = talk.says("B", { name: "accept", fd: listener });
    expect(given).toMatchObject({ peer: { address: "10.0.0.1" } });
    const server = calls(talk, "B", listener + 1);
    expect([server.recv(), server.recv(), server.send("x"), server.peer()]).toEqual([
      "hey",
      "ECONNRESET",
      "EPIPE",
      "ENOTCONN",
    ]);
  });
});

describe("shutdown()", () => {
  test("of both ways answers later data with a reset", () => {
    const talk = new Conversation().begin();
    talk.shutdown("B", "both");
    talk.pass(100);
    talk.said();
    talk.send("A", "hi");
    talk.pass(100);
    expect(talk.said()).toEqual([">PA 1/2 2", "<R 2/-"]);
    expect([talk.send("A", "ho"), talk.receive("A"), talk.receive("B")]).toEqual([
      "EPIPE",
      "",
      "ECONNRESET",
    ]);
  });

  test("of reading alone gives what comes anyway, and else end of file", () => {
    const talk = new Conversation().begin();
    talk.shutdown("B", "read");
    expect(talk.receive("B")).toBe("");
    talk.send("A", "hi");
    talk.pass(100);
    expect([talk.receive("B"), talk.receive("B")]).toEqual(["hi", ""]);
  });

  test("in TIME-WAIT finds no connection any more", () => {
    const talk = new Conversation().begin();
    const socket = calls(talk, "A", talk.a);
    talk.shutdown("A", "write");
    talk.pass();
    talk.close("B");
    talk.pass();
    expect([socket.shutdown("read"), socket.send("x"), socket.recv(), socket.peer()]).toEqual([
      "ENOTCONN",
      "EPIPE",
      "",
      "ENOTCONN",
    ]);
  });
});

describe("close() with SO_LINGER", () => {
  test("waits until the FIN is acknowledged", () => {
    const talk = new Conversation().begin();
    const socket = calls(talk, "A", talk.a);
    socket.linger(5);
    expect(socket.close()).toBe("waits");
    talk.pass(100);
    expect(talk.state("A")).toBe("FIN-WAIT-2");
    expect(talk.returned("A").at(-1)).toBe(null);
  });

  test("waits no longer than it says", () => {
    const talk = new Conversation().begin();
    const match = { from: "A", to: null, what: null };
    talk.take({ kind: "rule", match, nth: 0, fate: { kind: "drop" } });
    const socket = calls(talk, "A", talk.a);
    socket.linger(2);
    const before = talk.returned("A").length;
    expect(socket.close()).toBe("waits");
    talk.pass(1900);
    expect(talk.returned("A")).toHaveLength(before);
    talk.pass(200);
    expect(talk.returned("A")).toHaveLength(before + 1);
    expect(talk.state("A")).toBe("FIN-WAIT-1");
  });
});

describe("an established end answers", () => {
  const ends = {
    from: { address: "10.0.0.1", port: 4000 },
    to: { address: "10.0.0.2", port: 8080 },
  };

  /** What B says to segments with these relative numbers, 600 ms apart. */
  function answers(
    segments: readonly [flags: string, seq: number, ack: number | null, data?: string][],
  ) {
    const talk = new Conversation();
    for (const [host, first] of [
      ["A", 1000],
      ["B", 5000],
    ] as const)
      talk.take({ kind: "setting", host, settings: { iss: [first] } });
    const listener = talk.listen("B", 8080);
    const fd = talk.open("A");
    talk.bind("A", fd, "10.0.0.1", 4000);
    talk.connect("A", fd, "10.0.0.2", 8080);
    talk.pass();
    talk.accept("B", listener);
    talk.said();
    for (const [flags, seq, ack, data = ""] of segments) {
      talk.take({
        kind: "inject",
        packet: segment(ends, flags, add(1000, seq), ack === null ? 0 : add(5000, ack), data),
      });
      talk.pass(600);
    }
    return talk.said().filter((line) => line.startsWith("<"));
  }

  test.each([
    ["an acknowledgment of what was never sent", "A", 1, 100, "", ["<A 1/1"]],
    ["an acknowledgment from long ago", "A", 1, -200_000, "", ["<A 1/1"]],
    ["data from before", "PA", -4, 1, "abc", ["<A 1/1"]],
    ["data beyond the window", "PA", 200_000, 1, "abc", ["<A 1/1"]],
    ["data without ACK", "P", 1, null, "abc", []],
    ["the SYN-ACK again", "SA", 0, 1, "", ["<A 1/1"]],
    ["a FIN beyond a gap", "FA", 4, 1, "", ["<A 1/1"]],
  ] as const)("%s as Linux does", (_, flags, seq, ack, data, said) => {
    expect(answers([[flags, seq, ack, data]])).toEqual(said);
  });

  test("what fills the gap before a FIN with one acknowledgment of both, and the bewildered peer with another", () => {
    expect(
      answers([
        ["FA", 4, 1],
        ["PA", 1, 1, "abc"],
      ]),
    ).toEqual(["<A 1/1", "<A 1/5", "<A 1/5"]);
  });
});

function segment(
  { from, to }: { from: PacketEnd; to: PacketEnd },
  letters: string,
  seq: number,
  ack: number,
  data: string,
): TcpSegment {
  const has = (letter: string) => letters.includes(letter);
  const flags: TcpFlags = {
    syn: has("S"),
    ack: has("A"),
    fin: has("F"),
    rst: has("R"),
    psh: has("P"),
  };
  return { kind: "tcp", from, to, seq, ack, flags, window: 63, options: {}, data };
}
