import { describe, expect, test } from "vitest";
import { parseSimulation } from "../simulation-file.ts";
import { CODE_LANGUAGES, NEW_PROGRAM, contextAfter } from "./code-context.ts";
import { codeLine } from "./code-line.ts";

/** The last call's line, after the others. */
function lineOf(
  language: (typeof CODE_LANGUAGES)[number],
  ...calls: readonly (readonly unknown[])[]
) {
  const parsed = parseSimulation({
    hosts: { A: { addresses: ["10.0.0.1"] } },
    steps: calls.map(([call, names, args = [], nonBlocking = false]) => ({
      host: "A",
      call,
      args,
      nonBlocking,
      ...(names as object),
    })),
  });
  if (parsed.type === "error") throw new Error(parsed.message);
  const named = parsed.file.steps.flatMap((step) => (step.kind === "call" ? [step] : []));
  const context = named.slice(0, -1).reduce(contextAfter, NEW_PROGRAM);
  return codeLine(language, named.at(-1)!, context);
}

const TCP = ["socket", { as: "client" }, ["AF_INET", "SOCK_STREAM"]];
const UDP = ["socket", { as: "client" }, ["AF_INET", "SOCK_DGRAM"]];
const UDP6 = ["socket", { as: "client" }, ["AF_INET6", "SOCK_DGRAM"]];
const BIND = ["bind", { on: "client" }, ["0.0.0.0", 4000]];
const CONNECT = ["connect", { on: "client" }, ["10.0.0.2", 8080]];
const LISTEN = ["listen", { on: "client" }, [5]];
const on = (call: string, args: readonly unknown[] = [], nonBlocking = false) => [
  call,
  { on: "client" },
  args,
  nonBlocking,
];

