import { describe, expect, test } from "vitest";
import { bufferCharge } from "./buffer-charge.ts";
import { Program } from "./program.fixture.ts";
import { socketTable } from "./socket-table.ts";

/** B has a socket on 5353, A one without a port. */
function asker() {
  const program = new Program();
  const server = program.open("B", "dgram");
  expect(program.bind("B", server, "*", 5353)).toBe(null);
  const client = program.open("A", "dgram");
  const ask = (data: string, port = 5353) =>
    program.says("A", { name: "sendto", fd: client, data, to: { address: "10.0.0.2", port } });
  const receive = (host: "A" | "B", fd: number) =>
    program.says(host, { name: "recvfrom", fd, size: 2000, dontWait: true });
  return { program, server, client, ask, receive };
}

const table = ({ world }: Program, host: "A" | "B") =>
  socketTable(world, host).map(({ state, recvQ, local, peer }) => ({
    state,
    recvQ,
    local: `${local.address}:${local.port}`,
    peer: peer === null ? null : `${peer.address}:${peer.port}`,
  }));

describe("UDP, as kernel trace 28 has it", () => {
  test("a datagram and its answer go between a port that was bound and one the system chose", () => {
    const { program, server, client, ask, receive } = asker();
    expect(ask("hello")).toBe(5);
    const port = program.world.hosts.A?.sockets && table(program, "A")[0]?.local.split(":")[1];
    expect(Number(port)).toBeGreaterThanOrEqual(32768);
    expect(receive("B", server)).toBe("EAGAIN");
    program.pass();
    expect(table(program, "B")).toEqual([{ state: null, recvQ: 832, local: "*:5353", peer: null }]);
    const from = { address: "10.0.0.1", port: Number(port) };
    expect(receive("B", server)).toEqual({ data: "hello", from, cut: 0 });
    expect(program.says("B", { name: "sendto", fd: server, data: "hi", to: from })).toBe(2);
    program.pass();
    expect(receive("A", client)).toEqual({
      data: "hi",
      from: { address: "10.0.0.2", port: 5353 },
      cut: 0,
    });
  });

  test("a loss is silent: the call succeeded, and nothing comes", () => {
    const { program, client, ask, receive } = asker();
    program.take({
      kind: "rule",
      match: { from: "A", to: "B", what: "UDP" },
      nth: 1,
      fate: { kind: "drop" },
    });
    expect(ask("lost")).toBe(4);
    expect(program.pass(1500).map(({ kind }) => kind)).toEqual([]);
    expect(receive("A", client)).toBe("EAGAIN");
  });

  test("an unconnected socket is not told that nobody has the port", () => {
    const { program, client, ask, receive } = asker();
    expect(ask("x", 9)).toBe(1);
    program.pass();
    expect(program.sent.at(-1)).toMatchObject({ kind: "icmp", type: 3, code: 3, from: "10.0.0.2" });
    expect(program.says("A", { name: "getsockopt", fd: client, option: "SO_ERROR" })).toBe(0);
    expect(receive("A", client)).toBe("EAGAIN");
  });

  test("a connected socket is told once, by the next call, which does nothing else", () => {
    const { program, receive } = asker();
    const fd = program.open("A", "dgram");
    expect(program.connect("A", fd, "10.0.0.2", 9)).toBe(null);
    expect(program.sent).toEqual([]);
    expect(table(program, "A")).toMatchObject([
      { state: "ESTABLISHED", peer: "10.0.0.2:9", local: expect.stringMatching(/^10\.0\.0\.1:/) },
    ]);
    const send = (data: string) => program.says("A", { name: "send", fd, data });
    expect(send("x")).toBe(1);
    program.pass();
    expect(receive("A", fd)).toBe("ECONNREFUSED");
    expect(receive("A", fd)).toBe("EAGAIN");
    expect(send("y")).toBe(1);
    program.pass();
    const before = program.sent.length;
    expect(send("z")).toBe("ECONNREFUSED");
    expect(program.sent.length).toBe(before);
  });

  test("a call that waits gives the error too", () => {
    const { program } = asker();
    const fd = program.open("A", "dgram");
    program.connect("A", fd, "10.0.0.2", 9);
    program.says("A", { name: "send", fd, data: "x" });
    expect(program.says("A", { name: "recv", fd, size: 10 })).toBe("waits");
    program.pass();
    expect(program.returned("A").at(-1)).toBe("ECONNREFUSED");
  });

  test("a connected socket hears its peer alone; to others the port is unreachable", () => {
    const { program, server, receive } = asker();
    const fd = program.open("A", "dgram");
    program.bind("A", fd, "*", 7000);
    program.connect("A", fd, "10.0.0.2", 5353);
    const intruder = program.open("B", "dgram");
    program.bind("B", intruder, "*", 5354);
    const to = { address: "10.0.0.1", port: 7000 };
    program.says("B", { name: "sendto", fd: intruder, data: "intruder", to });
    program.pass();
    expect(program.sent.at(-1)).toMatchObject({ kind: "icmp", type: 3, code: 3, from: "10.0.0.1" });
    expect(receive("A", fd)).toBe("EAGAIN");
    program.says("B", { name: "sendto", fd: server, data: "friend", to });
    program.pass();
    expect(program.says("A", { name: "recv", fd, size: 100 })).toBe("friend");
  });

  test("what does not fit into the call's buffer is thrown away, and an empty datagram arrives", () => {
    const { program, server, ask } = asker();
    ask("0123456789");
    expect(ask("")).toBe(0);
    program.pass();
    const recv = (size: number) =>
      program.says("B", { name: "recv", fd: server, size, dontWait: true });
    expect(recv(4)).toBe("0123");
    expect(recv(4)).toBe("");
    expect(recv(4)).toBe("EAGAIN");
  });

  test("a full receive buffer drops what comes, and counts", () => {
    const { program, server, ask } = asker();
    const option = { name: "SO_RCVBUF", value: 1 } as const;
    program.says("B", { name: "setsockopt", fd: server, option });
    for (let count = 0; count < 8; count += 1) expect(ask("z".repeat(500))).toBe(500);
    program.pass();
    expect(table(program, "B")[0]?.recvQ).toBe(1280);
    expect(program.effects.filter(({ kind }) => kind === "dropped").length).toBe(7);
  });
});

