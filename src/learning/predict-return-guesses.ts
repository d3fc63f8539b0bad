/** What a learner may expect a call to give instead, with what makes it tempting and why it is not so. */
import { bindUses } from "./predict-bind-guesses.ts";
import { type Guess, guess } from "./predict-guess.ts";
import { type Moment, socketIn } from "./predict-moment.ts";
import { type Outcome, TOLD_NOT_TO_WAIT, WAITS, error } from "./predict-outcome.ts";
import { wrongReceipts } from "./predict-receive-guesses.ts";
import { safeCode } from "./predict-words.ts";

const SUCCESS = "`0`, for success";

/** The most telling first. */
export function wrongResults(moment: Moment, outcome: Outcome): readonly Guess[] {
  const { call } = outcome.story;
  switch (call.name) {
    case "connect":
      return outcome.hasWaited ? connectCameBack(outcome) : connectMade(moment, outcome);
    case "accept":
      return accepting(outcome);
    case "send":
    case "sendto":
      return sending(moment, outcome, call.data);
    case "recv":
    case "recvfrom":
      return wrongReceipts(moment, outcome, call.size);
    case "bind":
      return bindUses(moment, outcome.result?.errno ?? null, call.to.port);
    case "listen":
    case "shutdown":
      return failing(outcome);
    default:
      return [];
  }
}

function connectMade({ host, before }: Moment, { story, result }: Outcome): readonly Guess[] {
  const refused = guess(
    error("ECONNREFUSED"),
    `That takes a word from the other end, and none can be here yet.`,
  );
  if (result === null)
    return [
      guess(
        SUCCESS,
        "The SYN has only left. `connect()` comes back when the answer is here.",
        "handshake-politeness",
      ),
      guess(error("EINPROGRESS"), TOLD_NOT_TO_WAIT),
      refused,
    ];
  if (result.errno === "EINPROGRESS")
    return [
      guess(
        WAITS,
        "It would, but the socket was told not to wait. The connection is being made meanwhile.",
      ),
      guess(
        SUCCESS,
        "The SYN has only left: whether there will be a connection, nobody knows yet.",
      ),
      refused,
    ];
  if (result.errno !== null)
    return [
      guess(WAITS, "There is nothing to wait for: no packet leaves, and the call fails at once."),
      guess(SUCCESS, "It cannot: " + lowerFirst(result.why.words)),
      guess(error("ETIMEDOUT"), `That is for a SYN that nobody answers. ${host} sends none.`),
      refused,
    ];
  const socket = story.socket === null ? undefined : socketIn(before, host, story.socket);
  return [
    guess(
      WAITS,
      socket?.type === "stream"
        ? "There is nothing to wait for: the connection is there already."
        : "In TCP it would. Here nothing is asked of the other end, so there is nothing to wait for.",
    ),
    refused,
    guess(error("EINPROGRESS"), "That is for a TCP connection that is being made."),
  ];
}

function connectCameBack({ result }: Outcome): readonly Guess[] {
  const errno = result?.errno ?? null;
  const isTimedOut = errno === "ETIMEDOUT";
  return [
    guess(
      WAITS,
      isTimedOut
        ? "It does not wait for ever: the kernel gives up after the last SYN."
        : "What it waited for is here. There is nothing left to wait for.",
    ),
    guess(SUCCESS, "That takes a SYN-ACK which acknowledges our SYN, and none has come."),
    guess(
      error("ECONNREFUSED"),
      errno === null
        ? "That is what a reset means: nobody listens there. Here somebody does."
        : isTimedOut
          ? "A refusal is an answer: a reset. Here nobody has said anything."
          : "That is what a reset means, or an ICMP message that nobody has the port. Another message came.",
      isTimedOut ? "refused-is-firewall" : undefined,
    ),
    guess(
      error("ETIMEDOUT"),
      "That is for when nobody answers, however often the SYN is sent. Here an answer came.",
    ),
    guess(
      error("EHOSTUNREACH"),
      "That takes a message that the host cannot be reached, and none has come.",
    ),
  ];
}

function accepting({ result }: Outcome): readonly Guess[] {
  const isReady = result !== null && result.errno === null;
  return [
    guess(
      WAITS,
      isReady
        ? "A connection is complete, and stands in the queue. There is nothing to wait for."
        : "It would, but the call was told not to wait.",
    ),
    guess(
      SUCCESS,
      isReady
        ? "`accept()` gives a descriptor for the connection: a new socket, not a yes or no."
        : "`accept()` gives a descriptor, and it needs a connection for that. None is complete.",
    ),
    guess(
      error("EAGAIN"),
      result === null
        ? TOLD_NOT_TO_WAIT
        : "That is for an empty queue, and a call that was told not to wait.",
    ),
    guess("A new descriptor", "Only for a connection that is complete, and none is in the queue."),
    guess(error("ECONNREFUSED"), "Clients get that where nobody listens. The listener does not."),
  ].filter(({ text }) => !(isReady && text === "A new descriptor"));
}

function sending({ host }: Moment, { result, hasWaited }: Outcome, data: string): readonly Guess[] {
  const { length } = data;
  const isTaken = result !== null && result.errno === null;
  const all = guess(
    `\`${length}\``,
    result === null
      ? "The buffer has no room for all of it."
      : `The kernel takes no data here. ${result.why.words}`,
  );
  return [
    ...(isTaken ? [] : [all]),
    guess(
      WAITS,
      isTaken
        ? `\`send()\` gives the data to ${host}'s kernel and comes back. It does not wait until the other end has it.`
        : "There is nothing to wait for: it will not get better.",
    ),
    guess(
      error("EPIPE"),
      isTaken
        ? "That comes once this end knows that the connection is gone, or has shut its own direction. It does not know of any such thing."
        : "That is for sending where this end knows already that the connection is gone.",
    ),
    guess(
      error("ECONNRESET"),
      isTaken
        ? "That takes a reset, and none has come so far."
        : "A reset is told once, and it is not what this call meets.",
    ),
    guess(
      "`0`",
      hasWaited
        ? "It gives the number of bytes that the kernel took."
        : "It gives the number of bytes that the kernel took. `0` would mean none.",
    ),
  ];
}

function failing({ result, story }: Outcome): readonly Guess[] {
  const words = result === null ? "" : lowerFirst(result.why.words);
  return [
    guess(SUCCESS, `Usually so. Here it fails: ${words}`),
    guess(WAITS, `\`${story.call.name}()\` never waits.`),
    guess(error("ECONNREFUSED"), "That is an answer from another end. Here nobody is asked."),
    guess(error("EBADF"), "The descriptor is an open one."),
  ];
}

function lowerFirst(text: string): string {
  return safeCode(text.charAt(0).toLowerCase() + text.slice(1));
}
