import { describe, expect, test } from "vitest";
import { SCENARIOS, scenarioById } from "../scenarios.ts";
import { parseSimulation } from "../simulation-file.ts";
import { pythonProgram } from "./python-program.ts";

function programOf(simulation: unknown, title = "A title") {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return pythonProgram({ title, file: parsed.file }, "program.py");
}

const LOST = "The wire loses a packet here; a program cannot make it do that.";
const DOUBLED = "The wire doubles a packet here; a program cannot make it do that.";
const DELAYED = "The wire delays a packet here; a program cannot make it do that.";
const HELD = "The wire holds packets back here; a program cannot make it do that.";
const STRANGER = "A stranger's packet is put on the wire here; that takes more than socket calls.";
const POWER = "A machine loses its power here; a program cannot do that to yours.";
const RAW = "A raw socket takes an administrator's rights.";
const SETTINGS =
  "The system's own settings are changed here; that takes an administrator's rights.";
const CROSSING =
  "On one machine a packet arrives at once, so that nothing crosses on the way as it does here.";
const LOW = "A port below 1024 takes an administrator's rights.";
const takes = (long: string) =>
  `It takes ${long} to show what it is about; a program would keep you waiting for as long.`;

const WHY_NOT: Readonly<Record<string, string>> = {
  "simultaneous-close": CROSSING,
  "simultaneous-open": CROSSING,
  "forked-descriptor":
    "A program forks here; one that plays both machines would copy both of them.",
  "process-killed": "A program ends here; one that plays both machines would end both of them.",
  "close-before-answer": HELD,
  "refused-or-filtered": "A firewall takes part here; a program cannot set one up by socket calls.",
  "loopback-to-outside":
    "A loopback address meets another machine's here; on one machine all addresses are its own.",
  "filter-before-listener":
    "A firewall takes part here; a program cannot set one up by socket calls.",
  "privileged-port": "Programs of several users take part here; one program has one user.",
  "close-wait-leak": takes("60 minutes"),
  "keepalive-in-close-wait": takes("70 seconds"),
  "accept-queue-race": CROSSING,
  "tcp-and-udp-53": LOW,
  "not-http-on-80": LOW,
  "ping-without-port": RAW,
  "restart-over-time-wait": takes("62 seconds"),
  "ports-exhausted": SETTINGS,
  "time-wait-sixty-seconds": takes("62 seconds"),
  "fin-timeout": SETTINGS,
  "last-ack-lost": LOST,
  "syn-lost-once": LOST,
  "syn-lost-for-ever": LOST,
  "syn-lost-for-ever-classic": LOST,
  "syn-ack-lost": LOST,
  "handshake-ack-lost": LOST,
  "data-lost": LOST,
  "fin-lost": LOST,
  "half-open-found-by-syn": POWER,
  "half-open-found-by-data": POWER,
  "vanished-peer": POWER,
  "vanished-peer-keepalive": POWER,
  "old-duplicate-syn": HELD,
  "blind-reset": STRANGER,
  "syn-flood": STRANGER,
  "syn-flood-with-cookies": STRANGER,
  "raw-copy": RAW,
  "udp-lost": LOST,
  "udp-doubled": DOUBLED,
  "udp-out-of-order": DELAYED,
  "same-loss-stream": LOST,
  "same-loss-datagram": LOST,
  "same-loss-raw": RAW,
  "raw-headers": RAW,
  "rfc-figure-7": CROSSING,
  "rfc-figure-8": HELD,
  "rfc-figure-9": POWER,
  "rfc-figure-10": POWER,
  "rfc-figure-11": STRANGER,
  "rfc-figure-12": takes("4 minutes"),
  "rfc-figure-13": takes("4 minutes"),
};

describe("a scenario has a program, or a reason for none", () => {
  test.each(SCENARIOS.map(({ id, title, simulation }) => [id, title, simulation] as const))(
    "%s",
    (id, title, simulation) => {
      const program = programOf(simulation, title);
      expect(program.type === "none" ? program.why : undefined).toBe(WHY_NOT[id]);
    },
  );
});

function bodyOf(simulation: unknown): readonly string[] {
  const program = programOf(simulation);
  if (program.type === "none") throw new Error(program.why);
  return program.text.trimEnd().split("\n\n\n").at(-1)!.split("\n");
}

