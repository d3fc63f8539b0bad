import { transitionsFrom } from "#net/tcp-transitions";
import type { TcpState } from "#net/tcp-state";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  listed,
  READERS,
  type Tool,
} from "./socket-draws.ts";

export const whoClosedFirst: Generator = {
  id: "who-closed-first",
  topic: "connections",
  practises: "telling from a state who closed first, and the state from who closed",
  lesson: "connections/closing-and-time-wait",
  make: (draw) => (draw.chance(1, 2) ? fromRow(draw) : fromStory(draw)),
};

/** The states that an end goes through, after what happens to it. */
function path(...events: readonly string[]): readonly TcpState[] {
  const states: TcpState[] = ["ESTABLISHED"];
  for (const event of events) {
    const way = transitionsFrom(states.at(-1)!).find((each) => each.event === event);
    if (way === undefined) throw new Error(`No way from ${states.at(-1)} by ${event}`);
    states.push(way.to);
  }
  return states;
}

const FIRST = path("CLOSE", "rcv ACK of FIN", "rcv FIN");
const SECOND = path("rcv FIN", "CLOSE", "rcv ACK of FIN");

/** The row is shown, and who closed first is asked. */
function fromRow(draw: Draw) {
  const tool = draw.pick(READERS);
  const state = draw.pick([...FIRST.slice(1), ...SECOND.slice(1, 3), "ESTABLISHED" as const]);
  const isServer = draw.chance(1, 2);
  const { port, program } = drawServer(draw);
  const local = { address: drawOwnAddress(draw), port: isServer ? port : drawAnyClientPort(draw) };
  const peer = { address: drawPeerAddress(draw), port: isServer ? drawAnyClientPort(draw) : port };
  const isHeld = state === "CLOSE-WAIT" || state === "ESTABLISHED";
  const holder = isServer ? program : drawClient(draw);
  const listing = listed(tool, [
    connectionOf(local, peer, state, isHeld ? holder : null, {
      sendQ: unacknowledged(state, tool),
    }),
  ]);
  const who: Who = state === "ESTABLISHED" ? "nobody" : FIRST.includes(state) ? "here" : "there";
  // The role that did not close first, so that the rule which names it is wrong in this case as well.
  const isRuleOfServers = who !== "nobody" && (who === "here") !== isServer;
  const [ruled, ruledEnd] = isRuleOfServers
    ? (["server", isServer ? local : peer] as const)
    : (["client", isServer ? peer : local] as const);
  const choice = (is: Who, text: string): Choice =>
    is === who
      ? { text, right: true, because: ROW_REASONS[state]! }
      : { text, ...WRONG_IN_ROW[state]![is]! };
  return {
    kind: "choose-one",
    prompt: `The host \`${local.address}\` has this connection (${tool.name}). The two programs did not close at the same moment. Which of them closed first?`,
    listing,
    choices: draw.shuffled([
      choice("here", `The program on this host, \`${local.address}\`.`),
      choice("there", `The peer's program, on \`${peer.address}\`.`),
      choice("nobody", "Neither has closed, as far as this host knows."),
      {
        text: `The ${ruled}, \`${ruledEnd.address}\`: it is always the ${ruled} that closes first.`,
        because: `${RULES[ruled]} ${ROW_REASONS[state]!}`,
      },
    ]),
  } as const;
}

/** On Linux a FIN that is not acknowledged counts as a byte in Send-Q. */
function unacknowledged(state: TcpState, { system }: Tool): number {
  return system === "linux" && (state === "FIN-WAIT-1" || state === "LAST-ACK") ? 1 : 0;
}

type Who = "here" | "there" | "nobody";

const RULES = {
  client:
    "Many clients close first, when they have their answer. But it is no rule; the state tells.",
  server: "Many servers close first, after their answer. But it is no rule; the state tells.",
};

interface Why {
  readonly because: string;
  readonly belief?: MisconceptionId;
}

/** What makes a wrong end tempting, by the state. */
const WRONG_IN_ROW: Readonly<Partial<Record<TcpState, Readonly<Partial<Record<Who, Why>>>>>> = {
  ESTABLISHED: {
    here: {
      because: "If this host had closed, its FIN would have made the row FIN-WAIT-1 or later.",
    },
    there: { because: "If the peer's FIN had arrived, the row would be in CLOSE-WAIT." },
  },
  "FIN-WAIT-1": {
    there: {
      because: "A FIN is under way, but it is this host's own. Nothing of the peer's has arrived.",
    },
    nobody: {
      because:
        "The closing is not finished, but it has begun: before the FIN the row said ESTABLISHED.",
    },
  },
  "FIN-WAIT-2": {
    there: {
      because:
        "A FIN of the peer is what this end waits for. It has not come, and this end's own has gone.",
    },
    nobody: {
      because: "The peer may still send, so the connection is half open. But this end has closed.",
    },
  },
  "TIME-WAIT": {
    there: {
      because:
        "The last FIN was the peer's, and this host has acknowledged it. The first was its own.",
    },
    nobody: {
      because: "The row is still there, but only to wait out its time. Both have closed.",
      belief: "time-wait-is-leak",
    },
  },
  "CLOSE-WAIT": {
    here: {
      because:
        "It sounds like an end that has closed and waits. It waits for its own program to close.",
      belief: "close-wait-is-the-peers",
    },
    nobody: {
      because:
        "This host's program has not closed, that is true. The peer has: its FIN has arrived.",
    },
  },
  "LAST-ACK": {
    here: {
      because:
        "This end waits for the ACK of its FIN, as in FIN-WAIT-1. But here the peer's FIN came before.",
    },
    nobody: {
      because: "Both have closed. What is missing is the ACK of the second FIN.",
    },
  },
};

