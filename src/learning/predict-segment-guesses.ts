/** What a learner may expect on the wire instead, with what makes it tempting and why it is not so. */
import type { TcpState } from "#net/tcp-state";
import { addressesOf, type Packet } from "#simulator/packet";
import { afterDatagram, afterSegment, type Ends } from "./predict-answer-guesses.ts";
import { type Guess, guess } from "./predict-guess.ts";
import { type Moment, nameOfAddress, socketIn } from "./predict-moment.ts";
import { bytes, NOTHING, packetWords, sendText } from "./predict-words.ts";

/** `sent` is null where nothing is. The most telling first. */
export function wrongSegments(moment: Moment, sent: Packet | null): readonly Guess[] {
  const { trigger, host } = moment;
  const other = otherEnd(moment, sent);
  const sends = (packet: string, again = "") => `${sendText(host, packet, other)}${again}`;
  switch (trigger.kind) {
    case "call":
      return afterCall(moment, sent, other, sends);
    case "arrival":
      return trigger.packet.kind === "tcp"
        ? afterSegment(trigger.packet, sent, {
            host,
            other,
            sends,
            isTaken: moment.beat.effects.some(({ kind }) => kind === "state"),
            isFiltered: moment.beat.effects.some(({ kind }) => kind === "discarded"),
          })
        : afterDatagram({ host, other, sends });
    case "timer":
      return afterTimer(sent, { host, other, sends });
  }
}

function otherEnd({ before, host, trigger, beat }: Moment, sent: Packet | null): string {
  if (sent !== null) return nameOfAddress(before, host, addressesOf(sent).to);
  if (trigger.kind === "arrival")
    return trigger.from ?? nameOfAddress(before, host, addressesOf(trigger.packet).from);
  const socket =
    trigger.kind === "timer"
      ? socketIn(before, host, trigger.socket)
      : trigger.story.socket === null
        ? undefined
        : (socketIn(before, host, trigger.story.socket) ??
          socketIn(beat.world, host, trigger.story.socket));
  if (socket?.peer != null) return nameOfAddress(before, host, socket.peer.address);
  return Object.keys(before.hosts).find((name) => name !== host) ?? host;
}

function afterCall(
  moment: Moment,
  sent: Packet | null,
  other: string,
  sends: Ends["sends"],
): readonly Guess[] {
  const { trigger } = moment;
  if (trigger.kind !== "call") return [];
  switch (trigger.call.name) {
    case "connect":
      return sent === null ? connectSendsNothing(other, sends) : connectSendsSyn(other, sends);
    case "send":
    case "sendto":
      return sent?.kind === "udp"
        ? sendsDatagram(sent.data.length, sends)
        : sendsData(sent?.kind === "tcp" ? sent.data.length : 0, other, sends);
    case "close":
    case "shutdown":
    case "exit":
      return hasSentFin(moment) ? closingAgain(other, sends) : closing(moment, sent, other, sends);
    case "accept":
      return [
        guess(
          sends("SYN-ACK"),
          "The SYN-ACK left when the SYN came: the kernel completes the handshake without waiting for `accept()`.",
        ),
        guess(
          sends("ACK"),
          "It sounds like a yes to the client. But the client's connection is complete already, and nobody waits for a word.",
        ),
        guess(
          `${sends("SYN-ACK")} from a new port`,
          "The new socket keeps the server's port, and nothing has to be told to the client.",
          "accept-new-port",
        ),
      ];
    case "recv":
      return [
        guess(
          sends("ACK"),
          "The acknowledgment belongs to the arrival, and the kernel sees to it. Reading is another matter.",
        ),
        guess(
          sends("a request for data"),
          "TCP has no such segment. The other end sends when its own program calls `send()`.",
        ),
        guess(sends("FIN"), "That takes `close()` or `shutdown()`. Reading closes nothing."),
      ];
    default:
      return [];
  }
}

const connectSendsSyn = (other: string, sends: Ends["sends"]): readonly Guess[] => [
  guess(
    NOTHING,
    "So it is with UDP, where `connect()` only notes the peer. In TCP it asks for a connection.",
  ),
  guess(
    sends("its first data"),
    `The program has given no data yet, and ${other}'s sequence number has to be known first: that is what the handshake is for.`,
    "handshake-politeness",
  ),
  guess(sends("ACK"), "There is nothing to acknowledge: the other end has sent nothing yet."),
  guess(sends("SYN-ACK"), "That is the answer to a SYN, and none has come."),
];

