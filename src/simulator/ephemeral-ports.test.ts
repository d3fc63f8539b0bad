import { describe, expect, test } from "vitest";
import { Program } from "./program.fixture.ts";
import { step } from "./step.ts";

const FOUR = { ip_local_port_range: [40000, 40003] } as const;
const ANY = { address: "*", port: 0 } as const;

function fourPorts() {
  const program = new Program();
  program.take({ kind: "setting", host: "A", settings: FOUR });
  program.listen("B", 8080);
  program.listen("B", 8081);
  return program;
}

/** The port that connect() chose, or its error. */
function connected(program: Program, port = 8080): unknown {
  const fd = program.open("A");
  program.set("A", fd, "O_NONBLOCK");
  const result = program.connect("A", fd, "10.0.0.2", port);
  if (result !== "EINPROGRESS") return result;
  program.pass();
  const name = program.call("A", { name: "getsockname", fd })?.value;
  return typeof name === "object" && name !== null && "port" in name ? name.port : name;
}

describe("with four ephemeral ports (trace 18)", () => {
  test("connect() takes the even ones, then the odd ones, then gives EADDRNOTAVAIL", () => {
    const program = fourPorts();
    const ports = [1, 2, 3, 4].map(() => connected(program));
    expect(new Set(ports.slice(0, 2))).toEqual(new Set([40000, 40002]));
    expect(new Set(ports.slice(2))).toEqual(new Set([40001, 40003]));
    expect(connected(program)).toBe("EADDRNOTAVAIL");
  });

  test("another destination still works: the four numbers differ", () => {
    const program = fourPorts();
    for (let count = 0; count < 4; count += 1) connected(program);
    expect([40000, 40002]).toContain(connected(program, 8081));
  });

  test("bind() to port 0 is stricter: it wants a port that no one else has", () => {
    const program = fourPorts();
    for (let count = 0; count < 4; count += 1) connected(program);
    expect(program.bind("A", program.open("A"), "*", 0)).toBe("EADDRINUSE");
    expect(program.bind("A", program.open("A"), "10.0.0.3", 0)).toBe(null);
  });

  test("bind() to port 0 takes the odd ones first", () => {
    const program = fourPorts();
    const ports = [1, 2, 3, 4].map(() => {
      const fd = program.open("A");
      program.says("A", { name: "bind", fd, to: ANY });
      return program.call("A", { name: "getsockname", fd })?.value;
    });
    const numbers = ports.map((name) => (name as { port: number }).port);
    expect(new Set(numbers.slice(0, 2))).toEqual(new Set([40001, 40003]));
    expect(new Set(numbers.slice(2))).toEqual(new Set([40000, 40002]));
  });

  test("connect() leaves alone what somebody bound", () => {
    const program = fourPorts();
    for (const port of [40000, 40001, 40002])
      expect(program.bind("A", program.open("A"), "10.0.0.3", port)).toBe(null);
    expect(connected(program)).toBe(40003);
    expect(connected(program)).toBe("EADDRNOTAVAIL");
  });

  test("a range of one port has one", () => {
    const program = fourPorts();
    const settings = { ip_local_port_range: [40001, 40001] } as const;
    program.take({ kind: "setting", host: "A", settings });
    expect(connected(program)).toBe(40001);
    expect(connected(program)).toBe("EADDRNOTAVAIL");
  });

  test("a UDP socket without a port gives EAGAIN where none is left", () => {
    const program = fourPorts();
    const to = { address: "10.0.0.2", port: 53 };
    const send = () =>
      program.says("A", { name: "sendto", fd: program.open("A", "dgram"), data: "x", to });
    expect([1, 2, 3, 4, 5].map(send)).toEqual([1, 1, 1, 1, "EAGAIN"]);
  });
});

test("the same world chooses the same port, another seed another one", () => {
  const choose = (seed: number) => {
    const program = new Program({ seed });
    const fd = program.open("A", "dgram");
    program.says("A", { name: "bind", fd, to: ANY });
    return program.call("A", { name: "getsockname", fd })?.value;
  };
  expect(choose(1)).toEqual(choose(1));
  expect(choose(1)).not.toEqual(choose(2));
  const { world } = new Program();
  expect(step(world, { kind: "next" }).world).toBe(world);
});
