import type { TcpState } from "#net/tcp-state";
import { dialectOf } from "#netstat/dialects";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";

type Piling = "CLOSE-WAIT" | "FIN-WAIT-2" | "TIME-WAIT" | "SYN-SENT" | "SYN-RECEIVED" | "LAST-ACK";

interface Account {
  /** What such rows mean, as an answer. */
  readonly text: string;
  readonly because: string;
  /** Said of it where another state piles up. */
  readonly would: string;
  readonly beliefIn?: Readonly<Partial<Record<Piling, MisconceptionId>>>;
}

/** RFC 9293 §3.3.2 and Figure 5: what each state waits for. */
const ACCOUNTS: Readonly<Record<Piling, Account>> = {
  "CLOSE-WAIT": {
    text: "A program of this host does not close its sockets, though the peers have closed.",
    because:
      "In CLOSE-WAIT the peer's FIN has arrived, and only this program's close() ends the state. No timer does.",
    would: "Such rows would be in CLOSE-WAIT.",
  },
  "FIN-WAIT-2": {
    text: "This host has closed, and the programs at the other end have not closed yet.",
    because:
      "In FIN-WAIT-2 this host's FIN is acknowledged, and the peer's FIN is missing. It comes when the other program closes.",
    would: "This host's side would be in FIN-WAIT-2, while the peers' side is in CLOSE-WAIT.",
    beliefIn: { "CLOSE-WAIT": "close-wait-is-the-peers" },
  },
  "TIME-WAIT": {
    text: "Nobody has done anything wrong: this host closed first, and each row ends by itself.",
    because:
      "TIME-WAIT is where the end that closes first waits, 60 seconds on Linux. Many short connections make many such rows.",
    would: "Rows that the end which closed first keeps for a while would be in TIME-WAIT.",
    beliefIn: { "CLOSE-WAIT": "close-wait-timer" },
  },
  "SYN-SENT": {
    text: "Programs of this host try to connect, and get no answer.",
    because:
      "In SYN-SENT a SYN of this host is on its way, and neither SYN-ACK nor RST has come back. A filter, or a host that is off, is the usual cause.",
    would: "Attempts of this host without an answer would be in SYN-SENT.",
  },
  "SYN-RECEIVED": {
    text: "Others begin connections to this host, and do not finish the handshake.",
    because:
      "A SYN has come, and the SYN-ACK was sent. The last acknowledgment is missing: a flood of forged SYNs, or a way back that loses packets.",
    would: "Handshakes that others leave half done would be in SYN-RECV.",
  },
  "LAST-ACK": {
    text: "Both sides have closed, and the peers do not acknowledge this host's FIN.",
    because:
      "In LAST-ACK this host has sent its FIN as the second one. The peer, or the way to it, is gone: the acknowledgment does not come.",
    would: "Rows where only the peer's last acknowledgment is missing would be in LAST-ACK.",
  },
};

const TEMPTING: Readonly<Partial<Record<Piling, Omit<Choice, "right">>>> = {
  "TIME-WAIT": {
    text: "A program of this host leaks sockets, and has to be restarted.",
    because:
      "So many rows look like a leak. But no program has them any more, and each one has a timer of its own.",
    belief: "time-wait-is-leak",
  },
  "CLOSE-WAIT": {
    text: "The kernel's timer for closing is set too long.",
    because: "No timer ends CLOSE-WAIT, so there is none to set. The program has to close.",
    belief: "close-wait-timer",
  },
  "SYN-SENT": {
    text: "Nobody listens on the port at the other end.",
    because:
      "Then an RST would come back at once, connect() would give “refused”, and the row would be gone. These rows wait because nothing comes back.",
  },
};

const STATES = Object.keys(ACCOUNTS) as readonly Piling[];

export const rowsPilingUp: Generator = {
  id: "rows-piling-up",
  topic: "troubleshooting",
  practises: "telling from the state whose fault a heap of rows is",
  lesson: "field/close-wait-piles-up",
  make(draw) {
    const asked = draw.pick(STATES);
    const large = draw.whole(800, 28_000);
    const others = draw.sample(
      STATES.filter((state) => state !== asked),
      3,
    );
    const shown: readonly (readonly [TcpState, number])[] = draw.shuffled([
      [asked, large],
      ["ESTABLISHED", draw.whole(20, 400)],
      ...others.map((state) => [state, draw.whole(1, 9)] as const),
    ]);
    const { spelling } = dialectOf("ss");
    const listing = shown
      .map(([state, count]) => `${String(count).padStart(7)} ${spelling[state]}`)
      .join("\n");
    const tempting = TEMPTING[asked];
    return {
      kind: "choose-one",
      prompt: `On a Linux host the connections in \`ss -tan\` are counted by state. One number, ${large}, is far from the usual. What does it tell?`,
      listing,
      choices: draw.shuffled([
        { text: ACCOUNTS[asked].text, right: true as const, because: ACCOUNTS[asked].because },
        ...others.slice(0, tempting === undefined ? 3 : 2).map((state) => wrong(state, asked)),
        ...(tempting === undefined ? [] : [tempting]),
      ]),
    };
  },
};

function wrong(state: Piling, asked: Piling): Choice {
  const { text, would, beliefIn } = ACCOUNTS[state];
  const belief = beliefIn?.[asked];
  const { spelling } = dialectOf("ss");
  const because = `${would} The large number here is that of ${spelling[asked]}.`;
  return belief === undefined ? { text, because } : { text, because, belief };
}
