import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";

/** A segment with what it carries: SYN and FIN take one sequence number each, as a byte of data does (RFC 9293 §3.4). */
interface Segment {
  readonly name: string;
  readonly bytes: number;
  readonly flags: 0 | 1;
}

type Near = TypeNumber["near"][number];

export const nextNumber: Generator = {
  id: "next-number",
  topic: "connections",
  practises: "counting sequence and acknowledgment numbers",
  lesson: "connections/data-and-its-numbers",
  make(draw) {
    const segment = drawSegment(draw);
    const seq = draw.whole(1000, draw.pick([9999, 99_999, 4_000_000_000]));
    const { name, bytes, flags } = segment;
    const answer = seq + bytes + flags;
    // A plain ACK is not acknowledged: nothing of it could get lost that matters.
    const asksAck = bytes + flags > 0 && draw.chance(1, 2);
    const [sender, receiver] = draw.shuffled(["The client", "The server"]);
    const what = asksAck
      ? `${receiver} acknowledges all of it. Which acknowledgment number does it send?`
      : `Which sequence number has ${sender!.toLowerCase()}'s next segment, if this one need not be repeated?`;
    return {
      kind: "type-number",
      prompt: `${sender} sends ${name}. Its sequence number is \`${seq}\`. ${what}`,
      answer,
      because: `${takenBy(segment)} ${asksAck ? "An acknowledgment names the next number that is awaited" : "The next number"}: ${sum(seq, segment)}.`,
      near: distinct(answer, nearTo(seq, segment, asksAck)),
    };
  },
};

function drawSegment(draw: Draw): Segment {
  const bytes = draw.pick([1, 5, 100, 536, 1000, 1448, 1460, draw.whole(2, 1460)]);
  const size = bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return draw.pick<Segment>([
    { name: "a SYN", bytes: 0, flags: 1 },
    { name: `a segment with ${size} of data`, bytes, flags: 0 },
    { name: `a segment with ${size} of data`, bytes, flags: 0 },
    { name: "a FIN without data", bytes: 0, flags: 1 },
    { name: `a segment with ${size} of data and FIN`, bytes, flags: 1 },
    { name: "an ACK without data", bytes: 0, flags: 0 },
  ]);
}

function takenBy({ name, bytes, flags }: Segment): string {
  if (bytes + flags === 0) return "An ACK without data takes no number.";
  const flag = name.includes("SYN") ? "The SYN takes one" : "The FIN takes one";
  if (bytes === 0) return `${flag}.`;
  const each = bytes === 1 ? "The byte takes one." : "Each byte takes one.";
  return flags === 0 ? each : `${each} ${flag} too.`;
}

const sum = (seq: number, { bytes, flags }: Segment) =>
  `${[seq, bytes, flags].filter((part) => part > 0).join(" + ")} = ${seq + bytes + flags}`.replace(
    /^(\d+) = \1$/,
    "$1 again",
  );

function nearTo(seq: number, { name, bytes, flags }: Segment, asksAck: boolean): Near[] {
  const near: Near[] = [];
  if (flags === 1)
    near.push({
      value: seq + bytes,
      because: `${name.includes("SYN") ? "The SYN" : "The FIN"} is not counted here, and it takes a number too.`,
      belief: "syn-has-no-number",
    });
  if (bytes > 0) {
    near.push({
      value: seq + bytes - 1,
      because:
        flags === 0
          ? `That is the last byte's own number. ${asksAck ? "An acknowledgment names" : "The next segment begins with"} the one after it.`
          : "That is the last byte's own number. The FIN has the one after it, and after that comes the next.",
    });
    near.push({
      value: seq + 1,
      because: "Numbers count bytes, not segments.",
    });
    near.push({
      value: bytes,
      because: "That is how many bytes there are. The count goes on from the segment's own number.",
    });
    near.push({
      value: seq + bytes + 1,
      because:
        "One too many: the segment's own number is the first byte's, so the first byte is counted already.",
    });
  }
  if (bytes === 0)
    near.push({
      value: seq + 1 + flags,
      because:
        flags === 1
          ? "One too many: the flag takes one number, and the ACK bit none."
          : "An ACK takes no number, or every ACK would have to be acknowledged, without end.",
    });
  near.push({
    value: seq,
    because: asksAck
      ? "That is the segment's own number: it would say that nothing has arrived."
      : "That number is taken by what this segment carries.",
  });
  return near;
}

/** Without the answer, and each number once. */
function distinct(answer: number, near: readonly Near[]): Near[] {
  const known = new Set([answer]);
  return near.filter(({ value }) => !known.has(value) && known.add(value));
}
