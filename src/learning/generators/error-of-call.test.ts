import { expect, test } from "vitest";
import { errorOfCall } from "./error-of-call.ts";
import { questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";

/** By the manual pages of connect, bind, listen, accept, send and recv, tcp(7) and udp(7), written down once more. */
const BY_MANUAL: readonly (readonly [RegExp, string])[] = [
  [/nobody listens on the port/, "ECONNREFUSED"],
  [/drops every packet/, "ETIMEDOUT"],
  [/“host unreachable”/, "EHOSTUNREACH"],
  [/on the same socket again/, "EISCONN"],
  [/set its TCP socket to non-blocking/, "EINPROGRESS"],
  [/with SO_REUSEADDR as well/, "EADDRINUSE"],
  [/another host's/, "EADDRNOTAVAIL"],
  [/already bound/, "EINVAL"],
  [/without any privilege/, "EACCES"],
  [/without `listen\(\)`/, "EINVAL"],
  [/calls `listen\(\)` on it/, "EOPNOTSUPP"],
  [/no client has come/, "EAGAIN"],
  [/on the listening socket itself/, "ENOTCONN"],
  [/RST has come back to the first/, "EPIPE"],
  [/closes without reading it/, "ECONNRESET"],
  [/SHUT_WR/, "EPIPE"],
  [/has closed its socket with/, "EBADF"],
  [/before anything has arrived/, "EAGAIN"],
  [/has not called `connect\(\)`/, "EDESTADDRREQ"],
  [/“port unreachable”/, "ECONNREFUSED"],
  [/70000 bytes/, "EMSGSIZE"],
];

test("the error is the one of the manual pages", () => {
  const told = new Set<string>();
  for (const question of questionsOf(errorOfCall)) {
    const fitting = BY_MANUAL.filter(([pattern]) => pattern.test(question.prompt));
    const [right] = rightTexts(question);
    expect([question.prompt, fitting.map(([, errno]) => errno)]).toEqual([
      question.prompt,
      [right!.split(",")[0]],
    ]);
    told.add(String(fitting[0]![0]));
  }
  expect(told.size).toBe(BY_MANUAL.length);
});
