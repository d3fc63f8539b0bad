/** "What does the call give?": the call that is made, or one that waits and comes back. */
import type { CallResult } from "#simulator/calls";
import type { CallStory } from "#simulator/timeline";
import type { Draft } from "./predict-guess.ts";
import { guess } from "./predict-guess.ts";
import { commandOf, effectsOf, type Moment, socketIn, socketsOf } from "./predict-moment.ts";
import { outcomeOf, readText, WAITS } from "./predict-outcome.ts";
import { wrongResults } from "./predict-return-guesses.ts";
import { reasonText } from "./predict-words.ts";

export function isReturnWorthAsking(moment: Moment): boolean {
  const outcome = outcomeOf(moment);
  if (outcome === null) return false;
  const { story, result } = outcome;
  const failed = result !== null && result.errno !== null;
  switch (story.call.name) {
    case "send":
    case "sendto":
      return result === null || result.errno === "EAGAIN"
        ? isOpening(moment, story)
        : failed || result.value === story.call.data.length;
    case "connect":
    case "accept":
    case "recv":
    case "recvfrom":
      return result === null || failed || isTold(result);
    case "bind":
      return failed || isPortShared(moment, story.call.to.port);
    case "listen":
    case "shutdown":
      return failed;
    default:
      return false;
  }
}

/** How much room a buffer has nobody sees; that a connection is not open yet everybody does. */
function isOpening({ before }: Moment, { host, socket: id }: CallStory): boolean {
  const socket = id === null ? undefined : socketIn(before, host, id);
  return socket?.type === "stream" && socket.state.startsWith("SYN-");
}

/** Raw packets are bytes that nobody reads at sight. */
function isTold({ value }: CallResult): boolean {
  const data =
    typeof value === "string"
      ? value
      : value !== null && typeof value === "object" && "data" in value
        ? value.data
        : "";
  return /^[\u0020-\u007E]*$/.test(data);
}

/** Whether the answer could be another: somebody on the host has the port, or may not have it. */
function isPortShared({ before, host }: Moment, port: number): boolean {
  return (
    port !== 0 && (port < 1024 || socketsOf(before, host).some(({ local }) => local.port === port))
  );
}

export function returnDraft(moment: Moment): Draft | null {
  const outcome = outcomeOf(moment);
  if (outcome === null) return null;
  const { story, result, hasWaited } = outcome;
  const name = `\`${story.call.name}()\``;
  const whose = story.process === "main" ? `${story.host}'s` : `${commandOf(story.process)}'s`;
  return {
    asks: hasWaited
      ? `${whose} ${name} is waiting. What does it give now?`
      : `What does ${name} give?`,
    right:
      result === null
        ? guess(WAITS, waitReason(moment, story))
        : guess(resultText(result), reasonText(result.why)),
    wrong: wrongResults(moment, outcome),
  };
}

function waitReason({ beat }: Moment, { id }: CallStory): string {
  const blocked = effectsOf(beat, "blocked").find((effect) => effect.id === id);
  return blocked === undefined ? "There is something to wait for." : reasonText(blocked.why);
}

/** "`ECONNREFUSED`", "`0`: it is done", "`5`", "`"hello"`". */
export function resultText({ value, errno }: CallResult): string {
  if (errno !== null) return `The error \`${errno}\``;
  if (value === null) return "`0`, for success";
  if (typeof value === "number") return `\`${value}\``;
  if (typeof value === "string") return readText(value);
  if ("fd" in value) return `A new descriptor, \`${value.fd}\``;
  if ("data" in value) return readText(value.data);
  return "An address";
}
