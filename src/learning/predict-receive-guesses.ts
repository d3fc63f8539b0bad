/** What a learner may expect recv() and recvfrom() to give instead: a stream's bytes, or one datagram. */
import { type Guess, guess } from "./predict-guess.ts";
import { type Moment, socketIn } from "./predict-moment.ts";
import { type Outcome, readText, TOLD_NOT_TO_WAIT, WAITS, error } from "./predict-outcome.ts";

export function wrongReceipts(moment: Moment, outcome: Outcome, size: number): readonly Guess[] {
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
