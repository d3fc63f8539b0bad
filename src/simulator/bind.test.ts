import { describe, expect, test } from "vitest";
import { streamsConflict } from "./bind-rules.ts";
import { type TraceBinding, type TraceStepOf } from "./kernel-trace.ts";
import { traceOf } from "./kernel-trace.fixture.ts";
import { PID, Program } from "./program.fixture.ts";
import { usesOf } from "./port-uses.ts";

type Pair = TraceStepOf<"pair">;

const PORT = 9000;
const trace = traceOf("25-bind-conflicts.txt");
const pairs = trace.filter((step): step is Pair => step.kind === "pair");

/** Trace 25's host is 10.0.0.1 and 10.0.0.9 at once. */
const oneHost = () =>
  new Program({ hosts: { A: { addresses: ["10.0.0.1", "10.0.0.9", "2001:db8::1"] } } });

function bound(
  program: Program,
  { protocol }: Pair,
  { address, mode }: TraceBinding,
  place: "first" | "second",
) {
  const domain = address.includes(":") ? 6 : 4;
  const fd = program.open("A", protocol === "tcp" ? "stream" : "dgram", { domain });
  if (mode === "reuseaddr" || mode === `${place} RA only`) program.set("A", fd, "SO_REUSEADDR");
  if (mode === "reuseport") program.set("A", fd, "SO_REUSEPORT");
  if (mode === "v6only=1") program.set("A", fd, "IPV6_V6ONLY");
  return { fd, error: program.bind("A", fd, address, PORT) };
}

/** In the trace's words. */
function outcome(pair: Pair): string {
  const program = oneHost();
  const first = bound(program, pair, pair.first, "first");
  expect(first.error).toBe(null);
  const listen = (fd: number) => program.says("A", { name: "listen", fd, backlog: 5 });
  expect(pair.isListening ? listen(first.fd) : null).toBe(null);
  const second = bound(program, pair, pair.second, "second");
  if (second.error !== null)
    return pair.protocol === "tcp" && pair.result.startsWith("bind:")
      ? `bind:${String(second.error)}`
      : String(second.error);
  if (pair.protocol === "udp") return "ok";
  const listened = listen(second.fd);
  return listened === null ? "ok,listen ok" : `ok,listen:${String(listened)}`;
}

describe("bind(), as a Linux kernel decides (trace 25)", () => {
  test("the trace has its 60 pairs for TCP, 7 of dual stack and 24 for UDP", () => {
    expect(pairs.length).toBe(91);
  });

  test.each(pairs)(
    "$protocol $first.address $first.mode, listening $isListening; then $second.address $second.mode",
    (pair) => {
      expect(outcome(pair)).toBe(
        pair.protocol === "udp" ? pair.result.replace("bind:", "") : pair.result,
      );
    },
  );

  test("TCP and UDP have ports of their own", () => {
    const program = oneHost();
    program.listen("A", 9068);
    expect(program.bind("A", program.open("A", "dgram"), "*", 9068)).toBe(null);
  });
});

