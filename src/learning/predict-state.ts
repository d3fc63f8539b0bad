/** "Which state does it enter?": the one socket whose state the beat changes. RFC 9293 §3.3.2. */
import { TCP_STATES, type TcpState } from "#net/tcp-state";
import { type Draft, type Guess, guess } from "./predict-guess.ts";
import {
  type EffectOf,
  effectsOf,
  type Moment,
  nameOfAddress,
  socketIn,
} from "./predict-moment.ts";
import { reasonText } from "./predict-words.ts";
import type { MisconceptionId } from "./misconception.ts";

type StateEffect = EffectOf<"state">;

/** The last change of the one socket that changes; null where none does, or several. */
export function stateChange({ beat }: Moment): StateEffect | null {
  const changes = effectsOf(beat, "state");
  const last = changes.at(-1);
  if (
    last === undefined ||
    changes.some(({ socket, host }) => socket !== last.socket || host !== last.host)
  )
    return null;
  return last;
}

export function isStateKnowable(moment: Moment): boolean {
  const change = stateChange(moment);
  if (change === null || change.host !== moment.host) return false;
  const { trigger } = moment;
  // Its name would say it.
  if (trigger.kind === "call") return trigger.call.name !== "listen" && change.from !== "LISTEN";
  if (trigger.kind === "timer") return false;
  return true;
}

export function stateDraft(moment: Moment): Draft | null {
  const change = stateChange(moment);
  if (change === null) return null;
  const { from, to, why } = change;
  return {
    asks: `Which state is ${socketWords(moment, change)} in now?`,
    right: guess(to, reasonText(why)),
    wrong: wrongStates(from, to, moment),
  };
}

/** "A's end of the connection", "B's new socket for the connection with A". */
function socketWords({ before, beat, host }: Moment, { socket }: StateEffect): string {
  const known = socketIn(before, host, socket);
  const now = socketIn(beat.world, host, socket) ?? known;
  const peer = now?.peer ?? known?.peer ?? null;
  const other = peer === null ? null : nameOfAddress(beat.world, host, peer.address);
  if (known === undefined)
    return `${host}'s new socket for ${other === null || other === host ? "the connection" : other}`;
  if (peer === null) return `${host}'s socket`;
  if (other !== host) return `${host}'s end of the connection`;
  // Both ends are here.
  return known.local.port === 0
    ? `${host}'s socket`
    : `${host}'s end with port ${known.local.port}`;
}

interface WrongState {
  readonly state: TcpState;
  readonly because: string;
  readonly belief?: MisconceptionId;
}

const is = (state: TcpState, because: string, belief?: MisconceptionId): WrongState =>
  belief === undefined ? { state, because } : { state, because, belief };

function wrongStates(from: TcpState, to: TcpState, { host, trigger }: Moment): readonly Guess[] {
  const special = [...(AFTER[`${from} ${to}`] ?? []), ...(AFTER[to] ?? [])];
  const usual = TCP_STATES.map((state) => is(state, MEANINGS[state]));
  // A reset ends it in the same way wherever it was.
  const isReset =
    trigger.kind === "arrival" && trigger.packet.kind === "tcp" && trigger.packet.flags.rst;
  const all = [...(to === "CLOSED" && isReset ? AFTER_RESET : special), ...usual];
  return all
    .filter(({ state }) => state !== to)
    .map(({ state, because, belief }) => guess(state, because.replaceAll("HOST", host), belief));
}

const AFTER_RESET: readonly WrongState[] = [
  is("TIME-WAIT", "TIME-WAIT guards an orderly end. A reset takes everything away at once."),
  is(
    "CLOSE-WAIT",
    "CLOSE-WAIT follows a FIN: the program may still send. After a reset it cannot.",
  ),
  is("ESTABLISHED", "A reset never opens a connection, and it ends one that is open."),
];

