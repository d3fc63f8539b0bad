/**
 * "Which acknowledgment number does it carry?": relative numbers, each side's SYN being 0. What a segment takes is
 * told by its data, its SYN and its FIN (RFC 9293 §3.4).
 */
import type { TcpSegment } from "#simulator/packet";
import { type Draft, type Guess, guess } from "./predict-guess.ts";
import { effectsOf, type Moment, nameOfAddress, socketIn } from "./predict-moment.ts";
import { bytes, packetWords } from "./predict-words.ts";

export function numberDraft(moment: Moment): Draft | null {
  const found = numbered(moment);
  if (found === null) return null;
  const { segment, seq, ack } = found;
  return segment.data === "" ? ackDraft(moment, segment, ack) : seqDraft(moment, segment, seq);
}

export const isNumberKnowable = (moment: Moment): boolean => numbered(moment) !== null;

/** The beat's one segment, if it is an answer or data of a connection whose numbers were seen from their beginning. */
function numbered(moment: Moment): {
  readonly segment: TcpSegment;
  readonly seq: number;
  readonly ack: number;
} | null {
  const { beat, trigger, timeline, position, host } = moment;
  const [only, ...more] = effectsOf(beat, "sent");
  if (only === undefined || more.length > 0 || only.packet.kind !== "tcp") return null;
  const segment = only.packet;
  if (!segment.flags.ack || segment.flags.rst || only.isRetransmission || only.host !== host)
    return null;
  const story = timeline.packets.find(({ sentIn, id }) => sentIn === position && id === only.id);
  const { seq, ack } = story?.report ?? { seq: null, ack: null };
  if (seq === null || ack === null || seq < 0 || ack < 1) return null;
  if (trigger.kind === "arrival") {
    // What came out of order, or a second time, is not acknowledged by counting.
    if (trigger.from === null || trigger.packet.kind !== "tcp") return null;
    const { packet } = trigger;
    const takes = packet.data.length + (packet.flags.syn ? 1 : 0) + (packet.flags.fin ? 1 : 0);
    return takes > 0 && segment.data === "" && (packet.seq + takes) >>> 0 === segment.ack
      ? { segment, seq, ack }
      : null;
  }
  if (trigger.kind === "timer")
    return trigger.timer === "delayed-ack" && segment.data === "" ? { segment, seq, ack } : null;
  return trigger.call.name === "send" && segment.data !== "" ? { segment, seq, ack } : null;
}

function ackDraft(moment: Moment, segment: TcpSegment, ack: number): Draft {
  const { before, host } = moment;
  const last = lastTaken(moment);
  const to = nameOfAddress(before, host, segment.to.address);
  const other = to === host ? "the other end" : to;
  const says = `It says which number ${host} awaits next.`;
  return {
    asks: `${host} sends ${packetWords(segment)}. Which acknowledgment number does it carry, counted from ${other}'s SYN as number 0?`,
    right: guess(`${ack}`, `${says} ${taken(last, ack)} The rule: RFC 9293 §3.4.`),
    wrong: [
      last.what === "data"
        ? guess(
            `${ack - 1}`,
            `That is the number of the last byte that arrived. The acknowledgment names the next one.`,
          )
        : guess(
            `${ack - 1}`,
            `The ${last.what} has no data, and yet it takes one number. Otherwise nobody could acknowledge it.`,
            "syn-has-no-number",
          ),
      guess(`${ack + 1}`, `${says} No segment so far has taken number ${ack}.`),
      ...(last.length === 0
        ? []
        : [
            guess(
              `${ack - last.length}`,
              "That is where these bytes begin, so it was awaited before they came.",
            ),
          ]),
    ],
    isOrdered: true,
  };
}

interface Taken {
  readonly what: "SYN" | "FIN" | "data";
  readonly length: number;
}

function lastTaken({ trigger, before, host }: Moment): Taken {
  if (trigger.kind === "arrival" && trigger.packet.kind === "tcp") {
    const { flags, data } = trigger.packet;
    if (flags.fin) return { what: "FIN", length: data.length };
    return flags.syn ? { what: "SYN", length: 0 } : { what: "data", length: data.length };
  }
  const socket = trigger.kind === "timer" ? socketIn(before, host, trigger.socket) : undefined;
  const isEnd = socket?.type === "stream" && socket.tcb?.finReceived === true;
  return { what: isEnd ? "FIN" : "data", length: 0 };
}

function taken({ what, length }: Taken, ack: number): string {
  switch (what) {
    case "SYN":
      return "The SYN takes number 0, so the next is 1.";
    case "FIN":
      return `The FIN takes number ${ack - 1} for itself, like a byte of data.`;
    case "data":
      return length === 0
        ? `Everything up to ${ack - 1} has arrived.`
        : `The ${bytes(length)} ${length === 1 ? `is number ${ack - 1}` : `are the numbers ${ack - length} to ${ack - 1}`}.`;
  }
}

function seqDraft({ host }: Moment, segment: TcpSegment, seq: number): Draft {
  const length = segment.data.length;
  const wrong: readonly Guess[] = [
    seq === 1
      ? guess(
          "0",
          "The SYN had number 0. It has no data, and takes a number nevertheless.",
          "syn-has-no-number",
        )
      : guess(`${seq - 1}`, "That number is taken already, by the last byte that was sent."),
    guess(
      `${seq + length}`,
      "That is where the next data will begin. A segment carries the number of its own first byte.",
    ),
    guess(
      `${seq + length + 1}`,
      "Numbers count bytes, one each. The header takes none, nor does the end of a call's data.",
    ),
  ];
  return {
    asks: `The ${bytes(length)} ${length === 1 ? "leaves" : "leave"} at once in one segment. Which sequence number does it carry, counted from ${host}'s SYN as number 0?`,
    right: guess(
      `${seq}`,
      seq === 1
        ? "The SYN took number 0, and the first byte of data has number 1. The rule: RFC 9293 §3.4."
        : `${host} has sent the numbers up to ${seq - 1} before. The rule: RFC 9293 §3.4.`,
    ),
    wrong,
    isOrdered: true,
  };
}