const ROW_REASONS: Readonly<Partial<Record<TcpState, string>>> = {
  ESTABLISHED: "In ESTABLISHED this host has neither sent a FIN nor received one.",
  "FIN-WAIT-1":
    "FIN-WAIT-1 follows the close() of this host's program: its FIN is sent, and the ACK is awaited.",
  "FIN-WAIT-2":
    "FIN-WAIT-2 follows the close() of this host's program: its FIN is acknowledged, and the peer's is awaited.",
  "TIME-WAIT": "TIME-WAIT is at the end which closed first. The other end has no such wait.",
  "CLOSE-WAIT":
    "CLOSE-WAIT means that the peer's FIN has arrived, while this host's program has not closed.",
  "LAST-ACK":
    "LAST-ACK comes after CLOSE-WAIT: the peer's FIN came first, then this host's program closed too.",
};

interface Story {
  /** Which end is asked about. */
  readonly isFirst: boolean;
  readonly hasSecondClosed: boolean;
}

/** Who closed is told, and the state is asked. */
function fromStory(draw: Draw) {
  const client = drawPeerAddress(draw);
  const server = drawOwnAddress(draw);
  const [first, second] = draw.shuffled([`the client \`${client}\``, `the server \`${server}\``]);
  const story: Story = { isFirst: draw.chance(1, 2), hasSecondClosed: draw.chance(1, 2) };
  const asked = story.isFirst ? first! : second!;
  const later = story.hasSecondClosed
    ? `A second later ${second} closes it too`
    : `${capital(second!)} has not closed it`;
  return {
    kind: "choose-one",
    prompt: `In a connection ${first} closes its socket. ${later}. No segment is lost, and all have arrived. In which state is ${asked} now?`,
    choices: draw.shuffled(choicesOf(story, first!, second!)),
  } as const;
}

function choicesOf(story: Story, first: string, second: string): Choice[] {
  const steps = story.hasSecondClosed ? 3 : 0;
  const right = story.isFirst ? FIRST[steps === 0 ? 2 : 3]! : SECOND[steps === 0 ? 1 : 3]!;
  const states: readonly TcpState[] = ["FIN-WAIT-2", "CLOSE-WAIT", "TIME-WAIT", "CLOSED"];
  return states.map((state) => {
    const text = state === "CLOSED" ? "CLOSED: it has no row any more" : state;
    if (state === right) return { text, right: true, because: whyRight(right, first, second) };
    return { text, ...whyNot(state, right, first) };
  });
}

function whyRight(state: TcpState, first: string, second: string): string {
  switch (state) {
    case "TIME-WAIT":
      return `${capital(first)} closed first, so it stays in TIME-WAIT in case its last ACK was lost.`;
    case "FIN-WAIT-2":
      return `${capital(first)} has sent its FIN, and the FIN was acknowledged. Now it waits for ${second} to close.`;
    case "CLOSE-WAIT":
      return `The FIN of ${first} has arrived, and the program has to close this end. No timer does that.`;
    default:
      return `${capital(second)} closed second, and its FIN was acknowledged: it has nothing to wait for.`;
  }
}

function whyNot(
  state: TcpState,
  right: TcpState,
  first: string,
): { because: string; belief?: MisconceptionId } {
  switch (state) {
    case "TIME-WAIT":
      return right === "CLOSED"
        ? {
            because: `TIME-WAIT stays with the end that closed first, and that was ${first}.`,
            belief: "time-wait-is-leak",
          }
        : { because: "TIME-WAIT comes after both FINs. Here only one was sent." };
    case "CLOSED":
      return right === "TIME-WAIT"
        ? {
            because:
              "Not yet: the end that closed first has to wait, in case its last ACK was lost.",
          }
        : {
            because: "A FIN ends one direction. The other is open until its own end closes.",
            belief: "close-ends-both",
          };
    case "FIN-WAIT-2":
      return right === "CLOSE-WAIT"
        ? { because: `${capital(first)} is in FIN-WAIT-2: the end that sent its FIN.` }
        : {
            because: "FIN-WAIT-2 is over when the other end's FIN arrives, and that has happened.",
          };
    default:
      return right === "FIN-WAIT-2"
        ? { because: "CLOSE-WAIT is the other end's state: the one that received the FIN." }
        : {
            because: "CLOSE-WAIT is over when the program closes, and both programs have.",
            belief: "close-wait-timer",
          };
  }
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
