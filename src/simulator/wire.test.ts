import { describe, expect, test } from "vitest";
import { entries } from "./int-table.ts";
import { PAIR, Program } from "./program.fixture.ts";
import type { Fate } from "./world.ts";

/** B has a datagram socket on 53; what A sends is told apart by its text. */
function talk() {
  const program = new Program();
  const server = program.open("B", "dgram");
  program.bind("B", server, "*", 53);
  const client = program.open("A", "dgram");
  const say = (data: string) =>
    program.says("A", { name: "sendto", fd: client, data, to: { address: "10.0.0.2", port: 53 } });
  const heard = () => {
    const all: unknown[] = [];
    for (;;) {
      const data = program.says("B", { name: "recv", fd: server, size: 99, dontWait: true });
      if (data === "EAGAIN") return all;
      all.push(data);
    }
  };
  const rule = (nth: number, fate: Fate, what = "UDP") =>
    program.take({ kind: "rule", match: { from: "A", to: "B", what }, nth, fate });
  return { program, say, heard, rule };
}

describe("the wire", () => {
  test("brings a packet after its delay, not before", () => {
    const { program, say, heard } = talk();
    say("one");
    program.pass(9.999);
    expect(heard()).toEqual([]);
    program.pass(0.001);
    expect(heard()).toEqual(["one"]);
    expect(program.world.now).toBe(10_000);
  });

  test("drops the n-th packet that matches, and only that", () => {
    const { program, say, heard, rule } = talk();
    rule(2, { kind: "drop" });
    for (const text of ["one", "two", "three", "four"]) say(text);
    program.pass();
    expect(heard()).toEqual(["one", "three", "four"]);
    expect(program.world.wire.rules).toEqual([]);
  });

  test("with nth 0 drops every one from then on", () => {
    const { program, say, heard, rule } = talk();
    rule(0, { kind: "drop" });
    for (const text of ["one", "two"]) say(text);
    program.pass();
    expect(heard()).toEqual([]);
  });

  test("leaves alone what does not match", () => {
    const { program, say, heard, rule } = talk();
    rule(1, { kind: "drop" }, "SYN");
    say("one");
    program.pass();
    expect(heard()).toEqual(["one"]);
  });

  test("lets a delayed packet be overtaken", () => {
    const { program, say, heard, rule } = talk();
    rule(1, { kind: "delay", by: 5000 });
    say("slow");
    say("quick");
    program.pass();
    expect(heard()).toEqual(["quick", "slow"]);
  });

  test("brings a doubled packet twice", () => {
    const { program, say, heard, rule } = talk();
    rule(1, { kind: "duplicate", after: 1000 });
    say("again");
    program.pass();
    expect(heard()).toEqual(["again", "again"]);
  });

  test("keeps a held packet until it is released, and then takes its time again", () => {
    const { program, say, heard, rule } = talk();
    rule(1, { kind: "hold" });
    say("held");
    program.pass(500);
    expect(heard()).toEqual([]);
    const [[packet] = [0]] = [...entries(program.world.wire.inFlight)];
    program.take({ kind: "touch", packet, fate: { kind: "release" } });
    expect(heard()).toEqual([]);
    program.pass(10);
    expect(heard()).toEqual(["held"]);
  });

  test.each([
    [{ kind: "arrive" } as const, ["one"]],
    [{ kind: "drop" } as const, []],
    [{ kind: "hold" } as const, []],
    [{ kind: "duplicate", after: 0 } as const, ["one", "one"]],
  ])("a hand on a packet: %o", (fate, result) => {
    const { program, say, heard } = talk();
    say("one");
    program.take({ kind: "touch", packet: 1, fate });
    program.pass(fate.kind === "arrive" ? 0 : 50);
    expect(heard()).toEqual(result);
    expect([...entries(program.world.wire.inFlight)].length).toBe(fate.kind === "hold" ? 1 : 0);
  });

  test("loopback takes no time, and still comes in its turn", () => {
    const program = new Program();
    const fd = program.open("A", "dgram");
    program.bind("A", fd, "127.0.0.1", 53);
    program.says("A", { name: "sendto", fd, data: "me", to: { address: "127.0.0.1", port: 53 } });
    const recv = () => program.says("A", { name: "recv", fd, size: 9, dontWait: true });
    expect(recv()).toBe("EAGAIN");
    program.take({ kind: "next" });
    expect(program.world.now).toBe(0);
    expect(recv()).toBe("me");
  });

  test("an injected packet arrives at once, whoever it says it is from", () => {
    const { program, heard } = talk();
    const from = { address: "203.0.113.9", port: 9 };
    const to = { address: "10.0.0.2", port: 53 };
    program.take({ kind: "inject", packet: { kind: "udp", from, to, data: "forged" } });
    expect(heard()).toEqual(["forged"]);
  });
});

