/** Programs with a mistake: which of their lines fails first is what simulated hosts say. */
import type { Errno } from "#simulator/errno";
import type { Generator } from "../generator.ts";
import type { PointAt } from "../question.ts";
import { ERRNO_WORDS } from "#simulator/errno-words";
import { type CodeOfCall, codeOf, drawFilling, stepsOf } from "./program-code.ts";
import { type Mistake, MISTAKES } from "./program-mistakes.ts";
import { SIMULATED } from "./program-under-test.ts";
import { simulated } from "./simulated-hosts.ts";

export const callInProgram: Generator = {
  id: "call-in-program",
  topic: "socket-calls",
  practises: "finding the line of a program that fails",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const mistake = draw.pick(MISTAKES);
    const language = draw.pick(["python", "c"] as const);
    const lines = codeOf(mistake, language, drawFilling(draw));
    const other = mistake.role.endsWith("server") ? "client" : "server";
    return {
      kind: "point-at",
      prompt: `A beginner's ${mistake.role}, in ${language === "c" ? "C" : "Python"} for Linux: its socket calls alone.${language === "c" ? " `at()` makes an address." : ""} The ${other} does its part on another host. Which line is the first to give an error?`,
      listing: lines.map(({ text }) => text).join("\n"),
      choices: choicesOf(lines, mistake),
    };
  },
};

interface Failure {
  readonly key: string;
  readonly errno: Errno;
}

const found = new Map<Mistake, Failure>();

/** The program's first error on simulated hosts. Throws where it has none: no mistake is like that, as the test holds. */
function failureOf(mistake: Mistake): Failure {
  const known = found.get(mistake);
  if (known !== undefined) return known;
  const steps = stepsOf(mistake, SIMULATED);
  for (const [index, { key }] of steps.entries()) {
    if (key === null) continue;
    const result = simulated(steps.slice(0, index + 1).map(({ step }) => step))
      .at(-1)!
      .results.find((each) => each.step === index + 1);
    if (result === undefined || result.errno === null) continue;
    const failure = { key, errno: result.errno };
    found.set(mistake, failure);
    return failure;
  }
  throw new Error(`A ${mistake.role} makes no mistake.`);
}

function choicesOf(lines: readonly CodeOfCall[], mistake: Mistake): PointAt["choices"] {
  const failure = failureOf(mistake);
  const failsAt = lines.findIndex(({ key }) => key === failure.key);
  let from = 0;
  return lines.map(({ key, text }, index) => {
    const place = { text: `line ${index + 1}, ${text}`, from, to: from + text.length };
    from = place.to + 1;
    if (index === failsAt) {
      const because = `It gives ${failure.errno}, “${ERRNO_WORDS[failure.errno]}”. ${mistake.because}`;
      return { ...place, right: true as const, because };
    }
    const suspect = mistake.suspects[key];
    const [because, belief] =
      typeof suspect === "object" ? suspect : [suspect ?? usual(key, index < failsAt)];
    return { ...place, because, ...(belief === undefined ? {} : { belief }) };
  });
}

/** Of a line that nothing is said about. */
function usual(key: string, isBefore: boolean): string {
  const [does, would] = DOES[key] ?? ["It does its part", "do its part"];
  return isBefore ? `${does}.` : `An error came before it. Without that it would ${would}.`;
}

/** What a call does where it succeeds, and what it would do. */
const DOES: Readonly<Record<string, readonly [does: string, would: string]>> = {
  socket: [
    "The socket has no port and no peer yet, and that is so with every new one",
    "make a socket",
  ],
  bind: ["The address is the host's own, and the port is free", "give the socket its port"],
  listen: ["The socket is bound, and takes connections from here on", "make the socket listen"],
  accept: ["It waits for the client and returns a new socket", "return the client's connection"],
  connect: ["The server is there and can be reached", "reach the server"],
  send: ["The socket is connected, and the kernel takes the bytes", "send its bytes"],
  recv: ["The socket is connected, and something arrives", "return what has arrived"],
  recvfrom: ["It waits for a datagram and returns it", "return a datagram, and who sent it"],
  close: ["It gives the descriptor back", "give the descriptor back"],
};
