import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { PutInOrder } from "../question.ts";

type End = "client" | "server";
type Item = PutInOrder["items"][number];

/** Writes down a conversation's segments one by one, with their numbers. Nothing is lost, and each answer is a segment of its own. */
class Conversation {
  readonly items: Item[] = [];
  readonly #next: Record<End, number>;

  constructor(client: number, server: number) {
    this.#next = { client, server };
  }

  send(from: End, what: string, takes: number, because: string, acknowledges = true): void {
    const seq = this.#next[from];
    const ack = acknowledges ? `, ack ${this.#next[other(from)]}` : "";
    this.items.push({ text: `${from}: ${what}, seq ${seq}${ack}`, because });
    this.#next[from] = seq + takes;
  }
}

const other = (end: End): End => (end === "client" ? "server" : "client");

export const segmentsInOrder: Generator = {
  id: "segments-in-order",
  topic: "connections",
  practises: "putting a connection's segments in order",
  lesson: "connections/the-handshake",
  make(draw) {
    const talk = new Conversation(draw.whole(1000, 9000), draw.whole(1000, 9000));
    const part = draw.pick(["opening", "closing", "exchange"] as const);
    const asked = PARTS[part](draw, talk);
    const right = talk.items.map((_, index) => index);
    const drawn = draw.shuffled(right);
    const isRight = drawn.every((item, index) => item === index);
    return {
      kind: "put-in-order",
      prompt: `Put these segments in order: ${asked} One segment at a time is on its way, none is lost, and an end acknowledges what has come before it sends anything of its own.`,
      items: talk.items,
      shown: isRight ? drawn.toReversed() : drawn,
    };
  },
};

const PARTS: Readonly<
  Record<"opening" | "closing" | "exchange", (draw: Draw, talk: Conversation) => string>
> = {
  opening(draw, talk) {
    open(talk);
    exchange(draw, talk, "client");
    return "a client opens a connection and sends a request.";
  },
  exchange(draw, talk) {
    const first = draw.pick(["client", "server"] as const);
    exchange(draw, talk, first);
    exchange(draw, talk, other(first));
    return `in an open connection the ${first} sends data first, and then the ${other(first)}.`;
  },
  closing(draw, talk) {
    const first = draw.pick(["client", "server"] as const);
    if (draw.chance(1, 2)) exchange(draw, talk, first);
    close(talk, first);
    return `in an open connection the ${first} has no more to send and closes first, and then the ${other(first)}.`;
  },
};

function open(talk: Conversation): void {
  talk.send(
    "client",
    "SYN",
    1,
    "The first segment: nothing has been received yet, so it acknowledges nothing.",
    false,
  );
  talk.send(
    "server",
    "SYN, ACK",
    1,
    "It acknowledges the client's SYN, which took one number, and has a SYN of its own.",
  );
  talk.send(
    "client",
    "ACK",
    0,
    "It acknowledges the server's SYN. Now both numbers are agreed, and data may follow.",
  );
}

function exchange(draw: Draw, talk: Conversation, from: End): void {
  const bytes = draw.whole(2, 900);
  talk.send(
    from,
    `${bytes} bytes of data`,
    bytes,
    "The data begins with the number that was next. An ACK without data takes none.",
  );
  talk.send(other(from), "ACK", 0, "It acknowledges the data: the number after its last byte.");
}

function close(talk: Conversation, first: End): void {
  const second = other(first);
  talk.send(
    first,
    "FIN, ACK",
    1,
    "The end that closes first sends the first FIN, after all its data.",
  );
  talk.send(
    second,
    "ACK",
    0,
    "It acknowledges the FIN, which took one number. The other direction is open still.",
  );
  talk.send(
    second,
    "FIN, ACK",
    1,
    "The second program closes after it has heard of the first FIN.",
  );
  talk.send(first, "ACK", 0, "It acknowledges the second FIN, and it is the last segment.");
}