describe("an address that nobody has", () => {
  test("is ENETUNREACH where no network of the host has it", () => {
    const program = new Program();
    const fd = program.open("A", "dgram");
    const to = { address: "198.51.100.1", port: 53 };
    expect(program.says("A", { name: "sendto", fd, data: "x", to })).toBe("ENETUNREACH");
    expect(program.connect("A", program.open("A"), "198.51.100.1", 80)).toBe("ENETUNREACH");
  });

  test("on the host's own network gives EHOSTUNREACH to connect() after three seconds", () => {
    const program = new Program();
    expect(program.connect("A", program.open("A"), "10.0.0.77", 80)).toBe("waits");
    program.pass(2900);
    expect(program.returned("A").at(-1)).not.toBe("EHOSTUNREACH");
    program.pass(200);
    expect(program.returned("A").at(-1)).toBe("EHOSTUNREACH");
  });
});

describe("where packets may not go", () => {
  test.each([
    ["stream", "10.0.0.255", "ENETUNREACH"],
    ["stream", "255.255.255.255", "ENETUNREACH"],
    ["dgram", "10.0.0.255", "EACCES"],
  ] as const)("connect() of a %s socket to %s gives %s", (type, address, errno) => {
    const program = new Program();
    expect(program.connect("A", program.open("A", type), address, 80)).toBe(errno);
  });

  test("from 127.0.0.1 none leaves the host: EINVAL; from ::1 it is lost", () => {
    const program = new Program();
    const four = program.open("A");
    program.bind("A", four, "127.0.0.1", 0);
    expect(program.connect("A", four, "10.0.0.2", 80)).toBe("EINVAL");
    const six = program.open("A", "stream", { domain: 6 });
    program.bind("A", six, "::1", 0);
    expect(program.connect("A", six, "fd00::2", 80)).toBe("waits");
    expect(program.effects.at(-1)).toMatchObject({ kind: "blocked" });
    expect(program.effects.filter(({ kind }) => kind === "lost").length).toBe(1);
  });

  test("an IPv6 socket with an IPv6 address cannot speak IPv4: ENETUNREACH", () => {
    const program = new Program();
    const fd = program.open("A", "stream", { domain: 6 });
    program.bind("A", fd, "fd00::1", 0);
    expect(program.connect("A", fd, "::ffff:10.0.0.2", 80)).toBe("ENETUNREACH");
  });
});

describe("a host that vanished", () => {
  test("takes nothing in, sends nothing, and remembers nothing when it is back", () => {
    const { program, say } = talk();
    say("one");
    program.take({ kind: "power", host: "B", isUp: false });
    expect(program.pass().map(({ kind }) => kind)).toEqual(["lost"]);
    program.take({ kind: "power", host: "B", isUp: true });
    say("two");
    program.pass();
    expect(program.sent.at(-1)).toMatchObject({ kind: "icmp", type: 3, code: 3 });
  });
});

test("hosts have several interfaces, and answer from the address that was asked", () => {
  const program = new Program({
    hosts: {
      ...PAIR.hosts,
      B: {
        interfaces: [
          { name: "eth0", addresses: ["10.0.0.2"] },
          { name: "eth1", addresses: ["10.0.0.9"] },
        ],
      },
    },
  });
  const fd = program.open("A", "dgram");
  program.connect("A", fd, "10.0.0.9", 53);
  program.says("A", { name: "send", fd, data: "x" });
  program.pass();
  expect(program.says("A", { name: "recv", fd, size: 9 })).toBe("ECONNREFUSED");
});
