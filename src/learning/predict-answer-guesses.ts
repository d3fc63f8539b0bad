/** What a learner may expect a host to answer instead, with what makes it tempting and why it is not so. */
import type { Packet, TcpSegment } from "#simulator/packet";
import { type Guess, guess } from "./predict-guess.ts";
import { NOTHING, packetWords } from "./predict-words.ts";

export interface Ends {
  readonly host: string;
  readonly other: string;
  readonly sends: (packet: string, again?: string) => string;
}

interface Answering extends Ends {
  /** A socket took it, and changed its state. */
  readonly isTaken: boolean;
  readonly isFiltered: boolean;
}

export function afterSegment(
  segment: TcpSegment,
  sent: Packet | null,
  ends: Answering,
): readonly Guess[] {
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

export const afterDatagram = ({ host, other, sends }: Ends): readonly Guess[] => [
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