const connectSendsNothing = (other: string, sends: Ends["sends"]): readonly Guess[] => [
  guess(sends("SYN"), "A SYN belongs to TCP, and to a call that gets as far as sending one."),
  guess(
    sends("an empty datagram"),
    `It would tell ${other} that somebody is there. UDP has no such greeting.`,
  ),
  guess(sends("RST"), "A reset breaks off a connection or refuses one. Here is neither."),
];

const sendsDatagram = (length: number, sends: Ends["sends"]): readonly Guess[] => [
  guess(sends("SYN"), "UDP opens no connection: the datagram goes at once."),
  guess(
    NOTHING,
    "Nobody has to be ready for it. The datagram goes, whether anybody is there or not.",
  ),
  guess(
    sends(`a datagram of ${bytes(length + 1)}`),
    "UDP adds no byte of its own to the data. Its length stands in the header.",
  ),
];

const sendsData = (length: number, other: string, sends: Ends["sends"]): readonly Guess[] => [
  guess(
    NOTHING,
    `It need not wait for ${other} to call \`recv()\`: ${other}'s kernel has a buffer, and has said how much room is in it.`,
  ),
  guess(
    sends("SYN"),
    "A SYN opens a connection. This one is open: every byte goes over it without asking again.",
  ),
  guess(
    sends(`${bytes(length)} of data with FIN`),
    "The end of the data of one call is not the end of the stream. A FIN takes `close()` or `shutdown()`.",
  ),
];

const FIN_SENT: ReadonlySet<TcpState> = new Set([
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
]);

/** Whether the call closes what was closed for sending before. */
export function hasSentFin({ trigger, before, host }: Moment): boolean {
  if (trigger.kind !== "call" || !/^(?:close|shutdown|exit)$/.test(trigger.call.name)) return false;
  const { socket: id } = trigger.story;
  const socket = id === null ? undefined : socketIn(before, host, id);
  return socket?.type === "stream" && FIN_SENT.has(socket.state);
}

const closingAgain = (other: string, sends: Ends["sends"]): readonly Guess[] => [
  guess(sends("FIN"), "This end's FIN went before. Each end sends one."),
  guess(
    sends("RST"),
    "A reset breaks a connection off. This end has closed its direction in order, and nothing was left unread.",
  ),
  guess(
    sends("ACK"),
    `Whatever came from ${other} was acknowledged when it came. Closing the descriptor is no word to anybody.`,
  ),
];

function closing(
  { trigger, before, host }: Moment,
  sent: Packet | null,
  other: string,
  sends: Ends["sends"],
): readonly Guess[] {
  const call = trigger.kind === "call" ? trigger.call.name : "close";
  const name = `\`${call}()\``;
  const id = trigger.kind === "call" ? trigger.story.socket : null;
  const socket = id === null ? undefined : socketIn(before, host, id);
  const isListener = socket?.type === "stream" && socket.state === "LISTEN";
  const isReset = sent?.kind === "tcp" && sent.flags.rst;
  return [
    guess(
      sends("FIN"),
      isReset
        ? "That is the orderly end, and the usual one. Here something stands against it."
        : isListener
          ? "A FIN ends a connection, and a listener has none. Those that it let in have sockets of their own."
          : "That is the usual end of a connection. Here somebody else still has the socket, or there is no connection to end.",
      "close-sends-fin",
    ),
    guess(
      NOTHING,
      `The other end has to learn of it: else ${other}'s program would wait for data for ever.`,
    ),
    guess(
      sends("RST"),
      `A reset breaks the connection off, and data may be lost. ${name} is the orderly way, as long as nothing was left unread.`,
    ),
    guess(
      `${sends("FIN")}, and ${other} sends FIN back at once`,
      `${other}'s FIN waits for ${other}'s own program: each end closes for itself.`,
      "close-ends-both",
    ),
  ];
}

function afterTimer(sent: Packet | null, { host, other, sends }: Ends): readonly Guess[] {
  const what = sent === null ? "SYN" : packetWords(sent);
  return [
    guess(
      NOTHING,
      `If ${host} waited on, and ${what === "ACK" ? "it" : `the ${what.replace(/^\d+ /, "")}`} was lost, it would wait for ever. TCP sends what is not acknowledged again.`,
    ),
    guess(
      sends("RST"),
      `${host} does not give up yet: one segment without an answer is no reason to break off.`,
    ),
    guess(
      sends("ACK"),
      `An ACK asks for nothing: ${other} would not know that something is missing.`,
    ),
    guess(sends("FIN"), "A FIN says that the program has no more to send. It is no reminder."),
  ];
}
