import { planOf } from "#simulator/plan";
import type { Argument, WrittenFilter, WrittenSimulation } from "#simulator/scenarios/scenario";
import {
  connects,
  DELAY_MS,
  does,
  listens,
  makes,
  makesUdp,
  wait,
} from "#simulator/scenarios/steps";
import { parseSimulation } from "#simulator/simulation-file";
import { unfold } from "#simulator/unfold";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import { drawPeerAddress, drawServers } from "./socket-draws.ts";

export const clientSees: Generator = {
  id: "client-sees",
  topic: "connections",
  practises: "foretelling what a client sees: refused, silence, an error, a connection",
  lesson: "connections/when-it-fails",
  make(draw) {
    const [one, two] = drawServers(draw, 2);
    const situation = draw.pick(SITUATIONS);
    const address = drawPeerAddress(draw);
    const told = situation.told
      .replaceAll("PORT", `${one!.port}`)
      .replaceAll("OTHER", `${two!.port}`);
    const seen = outcomeOf(situation);
    return {
      kind: "choose-one",
      prompt: `A client on Linux calls connect() to TCP port ${one!.port} of \`${address}\`, a host with Linux that is up. ${told} What does the client see?`,
      choices: draw.shuffled(
        OUTCOMES.map(({ id, text }): Choice => {
          if (id === seen) return { text, right: true, because: situation.because };
          return { text, ...(situation.wrong?.[id] ?? WRONG[id][seen])! };
        }),
      ),
    };
  },
};

type Outcome = "connected" | "refused" | "silence" | "unreachable";

const OUTCOMES: readonly { readonly id: Outcome; readonly text: string }[] = [
  { id: "connected", text: "connect() succeeds." },
  { id: "refused", text: "ECONNREFUSED, “Connection refused”, at once." },
  {
    id: "silence",
    text: "Nothing for a long time: the SYN is sent again and again, and in the end there is ETIMEDOUT.",
  },
  { id: "unreachable", text: "EHOSTUNREACH, “No route to host”, at once." },
];

interface Situation {
  /** PORT is the one that the client calls, OTHER is another. */
  readonly told: string;
  readonly because: string;
  /** The server's calls, and the filter before it. */
  readonly steps: WrittenSimulation["steps"];
  readonly filter?: WrittenFilter["action"];
  /** What makes an outcome tempting here, where it is more than what makes it so everywhere. */
  readonly wrong?: Readonly<Partial<Record<Outcome, Why>>>;
}

interface Why {
  readonly because: string;
  readonly belief?: MisconceptionId;
}

/** Where a filter answers for a listener. */
const REJECTED: Situation["wrong"] = {
  connected: { because: "A listener is there, but the filter answers before the SYN comes to it." },
  silence: { because: "A filter that drops is silent. This one rejects, which is to answer." },
};

const PORT = 8080;
const listening = (options: { address?: string; backlog?: number } = {}) =>
  listens("B", "listener", PORT, options);
const bound = (...args: readonly Argument[]) => does("B", "bind", "held", ...args);