/** By "from to" or by "to". HOST is where it happens. */
const AFTER: Readonly<Record<string, readonly WrongState[]>> = {
  "SYN-SENT": [
    is(
      "ESTABLISHED",
      "The other end has not heard of it yet. The connection is there once it has answered.",
      "handshake-politeness",
    ),
    is("LISTEN", "LISTEN is for a socket that waits for others. This one asks by itself."),
    is("SYN-RECEIVED", "That is for an end that has received a SYN. Here one was only sent."),
  ],
  "LISTEN SYN-RECEIVED": [
    is(
      "ESTABLISHED",
      "Not yet: HOST cannot know that its SYN-ACK arrives. It waits for the ACK.",
      "handshake-politeness",
    ),
    is("LISTEN", "The listener stays in LISTEN. The connection is a new socket beside it."),
    is("SYN-SENT", "That is for the end that asked first. This one was asked."),
  ],
  "SYN-SENT SYN-RECEIVED": [
    is(
      "ESTABLISHED",
      "The other end's SYN acknowledges nothing of ours. The two SYNs crossed.",
      "always-client-server",
    ),
    is("SYN-SENT", "A SYN has come meanwhile, and the state tells so.", "always-client-server"),
    is("LISTEN", "Neither end listens here: both ask at once."),
  ],
  "SYN-SENT ESTABLISHED": [
    is("SYN-RECEIVED", "That is for an end whose own SYN is not acknowledged. HOST's is."),
    is(
      "SYN-SENT",
      "The answer is here, and acknowledges HOST's SYN. For HOST the connection is made.",
    ),
    is("CLOSE-WAIT", "CLOSE-WAIT follows a FIN. This is the beginning."),
  ],
  "SYN-RECEIVED ESTABLISHED": [
    is(
      "SYN-RECEIVED",
      "It sounds right that the program has to call `accept()` first. But the kernel completes the handshake by itself.",
    ),
    is("LISTEN", "The listener stays in LISTEN, and this socket is another one beside it."),
    is("SYN-SENT", "That is for an end which has sent a SYN and has no answer."),
  ],
  "FIN-WAIT-1": [
    is(
      "CLOSED",
      "The FIN has only left. HOST's kernel waits for its acknowledgment, and for the other end's FIN.",
      "close-ends-both",
    ),
    is("TIME-WAIT", "That comes last, once both FINs are sent and acknowledged."),
    is("CLOSE-WAIT", "CLOSE-WAIT is for the other end, the one that receives the first FIN."),
  ],
  "CLOSE-WAIT": [
    is(
      "CLOSED",
      "The other end has closed its direction. HOST's program can still send until it closes too.",
      "close-ends-both",
    ),
    is(
      "TIME-WAIT",
      "TIME-WAIT is for the end that closed first, and comes last.",
      "time-wait-is-leak",
    ),
    is(
      "LAST-ACK",
      "Not before HOST's own program closes: no timer does that for it.",
      "close-wait-timer",
    ),
  ],
  "FIN-WAIT-2": [
    is(
      "TIME-WAIT",
      "HOST's FIN is acknowledged, but the other end has not sent its own.",
      "close-ends-both",
    ),
    is(
      "CLOSED",
      "The other direction is still open: the other end may go on sending.",
      "close-ends-both",
    ),
    is(
      "CLOSE-WAIT",
      "CLOSE-WAIT is where the other end is: it has received a FIN and has not closed.",
    ),
  ],
  CLOSING: [
    is(
      "CLOSE-WAIT",
      "CLOSE-WAIT is for an end that has not closed yet. HOST's FIN is on its way already.",
    ),
    is("TIME-WAIT", "HOST's own FIN has not been acknowledged yet. The two FINs crossed."),
    is(
      "FIN-WAIT-2",
      "For that HOST's FIN has to be acknowledged. A FIN came, and it acknowledges nothing of the kind.",
    ),
  ],
  "LAST-ACK": [
    is(
      "TIME-WAIT",
      "TIME-WAIT is for the end that closed first. This one closes second.",
      "time-wait-is-leak",
    ),
    is("CLOSED", "The FIN is not acknowledged yet. If it is lost, HOST has to send it again."),
    is(
      "FIN-WAIT-1",
      "FIN-WAIT-1 is for the end that closes first. Here the other end's FIN came before.",
    ),
  ],
  "TIME-WAIT": [
    is(
      "CLOSED",
      "Not yet: if the last ACK is lost, the other end's FIN comes again, and somebody has to answer.",
      "time-wait-is-leak",
    ),
    is(
      "CLOSE-WAIT",
      "CLOSE-WAIT is for an end whose program has yet to close. This one has closed.",
    ),
    is("LAST-ACK", "LAST-ACK is for the end that closes second."),
    is("FIN-WAIT-2", "There it waited for the other end's FIN. That has come."),
  ],
  "LAST-ACK CLOSED": [
    is(
      "TIME-WAIT",
      "TIME-WAIT is for the end that closed first. This one closed second, and is done.",
      "time-wait-is-leak",
    ),
    is("LAST-ACK", "That state waits for one thing, the ACK of its FIN. It is here."),
    is("CLOSE-WAIT", "The program has closed, so there is nothing left to wait for."),
  ],
  "SYN-RECEIVED CLOSED": [
    is(
      "LISTEN",
      "The listener stays in LISTEN all along. This socket was another one, and it is gone.",
    ),
    is("SYN-RECEIVED", "Nobody will complete this handshake."),
    is("TIME-WAIT", "TIME-WAIT guards the end of a connection. This one never came to be."),
  ],
  "SYN-SENT CLOSED": [
    is("SYN-SENT", "What has come ends the wait for an answer: the SYN is not sent again."),
    is("TIME-WAIT", "TIME-WAIT guards the end of a connection. This one never came to be."),
    is("LISTEN", "LISTEN is for a socket that waits for others. This one has asked by itself."),
  ],
  "ESTABLISHED CLOSED": [
    is(
      "FIN-WAIT-1",
      "That takes a FIN. Here nothing is said in order: the connection is broken off.",
      "close-sends-fin",
    ),
    is("TIME-WAIT", "TIME-WAIT guards an orderly end, with a FIN from each side."),
    is("CLOSE-WAIT", "CLOSE-WAIT follows the other end's FIN."),
  ],
};

/** RFC 9293 §3.3.2, in few words, for a guess that nothing special speaks for. */
const MEANINGS: Readonly<Record<TcpState, string>> = {
  LISTEN: "LISTEN waits for connection requests from anybody.",
  "SYN-SENT": "SYN-SENT has sent a SYN and waits for the answer.",
  "SYN-RECEIVED": "SYN-RECEIVED has received a SYN and waits for its own to be acknowledged.",
  ESTABLISHED: "ESTABLISHED is for an open connection, where data goes both ways.",
  "FIN-WAIT-1": "FIN-WAIT-1 has sent its FIN and waits for the acknowledgment.",
  "FIN-WAIT-2": "FIN-WAIT-2 has its FIN acknowledged and waits for the other end's.",
  "CLOSE-WAIT": "CLOSE-WAIT has received a FIN and waits for its own program to close.",
  CLOSING: "CLOSING is where two FINs crossed, and the own one is not acknowledged.",
  "LAST-ACK": "LAST-ACK closed second, and waits for the acknowledgment of its FIN.",
  "TIME-WAIT": "TIME-WAIT closed first, and waits in case the last ACK is lost.",
  CLOSED: "CLOSED is no connection at all.",
};
