/** What a learner may expect a call to give instead, with what makes it tempting and why it is not so. */
import { bindUses } from "./predict-bind-guesses.ts";
import { type Guess, guess } from "./predict-guess.ts";
import type { Moment } from "./predict-moment.ts";
import { socketIn } from "./predict-moment.ts";
import { type Outcome, readText } from "./predict-outcome.ts";
import { safeCode } from "./predict-words.ts";

export const WAITS = "Nothing yet: it waits";

const error = (name: string) => `The error \`${name}\``;
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
      return receiving(moment, outcome, call.size);
    case "bind":
      return bindUses(moment, outcome.result?.errno ?? null, call.to.port);
    case "listen":
    case "shutdown":
      return failing(outcome);
    default:
      return [];
  }
}

const TOLD_NOT_TO_WAIT = "That is for a call that was told not to wait. This one was not.";

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

function receiving(moment: Moment, outcome: Outcome, size: number): readonly Guess[] {
  const { story, result, hasWaited } = outcome;
  const name = `\`${story.call.name}()\``;
  const data = dataOf(outcome);
  const socket =
    story.socket === null ? undefined : socketIn(moment.before, story.host, story.socket);
  if (socket?.type === "dgram") return receivingDatagram(moment, outcome, data);
  if (data !== null && data !== "") {
    const part = firstSend(moment, outcome, data);
    return [
      ...part,
      guess(
        WAITS,
        hasWaited
          ? "Data is here now, and that is all it waited for."
          : `Data is in the buffer. ${name} gives what is there; it does not wait until ${size} bytes have come.`,
      ),
      guess("No bytes", "That means the end of the stream. Data comes first."),
      guess(
        error("EAGAIN"),
        "That is for when nothing is there, and the call was told not to wait.",
      ),
      guess(error("EMSGSIZE"), "Too little room is no error for a receiver."),
    ];
  }
  if (data === "")
    return [
      guess(
        WAITS,
        "The other end's FIN is here: no more data will come, so there is nothing to wait for.",
      ),
      guess(error("ECONNRESET"), "A reset breaks off. A FIN is an orderly end, and no error."),
      guess(error("EPIPE"), "That is for sending where nobody can receive. Reading is no harm."),
      guess(error("EAGAIN"), "“Nothing yet” is another matter: here it is “nothing more”."),
    ];
  const errno = result?.errno ?? null;
  return [
    guess(
      WAITS,
      errno === "EAGAIN"
        ? "It would, but the call was told not to wait, or not for longer."
        : "There is nothing to wait for any more: the error is told at once.",
    ),
    guess(
      "No bytes",
      errno === "EAGAIN" || errno === null
        ? "No bytes mean that the other end has closed. It has not: there is only nothing yet."
        : "No bytes mean an orderly end, with a FIN. This connection was broken off.",
    ),
    guess(
      error("EAGAIN"),
      errno === null
        ? TOLD_NOT_TO_WAIT
        : "“Try again” would give hope. The connection is over, and that is told first.",
    ),
    guess(error("ECONNREFUSED"), "That means that nobody has the port. Nobody has said so."),
    guess(error("EPIPE"), "That is for sending."),
    guess(error("ECONNRESET"), "That takes a reset from the other end, and none has come."),
  ];
}

function receivingDatagram(
  moment: Moment,
  outcome: Outcome,
  data: string | null,
): readonly Guess[] {
  const name = `\`${outcome.story.call.name}()\``;
  if (data !== null)
    return [
      ...datagramsLike(moment, data),
      guess(WAITS, `A datagram is in the queue. ${name} gives one, whatever its length.`),
      guess(
        error("EAGAIN"),
        "That is for when nothing is there, and the call was told not to wait.",
      ),
      guess("No bytes", "That would be an empty datagram, and this one is not."),
      guess(
        error("ECONNRESET"),
        data === ""
          ? "A datagram without data is a datagram like any other. It ends nothing."
          : "A reset belongs to TCP.",
      ),
      guess(error("EMSGSIZE"), "Too little room is no error for a receiver."),
    ];
  const isRefused = outcome.result?.errno === "ECONNREFUSED";
  return [
    guess(
      WAITS,
      isRefused
        ? "There is something to tell: the error comes first."
        : "It would, but the call was told not to wait, or not for longer.",
    ),
    guess("No bytes", "That would be an empty datagram, and none has come."),
    guess(
      error("ECONNREFUSED"),
      "That takes an ICMP message for this socket, and none is left to be told. Silence says nothing.",
      "udp-silence-closed",
    ),
    guess(
      error("EAGAIN"),
      isRefused ? "There is something to tell: the error comes first." : TOLD_NOT_TO_WAIT,
    ),
    guess(error("ETIMEDOUT"), "UDP waits for no answer, so none can be late."),
  ];
}

/** What one call might give that took datagrams for a stream, or kept what did not fit. */
function datagramsLike({ timeline, position }: Moment, data: string): readonly Guess[] {
  if (data === "") return [];
  const sends = timeline.calls.flatMap(({ call, madeIn }) =>
    madeIn < position && (call.name === "send" || call.name === "sendto") ? [call.data] : [],
  );
  const whole = sends.find((each) => each.length > data.length && each.startsWith(data));
  if (whole !== undefined)
    return [
      guess(
        readText(whole),
        "The program gave room for less. The rest of the datagram is thrown away, not kept.",
      ),
    ];
  const next = sends[sends.indexOf(data) + 1];
  return next === undefined || next === "" || data.length + next.length > 40
    ? []
    : [
        guess(
          readText(data + next),
          "A stream would join them. Each datagram stays by itself: one call, one datagram.",
        ),
      ];
}

function dataOf({ result }: Outcome): string | null {
  if (result === null || result.errno !== null) return null;
  if (typeof result.value === "string") return result.value;
  const { value } = result;
  return value !== null && typeof value === "object" && "data" in value ? value.data : null;
}

/** Where the stream gives what several calls sent, or the datagram is cut: what a learner may expect instead. */
function firstSend(
  { timeline, position, before }: Moment,
  { story }: Outcome,
  data: string,
): readonly Guess[] {
  const socket = story.socket === null ? undefined : socketIn(before, story.host, story.socket);
  const sends = timeline.calls.flatMap(({ call, madeIn }) =>
    madeIn < position && (call.name === "send" || call.name === "sendto") ? [call.data] : [],
  );
  if (socket?.type === "stream") {
    const first = sends.find(
      (each) => each.length < data.length && data.startsWith(each) && each !== "",
    );
    if (first !== undefined)
      return [
        guess(
          readText(first),
          "That is what the first call sent. A stream keeps no mark of where one call ended and the next began.",
          "send-equals-recv",
        ),
      ];
    const whole = sends.find((each) => each.length > data.length && each.includes(data));
    return whole === undefined
      ? []
      : [
          guess(
            readText(whole),
            "So much was sent in one call. The stream knows nothing of calls: this one asked for less, or the rest was read before.",
            "send-equals-recv",
          ),
        ];
  }
  return [];
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