const SITUATIONS: readonly Situation[] = [
  {
    told: "A program listens there on `0.0.0.0:PORT`, but is busy and does not call accept().",
    because:
      "The kernel does the handshake by itself and keeps the connection for accept(). The client notices nothing yet.",
    steps: listening(),
    wrong: {
      refused: { because: "A busy program refuses nobody: the kernel does the handshake for it." },
      silence: { because: "The program is busy, but the kernel is not: it answers the SYN." },
    },
  },
  {
    told: "A program listens there on `0.0.0.0:PORT`.",
    because: "A listener is there, and nothing is in the way: the handshake succeeds.",
    steps: listening(),
  },
  {
    told: "A program listens there on `[::]:PORT`, and IPV6_V6ONLY is off.",
    because: "On Linux an IPv6 socket on :: takes IPv4 as well while IPV6_V6ONLY is off.",
    steps: [
      makes("B", "listener", "AF_INET6", "SOCK_STREAM"),
      does("B", "bind", "listener", "::", PORT),
      does("B", "listen", "listener", 5),
    ],
    wrong: {
      refused: {
        because:
          "The endpoint looks like one of IPv6 alone. But while IPV6_V6ONLY is off, it takes IPv4 too.",
        belief: "dual-stack",
      },
    },
  },
  {
    told: "A program listens there on `[::]:PORT`, and IPV6_V6ONLY is on.",
    because:
      "With IPV6_V6ONLY the socket takes IPv6 alone. For IPv4 nobody listens, and the kernel answers with RST.",
    steps: [
      makes("B", "listener", "AF_INET6", "SOCK_STREAM"),
      does("B", "setsockopt", "listener", "IPV6_V6ONLY", 1),
      does("B", "bind", "listener", "::", PORT),
      does("B", "listen", "listener", 5),
    ],
    wrong: {
      connected: {
        because: "A listener has the port, but for IPv6 alone. The client calls an IPv4 address.",
      },
    },
  },
  {
    told: "Nobody has that port, and nothing filters packets.",
    because: "The host's kernel finds no listener and answers the SYN with RST.",
    steps: [],
    wrong: {
      connected: { because: "The host is up, but a connection takes a listener too." },
      silence: { because: "A host on which nobody listens is not silent: its kernel answers." },
    },
  },
  {
    told: "A program listens there on `0.0.0.0:OTHER`, and nobody has port PORT.",
    because:
      "A listener on another port does not matter: for this one the kernel answers with RST.",
    steps: listens("B", "listener", 9000),
    wrong: {
      connected: { because: "A program does listen, but it takes what comes for its own port." },
    },
  },
  {
    told: "A program listens there on `127.0.0.1:PORT` alone.",
    because:
      "The listener takes only what is sent to 127.0.0.1. For the address that was called nobody listens, and the kernel answers with RST.",
    steps: listening({ address: "127.0.0.1" }),
    wrong: {
      connected: {
        because:
          "A program does listen on that port, but on 127.0.0.1. No other host can send anything there.",
        belief: "loopback-reachable",
      },
    },
  },
  {
    told: "A program has bound a TCP socket to `0.0.0.0:PORT`, and has not called listen().",
    because: "A socket that is only bound takes no connection: the kernel answers with RST.",
    steps: [makes("B", "held"), bound("0.0.0.0", PORT)],
    wrong: {
      connected: {
        because: "The socket has the port, but it takes connections only after listen().",
      },
    },
  },
  {
    told: "A program there has UDP port PORT, and nobody has the TCP port.",
    because:
      "UDP's ports are others than TCP's. For TCP nobody listens, and the kernel answers with RST.",
    steps: [makesUdp("B", "held"), bound("0.0.0.0", PORT)],
    wrong: {
      connected: {
        because: "The number is the same, but it is UDP's. TCP has ports of its own.",
        belief: "endpoint-without-protocol",
      },
    },
  },
  {
    told: "A program listens on port PORT, and a filter there drops what comes for it.",
    because:
      "What is dropped is never answered. The client cannot tell it from a lost segment, and tries again.",
    steps: listening(),
    filter: "drop",
  },
  {
    told: "Nobody listens there, and a filter drops what comes for port PORT.",
    because: "The kernel would answer with RST, but the filter drops the SYN before: silence.",
    steps: [],
    filter: "drop",
  },
  {
    told: "A program listens on port PORT, and a filter there rejects what comes for it, with a TCP reset.",
    because:
      "The filter's RST is like that of a kernel where nobody listens. The client cannot tell the two apart.",
    steps: listening(),
    filter: "reject-tcp-reset",
    wrong: REJECTED,
  },
  {
    told: "A program listens on port PORT, and a filter there rejects what comes for it, with the ICMP message “port unreachable”.",
    because: "Linux reports ICMP port unreachable to connect() as ECONNREFUSED.",
    steps: listening(),
    filter: "reject-port-unreachable",
    wrong: REJECTED,
  },
  {
    told: "A program listens on port PORT, and a filter there rejects what comes for it, with the ICMP message “host unreachable”.",
    because:
      "Linux reports ICMP host unreachable to connect() as EHOSTUNREACH, although the host is there.",
    steps: listening(),
    filter: "reject-host-unreachable",
  },
  {
    told: "A program listens on port PORT, and a filter there rejects what comes for it, with the ICMP message “administratively prohibited”.",
    because:
      "Linux reports that ICMP message to connect() as EHOSTUNREACH, although the host is there.",
    steps: listening(),
    filter: "reject-admin-prohibited",
  },
];

const outcomes = new Map<Situation, Outcome>();

/** From a run of the simulator, made once. */
function outcomeOf(situation: Situation): Outcome {
  const known = outcomes.get(situation);
  if (known !== undefined) return known;
  const outcome = simulate(situation);
  outcomes.set(situation, outcome);
  return outcome;
}

function simulate({ steps, filter }: Situation): Outcome {
  const filters: WrittenFilter[] =
    filter === undefined ? [] : [{ protocol: "tcp", port: PORT, action: filter }];
  const parsed = parseSimulation({
    hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"], filters } },
    delayMs: DELAY_MS,
    steps: [...steps, ...connects("A", "client", "10.0.0.2", PORT), wait(900)],
  });
  if (parsed.type === "error") throw new Error(parsed.message);
  const { calls } = unfold(planOf(parsed.file));
  const call = calls.find(({ call: { name } }) => name === "connect")!;
  if (call.returned === null) return "silence";
  switch (call.returned.result.errno) {
    case null:
      return "connected";
    case "ECONNREFUSED":
      return "refused";
    case "EHOSTUNREACH":
      return "unreachable";
    default:
      return "silence";
  }
}

/** Of each outcome that is wrong, why, by what comes instead. */
const WRONG: Readonly<Record<Outcome, Readonly<Partial<Record<Outcome, Why>>>>> = {
  connected: {
    refused: {
      because:
        "For that a listener must take what is sent to this address and this port over TCP, and nothing may stand before it.",
    },
    silence: { because: "The SYN never reaches a listener: the filter takes it away." },
    unreachable: { because: "The listener never sees the SYN: the filter has answered before." },
  },
  refused: {
    connected: {
      because: "A refusal is the answer where nobody listens. Here a listener takes the SYN.",
    },
    silence: {
      because: "A refusal is an answer, and here nothing answers: the SYN is dropped.",
      belief: "refused-is-firewall",
    },
    unreachable: {
      because: "The answer here is an ICMP message, and another one than port unreachable.",
    },
  },
  silence: {
    connected: { because: "Nothing is lost here: the SYN is answered at once." },
    refused: {
      because: "Silence is for SYNs that nobody answers. Here an answer comes at once.",
    },
    unreachable: { because: "The filter rejects, which is to answer. Silence would be to drop." },
  },
  unreachable: {
    connected: { because: "The host is there, it has the address, and it answers." },
    refused: {
      because:
        "The host is up and its own kernel answers. No router and no filter says that the host cannot be reached.",
    },
    silence: { because: "That takes an ICMP message, and here none is sent." },
  },
};