describe("bind()", () => {
  test("gives EADDRNOTAVAIL for an address that no interface has", () => {
    const program = oneHost();
    expect(program.bind("A", program.open("A"), "192.0.2.7", 80)).toBe("EADDRNOTAVAIL");
    const six = program.open("A", "stream", { domain: 6 });
    expect(program.bind("A", six, "2001:db8::7", 8080)).toBe("EADDRNOTAVAIL");
  });

  test("gives EINVAL the second time", () => {
    const program = oneHost();
    const fd = program.open("A");
    expect(program.bind("A", fd, "*", 8080)).toBe(null);
    expect(program.bind("A", fd, "*", 8081)).toBe("EINVAL");
  });

  test("gives EAFNOSUPPORT to an IPv4 socket for an IPv6 address", () => {
    const program = oneHost();
    expect(program.bind("A", program.open("A"), "::1", 8080)).toBe("EAFNOSUPPORT");
  });

  test("gives EINVAL to a socket for IPv6 alone for a v4-mapped address", () => {
    const program = oneHost();
    const fd = program.open("A", "stream", { domain: 6 });
    program.set("A", fd, "IPV6_V6ONLY");
    expect(program.bind("A", fd, "::ffff:10.0.0.1", 8080)).toBe("EINVAL");
  });

  test.each([
    [4, "192.0.2.7", "EADDRNOTAVAIL"],
    [6, "2001:db8::7", "EACCES"],
  ] as const)(
    "of an ordinary process to a low port of a foreign IPv%i address gives another error",
    (domain, address, errno) => {
      const processes = [{ pid: PID, command: "python3", user: "nobody", isPrivileged: false }];
      const program = new Program({ hosts: { A: { addresses: ["10.0.0.1"], processes } } });
      expect(program.bind("A", program.open("A", "stream", { domain }), address, 80)).toBe(errno);
    },
  );

  test("takes all of 127.0.0.0/8", () => {
    const program = oneHost();
    expect(program.bind("A", program.open("A"), "127.1.2.3", 8080)).toBe(null);
  });

  test("lets a second socket listen only where SO_REUSEPORT is on both", () => {
    const program = oneHost();
    const [one, two] = [program.open("A"), program.open("A")];
    for (const fd of [one, two]) {
      program.set("A", fd, "SO_REUSEADDR");
      expect(program.bind("A", fd, "*", 8080)).toBe(null);
    }
    const listen = (fd: number) => program.says("A", { name: "listen", fd, backlog: 5 });
    expect(listen(one)).toBe(null);
    expect(listen(two)).toBe("EADDRINUSE");
    expect(listen(one)).toBe(null);
  });

  test("shares a port by SO_REUSEPORT among one user's sockets only", () => {
    const processes = ["alice", "alice", "bob"].map((user, at) => ({
      pid: PID + at,
      command: "python3",
      user,
      isPrivileged: false,
    }));
    const program = new Program({ hosts: { A: { addresses: ["10.0.0.1"], processes } } });
    const results = processes.map(({ pid }) => {
      const fd = program.open("A", "stream", { pid });
      program.says(
        "A",
        { name: "setsockopt", fd, option: { name: "SO_REUSEPORT", value: true } },
        pid,
      );
      return program.bind("A", fd, "*", 8080, pid);
    });
    expect(results).toEqual([null, null, "EADDRINUSE"]);
  });

  test("frees the port when the socket is closed", () => {
    const program = oneHost();
    const fd = program.open("A");
    program.bind("A", fd, "*", 8080);
    program.says("A", { name: "close", fd });
    expect(usesOf(program.world.hosts.A!, "stream", 8080)).toEqual([]);
    expect(program.bind("A", program.open("A"), "*", 8080)).toBe(null);
  });
});

describe("a process without privileges (trace 27)", () => {
  const ordinary = () =>
    new Program({
      hosts: {
        A: {
          addresses: ["10.0.0.1"],
          processes: [{ pid: PID, command: "python3", user: "nobody", isPrivileged: false }],
        },
      },
    });

  test.each([
    ["stream", 80, "EACCES"],
    ["dgram", 80, "EACCES"],
    ["stream", 1023, "EACCES"],
    ["dgram", 1023, "EACCES"],
    ["stream", 1024, null],
    ["dgram", 1024, null],
  ] as const)("binding a %s socket to %i gives %s", (type, port, result) => {
    const program = ordinary();
    expect(program.bind("A", program.open("A", type), "*", port)).toBe(result);
    program.take({ kind: "setting", host: "A", settings: { ip_unprivileged_port_start: 0 } });
    expect(program.bind("A", program.open("A", type), "127.0.0.2", port)).toBe(
      result === null ? "EADDRINUSE" : null,
    );
  });

  test.each([6, 1])("may open no raw socket of protocol %i: EPERM", (protocol) => {
    const call = { name: "socket", domain: 4, type: "raw", protocol } as const;
    expect(ordinary().says("A", call)).toBe("EPERM");
  });
});

test("a connection in TIME-WAIT shares with SO_REUSEADDR on both, and with SO_REUSEPORT of any user", () => {
  const use = {
    domain: 4,
    v6Only: false,
    address: "10.0.0.2",
    reuseAddress: true,
    reusePort: false,
    user: "alice",
    isListening: false,
    isTimeWait: true,
    isBound: true,
    count: 1,
  } as const;
  const claim = { ...use, address: "*", user: "bob" } as const;
  expect(streamsConflict(claim, use)).toBe(false);
  expect(streamsConflict(claim, { ...use, reuseAddress: false })).toBe(true);
  expect(streamsConflict({ ...claim, reuseAddress: false }, use)).toBe(true);
  const shared = { ...use, reuseAddress: false, reusePort: true };
  expect(streamsConflict({ ...claim, reusePort: true }, shared)).toBe(false);
  expect(streamsConflict({ ...claim, reusePort: true }, { ...shared, isTimeWait: false })).toBe(
    true,
  );
});
