import { describe, expect, test } from "vitest";
import { size } from "./int-table.ts";
import { PID, Program } from "./program.fixture.ts";

/** A's descriptor 3 and B's 4 are the two ends; B listens with 3. */
function connected() {
  const program = new Program();
  const listener = program.listen("B", 8080);
  const client = program.open("A");
  expect(program.connect("A", client, "10.0.0.2", 8080)).toBe("waits");
  program.pass();
  const accepted = program.call("B", { name: "accept", fd: listener })?.value;
  expect(accepted).toMatchObject({ fd: 4 });
  return { program, listener, client };
}

describe("a call that has to wait", () => {
  test("is in the host's table until it returns", () => {
    const program = new Program();
    const fd = program.listen("B", 8080);
    expect(program.says("B", { name: "accept", fd })).toBe("waits");
    expect(size(program.world.hosts["B"]!.pending)).toBe(1);
    program.connect("A", program.open("A"), "10.0.0.2", 8080);
    program.pass();
    expect(size(program.world.hosts["B"]!.pending)).toBe(0);
    expect(program.returned("B").at(-1)).toMatchObject({ fd: 4, peer: { address: "10.0.0.1" } });
  });

  test("is woken in its turn: of two accept() calls the older one gets the connection", () => {
    const program = new Program();
    const fd = program.listen("B", 8080);
    const older = program.world.nextCall;
    program.says("B", { name: "accept", fd });
    program.says("B", { name: "accept", fd });
    program.connect("A", program.open("A"), "10.0.0.2", 8080);
    program.pass();
    const ids = program.effects.flatMap((effect) =>
      effect.kind === "returned" && effect.call.name === "accept" ? [effect.id] : [],
    );
    expect(ids).toEqual([older]);
    expect(size(program.world.hosts["B"]!.pending)).toBe(1);
  });

  test.each([
    ["accept", "EAGAIN"],
    ["recv", "EAGAIN"],
  ] as const)("with O_NONBLOCK does not: %s gives %s", (name, errno) => {
    const { program, listener } = connected();
    const fd = name === "accept" ? listener : 4;
    program.set("B", fd, "O_NONBLOCK");
    const call = name === "accept" ? { name, fd } : { name, fd, size: 9 };
    expect(program.says("B", call)).toBe(errno);
  });

  test("with MSG_DONTWAIT does not, that one time", () => {
    const { program, client } = connected();
    expect(program.says("A", { name: "recv", fd: client, size: 9, dontWait: true })).toBe("EAGAIN");
    expect(program.says("A", { name: "recv", fd: client, size: 9 })).toBe("waits");
  });

  test("gives EAGAIN when SO_RCVTIMEO is over, and not before", () => {
    const { program, client } = connected();
    const option = { name: "SO_RCVTIMEO", value: 200 } as const;
    program.says("A", { name: "setsockopt", fd: client, option });
    expect(program.says("A", { name: "recv", fd: client, size: 9 })).toBe("waits");
    const before = program.returned("A").length;
    program.pass(199.9);
    expect(program.returned("A").length).toBe(before);
    program.pass(0.1);
    expect(program.returned("A").slice(before)).toEqual(["EAGAIN"]);
  });

  test("with O_NONBLOCK connect() is EINPROGRESS, then EALREADY, and SO_ERROR tells how it ended", () => {
    const program = new Program();
    const fd = program.open("A");
    program.set("A", fd, "O_NONBLOCK");
    const error = () => program.says("A", { name: "getsockopt", fd, option: "SO_ERROR" });
    expect(program.connect("A", fd, "10.0.0.2", 9999)).toBe("EINPROGRESS");
    expect(program.connect("A", fd, "10.0.0.2", 9999)).toBe("EALREADY");
    expect(error()).toBe(0);
    program.pass();
    expect(error()).toBe("ECONNREFUSED");
    expect(error()).toBe(0);
  });

  test("of a send fills what room there is, and returns when all is taken", () => {
    const { program, client } = connected();
    const data = "x".repeat(400_000);
    expect(program.says("A", { name: "send", fd: client, data })).toBe("waits");
    let heard = 0;
    for (let round = 0; round < 200 && heard < data.length; round += 1) {
      program.pass(300);
      const got = program.says("B", { name: "recv", fd: 4, size: 100_000, dontWait: true });
      heard += got === "EAGAIN" ? 0 : String(got).length;
    }
    expect(heard).toBe(data.length);
    expect(program.returned("A").at(-1)).toBe(data.length);
  });

  test("with O_NONBLOCK a send gives the number of bytes that found room, then EAGAIN", () => {
    const { program, client } = connected();
    program.set("A", client, "O_NONBLOCK");
    const send = () => program.says("A", { name: "send", fd: client, data: "x".repeat(4_000_000) });
    const taken = send();
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(4_000_000);
    program.pass(0);
    expect(send()).toBe("EAGAIN");
  });

  test("holds its socket open when another thread closes the descriptor", () => {
    const { program, client } = connected();
    expect(program.says("A", { name: "recv", fd: client, size: 9 })).toBe("waits");
    expect(program.says("A", { name: "close", fd: client })).toBe(null);
    program.pass();
    expect(program.sent.some((packet) => packet.kind === "tcp" && packet.flags.fin)).toBe(false);
    program.says("B", { name: "send", fd: 4, data: "late" });
    program.pass();
    expect(program.returned("A").at(-1)).toBe("late");
    expect(program.sent.some((packet) => packet.kind === "tcp" && packet.flags.fin)).toBe(true);
  });

  test("returns all the same when the connection ends after the descriptor was closed", () => {
    const program = new Program();
    const fd = program.open("A");
    expect(program.connect("A", fd, "10.0.0.2", 9999)).toBe("waits");
    program.says("A", { name: "close", fd });
    program.pass();
    expect(program.returned("A").at(-1)).toBe("ECONNREFUSED");
    expect(size(program.world.hosts["A"]!.pending)).toBe(0);
    expect(size(program.world.hosts["A"]!.sockets)).toBe(0);
  });

  test("of close() with SO_LINGER returns when the connection is reset", () => {
    const { program, client } = connected();
    const option = { name: "SO_LINGER", value: 30 } as const;
    program.says("A", { name: "setsockopt", fd: client, option });
    program.take({ kind: "power", host: "B", isUp: false });
    program.says("A", { name: "send", fd: client, data: "x" });
    expect(program.says("A", { name: "close", fd: client })).toBe("waits");
    program.take({ kind: "power", host: "B", isUp: true });
    program.pass(2000);
    expect(program.returned("A").at(-1)).toBe(null);
    expect(size(program.world.hosts["A"]!.pending)).toBe(0);
    expect(size(program.world.hosts["A"]!.sockets)).toBe(0);
  });

  test("ends with its process, without a result", () => {
    const { program, client } = connected();
    program.says("A", { name: "recv", fd: client, size: 9 });
    const before = program.returned("A").length;
    program.says("A", { name: "exit" });
    expect(size(program.world.hosts["A"]!.pending)).toBe(0);
    expect(program.returned("A").slice(before)).toEqual([null]);
    expect(program.world.hosts["A"]!.processes[PID]).toBe(undefined);
  });
});
