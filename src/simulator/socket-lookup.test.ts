import { describe, expect, test } from "vitest";
import { Program } from "./program.fixture.ts";
import { findDatagramSocket, findListener, socketsUnder } from "./socket-lookup.ts";
import { socketTable } from "./socket-table.ts";
import type { World } from "./world.ts";

const CLIENT = { address: "10.0.0.1", port: 40000 };
const CLIENT_6 = { address: "fd00::1", port: 40000 };

function listenerFor(world: World, address: string, peer = CLIENT) {
  const socket = findListener(world.hosts["B"]!, { address, port: 8080 }, peer);
  return socket === undefined ? null : `${socket.domain} ${socket.local.address}`;
}

describe("a SYN finds", () => {
  test("the listener on its very address before the one on all addresses", () => {
    const program = new Program();
    for (const address of ["10.0.0.2", "127.0.0.1"]) program.listen("B", 8080, { address });
    expect(listenerFor(program.world, "10.0.0.2")).toBe("4 10.0.0.2");
    expect(listenerFor(program.world, "10.0.0.9")).toBe(null);
    expect(listenerFor(program.world, "127.0.0.1")).toBe("4 127.0.0.1");
  });

  test("a listener of dual stack for IPv4, but the one of its own family first", () => {
    const program = new Program();
    program.listen("B", 8080, { domain: 6 });
    expect(listenerFor(program.world, "10.0.0.2")).toBe("6 *");
    expect(listenerFor(program.world, "fd00::2", CLIENT_6)).toBe("6 *");
    // With SO_REUSEPORT on both, 0.0.0.0 may listen beside [::].
    const both = new Program();
    for (const domain of [6, 4] as const) {
      const fd = both.open("B", "stream", { domain });
      both.set("B", fd, "SO_REUSEPORT");
      expect(both.bind("B", fd, "*", 8080)).toBe(null);
      both.says("B", { name: "listen", fd, backlog: 5 });
    }
    expect(listenerFor(both.world, "10.0.0.2")).toBe("4 *");
    expect(listenerFor(both.world, "fd00::2", CLIENT_6)).toBe("6 *");
  });

  test("no listener for IPv6 alone, if it is of IPv4 (trace 32)", () => {
    const program = new Program();
    const fd = program.open("B", "stream", { domain: 6 });
    program.set("B", fd, "IPV6_V6ONLY");
    program.bind("B", fd, "*", 8080);
    program.says("B", { name: "listen", fd, backlog: 5 });
    expect(listenerFor(program.world, "10.0.0.2")).toBe(null);
    expect(program.connect("A", program.open("A"), "10.0.0.2", 8080)).toBe("waits");
    program.pass();
    expect(program.returned("A").at(-1)).toBe("ECONNREFUSED");
  });
});

