/** Programs that a change was made to, as lines of code. */
import type { CodeLanguage } from "#simulator/programs/code-context";
import { programLines } from "#simulator/programs/program-lines";
import type { Draw } from "../draw.ts";
import { type Change, type Filling, programOf, type Role } from "./program-under-test.ts";
import { fileOf } from "./simulated-hosts.ts";
import { drawOwnAddress, drawPeerAddress } from "./socket-draws.ts";

export interface ChangedProgram {
  readonly role: Role;
  readonly change: Change;
}

export const stepsOf = ({ role, change }: ChangedProgram, filling: Filling) =>
  change(programOf(role, filling), filling);

export function drawFilling(draw: Draw): Filling {
  return {
    own: drawOwnAddress(draw),
    other: drawPeerAddress(draw),
    port: draw.pick([4000, 5000, 7000, 8000, 8080, 9000]),
    clientPort: draw.whole(20_000, 29_999),
    socket: draw.pick(["s", "sock", "mine"]),
    accepted: draw.pick(["conn", "peer_socket", "talk"]),
    size: draw.pick([100, 512, 1024, 4096]),
  };
}

export interface CodeOfCall {
  readonly key: string;
  readonly text: string;
}

/** What the drawn names and numbers take the place of. */
const PATTERN: Filling = {
  own: "192.0.2.255",
  other: "198.51.100.255",
  port: 60_001,
  clientPort: 60_002,
  socket: "SOCKET_NAME",
  accepted: "ACCEPTED_NAME",
  size: 60_003,
};

const patterns = new Map<Change, Map<CodeLanguage, readonly CodeOfCall[]>>();

/** The lines of the program's own calls, without what stands above and below them. */
export function codeOf(
  program: ChangedProgram,
  language: CodeLanguage,
  filling: Filling,
): readonly CodeOfCall[] {
  const known = patterns.get(program.change) ?? new Map<CodeLanguage, readonly CodeOfCall[]>();
  const pattern = known.get(language) ?? patternOf(program, language);
  patterns.set(program.change, known.set(language, pattern));
  return pattern.map(({ key, text }) => ({ key, text: filled(text, filling) }));
}

function patternOf(program: ChangedProgram, language: CodeLanguage): readonly CodeOfCall[] {
  const steps = stepsOf(program, PATTERN);
  const file = fileOf(steps.map(({ step }) => step));
  return programLines(language, file, "A", "main").flatMap((line) => {
    const [index] = line.steps;
    return index === undefined ? [] : [{ key: steps[index]!.key!, text: line.text.trim() }];
  });
}

const PARTS = new Map(
  (Object.keys(PATTERN) as (keyof Filling)[]).map((part) => [String(PATTERN[part]), part]),
);
const ANY_PART = new RegExp([...PARTS.keys()].join("|").replaceAll(".", String.raw`\.`), "g");

const filled = (text: string, filling: Filling) =>
  text.replaceAll(ANY_PART, (part) => String(filling[PARTS.get(part)!]));
