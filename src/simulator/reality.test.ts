/** What no recorded trace shows: small programs run on Linux 6.18 in two network namespaces, with what each call gave. */
import { describe, expect, test } from "vitest";
import type { CallValue } from "./calls.ts";
import { simulate } from "./simulate.ts";
import { parseSimulation } from "./simulation-file.ts";

/** "A c connect 10.0.0.2 8080" is a call that may wait, "A ?c recv 9" one that does not; a number is a wait in ms. */
type Line = string | number;

const LISTENER: readonly Line[] = ["B l socket", "B l bind 8080", "B l listen 5"];
const CONNECTED: readonly Line[] = [
  ...LISTENER,
  "A c socket",
  "A c bind 10.0.0.1 4000",
  "A c connect 10.0.0.2 8080",
  100,
  "B l accept s",
];

function stepOf(line: Line): unknown {
  if (typeof line === "number") return { wait: line };
  const [host, name = "", call, ...words] = line.split(" ");
  if (call === "socket")
    return {
      host,
      call,
      args: words.length === 0 ? ["AF_INET", "SOCK_STREAM"] : words,
      as: name,
    };
  if (call === "accept") return { host, call, on: name.replace("?", ""), as: words[0] };
  const args = words.map((word, at) => {
    const isData = at === 0 && (call === "send" || call === "sendto");
    return !isData && /^-?\d+$/.test(word) ? Number(word) : word;
  });
  return { host, call, on: name.replace("?", ""), args, nonBlocking: name.startsWith("?") };
}

/** Ports that the system chose differ from run to run. */
const shownPort = (port: number) => (port >= 32_768 ? "chosen" : port);

function shown(value: CallValue): string {
  if (value === null) return "ok";
  if (typeof value !== "object") return JSON.stringify(value);
  if ("fd" in value) return `${value.peer.address}:${shownPort(value.peer.port)}`;
  if ("data" in value) return JSON.stringify(value.data);
  return `${value.address}:${shownPort(value.port)}`;
}

function run(lines: readonly Line[], settings: Readonly<Record<string, unknown>> = {}) {
  const parsed = parseSimulation({
    profile: "linux",
    hosts: {
      A: { addresses: ["10.0.0.1", "2001:db8::1"], settings },
      B: { addresses: ["10.0.0.2", "2001:db8::2"] },
    },
    delayMs: 20,
    steps: lines.map(stepOf),
  });
  if (parsed.type === "error") throw new Error(parsed.message);
  const simulated = simulate(parsed.file);
  if (simulated.type === "error") throw new Error(simulated.message);
  return simulated.run.steps;
}

/** What the calls after `before` gave, in the order of the lines. */
function given(
  before: readonly Line[],
  table: readonly (readonly [Line, string?])[],
  settings?: Readonly<Record<string, unknown>>,
): readonly (readonly [Line, string?])[] {
  const results = new Map(
    run([...before, ...table.map(([line]) => line)], settings)
      .flatMap((step) => step.results)
      .map(({ step, errno, value }) => [step, errno ?? shown(value)]),
  );
  return table.map(([line, expected], at) => {
    const result = results.get(before.length + at + 1);
    return expected === undefined ? [line] : [line, result ?? "waits"];
  });
}

type Case = readonly [
  title: string,
  before: readonly Line[],
  table: readonly (readonly [Line, string?])[],
  settings?: Readonly<Record<string, unknown>>,
];

