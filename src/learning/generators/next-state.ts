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
      { text: to, right: true as const, because: `${happens(asked)} ${ARRIVED[to]}` },
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
      ...others.map((each): Choice => {
        const fromHere = transitionsFrom(from).find((way) => eventText(way) === eventText(each));
        return {
          text: eventText(each),
          because:
            fromHere === undefined
              ? `In ${from} that leads nowhere. It leads from ${each.from} to ${each.to}.`
              : `From ${from} that leads to ${fromHere.to}, not to ${to}.`,
        };
      }),
    ]),
  } as const;
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
  LISTEN: "LISTEN is to wait for somebody's SYN.",
  "SYN-SENT": "SYN-SENT is to wait for the answer to the own SYN.",
  "SYN-RECEIVED": "SYN-RECEIVED is to have a SYN from either side, and to wait for the last ACK.",
  ESTABLISHED: "ESTABLISHED is to be open in both directions.",
  "FIN-WAIT-1": "FIN-WAIT-1 is to have sent the first FIN, and to wait for its ACK.",
  "FIN-WAIT-2": "FIN-WAIT-2 is to wait for the other end's FIN.",
  "CLOSE-WAIT": "CLOSE-WAIT is to wait for the own program to close.",
  CLOSING: "CLOSING is to have sent a FIN and received one, before the own one is acknowledged.",
  "LAST-ACK": "LAST-ACK is to wait for the ACK of the second FIN.",
  "TIME-WAIT": "TIME-WAIT is to wait in case the last ACK got lost.",
  CLOSED: "CLOSED is no connection at all.",
};

/** States that one may take for the right one: those near it in the figure come first, and there are at least three. */
function neighbours({ from, to }: TcpTransition): readonly TcpState[] {
  const near = TCP_TRANSITIONS.flatMap((each) =>
    each.from === from || each.to === to ? [each.to, each.from] : each.from === to ? [each.to] : [],
  );
  const all = [...new Set([from, ...near, ...TCP_STATES])].filter((state) => state !== to);
  return all.slice(0, 5);
}

function whyNot(
  state: TcpState,
  { from, to, event }: TcpTransition,
): { because: string; belief?: MisconceptionId } {
  if (state === from)
    return { because: `It does not stay in ${from}: this is what it waited for, or what ends it.` };
  const way = transitionsFrom(from).find((each) => each.to === state);
  if (way !== undefined)
    return { because: `From ${from} one comes to ${state} by something else: ${lower(way)}` };
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
