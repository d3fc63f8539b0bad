/** What stands above and below the calls of a program: imports, includes, what C needs for addresses. */
import type { CodeLanguage } from "./code-context.ts";

export const indent = (depth: number) => "  ".repeat(depth);

/** `body` is the lines that it is for: only what they need is there. */
export function opening(language: CodeLanguage, body: readonly string[]): readonly string[] {
  const code = body.join("\n");
  switch (language) {
    case "python":
      return above(PYTHON.filter(([used]) => used.test(code)).map(([, line]) => line));
    case "c":
      return [
        ...C_INCLUDES.filter(([used]) => used.test(code)).map(([, line]) => line),
        ...(/\bat\(/.test(code) ? C_ADDRESS : []),
        ...(/\bat6\(/.test(code) ? C_ADDRESS_6 : []),
        "",
        "int main(void) {",
        ...C_VARIABLES.filter(([used]) => used.test(code)).map(([, line]) => line(code)),
      ];
    case "node":
      return above(NODE.filter(([used]) => used.test(code)).map(([, line]) => line));
  }
}

const above = (lines: readonly string[]) => (lines.length === 0 ? [] : [...lines, ""]);

export function closing(language: CodeLanguage): readonly string[] {
  return language === "c" ? ["}"] : [];
}

const PYTHON: readonly (readonly [RegExp, string])[] = [
  [/\bos\./, "import os"],
  [/\bsocket\./, "import socket"],
  [/\bstruct\./, "import struct"],
  [/\bsys\./, "import sys"],
];

const NODE: readonly (readonly [RegExp, string])[] = [
  [/\bfork\(/, 'import { fork } from "node:child_process";'],
  [/\bdgram\./, 'import dgram from "node:dgram";'],
  [/\bnet\./, 'import net from "node:net";'],
];

const C_INCLUDES: readonly (readonly [RegExp, string])[] = [
  [/\bat6?\(/, "#include <arpa/inet.h>"],
  [/\bfcntl\(/, "#include <fcntl.h>"],
  [/IPPROTO_|\bat6?\(/, "#include <netinet/in.h>"],
  [/\bTCP_/, "#include <netinet/tcp.h>"],
  [/\bNULL\b/, "#include <stddef.h>"],
  [/\bexit\(/, "#include <stdlib.h>"],
  [/\bmemset\(/, "#include <string.h>"],
  [/./, "#include <sys/socket.h>"],
  [/struct timeval/, "#include <sys/time.h>"],
  [/\b(?:close|fork)\(/, "#include <unistd.h>"],
];

const C_ADDRESS = [
  "",
  "static struct sockaddr *at(const char *address, in_port_t port) {",
  "  static struct sockaddr_in where;",
  "  where = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(port) };",
  "  inet_pton(AF_INET, address, &where.sin_addr);",
  "  return (struct sockaddr *)&where;",
  "}",
];

const C_ADDRESS_6 = [
  "",
  "static struct sockaddr *at6(const char *address, in_port_t port) {",
  "  static struct sockaddr_in6 where;",
  "  where = (struct sockaddr_in6){ .sin6_family = AF_INET6, .sin6_port = htons(port) };",
  "  inet_pton(AF_INET6, address, &where.sin6_addr);",
  "  return (struct sockaddr *)&where;",
  "}",
];

const C_VARIABLES: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/\bdata\b/, (code) => `  char data[${largest(code)}];`],
  [/&peer\b/, () => "  struct sockaddr_storage peer;"],
  [/\bvalue\b/, () => "  int value;"],
];

/** Of what recv() and recvfrom() ask for, and memset() fills in. */
function largest(code: string): number {
  const sizes = code.matchAll(/\b(?:recv|recvfrom|memset)\(.*?, (\d+)[,)]/g);
  return Math.max(1, ...Array.from(sizes, ([, size]) => Number(size)));
}
