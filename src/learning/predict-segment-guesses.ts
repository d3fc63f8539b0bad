/** What a learner may expect on the wire instead, with what makes it tempting and why it is not so. */
import type { TcpState } from "#net/tcp-state";
import { addressesOf, type Packet, type TcpSegment } from "#simulator/packet";
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

interface Ends {
  readonly host: string;
  readonly other: string;
  readonly sends: (packet: string, again?: string) => string;
}

interface Answering extends Ends {
  /** A socket took it, and changed its state. */
  readonly isTaken: boolean;
  readonly isFiltered: boolean;
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
      return hasSentFin(moment)
        ? closingAgain(other, sends)
        : closing(trigger.call.name, sent, other, sends);
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
  call: "close" | "shutdown" | "exit",
  sent: Packet | null,
  other: string,
  sends: Ends["sends"],
): readonly Guess[] {
  const name = `\`${call}()\``;
  const isReset = sent?.kind === "tcp" && sent.flags.rst;
  return [
    guess(
      sends("FIN"),
      isReset
        ? "That is the orderly end, and the usual one. Here something stands against it."
        : "That is usual, and yet not so here.",
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

function afterSegment(segment: TcpSegment, sent: Packet | null, ends: Answering): readonly Guess[] {
  const { flags } = segment;
  if (flags.rst) return afterReset(ends);
  if (flags.syn) return flags.ack ? afterSynAck(sent, ends) : afterSyn(sent, ends);
  return flags.fin ? afterFin(ends) : afterAck(sent, ends);
}

function afterSyn(
  sent: Packet | null,
  { host, other, sends, isFiltered }: Answering,
): readonly Guess[] {
  const answer = sent === null ? NOTHING : packetWords(sent);
  switch (answer) {
    case "SYN-ACK":
      return [
        guess(
          sends("ACK"),
          `It acknowledges ${other}'s SYN, and that is half of it. ${host} has a first number of its own to tell, so its SYN goes along.`,
          "handshake-politeness",
        ),
        guess(
          `${NOTHING} until ${host}'s program calls accept()`,
          "The kernel does the handshake by itself. `accept()` takes a connection that is complete.",
        ),
        guess(
          `${sends("SYN-ACK")} from a new port, 49152`,
          "The answer comes from the port that was asked, or the client would not know it for an answer. One port serves all clients.",
          "accept-new-port",
        ),
        guess(
          sends("RST"),
          "That is the answer where nobody listens on the port. Here somebody does.",
        ),
      ];
    case "RST":
      return [
        guess(
          NOTHING,
          "Silence is what a filter gives. A host that is there says no: nobody listens on this port.",
          "refused-is-firewall",
        ),
        guess(sends("SYN-ACK"), "That takes a socket that listens on this address and port."),
        guess(
          sends("an ICMP message (port unreachable)"),
          "So it is with UDP. TCP says it with a segment of its own.",
        ),
      ];
    case "ACK":
      return [
        guess(
          sends("SYN-ACK"),
          "That would begin a connection. One with these addresses and ports is there already.",
        ),
        guess(
          sends("RST"),
          "Then anybody could break a connection off with a forged SYN. The other end is asked first.",
        ),
        guess(
          NOTHING,
          `If ${other} did begin anew, it would have to hear that ${host} still has the old connection.`,
        ),
      ];
    default:
      return [
        guess(
          sends("RST"),
          "A reset is a refusal, and the client would give up at once. Here it is left to try again.",
          isFiltered ? "refused-is-firewall" : undefined,
        ),
        guess(sends("SYN-ACK"), "It would come if the SYN were taken. This one is not."),
        guess(
          sends("an ICMP message (port unreachable)"),
          "That would be an answer, and here none is given.",
        ),
        guess(sends("ACK"), "An ACK answers what belongs to a connection. Here is none."),
      ];
  }
}

function afterSynAck(sent: Packet | null, { host, other, sends }: Ends): readonly Guess[] {
  const isRefused = sent?.kind === "tcp" && sent.flags.rst;
  return [
    guess(
      NOTHING,
      `${isRefused ? "Silence would leave" : "That would leave"} ${other} waiting: it does not know yet that its SYN-ACK has arrived.`,
      "handshake-politeness",
    ),
    guess(
      sends("ACK"),
      `${host} would agree to a connection that it never asked for: the number that is acknowledged is not its own.`,
    ),
    guess(
      sends("SYN-ACK"),
      `${host}'s own SYN was sent and acknowledged. Only ${other}'s SYN is left to acknowledge.`,
    ),
    guess(
      sends("SYN", " again"),
      `The SYN arrived: this answer acknowledges it, so there is no need to repeat it.`,
    ),
    guess(sends("RST"), "A reset refuses an answer that nobody asked for. This one is awaited."),
  ];
}

function afterAck(sent: Packet | null, { host, other, sends }: Ends): readonly Guess[] {
  return [
    guess(
      sends("ACK"),
      "If an ACK were acknowledged, that ACK would be too, and so on without end.",
    ),
    ...(sent === null
      ? [
          guess(
            sends("its first data"),
            `The kernel sends data when ${host}'s program gives it some with \`send()\`. Nothing waits to be sent.`,
          ),
        ]
      : [guess(NOTHING, `Then ${other} would go on as if the connection were there.`)]),
    guess(sends("FIN"), "A FIN takes a program that closes. An acknowledgment alone ends nothing."),
    guess(sends("SYN-ACK"), "That is the answer to a SYN."),
  ];
}

const afterFin = ({ host, other, sends }: Ends): readonly Guess[] => [
  guess(
    NOTHING,
    `A FIN takes a number, and ${other} waits until it is acknowledged: it would send it again.`,
    "syn-has-no-number",
  ),
  guess(sends("FIN"), `${host} has sent its own FIN already. Each end sends one.`),
  guess(sends("RST"), "Both ends have closed in order. There is nothing to break off."),
];

function afterReset({ host, sends, isTaken }: Answering): readonly Guess[] {
  const again = guess(sends("RST"), "Two hosts that answered resets with resets would never stop.");
  if (isTaken)
    return [
      guess(
        sends("ACK"),
        "A reset takes the connection away at once. There is nobody left to acknowledge anything.",
      ),
      again,
      guess(sends("FIN"), `The orderly end is over with the reset: ${host}'s end is gone.`),
    ];
  return [
    guess(
      sends("ACK"),
      "A number inside the window might be the other end's, so it would be asked. This one is dropped.",
    ),
    guess(
      NOTHING,
      "If the other end did reset the connection, it would have to hear that its number was not the next one.",
    ),
    again,
    guess(sends("FIN"), `${host}'s program has closed nothing, and the connection goes on.`),
  ];
}

const afterDatagram = ({ host, other, sends }: Ends): readonly Guess[] => [
  guess(
    NOTHING,
    `${host} would be silent if a program took the datagram, or a filter. Here nobody has the port, and ${host} says so.`,
    "udp-silence-closed",
  ),
  guess(
    sends("ACK"),
    `TCP acknowledges, UDP does not. ${other} is not told whether its datagram has arrived.`,
  ),
  guess(
    sends("an ICMP message (port unreachable)"),
    "That is the answer where no socket has the port. Here one has.",
  ),
  guess(sends("RST"), "A reset belongs to TCP."),
];

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