const CASES: readonly Case[] = [
  [
    "shutdown() before a connection gives ENOTCONN, and is remembered",
    LISTENER,
    [
      ["A c socket"],
      ["A c shutdown SHUT_RDWR", "ENOTCONN"],
      ["A ?c recv 4", '""'],
      ["A c connect 10.0.0.2 8080"],
      [100],
      ["B l accept s"],
      ["A c send x", "EPIPE"],
      ["B s send hey", "3"],
      [100],
      ["A ?c recv 9", '"hey"'],
      ["A ?c recv 9", '""'],
    ],
  ],
  [
    "a connect() that was refused forgets what shutdown() said before",
    LISTENER,
    [
      ["A c socket"],
      ["A c shutdown SHUT_RD", "ENOTCONN"],
      ["A c connect 10.0.0.2 9", "ECONNREFUSED"],
      [100],
      ["A ?c recv 4", "ENOTCONN"],
      ["A c connect 10.0.0.2 8080"],
      [100],
      ["A ?c recv 4", "EAGAIN"],
    ],
  ],
  [
    "a listener shut down twice is no listener, and reads end of file",
    LISTENER,
    [
      ["B l shutdown SHUT_WR", "ok"],
      ["B l shutdown SHUT_RDWR", "ok"],
      ["B ?l accept s", "EINVAL"],
      ["B l shutdown SHUT_RDWR", "ENOTCONN"],
      ["B ?l recv 4", '""'],
      ["B l send x", "EPIPE"],
      ["B l listen 2", "ok"],
    ],
  ],
  [
    "recv() of no bytes waits for data as any other",
    CONNECTED,
    [
      ["A ?c recv 0", "EAGAIN"],
      ["B s send abc", "3"],
      [60],
      ["A ?c recv 0", '""'],
      ["A ?c recv 9", '"abc"'],
    ],
  ],
  [
    "after a refused connect() the socket has no address any more, and still shows its port",
    ["A c socket"],
    [
      ["A c connect 10.0.0.2 80", "ECONNREFUSED"],
      [60],
      ["A c getsockname", "*:chosen"],
      ["A c getpeername", "ENOTCONN"],
      ["A c getsockopt SO_ERROR", "0"],
      ["A c listen 1", "ok"],
    ],
  ],
  [
    "an IPv4 socket may have a group's or a broadcast address",
    ["A t socket", "A u socket AF_INET SOCK_DGRAM", "A v socket AF_INET SOCK_DGRAM"],
    [
      ["A t bind 255.255.255.255 80", "ok"],
      ["A u bind 224.0.0.1 80", "ok"],
      ["A v bind 10.0.0.9 80", "EADDRNOTAVAIL"],
      ["A v bind 10.0.0.255 80", "ok"],
    ],
  ],
  [
    "an IPv6 socket bound to a mapped address reaches IPv4 alone",
    ["A c socket AF_INET6 SOCK_STREAM", "A c bind ::ffff:10.0.0.1 4001"],
    [["A c connect 2001:db8::2 8080", "EAFNOSUPPORT"]],
  ],
  [
    "an IPv6 socket takes an IPv4 address for UDP, and not for TCP",
    ["A c socket AF_INET6 SOCK_STREAM", "A u socket AF_INET6 SOCK_DGRAM"],
    [
      ["A c connect 10.0.0.2 80", "EINVAL"],
      ["A u sendto x 10.0.0.2 80", "1"],
      ["A u connect 10.0.0.2 80", "ok"],
    ],
  ],
  [
    "options that a protocol has not are EOPNOTSUPP to ask for and ENOPROTOOPT to set",
    ["A c socket", "A u socket AF_INET SOCK_DGRAM"],
    [
      ["A u getsockopt TCP_NODELAY", "EOPNOTSUPP"],
      ["A u setsockopt TCP_NODELAY 1", "ENOPROTOOPT"],
      ["A c getsockopt IPV6_V6ONLY", "EOPNOTSUPP"],
      ["A c setsockopt SO_RCVBUF 10000000", "ok"],
      ["A c getsockopt SO_RCVBUF", "8388608"],
      ["A c setsockopt SO_RCVBUF 1", "ok"],
      ["A c getsockopt SO_RCVBUF", "2304"],
    ],
  ],
  [
    "a datagram socket connected to port 0 has no peer",
    ["A u socket AF_INET SOCK_DGRAM"],
    [
      ["A u connect 10.0.0.2 0", "ok"],
      ["A u getpeername", "ENOTCONN"],
    ],
  ],
  [
    "a raw socket's port is its protocol",
    ["A r socket AF_INET SOCK_RAW icmp"],
    [
      ["A r getsockname", "*:1"],
      ["A r bind 10.0.0.1 0", "ok"],
      ["A r getsockname", "10.0.0.1:1"],
      ["A r getpeername", "ENOTCONN"],
    ],
  ],
  [
    "ports that bind() chose are no ports for connect()",
    ["A a socket", "A b socket", "A d socket"],
    [
      ["A a bind 0", "ok"],
      ["A b bind 0", "ok"],
      ["A ?d connect 10.0.0.2 8080", "EADDRNOTAVAIL"],
      ["A a close", "ok"],
      ["A ?d connect 10.0.0.2 8080", "EINPROGRESS"],
    ],
    { ip_local_port_range: [40_000, 40_001] },
  ],
  [
    "a port chosen by bind() gets its connection over TIME-WAIT",
    [...LISTENER, "A c socket", "A c setsockopt SO_REUSEADDR 1", ...CONNECTED.slice(4)],
    [
      ["A c close", "ok"],
      [60],
      ["B s close", "ok"],
      [60],
      ["A d socket"],
      ["A d setsockopt SO_REUSEADDR 1", "ok"],
      ["A d bind 10.0.0.1 4000", "ok"],
      ["A d connect 10.0.0.2 8080", "ok"],
      [60],
      ["A d getpeername", "10.0.0.2:8080"],
    ],
  ],
  [
    "TCP_USER_TIMEOUT ends connect() that long after the first SYN",
    [],
    [
      ["A c socket"],
      ["A c setsockopt TCP_USER_TIMEOUT 1500", "ok"],
      ["A c connect 10.0.0.77 80", "ETIMEDOUT"],
      [1600],
    ],
  ],
  [
    "a connection to one's own port is one socket that reads what it sends",
    ["A c socket", "A c bind 127.0.0.1 4000"],
    [
      ["A c connect 127.0.0.1 4000", "ok"],
      ["A c send me", "2"],
      ["A ?c recv 9", '"me"'],
      ["A c getpeername", "127.0.0.1:4000"],
      ["A c shutdown SHUT_WR", "ok"],
      ["A ?c recv 9", '""'],
    ],
  ],
  [
    "calls on a connected socket that only others may make",
    CONNECTED,
    [
      ["A c listen 3", "EINVAL"],
      ["A c bind 10.0.0.1 99", "EINVAL"],
      ["A ?c accept x", "EINVAL"],
      ["A c connect 10.0.0.2 9999", "EISCONN"],
      ["A c sendto hi 10.0.0.9 9", "2"],
    ],
  ],
];

