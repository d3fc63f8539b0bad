import { parseEndpoint } from "#net/endpoint";
import { MAX_PORT } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { drawIpv6 } from "./endpoint-draws.ts";
import { drawClientPort, drawOwnAddress, drawPeerAddress, drawServer } from "./socket-draws.ts";

const NAMES = ["www.example.com", "localhost", "db.example.net", "shop.example"] as const;

/** How a text may be made, and what to say of it beyond what the reader of endpoints says. */
interface Making {
  readonly make: (draw: Draw) => string;
  readonly because: string;
}

const drawPort = (draw: Draw) =>
  draw.pick([drawServer(draw).port, drawClientPort(draw, "linux"), MAX_PORT]);

const SOUND: readonly Making[] = [
  {
    make: (draw) => `${drawOwnAddress(draw)}:${drawPort(draw)}`,
    because: "Four numbers up to 255, a colon, and a port up to 65535.",
  },
  {
    make: (draw) => `[${drawIpv6(draw)}]:${drawPort(draw)}`,
    because:
      "The brackets hold the IPv6 address together, and the port follows the colon after them.",
  },
  {
    make: (draw) => `[::1]:${drawPort(draw)}`,
    because:
      "`::1` is the loopback address of IPv6. In brackets, with a port behind, it is an endpoint.",
  },
  {
    make: (draw) => `${draw.pick(NAMES)}:${drawPort(draw)}`,
    because: "A name may stand for the address. A port follows it in the same way.",
  },
  {
    make: (draw) => `${drawOwnAddress(draw)}:${MAX_PORT}`,
    because: "65535 is the largest port there is. One more would not fit into 16 bits.",
  },
];

const UNSOUND: readonly Making[] = [
  {
    make: (draw) => `${drawOwnAddress(draw)}:${draw.pick([65_536, 65_540, 70_000, 99_999])}`,
    because: "It has the form of an endpoint.",
  },
  {
    make: (draw) => `${draw.pick(NAMES)}:${draw.pick([65_536, 65_636, 80_000])}`,
    because: "It has the form of an endpoint.",
  },
  {
    make: (draw) => `[${drawIpv6(draw)}]:${draw.pick([65_536, 69_999, 84_430])}`,
    because: "The brackets are right.",
  },
  {
    make: (draw) =>
      `${draw.pick([256, 300, 333, 999])}.${draw.whole(0, 255)}.2.10:${drawPort(draw)}`,
    because: "It looks like an IPv4 address with a port.",
  },
  {
    make: (draw) =>
      `${drawPeerAddress(draw).replace(/\d+$/, String(draw.whole(256, 999)))}:${drawPort(draw)}`,
    because: "It looks like an IPv4 address with a port.",
  },
  {
    // Not one number fewer: browsers take 192.0.2 for 192.0.0.2.
    make: (draw) => `${drawOwnAddress(draw)}.${draw.whole(1, 254)}:${drawPort(draw)}`,
    because: "It has one number too many.",
  },
  {
    make: (draw) => `fe80::${draw.whole(1, 0xfff).toString(16)}:${drawPort(draw)}`,
    because: "Some tools print it so, but the port looks like one more group of the address.",
  },
  {
    make: drawOwnAddress,
    because: "An address says which host, not which socket.",
  },
  {
    make: (draw) => `[${drawIpv6(draw)}]`,
    because: "The brackets are right, but nothing follows them.",
  },
  {
    make: (draw) => `[${drawOwnAddress(draw)}]:${drawPort(draw)}`,
    because: "It would be tidy to write all addresses alike.",
  },
  {
    make: (draw) => `[2001:db8::${draw.whole(1, 99)}::${draw.whole(1, 99)}]:${drawPort(draw)}`,
    because: "With `::` twice nobody could tell how many zeros each one stands for.",
  },
  {
    make: (draw) => `${drawOwnAddress(draw)}:-${draw.pick([1, 22, 80])}`,
    because: "A dash is easily read over.",
  },
];

export const validEndpoints: Generator = {
  id: "valid-endpoints",
  topic: "endpoints",
  practises: "seeing what cannot be an endpoint",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const sound = draw.sample(SOUND, draw.whole(1, 3));
    const makings = [...sound, ...draw.sample(UNSOUND, 5 - sound.length)];
    const texts = new Map<string, Choice>();
    for (const { make, because } of makings) {
      const text = make(draw);
      texts.set(text, choiceOf(text, because));
    }
    return {
      kind: "choose-several",
      prompt:
        "A program's settings ask for an endpoint: a host and a port, written as in a URL. Which of these can be one?",
      choices: draw.shuffled([...texts.values()]),
    };
  },
};

function choiceOf(endpoint: string, because: string): Choice {
  const read = parseEndpoint(endpoint);
  const text = `\`${endpoint}\``;
  return read.type === "endpoint"
    ? { text, right: true, because }
    : { text, because: `${because} ${read.message}` };
}