test("each call is made where it stands; one that waits is made in a thread", () => {
  expect(bodyOf(scenarioById("waiting-calls")!.simulation)).toEqual([
    'listener = call("B socket()", socket.socket, socket.AF_INET, socket.SOCK_STREAM)',
    'call("B setsockopt()", listener.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)',
    'call("B bind()", listener.bind, ("0.0.0.0", 8080))',
    'call("B listen()", listener.listen, 5)',
    'server_later = start("B accept()", listener.accept)',
    'client = call("A socket()", socket.socket, socket.AF_INET, socket.SOCK_STREAM)',
    'call("A connect()", client.connect, (B, 8080))',
    "server = server_later.get()",
    "pause()",
    "",
    'call("B recv()", server.recv, 100, socket.MSG_DONTWAIT)',
    'start("B recv()", server.recv, 100)',
    "pause()",
    "",
    'call("A send()", client.send, b"hello")',
    "pause()",
  ]);
});

test("two programs' sockets of one name have each its own", () => {
  const sockets = bodyOf(scenarioById("second-listener")!.simulation).flatMap(
    (line) => /^\w+(?= = call)/.exec(line)?.[0] ?? [],
  );
  expect(sockets).toEqual(["old_listener", "new_listener"]);
});

test("one loopback address stands for all hosts where that comes to the same", () => {
  const several = programOf(scenarioById("three-clients-one-port")!.simulation);
  const one = programOf(scenarioById("open-and-close")!.simulation);
  if (several.type === "none" || one.type === "none") throw new Error("There is no program");
  expect(several.text).toContain('A_2 = "127.0.0.2"  # stands for 10.0.0.3');
  expect(several.text).toContain("sudo ifconfig lo0 alias 127.0.0.3");
  expect(one.text).toContain('B = "127.0.0.1"  # stands for 10.0.0.2');
  expect(one.text).not.toContain("ifconfig");
});

const call = (call: string, more: object) => ({ host: "A", call, ...more });

test("a program without calls has no program's trouble", () => {
  expect(programOf({ hosts: { A: { addresses: ["10.0.0.1"] } }, steps: [] }).type).toBe("program");
});

test("a call on a socket that was never given cannot be made in Python", () => {
  const steps = [
    call("socket", { as: "listener" }),
    call("listen", { on: "listener" }),
    call("accept", { on: "listener", as: "server", nonBlocking: true }),
    call("recv", { on: "server" }),
  ];
  expect(programOf({ hosts: { A: { addresses: ["10.0.0.1"] } }, steps })).toEqual({
    type: "none",
    why: "A call is made here on a socket that was never given; Python has nothing to make it on.",
  });
});

test("a title cannot end the text that it stands in", () => {
  const program = programOf({ hosts: { A: { addresses: [] } }, steps: [] }, 'a """ b\\');
  expect(program.type === "program" && program.text.split("\n")[0]).toBe("\"\"\"a ''' b\\\\.");
});

const A_ALONE = { A: { addresses: ["10.0.0.1", "2001:db8::1"] } };
const noticed = (what: string) => ({
  type: "none",
  why: `${what} is used here; Python notices that before it asks the system.`,
});

test("what Python itself notices has no program: the system would not be asked", () => {
  const socket = call("socket", { as: "one" });
  const close = call("close", { on: "one" });
  expect(programOf({ hosts: A_ALONE, steps: [socket, close, close] })).toEqual(
    noticed("A closed socket"),
  );
  const bind = call("bind", { on: "one", args: ["2001:db8::1", 8080] });
  expect(programOf({ hosts: A_ALONE, steps: [socket, bind] })).toEqual(
    noticed("An address of the other family"),
  );
});

test("an error has the name that the simulator gives it, where Python knows it by another", () => {
  const steps = [
    call("socket", { as: "one", args: ["AF_INET", "SOCK_DGRAM"] }),
    call("listen", { on: "one" }),
  ];
  const program = programOf({ hosts: A_ALONE, steps });
  expect(program.type === "program" && program.text).toContain(
    'name = "EOPNOTSUPP" if name == "ENOTSUP" else name',
  );
});