const asNamed = ([title, before, table, settings]: Case) => ({ title, before, table, settings });

describe("as Linux 6.18 has it", () => {
  test.each(CASES.map(asNamed))("$title", ({ before, table, settings }) => {
    expect(given(before, table, settings)).toEqual(table);
  });

  const sent = (lines: readonly Line[]) =>
    run(lines)
      .flatMap(({ segments }) => segments)
      .map(({ from, flags, seq, length }) => `${from[0]} ${flags} ${seq} ${length}`);

  test("a SYN is sent twice at least, however short TCP_USER_TIMEOUT is", () => {
    const lines = ["A c socket", "A c setsockopt TCP_USER_TIMEOUT 300", "A c connect 10.0.0.77 80"];
    expect(sent([...lines, 1500])).toEqual(["A SYN 0 0", "A SYN 0 0"]);
  });

  test("segments are at most half of a small window", () => {
    const [first = "", ...rest] = CONNECTED;
    const lines = [first, "B l setsockopt SO_RCVBUF 2304", ...rest];
    const text = `A ?c send ${"x".repeat(20_000)}`;
    expect(sent([...lines, text, 100]).slice(3)).toEqual([
      "A ACK 1 724",
      "A PSH,ACK 725 724",
      "B ACK 1 0",
      "B ACK 1 0",
    ]);
  });
});
