import { TCP_TRANSITIONS, type TcpTransition, transitionsFrom } from "#net/tcp-transitions";
import { TCP_STATES, type TcpState } from "#net/tcp-state";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";

export const nextState: Generator = {
  id: "next-state",
  topic: "connections",
  practises: "telling the state after a segment or a call",
  lesson: "netstat/every-state",
  make(draw) {
    const asked = draw.pick(TCP_TRANSITIONS);
    return draw.chance(2, 3) ? whereTo(draw, asked) : whatLed(draw, asked);
  },
};

function whereTo(draw: Draw, asked: TcpTransition) {
  const { from, to } = asked;
  const others = draw.sample(neighbours(asked), 3);
  return {
    kind: "choose-one",
    prompt: `By TCP's state diagram: ${drawEnd(draw)} is in ${from}. ${eventText(asked)} In which state is it after that?`,
    choices: draw.shuffled([
      {
        text: to,
        right: true as const,
        because: `${happens(asked)} ${ARRIVED[to]}${aside(asked)}`,
      },
      ...others.map((state): Choice => ({ text: state, ...whyNot(state, asked) })),
    ]),
  } as const;
}

/** The other way round: what brought the end from the one state to the other. */
function whatLed(draw: Draw, asked: TcpTransition) {
  const { from, to, id } = asked;
  const said = new Set([eventText(asked)]);
  const others = draw
    .shuffled(TCP_TRANSITIONS)
    .filter((each) => {
      // The figure leaves resets out, and yet they lead to CLOSED from nearly everywhere.
      const isOther =
        each.id !== id &&
        !said.has(eventText(each)) &&
        !(to === "CLOSED" && each.event === "rcv RST");
      if (isOther) said.add(eventText(each));
      return isOther;
    })
    .slice(0, 3);
  return {
    kind: "choose-one",
    prompt: `By TCP's state diagram: ${drawEnd(draw)} was in ${from}, and the next moment it is in ${to}. What happened?`,
    choices: draw.shuffled([
      { text: eventText(asked), right: true as const, because: `${happens(asked)} ${ARRIVED[to]}` },
      ...others.map((each): Choice => ({ text: eventText(each), ...whyNotThat(each, asked) })),
    ]),
  } as const;
}

function whyNotThat(each: TcpTransition, { from, to }: TcpTransition): Reason {
  const fromHere = transitionsFrom(from).find((way) => eventText(way) === eventText(each));
  if (fromHere !== undefined)
    return { because: `From ${from} that leads to ${fromHere.to}, not to ${to}.` };
  if (from === "CLOSE-WAIT" && each.event === "Timeout=2MSL")
    return {
      because:
        "No timer ends CLOSE-WAIT: it lasts until the program closes. This one is TIME-WAIT's.",
      belief: "close-wait-timer",
    };
  return {
    because:
      each.event === "rcv RST"
        ? `The diagram has an RST between ${each.from} and ${each.to} alone. Elsewhere one ends the connection.`
        : `In the diagram that does not lead out of ${from}. It leads from ${each.from} to ${each.to}.`,
  };
}

const drawEnd = (draw: Draw) => draw.pick(["a TCP socket", "one end", "a host's TCP"]);

const EVENTS: Readonly<Record<string, string>> = {
  "passive OPEN": "Its program calls listen().",
  "active OPEN": "Its program calls connect().",
  CLOSE: "Its program closes it.",
  SEND: "Its program sends, and with that opens the connection itself.",
  "rcv SYN": "A SYN arrives.",
  "rcv SYN,ACK": "A SYN-ACK arrives.",
  "rcv RST": "An RST arrives.",
  "rcv ACK of SYN": "The acknowledgment of its SYN arrives, and nothing else.",
  "rcv FIN": "A FIN arrives, and no acknowledgment of anything new.",
  "rcv ACK of FIN": "The acknowledgment of its FIN arrives, and nothing else.",
  "Timeout=2MSL": "Its timer of twice the maximum segment lifetime runs out.",
};

function eventText({ event }: TcpTransition): string {
  const text = EVENTS[event];
  if (text === undefined) throw new Error(`No words for ${event}`);
  return text;
}

/** What the figure leaves out. */
function aside({ from, event }: TcpTransition): string {
  return from === "LISTEN" && event === "rcv SYN"
    ? " The listener itself stays: this is a socket of its own beside it."
    : "";
}