describe("a datagram socket", () => {
  test("gives EDESTADDRREQ to send() without a peer", () => {
    const program = new Program();
    const fd = program.open("A", "dgram");
    expect(program.says("A", { name: "send", fd, data: "x" })).toBe("EDESTADDRREQ");
  });

  test("gives EMSGSIZE to what no packet can carry", () => {
    const { program, client } = asker();
    const to = { address: "10.0.0.2", port: 5353 };
    const send = (length: number) =>
      program.says("A", { name: "sendto", fd: client, data: "x".repeat(length), to });
    expect(send(65_508)).toBe("EMSGSIZE");
    expect(send(65_507)).toBe(65_507);
  });

  test("forgets its peer and the system's choices when connect() takes them back", () => {
    const { program, client } = asker();
    program.connect("A", client, "10.0.0.2", 5353);
    expect(program.says("A", { name: "getpeername", fd: client })).toEqual({
      address: "10.0.0.2",
      port: 5353,
    });
    expect(program.says("A", { name: "connect", fd: client, to: null })).toBe(null);
    expect(program.says("A", { name: "getsockname", fd: client })).toEqual({
      address: "*",
      port: 0,
    });
    expect(program.says("A", { name: "getpeername", fd: client })).toBe("ENOTCONN");
  });

  test("keeps the address that the system chose for it, to whomever it connects next", () => {
    const { program, client } = asker();
    program.connect("A", client, "10.0.0.2", 5353);
    program.connect("A", client, "127.0.0.1", 5353);
    expect(program.says("A", { name: "getsockname", fd: client })).toMatchObject({
      address: "10.0.0.1",
    });
  });

  test("gets a port by sending even where nothing is sent", () => {
    const program = new Program();
    const fd = program.open("A", "dgram");
    program.says("A", { name: "send", fd, data: "x" });
    expect(table(program, "A").length).toBe(1);
  });

  test("shut for writing gives EPIPE, and shut for reading an empty text, connected or not", () => {
    const { program, client, ask } = asker();
    expect(program.says("A", { name: "shutdown", fd: client, how: "write" })).toBe("ENOTCONN");
    expect(ask("x")).toBe("EPIPE");
    expect(program.says("A", { name: "recv", fd: client, size: 9 })).toBe("waits");
    program.says("A", { name: "shutdown", fd: client, how: "read" });
    expect(program.returned("A").at(-2)).toBe("ENOTCONN");
    expect(program.returned("A").at(-1)).toBe("");
  });

  test("goes before a wildcard one if it is connected to the sender", () => {
    const program = new Program();
    const wide = program.open("B", "dgram");
    const near = program.open("B", "dgram");
    for (const fd of [wide, near]) {
      program.set("B", fd, "SO_REUSEADDR");
      expect(program.bind("B", fd, "*", 5353)).toBe(null);
    }
    const client = program.open("A", "dgram");
    program.bind("A", client, "*", 6000);
    program.connect("B", near, "10.0.0.1", 6000);
    const to = { address: "10.0.0.2", port: 5353 };
    program.says("A", { name: "sendto", fd: client, data: "near", to });
    program.pass();
    expect(program.says("B", { name: "recv", fd: near, size: 9 })).toBe("near");
    expect(program.says("B", { name: "recv", fd: wide, size: 9, dontWait: true })).toBe("EAGAIN");
  });

  test("on [::] hears IPv4 as ::ffff:, and answers there", () => {
    const program = new Program();
    const server = program.open("B", "dgram", { domain: 6 });
    program.bind("B", server, "*", 5353);
    const client = program.open("A", "dgram");
    program.bind("A", client, "*", 6000);
    const to = { address: "10.0.0.2", port: 5353 };
    program.says("A", { name: "sendto", fd: client, data: "four", to });
    program.pass();
    const from = { address: "::ffff:10.0.0.1", port: 6000 };
    expect(program.says("B", { name: "recvfrom", fd: server, size: 9 })).toEqual({
      data: "four",
      from,
      cut: 0,
    });
    program.says("B", { name: "sendto", fd: server, data: "back", to: from });
    program.pass();
    expect(program.says("A", { name: "recv", fd: client, size: 9 })).toBe("back");
  });
});

test.each([
  [0, 4, 832],
  [5, 4, 832],
  [197, 4, 832],
  [198, 4, 1280],
  [500, 4, 1280],
  [645, 4, 1280],
  [646, 4, 2304],
  [1669, 4, 2304],
  [1670, 4, 4352],
  [3718, 4, 8448],
  [7814, 4, 16_640],
  [184, 6, 832],
  [185, 6, 1280],
  [633, 6, 2304],
  [1657, 6, 4352],
] as const)(
  "a datagram of %i bytes over IPv%i takes %i of the buffer, as measured on Linux 6.18",
  (length, family, charge) => {
    expect(bufferCharge(length, family)).toBe(charge);
  },
);
