/** What recv() returns when all has arrived: of a stream what is there, of datagrams one at a time. */
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";

export const receivesOfSends: Generator = {
  id: "receives-of-sends",
  topic: "socket-calls",
  practises: "counting what recv() returns of several sends",
  lesson: "sockets/stream-sockets",
  make(draw) {
    const sizes = Array.from({ length: draw.whole(2, 4) }, () => 10 * draw.whole(1, 60));
    const isStream = draw.chance(1, 2);
    return draw.pick([firstReceive, secondReceive, countOfReceives])(draw, sizes, isStream);
  },
};

type Made = Omit<TypeNumber, "id">;

function firstReceive(draw: Draw, sizes: readonly number[], isStream: boolean): Made {
  const total = sum(sizes);
  const first = sizes[0]!;
  const room = draw.pick([first - 5, first + 5, total - 5, total + 100, 4096]);
  const answer = Math.min(room, isStream ? total : first);
  return {
    kind: "type-number",
    prompt: `${beginning(sizes, isStream)} Now the receiver calls \`recv()\` for the first time, with room for ${room} bytes. How many bytes does it return?`,
    answer,
    because: isStream
      ? `A stream keeps no boundaries: ${total} bytes are there, and the call takes ${answer === total ? "all of them" : `as many as it has room for, ${room}`}.`
      : `One call takes one datagram, the first one. ${answer === first ? `It has ${first} bytes, and they fit.` : `It has ${first} bytes; ${room} fit, and the rest of it is thrown away.`}`,
    near: distinct(answer, [
      isStream
        ? {
            value: first,
            because:
              "That is what the first `send()` sent. A stream does not keep it apart from the others.",
            belief: "send-equals-recv",
          }
        : {
            value: Math.min(room, total),
            because: "That would be a stream. A datagram is never joined with the next one.",
          },
      {
        value: total,
        because: `That is all that was sent. ${isStream ? "It has arrived, but this call" : "One call takes one datagram, and this call"} has room for ${room}.`,
      },
      {
        value: first,
        because: `That is the whole first datagram, but there is room for ${room} bytes alone.`,
      },
      {
        value: room,
        because:
          "The number given to `recv()` is the most that it returns. It returns less where less is there.",
      },
    ]),
  };
}

function secondReceive(draw: Draw, sizes: readonly number[], isStream: boolean): Made {
  const total = sum(sizes);
  const [first, second] = [sizes[0]!, sizes[1]!];
  const room = isStream
    ? 10 * draw.whole(1, total / 10 - 1)
    : draw.pick([first - 5, Math.max(first, second) + 5, 4096]);
  const rest = isStream ? total - room : first - room;
  const answer = Math.min(room, isStream ? rest : second);
  return {
    kind: "type-number",
    prompt: `${beginning(sizes, isStream)} Now the receiver calls \`recv()\` twice, each time with room for ${room} bytes. How many bytes does the second call return?`,
    answer,
    because: isStream
      ? `${total} bytes have arrived, and the first call took ${room} of them. ${answer === rest ? `The second takes the ${rest} that are left.` : `The second takes as many again, of the ${rest} that are left.`}`
      : `Each call takes one datagram. The second one has ${second} bytes${answer === second ? ", and they fit" : `, of which ${room} fit`}.${rest > 0 ? ` What did not fit of the first is thrown away.` : ""}`,
    near: distinct(answer, [
      isStream
        ? {
            value: second,
            because:
              "That is what the second `send()` sent. A stream does not keep it apart from the first.",
            belief: "send-equals-recv",
          }
        : {
            value: rest,
            because:
              "That is the rest of the first datagram, which would wait in a stream. Of a datagram the rest is thrown away.",
          },
      {
        value: isStream ? rest : second,
        because: isStream
          ? `So many are left. But the call has room for ${room} bytes alone.`
          : `That is the whole second datagram, but there is room for ${room} bytes alone.`,
      },
      {
        value: 0,
        because: isStream
          ? "It would say that the other end has ended. Here bytes are left, and they are returned."
          : "One datagram has been taken, and others wait behind it.",
      },
      {
        value: room,
        because:
          "The number given to `recv()` is the most that it returns. It returns less where less is there.",
      },
    ]),
  };
}

function countOfReceives(draw: Draw, sizes: readonly number[], isStream: boolean): Made {
  const total = sum(sizes);
  const largest = Math.max(...sizes);
  const room = isStream
    ? draw.pick([50, 100, 200, 500, 1000, 4096])
    : draw.pick([largest, largest + 100, 4096, 65_535]);
  const answer = isStream ? Math.ceil(total / room) : sizes.length;
  return {
    kind: "type-number",
    prompt: `${beginning(sizes, isStream)} Nothing more is sent. How many calls of \`recv()\`, each with room for ${room} bytes, does the receiver need to take all of it?`,
    answer,
    because: isStream
      ? `${total} bytes have arrived, without a boundary. ${answer === 1 ? `One call with room for ${room} takes them all.` : `Each call takes ${room}, and the last one what is left.`}`
      : `Each call takes one datagram, however much room there is: ${sizes.length} datagrams, ${sizes.length} calls.`,
    near: distinct(answer, [
      isStream
        ? {
            value: sizes.length,
            because: `So many times \`send()\` was called. A stream keeps no boundaries between them: only the sum counts, ${total} bytes.`,
            belief: "send-equals-recv",
          }
        : {
            value: Math.ceil(total / room),
            because:
              "That would be a stream, where only the sum counts. Datagrams are taken one at a time.",
          },
      {
        value: 1,
        because: `Not all of it is taken by one call: ${isStream ? `there is room for ${room} bytes, and ${total} have arrived` : "a call takes one datagram"}.`,
      },
    ]),
  };
}

function beginning(sizes: readonly number[], isStream: boolean): string {
  const last = sizes.at(-1)!;
  const list = `${sizes.slice(0, -1).join(", ")} and ${last}`;
  return isStream
    ? `Over a TCP connection a program calls \`send()\` ${TIMES[sizes.length]}, with ${list} bytes. All of it has arrived.`
    : `From a UDP socket a program sends ${WORDS[sizes.length]} datagrams, with ${list} bytes. All have arrived, in this order.`;
}

const WORDS = ["no", "one", "two", "three", "four"] as const;
const TIMES = ["never", "once", "twice", "three times", "four times"] as const;

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** Without the answer, and each number once. */
function distinct(answer: number, near: Made["near"]): Made["near"] {
  const known = new Set([answer]);
  return near.filter(({ value }) => value >= 0 && !known.has(value) && known.add(value));
}