const ACTIONS: Readonly<Record<string, string>> = {
  "create TCB": "it begins to keep a record of the connection",
  "create TCB, snd SYN": "it sends a SYN",
  "delete TCB": "its record of the connection goes",
  "snd SYN": "it sends a SYN",
  "snd SYN,ACK": "it answers with SYN-ACK",
  "snd ACK": "it sends an ACK",
  "snd FIN": "it sends a FIN",
};

function happens({ action }: TcpTransition): string {
  return action === null ? "Nothing has to be sent." : `Then ${ACTIONS[action]!}.`;
}

const ARRIVED: Readonly<Record<TcpState, string>> = {
  LISTEN: "LISTEN means waiting for somebody's SYN.",
  "SYN-SENT": "SYN-SENT means that a SYN is sent, and its answer is awaited.",
  "SYN-RECEIVED": "SYN-RECEIVED means that a SYN came and one was sent, and its ACK is awaited.",
  ESTABLISHED: "ESTABLISHED means open in both directions.",
  "FIN-WAIT-1": "FIN-WAIT-1 means that this end sent the first FIN, and its ACK is awaited.",
  "FIN-WAIT-2": "FIN-WAIT-2 means that this end's FIN is acknowledged, and the other's is awaited.",
  "CLOSE-WAIT": "CLOSE-WAIT means that a FIN came, and this end's program has not closed yet.",
  CLOSING:
    "CLOSING means that both ends sent a FIN at once, and this end's is not acknowledged yet.",
  "LAST-ACK": "LAST-ACK means that this end sent the second FIN, and its ACK is awaited.",
  "TIME-WAIT": "TIME-WAIT means waiting for a while, in case the last ACK got lost.",
  CLOSED: "CLOSED means that there is no connection.",
};

const OPENING: readonly TcpState[] = [
  "CLOSED",
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
];
const CLOSING: readonly TcpState[] = TCP_STATES.filter(
  (state) => !OPENING.includes(state) || state === "ESTABLISHED" || state === "CLOSED",
);

/** States that one may take for the right one, at least three: of the same half of the figure, those near it first. */
function neighbours({ from, to, event }: TcpTransition): readonly TcpState[] {
  const isOpening = OPENING.includes(to) && OPENING.includes(from);
  const half = isOpening ? OPENING : CLOSING;
  const near = TCP_TRANSITIONS.flatMap((each) =>
    each.from === from || each.to === to ? [each.to, each.from] : each.from === to ? [each.to] : [],
  );
  // A real listener stays where it is when a SYN comes, and after an active open an RST leads to CLOSED.
  const alsoRight = event === "rcv RST" ? "CLOSED" : event === "rcv SYN" ? "LISTEN" : null;
  return [...new Set([from, ...near, ...half])]
    .filter((state) => state !== to && state !== alsoRight && half.includes(state))
    .slice(0, 5);
}

interface Reason {
  readonly because: string;
  readonly belief?: MisconceptionId;
}

function whyNot(state: TcpState, { from, to, event }: TcpTransition): Reason {
  if (state === from)
    return { because: `It does not stay in ${from}: this is what it waited for, or what ends it.` };
  const way = transitionsFrom(from).find((each) => each.to === state);
  if (way !== undefined)
    return { because: `Something else leads from ${from} to ${state}: ${lower(way)}` };
  const belief = beliefOf(from, to, state, event);
  return {
    because: `${ARRIVED[state]} From ${from} no single step leads there.`,
    ...(belief === null ? {} : { belief }),
  };
}

const lower = (way: TcpTransition) =>
  eventText(way)
    .replace(/^[AI](?=ts? |n? )/, (letter) => letter.toLowerCase())
    .replace(/^The/, "the");

function beliefOf(
  from: TcpState,
  to: TcpState,
  state: TcpState,
  event: string,
): MisconceptionId | null {
  if (from === "LISTEN" && state === "ESTABLISHED") return "listen-becomes-established";
  if (from === "ESTABLISHED" && state === "CLOSED") return "close-ends-both";
  if (to === "CLOSE-WAIT" && state === "TIME-WAIT" && event === "rcv FIN")
    return "time-wait-is-leak";
  return null;
}