describe("connections", () => {
  test("of three clients all have the server's port, and two the same port of their own (trace 20)", () => {
    const program = new Program();
    const listener = program.listen("B", 8080);
    for (const address of ["10.0.0.1", "10.0.0.3"]) {
      const fd = program.open("A");
      expect(program.bind("A", fd, address, 46356)).toBe(null);
      program.connect("A", fd, "10.0.0.2", 8080);
    }
    program.connect("A", program.open("A"), "10.0.0.2", 8080);
    program.pass();
    const accepted = [1, 2, 3].map(
      () => program.call("B", { name: "accept", fd: listener })?.value,
    );
    expect(accepted.slice(0, 2)).toEqual([
      { fd: 4, peer: { address: "10.0.0.1", port: 46356 } },
      { fd: 5, peer: { address: "10.0.0.3", port: 46356 } },
    ]);
    for (const [fd, text] of [
      [3, "from client 1"],
      [4, "from client 2"],
      [5, "from client 3"],
    ] as const)
      program.says("A", { name: "send", fd, data: text });
    program.pass();
    const heard = [4, 5, 6].map((fd) => program.says("B", { name: "recv", fd, size: 99 }));
    expect(heard).toEqual(["from client 1", "from client 2", "from client 3"]);
    expect(socketTable(program.world, "B").map(({ local }) => local.port)).toEqual([
      8080, 8080, 8080, 8080,
    ]);
  });

  test("the same four numbers twice are EADDRNOTAVAIL", () => {
    const program = new Program();
    program.listen("B", 8080);
    const [one, two] = [program.open("A"), program.open("A")];
    for (const fd of [one, two]) {
      program.set("A", fd, "SO_REUSEADDR");
      expect(program.bind("A", fd, "10.0.0.1", 4000)).toBe(null);
    }
    expect(program.connect("A", one, "10.0.0.2", 8080)).toBe("waits");
    expect(program.connect("A", two, "10.0.0.2", 8080)).toBe("EADDRNOTAVAIL");
  });

  test("of IPv4 to [::] have ::ffff: at both ends, for programs and tools alone (trace 32)", () => {
    const program = new Program();
    const listener = program.listen("B", 8080, { domain: 6 });
    const client = program.open("A");
    program.bind("A", client, "*", 45460);
    program.connect("A", client, "10.0.0.2", 8080);
    program.pass();
    expect(program.says("B", { name: "accept", fd: listener })).toEqual({
      fd: 4,
      peer: { address: "::ffff:10.0.0.1", port: 45460 },
    });
    expect(program.says("B", { name: "getsockname", fd: 4 })).toEqual({
      address: "::ffff:10.0.0.2",
      port: 8080,
    });
    expect(socketTable(program.world, "B")).toMatchObject([
      { family: "46", local: { address: "*" }, peer: null, state: "LISTEN" },
      {
        family: 6,
        local: { address: "::ffff:10.0.0.2" },
        peer: { address: "::ffff:10.0.0.1", port: 45460 },
        state: "ESTABLISHED",
      },
    ]);
    expect(
      program.sent.every((packet) => packet.kind === "tcp" && packet.to.address.startsWith("10.")),
    ).toBe(true);
  });
});

describe("SO_REUSEPORT (trace 26)", () => {
  test("spreads twelve connections over three listeners, each by its four numbers", () => {
    const program = new Program();
    const listeners = [1, 2, 3].map(() => {
      const fd = program.open("B");
      program.set("B", fd, "SO_REUSEPORT");
      expect(program.bind("B", fd, "*", 8080)).toBe(null);
      program.says("B", { name: "listen", fd, backlog: 9 });
      return fd;
    });
    expect(listeners.length).toBe(3);
    for (let count = 0; count < 12; count += 1)
      program.connect("A", program.open("A"), "10.0.0.2", 8080);
    program.pass();
    const waiting = socketTable(program.world, "B")
      .filter(({ state }) => state === "LISTEN")
      .map(({ recvQ }) => recvQ ?? 0);
    expect(waiting.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(waiting.every((count) => count > 0)).toBe(true);
  });

  test("of datagrams gives all of one sender to one socket", () => {
    const program = new Program();
    for (let count = 0; count < 3; count += 1) {
      const fd = program.open("B", "dgram");
      program.set("B", fd, "SO_REUSEPORT");
      program.bind("B", fd, "*", 53);
    }
    const host = program.world.hosts["B"]!;
    const local = { address: "10.0.0.2", port: 53 };
    const takers = [...Array(40).keys()].map(
      (count) => findDatagramSocket(host, local, { address: "10.0.0.1", port: 40000 + count })?.id,
    );
    expect(new Set(takers).size).toBe(3);
    const again = findDatagramSocket(host, local, { address: "10.0.0.1", port: 40000 })?.id;
    expect(again).toBe(takers[0]);
  });
});

test("a closed socket is under no key", () => {
  const program = new Program();
  const fd = program.listen("B", 8080);
  expect(socketsUnder(program.world.hosts["B"]!, "listen 8080").length).toBe(1);
  program.says("B", { name: "close", fd });
  expect(socketsUnder(program.world.hosts["B"]!, "listen 8080")).toEqual([]);
});