const LINES: readonly (readonly [
  calls: readonly (readonly unknown[])[],
  python: string,
  c: string,
  node: string,
])[] = [
  [
    [TCP],
    "client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "int client = socket(AF_INET, SOCK_STREAM, 0);",
    "// socket(): part of another call in Node",
  ],
  [
    [UDP6],
    "client = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "int client = socket(AF_INET6, SOCK_DGRAM, 0);",
    'const client = dgram.createSocket("udp6");',
  ],
  [
    [TCP, BIND, CONNECT],
    'client.connect(("10.0.0.2", 8080))',
    'connect(client, at("10.0.0.2", 8080), sizeof(struct sockaddr_in));',
    'const client = net.connect({ host: "10.0.0.2", port: 8080, localPort: 4000, allowHalfOpen: true });',
  ],
  [
    [TCP, BIND, LISTEN],
    "client.listen(5)",
    "listen(client, 5);",
    'const client = net.createServer({ allowHalfOpen: true }).listen({ host: "0.0.0.0", port: 4000, backlog: 5 });',
  ],
  [
    [TCP, LISTEN, ["accept", { on: "client", as: "server" }]],
    "server, peer = client.accept()",
    "int server = accept(client, NULL, NULL);",
    'client.once("connection", (server) => { /* then */ });',
  ],
  [
    [TCP, CONNECT, on("send", ["hi\n\u0000"])],
    String.raw`client.send(b"hi\n\x00")`,
    String.raw`send(client, "hi\n\000", 4, MSG_NOSIGNAL);`,
    String.raw`client.write("hi\n\x00");`,
  ],
  [
    [TCP, CONNECT, on("send", [500])],
    'client.send(b"x" * 500)',
    "send(client, memset(data, 'x', 500), 500, MSG_NOSIGNAL);",
    'client.write("x".repeat(500));',
  ],
  [
    [TCP, CONNECT, on("recv", [100])],
    "data = client.recv(100)",
    "recv(client, data, 100, 0);",
    'client.once("readable", () => { console.log(client.read()); });',
  ],
  [
    [TCP, CONNECT, on("recv", [100], true)],
    "data = client.recv(100, socket.MSG_DONTWAIT)",
    "recv(client, data, 100, MSG_DONTWAIT);",
    "console.log(client.read());",
  ],
  [
    [TCP, CONNECT, on("shutdown", ["SHUT_WR"])],
    "client.shutdown(socket.SHUT_WR)",
    "shutdown(client, SHUT_WR);",
    "client.end();",
  ],
  [
    [TCP, CONNECT, on("setsockopt", ["SO_LINGER", 0])],
    'client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))',
    "setsockopt(client, SOL_SOCKET, SO_LINGER, &(struct linger){ 1, 0 }, sizeof(struct linger));",
    "// setsockopt(SO_LINGER): part of another call in Node",
  ],
  [
    [TCP, CONNECT, on("setsockopt", ["SO_LINGER", 0]), on("close")],
    "client.close()",
    "close(client);",
    "client.resetAndDestroy();",
  ],
  [[TCP, CONNECT, on("close")], "client.close()", "close(client);", "client.destroy();"],
  [[TCP, LISTEN, on("close")], "client.close()", "close(client);", "client.close();"],
  [
    [TCP, CONNECT, on("setsockopt", ["TCP_KEEPIDLE", 2])],
    "client.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 2)",
    "setsockopt(client, IPPROTO_TCP, TCP_KEEPIDLE, &(int){ 2 }, sizeof(int));",
    "client.setKeepAlive(true, 2000);",
  ],
  [
    [UDP6, on("sendto", ["x", "2001:db8::2", 9])],
    'client.sendto(b"x", ("2001:db8::2", 9))',
    'sendto(client, "x", 1, MSG_NOSIGNAL, at6("2001:db8::2", 9), sizeof(struct sockaddr_in6));',
    'client.send("x", 9, "2001:db8::2");',
  ],
  [
    [UDP, on("recvfrom", [100])],
    "data, peer = client.recvfrom(100)",
    "recvfrom(client, data, 100, 0, (struct sockaddr *)&peer, &(socklen_t){ sizeof peer });",
    'client.once("message", (data, from) => { console.log(String(data), from.address, from.port); });',
  ],
  [
    [["fork", { as: "child" }]],
    "child = os.fork()",
    "pid_t child = fork();",
    "const child = fork(process.argv[1]);",
  ],
  [[["exit", {}]], "sys.exit()", "exit(0);", "process.exit();"],
];

describe("a call's line in each language", () => {
  test.each(LINES)("%j", (calls, python, c, node) => {
    expect(CODE_LANGUAGES.map((language) => lineOf(language, ...calls).text)).toEqual([
      python,
      c,
      node,
    ]);
  });
});

test("a name that is a word of the language gets an underscore", () => {
  expect(lineOf("python", ["socket", { as: "class" }]).text).toMatch(/^class_ = /);
  expect(lineOf("c", ["socket", { as: "listen" }]).text).toMatch(/^int listen_ = /);
});

test("two names that become the same identifier stay two", () => {
  const calls = [
    ["socket", { as: "my socket" }],
    ["socket", { as: "my-socket" }],
  ];
  expect(lineOf("c", ...calls).text).toMatch(/^int my_socket_2 = /);
  expect(lineOf("c", ...calls, ["close", { on: "my socket" }]).text).toBe("close(my_socket);");
});

test("in C a variable is declared once", () => {
  expect(lineOf("c", TCP, TCP).text).toBe("client = socket(AF_INET, SOCK_STREAM, 0);");
});

test("what a language has no call for says so", () => {
  expect(lineOf("node", ["socket", { as: "raw" }, ["AF_INET", "SOCK_RAW", "IPPROTO_TCP"]])).toEqual(
    {
      text: "// socket(): not in Node",
      note: "Node has no raw sockets.",
    },
  );
  expect(lineOf("node", TCP, BIND).note).toMatch(/listen\(\) or connect\(\) takes the address/);
  expect(lineOf("python", UDP, on("connect")).note).toMatch(/Python has no call/);
});
