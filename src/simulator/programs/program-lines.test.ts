import { expect, test } from "vitest";
import { SCENARIOS, scenarioById } from "../scenarios.ts";
import { parseSimulation } from "../simulation-file.ts";
import { CODE_LANGUAGES } from "./code-context.ts";
import { programLines } from "./program-lines.ts";

function fileOf(id: string) {
  const parsed = parseSimulation(scenarioById(id)!.simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file;
}

const linesOf = (
  language: (typeof CODE_LANGUAGES)[number],
  id: string,
  host: string,
  process = "main",
) =>
  programLines(language, fileOf(id), host, process).map(
    ({ text, steps }) => `${text}${steps.length === 0 ? "" : ` [${steps.join(" ")}]`}`,
  );

test("every call of every scenario stands in its program, in every language", () => {
  for (const { id } of SCENARIOS) {
    const { steps } = fileOf(id);
    for (const language of CODE_LANGUAGES) {
      const shown = new Set<number>();
      const calls = steps.flatMap((step, at) => (step.kind === "call" ? [{ ...step, at }] : []));
      const programs = new Map(calls.map((call) => [`${call.host} ${call.process}`, call]));
      for (const { host, process } of programs.values())
        for (const { steps } of programLines(language, fileOf(id), host, process))
          for (const step of steps) shown.add(step);
      expect([id, language, [...shown].toSorted((a, b) => a - b)]).toEqual([
        id,
        language,
        calls.map(({ at }) => at),
      ]);
    }
  }
});

test("a Python program has a line for each call", () => {
  expect(linesOf("python", "open-and-close", "A")).toEqual([
    "import socket",
    "",
    "client = socket.socket(socket.AF_INET, socket.SOCK_STREAM) [4]",
    'client.connect(("10.0.0.2", 8080)) [5]',
    'client.send(b"hello") [8]',
    "data = client.recv(100) [13]",
    "client.close() [14]",
  ]);
});

test("a program in C is a whole file", () => {
  expect(linesOf("c", "open-and-close", "A")).toEqual([
    "#include <arpa/inet.h>",
    "#include <netinet/in.h>",
    "#include <sys/socket.h>",
    "#include <unistd.h>",
    "",
    "static struct sockaddr *at(const char *address, in_port_t port) {",
    "  static struct sockaddr_in where;",
    "  where = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(port) };",
    "  inet_pton(AF_INET, address, &where.sin_addr);",
    "  return (struct sockaddr *)&where;",
    "}",
    "",
    "int main(void) {",
    "  char data[100];",
    "  int client = socket(AF_INET, SOCK_STREAM, 0); [4]",
    '  connect(client, at("10.0.0.2", 8080), sizeof(struct sockaddr_in)); [5]',
    '  send(client, "hello", 5, MSG_NOSIGNAL); [8]',
    "  recv(client, data, 100, 0); [13]",
    "  close(client); [14]",
    "}",
  ]);
});

test("in Node what follows a wait stands inside, and calls without a line of their own join another", () => {
  expect(linesOf("node", "open-and-close", "B")).toEqual([
    'import net from "node:net";',
    "",
    'const listener = net.createServer({ allowHalfOpen: true }).listen({ host: "0.0.0.0", port: 8080, backlog: 5 }); [0 1 2 3]',
    'listener.once("connection", (server) => { [7]',
    '  server.once("readable", () => { [10]',
    "    console.log(server.read()); [10]",
    '    server.write("HI!"); [11]',
    '    server.once("readable", () => { [16]',
    "      console.log(server.read()); [16]",
    "      server.destroy(); [17]",
    "    });",
    "  });",
    "});",
  ]);
  expect(linesOf("node", "abort-with-linger-zero", "A").at(-1)).toBe(
    "client.resetAndDestroy(); [8 9]",
  );
});

test("a child's program is its parent's until fork()", () => {
  expect(linesOf("python", "forked-descriptor", "B", "child").slice(-3)).toEqual([
    "child = os.fork()",
    "# In the child, where fork() gave 0:",
    "server.close() [11]",
  ]);
});

test("after its machine was off a program begins anew", () => {
  expect(linesOf("python", "rfc-figure-9", "A").slice(-4, -2)).toEqual([
    "# The machine was switched off; the program begins anew:",
    "client = socket.socket(socket.AF_INET, socket.SOCK_STREAM) [11]",
  ]);
});

test("a host has no program that makes no call", () => {
  expect(linesOf("c", "open-and-close", "A", "nginx")).toEqual([]);
});
