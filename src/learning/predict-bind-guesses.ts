/** What a learner may expect of bind() instead: whether the port is free, and for whom. bind(2), ip(7), socket(7). */
import type { Errno } from "#simulator/errno";
import { type Guess, guess } from "./predict-guess.ts";
import { type Moment, socketIn, socketsOf } from "./predict-moment.ts";
import type { MisconceptionId } from "./misconception.ts";

const error = (name: Errno) => `The error \`${name}\``;

/** `errno` is what it gives; null for success. */
export function bindUses(moment: Moment, errno: Errno | null, port: number): readonly Guess[] {
  const { before, host, trigger } = moment;
  const own =
    trigger.kind === "call" && trigger.story.socket !== null
      ? socketIn(before, host, trigger.story.socket)
      : undefined;
  const others = socketsOf(before, host).filter(
    ({ id, local }) => local.port === port && id !== own?.id,
  );
  const isOtherProtocol = others.length > 0 && others.every(({ type }) => type !== own?.type);
  const isLingering =
    others.length > 0 && others.every((each) => each.type === "stream" && each.listener === null);
  return [
    guess(
      "`0`, for success",
      whyNotFree(errno),
      successBelief(errno, isLingering, own?.options.reuseAddress === true),
    ),
    guess(
      error("EADDRINUSE"),
      whyNotInUse(errno, others.length > 0, isOtherProtocol),
      errno !== null || others.length === 0
        ? undefined
        : isOtherProtocol
          ? "tcp-udp-clash"
          : isLingering
            ? "in-use-means-running"
            : "one-process-per-port",
    ),
    guess(
      error("EACCES"),
      port < 1024
        ? errno === null
          ? "The port is a privileged one, and this program has the privilege."
          : "The privilege is there. Something else is in the way."
        : "Only ports below 1024 ask for a privilege.",
    ),
    guess(error("EADDRNOTAVAIL"), "That is for an address which no interface of the host has."),
  ];
}

function whyNotFree(errno: Errno | null): string {
  switch (errno) {
    case "EADDRINUSE":
      return "Somebody has the port already, in a way that leaves no room for another.";
    case "EACCES":
      return "Ports this low are kept for programs with a privilege, and this one has none.";
    case "EADDRNOTAVAIL":
      return "No interface of the host has this address: nothing sent to it would arrive here.";
    default:
      return "Something stands against it.";
  }
}

function successBelief(
  errno: Errno | null,
  isLingering: boolean,
  hasReuseAddress: boolean,
): MisconceptionId | undefined {
  if (errno !== "EADDRINUSE") return undefined;
  if (isLingering) return "in-use-means-running";
  return hasReuseAddress ? "reuseaddr-two-listeners" : undefined;
}

function whyNotInUse(errno: Errno | null, isShared: boolean, isOtherProtocol: boolean): string {
  if (errno !== null) return "The port is free. It is something else that stands against it.";
  if (!isShared) return "Nobody on this host has the port.";
  return isOtherProtocol
    ? "The other socket is of another protocol, which has port numbers of its own."
    : "Somebody has the same number, and yet both can have it here: by another address, or because both sides allow it.";
}
