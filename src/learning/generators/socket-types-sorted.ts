import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice, SortInto } from "../question.ts";
import {
  holdsFor,
  SOCKET_PROPERTIES,
  SOCKET_TYPES,
  type SocketProperty,
  type SocketType,
} from "./socket-type-properties.ts";

export const socketTypesSorted: Generator = {
  id: "socket-types-sorted",
  topic: "endpoints",
  practises: "telling what a stream, a datagram and a raw socket promise",
  lesson: "sockets/three-types-compared-and-beyond",
  make: (draw) => (draw.chance(1, 2) ? sortedByType(draw) : trueOfType(draw)),
};

const NAMES: Readonly<Record<SocketType, string>> = {
  stream: "Stream socket, TCP",
  datagram: "Datagram socket, UDP",
  raw: "Raw socket",
};

const PHRASES: Readonly<Record<SocketType, string>> = {
  stream: "a stream socket (TCP)",
  datagram: "a datagram socket (UDP)",
  raw: "a raw socket",
};

/** Two types, and what holds for one of them alone. Datagram and raw sockets differ too little for that. */
function sortedByType(draw: Draw): Omit<SortInto, "id"> {
  const types = ["stream", draw.pick(["datagram", "raw"] as const)] as const;
  const telling = SOCKET_PROPERTIES.filter(
    (property) => holdsFor(property, types[0]) !== holdsFor(property, types[1]),
  );
  const binOf = (property: SocketProperty) => (holdsFor(property, types[0]) ? 0 : 1);
  const first = [0, 1].map((bin) => draw.pick(telling.filter((each) => binOf(each) === bin)));
  const rest = telling.filter((each) => !first.includes(each));
  return {
    kind: "sort-into",
    prompt: `On Linux: for which of the two is each sentence true, ${PHRASES[types[0]]} or ${PHRASES[types[1]]}?`,
    bins: types.map((type) => NAMES[type]),
    items: draw.shuffled([...first, ...draw.sample(rest, 3)]).map((property) => {
      const bin = binOf(property);
      const other = 1 - bin;
      const belief = property.beliefs?.[types[other]!] ?? property.beliefs?.[types[bin]!];
      return {
        text: property.text,
        bin,
        because: property.reasons[types[bin]!],
        near: [
          {
            bin: other,
            because: property.reasons[types[other]!],
            ...(belief === undefined ? {} : { belief }),
          },
        ],
      };
    }),
  };
}

function trueOfType(draw: Draw) {
  const type = draw.pick(SOCKET_TYPES);
  const [right, wrong] = [true, false].map((holds) =>
    SOCKET_PROPERTIES.filter((property) => holdsFor(property, type) === holds),
  ) as [SocketProperty[], SocketProperty[]];
  const first = [draw.pick(right), draw.pick(wrong)];
  const rest = SOCKET_PROPERTIES.filter((each) => !first.includes(each));
  return {
    kind: "choose-several",
    prompt: `Which of these sentences are true for ${PHRASES[type]} on Linux?`,
    choices: draw.shuffled([...first, ...draw.sample(rest, 3)]).map((property): Choice => {
      const { text, reasons, beliefs } = property;
      if (holdsFor(property, type)) return { text, right: true, because: reasons[type] };
      const belief = beliefs?.[type];
      return { text, because: reasons[type], ...(belief === undefined ? {} : { belief }) };
    }),
  } as const;
}
