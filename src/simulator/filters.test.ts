import { expect, test } from "vitest";
import { Program } from "./program.fixture.ts";
import type { FilterRule } from "./world.ts";

const RULES: readonly FilterRule[] = [
  { protocol: "tcp", port: 81, action: "drop" },
  { protocol: "tcp", port: 82, action: "reject-port-unreachable" },
  { protocol: "tcp", port: 83, action: "reject-admin-prohibited" },
  { protocol: "tcp", port: 84, action: "reject-tcp-reset" },
  { protocol: "tcp", port: 85, action: "reject-host-unreachable" },
  { protocol: "udp", port: 53, action: "drop" },
];

function filtered() {
  const program = new Program();
  program.listen("B", 8080);
  program.take({ kind: "filter", host: "B", rules: RULES });
  return program;
}

test.each([
  [80, "closed", "RST", "ECONNREFUSED"],
  [81, "dropped", "nothing", "waits"],
  [82, "rejected with port unreachable", "ICMP 3/3", "ECONNREFUSED"],
  [83, "rejected with admin prohibited", "ICMP 3/13", "EHOSTUNREACH"],
  [84, "rejected with a reset", "RST", "ECONNREFUSED"],
  [85, "rejected with host unreachable", "ICMP 3/1", "EHOSTUNREACH"],
  [8080, "open", "SYN,ACK", null],
])(
  "to port %i, which is %s, B answers %s and connect() gives %s (trace 10)",
  (port, _, answer, result) => {
    const program = filtered();
    expect(program.connect("A", program.open("A"), "10.0.0.2", port)).toBe("waits");
    const before = program.returned("A").length;
    program.pass(100);
    const first = program.sent.find(
      (packet) =>
        (packet.kind === "icmp"
          ? packet.from
          : packet.kind === "raw"
            ? ""
            : packet.from.address) === "10.0.0.2",
    );
    const words =
      first === undefined
        ? "nothing"
        : first.kind === "icmp"
          ? `ICMP ${first.type}/${first.code}`
          : first.kind === "tcp" && first.flags.rst
            ? "RST"
            : "SYN,ACK";
    expect(words).toBe(answer);
    const gave = program.returned("A").slice(before);
    expect(gave.length === 0 ? "waits" : gave[0]).toBe(result);
  },
);

test("an IPv6 client is told by ICMPv6", () => {
  const program = filtered();
  program.connect("A", program.open("A", "stream", { domain: 6 }), "fd00::2", 82);
  program.pass(100);
  expect(program.sent.at(-1)).toMatchObject({ kind: "icmp", type: 1, code: 4, from: "fd00::2" });
  expect(program.returned("A").at(-1)).toBe("ECONNREFUSED");
});

test("a filter stands before every socket, raw ones too, and is for its protocol alone", () => {
  const program = filtered();
  const raw = program.open("B", "raw", { protocol: 17 });
  const fd = program.open("A", "dgram");
  const to = (port: number) => ({ address: "10.0.0.2", port });
  program.says("A", { name: "sendto", fd, data: "x", to: to(53) });
  program.says("A", { name: "sendto", fd, data: "y", to: to(81) });
  program.pass();
  const recv = () => program.call("B", { name: "recv", fd: raw, size: 99, dontWait: true });
  expect(recv()?.value).toMatch(/y$/);
  expect(recv()?.errno).toBe("EAGAIN");
});
