import { expect, test } from "vitest";
import { callInProgram } from "./call-in-program.ts";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";

interface Known {
  readonly isUdp: boolean;
  readonly bound?: boolean;
  readonly listens?: boolean;
  readonly connected?: boolean;
  readonly isClosed?: boolean;
  readonly isShut?: boolean;
}

interface Written {
  readonly call: string;
  readonly on: string;
  readonly as: string;
  readonly line: string;
}

/** One line of Python or C. */
function read(line: string): Written {
  const python = /^(?:(\w+)(?:, peer)? = )?(\w+)\.(\w+)\(/.exec(line);
  if (python !== null) return { as: python[1] ?? "", on: python[2]!, call: python[3]!, line };
  const c = /^(?:int (\w+) = )?(\w+)\((\w+)/.exec(line)!;
  return { as: c[1] ?? "", call: c[2]!, on: c[3]!, line };
}

/** The error that the manual pages name for a call on a socket in this state; null where it succeeds. */
function errorOf({ call, line }: Written, known: Known, isOwn: boolean): string | null {
  if (known.isClosed) return "EBADF";
  switch (call) {
    case "bind":
      if (known.bound) return "EINVAL";
      return isOwn ? null : "EADDRNOTAVAIL";
    case "listen":
      return known.isUdp ? "EOPNOTSUPP" : null;
    case "accept":
      if (known.isUdp) return "EOPNOTSUPP";
      return known.listens ? null : "EINVAL";
    case "connect":
      return known.connected || known.listens ? "EISCONN" : null;
    case "send":
      if (known.connected && !known.isShut) return null;
      return known.isUdp ? "EDESTADDRREQ" : "EPIPE";
    case "recv":
      return known.connected || known.isUdp ? null : "ENOTCONN";
    case "recvfrom":
    case "shutdown":
    case "close":
      return null;
    default:
      throw new Error(`What is ${line}?`);
  }
}

function after(call: string, known: Known): Known {
  switch (call) {
    case "bind":
      return { ...known, bound: true };
    case "listen":
      return { ...known, bound: true, listens: true };
    case "connect":
      return { ...known, bound: true, connected: true };
    case "shutdown":
      return { ...known, isShut: true };
    case "close":
      return { ...known, isClosed: true };
    default:
      return known;
  }
}

/** The first line that fails, counted from 1, and its error. */
function failure(listing: string): string {
  const sockets = new Map<string, Known>();
  for (const [index, line] of listing.split("\n").entries()) {
    const written = read(line);
    if (written.call === "socket") {
      sockets.set(written.as, { isUdp: line.includes("SOCK_DGRAM") });
      continue;
    }
    const known = sockets.get(written.on)!;
    const error = errorOf(written, known, line.includes('"0.0.0.0"'));
    if (error !== null) return `line ${index + 1}, ${line}: ${error}`;
    sockets.set(written.on, after(written.call, known));
    if (written.call === "accept")
      sockets.set(written.as, { isUdp: false, bound: true, connected: true });
  }
  return "none";
}

test("the line is the first that fails by the manual pages", () => {
  const asked = new Set<string>();
  for (const question of questionsOf(callInProgram)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const error = question.choices.find(({ right }) => right === true)!.because.split(/[ ,]/)[2];
    expect([question.listing, `${rightTexts(question)[0]}: ${error}`]).toEqual([
      question.listing,
      failure(question.listing),
    ]);
    const calls = question.listing.split("\n").map((line) => read(line).call);
    asked.add(`${inPrompt(question, /beginner's (\w+ \w+)/)} ${calls.join(" ")}`);
  }
  expect(asked.size).toBeGreaterThanOrEqual(15);
});

test("each line of the listing is a choice", () => {
  for (const question of questionsOf(callInProgram, 500)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const lines = question.choices.map(({ from, to }) => question.listing.slice(from, to));
    expect(lines).toEqual(question.listing.split("\n"));
  }
});
