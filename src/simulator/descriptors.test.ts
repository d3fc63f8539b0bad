import { describe, expect, test } from "vitest";
import { PID, Program } from "./program.fixture.ts";
import { socketRows } from "./socket-table.ts";

describe("descriptors", () => {
  test("are the lowest that are free, from 3 on", () => {
    const program = new Program();
    const open = () => program.open("A");
    expect([open(), open(), open()]).toEqual([3, 4, 5]);
    program.says("A", { name: "close", fd: 4 });
    program.says("A", { name: "close", fd: 3 });
    expect([open(), open(), open()]).toEqual([3, 4, 6]);
  });

  test.each([
    [9, "EBADF"],
    [-1, "EBADF"],
    [0, "ENOTSOCK"],
    [2, "ENOTSOCK"],
  ])("that refer to nothing of the kind give an error: %i %s", (fd, errno) => {
    const program = new Program();
    expect(program.says("A", { name: "listen", fd, backlog: 5 })).toBe(errno);
    expect(program.says("A", { name: "recv", fd, size: 1 })).toBe(errno);
    expect(program.says("A", { name: "close", fd })).toBe(errno);
  });

  test("are no more than RLIMIT_NOFILE: EMFILE, for accept() too", () => {
    const program = new Program();
    program.take({ kind: "setting", host: "B", settings: { nofile: 4 } });
    const listener = program.listen("B", 8080);
    const call = { name: "socket", domain: 4, type: "stream" } as const;
    expect(program.says("B", call)).toBe("EMFILE");
    program.connect("A", program.open("A"), "10.0.0.2", 8080);
    program.pass();
    expect(program.says("B", { name: "accept", fd: listener })).toBe("EMFILE");
    program.take({ kind: "setting", host: "B", settings: { nofile: 5 } });
    expect(program.says("B", { name: "accept", fd: listener })).toMatchObject({ fd: 4 });
  });

  test("of a child refer to its parent's sockets, which live until the last one is closed", () => {
    const program = new Program();
    const fd = program.listen("B", 8080);
    const child = program.says("B", { name: "fork" });
    expect(child).toBe(PID + 1);
    const holders = () => socketRows(program.world.hosts["B"]!)[0]?.entry.processes;
    expect(holders()).toEqual([
      { pid: PID, name: "python3", user: "root", fd },
      { pid: PID + 1, name: "python3", user: "root", fd },
    ]);
    program.says("B", { name: "close", fd });
    expect(holders()?.length).toBe(1);
    expect(program.bind("B", program.open("B"), "*", 8080)).toBe("EADDRINUSE");
    program.says("B", { name: "exit" }, PID + 1);
    expect(program.bind("B", 3, "*", 8080)).toBe(null);
  });
});

describe("socket()", () => {
  test.each([
    ["stream", 6, 3],
    ["stream", 17, "EPROTONOSUPPORT"],
    ["dgram", 17, 3],
    ["dgram", 6, "EPROTONOSUPPORT"],
    ["raw", 0, "EPROTONOSUPPORT"],
    ["raw", 89, 3],
  ] as const)("of type %s with protocol %i gives %s", (type, protocol, result) => {
    const call = { name: "socket", domain: 4, type, protocol } as const;
    expect(new Program().says("A", call)).toBe(result);
  });
});

describe("options", () => {
  test.each([
    [{ name: "TCP_NODELAY", value: true }, "dgram", 4, "ENOPROTOOPT"],
    [{ name: "IPV6_V6ONLY", value: true }, "stream", 4, "ENOPROTOOPT"],
    [{ name: "IPV6_V6ONLY", value: true }, "stream", 6, null],
    [{ name: "TCP_KEEPIDLE", value: 0 }, "stream", 4, "EINVAL"],
    [{ name: "TCP_KEEPCNT", value: 128 }, "stream", 4, "EINVAL"],
    [{ name: "TCP_KEEPCNT", value: 127 }, "stream", 4, null],
  ] as const)("%o on a %s socket of IPv%i gives %s", (option, type, domain, result) => {
    const program = new Program();
    const fd = program.open("A", type, { domain });
    expect(program.says("A", { name: "setsockopt", fd, option })).toBe(result);
  });

  test("IPV6_V6ONLY is EINVAL once the socket has a port", () => {
    const program = new Program();
    const fd = program.open("A", "stream", { domain: 6 });
    program.bind("A", fd, "*", 0);
    expect(program.set("A", fd, "IPV6_V6ONLY")).toBe("EINVAL");
  });

  test.each([
    ["SO_RCVBUF", 1, 2304],
    ["SO_SNDBUF", 1, 4608],
    ["SO_RCVBUF", 5000, 10_000],
  ] as const)("%s of %i comes back as %i: Linux doubles it", (name, value, result) => {
    const program = new Program();
    const fd = program.open("A");
    program.says("A", { name: "setsockopt", fd, option: { name, value } });
    expect(program.says("A", { name: "getsockopt", fd, option: name })).toBe(result);
  });
});
