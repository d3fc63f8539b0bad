/**
 * Guess first: two short questions about a row of a listing, asked before the reader is told: what the
 * socket does, and from where it can be reached. The right answers and their reasons are the decoder's
 * own judgement, so that a guess is marked by what the listing shows and by nothing else. Where the
 * listing cannot tell, "cannot tell" is the right answer.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { Exposure, RowExplanation } from "#netstat/explanation";
import type { Row } from "#netstat/listing";
import type { Choice, ChooseOne } from "./question.ts";

/** What the questions are made from: a row and what the decoder says about it. */
export interface GuessableRow {
  readonly row: Pick<Row, "line" | "entry" | "stateText">;
  readonly explanation: Pick<RowExplanation, "role" | "exposure" | "otherEnd">;
}

/** One or two questions: where nobody new can reach the socket, nothing is asked about its reach. */
export function guessQuestions(guessable: GuessableRow): readonly ChooseOne[] {
  const { row, explanation } = guessable;
  const role: ChooseOne = {
    id: `line-${row.line}-role`,
    kind: "choose-one",
    prompt: "What is this socket, as far as the listing tells?",
    choices: roleChoices(guessable),
  };
  if (explanation.exposure === null) return [role];
  const reach: ChooseOne = {
    id: `line-${row.line}-exposure`,
    kind: "choose-one",
    prompt: "How can it be reached, going by its local address?",
    choices: exposureChoices(row.entry, explanation.exposure.exposure, explanation.exposure),
  };
  return [role, reach];
}

type RoleAnswer = "listener" | "bound" | "client" | "server" | "both" | "unknown";

const ROLE_TEXTS: Readonly<Record<RoleAnswer, string>> = {
  listener: "It waits for clients",
  bound: "It holds a port, and no more",
  client: "A client's end; the other end is not listed",
  server: "A server's end; the other end is not listed",
  both: "One of two ends, both listed here",
  unknown: "The listing cannot tell",
};

function roleChoices(guessable: GuessableRow): readonly Choice[] {
  const right = rightRole(guessable);
  // Seldom right and then hardly guessed, so it is offered only where it is.
  const offered: readonly RoleAnswer[] = ["listener", "client", "server", "both", "unknown"];
  const answers = right === "bound" ? offered.with(3, "bound") : offered;
  return answers.map((answer) => ({
    text: ROLE_TEXTS[answer],
    ...(answer === right
      ? { right: true, because: rightReason(guessable) }
      : wrongRole(answer, right, guessable)),
  }));
}

function rightRole({ explanation: { role, otherEnd } }: GuessableRow): RoleAnswer {
  if (otherEnd !== null) return "both";
  // Whether a UDP socket without a peer serves or asks, no listing tells.
  return role.role === "receiver" ? "unknown" : role.role;
}

function rightReason({ explanation: { role, otherEnd } }: GuessableRow): string {
  switch (role.role) {
    case "listener":
      return `${role.evidence} It takes connections in, and each of them gets a row of its own.`;
    case "server":
    case "client":
      return otherEnd === null
        ? role.evidence
        : `${role.evidence} The other end is a row of the listing too, with the endpoints the other way round.`;
    case "receiver":
    case "bound":
    case "both":
    case "unknown":
      return role.evidence;
  }
}

type Wrong = Pick<Choice, "because" | "belief">;

function wrongRole(answer: RoleAnswer, right: RoleAnswer, guessable: GuessableRow): Wrong {
  const { role } = guessable.explanation;
  switch (answer) {
    case "listener":
      return notListening(right, guessable);
    case "client":
    case "server":
      return notThisEnd(answer, right, guessable);
    case "both":
      return { because: notBoth(right, guessable) };
    case "unknown":
      return {
        because:
          role.confidence === "likely"
            ? `Not for certain, and yet there is a sign. ${role.evidence}`
            : `It can. ${rightReason(guessable)}`,
      };
    case "bound":
      return { because: role.evidence };
  }
}

function notListening(right: RoleAnswer, { row, explanation }: GuessableRow): Wrong {
  const { entry, stateText } = row;
  if (entry.peer !== null) {
    const peer = `It has a peer already: ${entry.peer.address}. A socket that waits for clients has none.`;
    return explanation.role.role === "server"
      ? {
          because: `${peer} The listener that took the connection in has a row of its own, and stays.`,
          belief: "listen-becomes-established",
        }
      : { because: peer };
  }
  if (right === "bound")
    return { because: `Its state is ${stateText ?? "not printed"}: it takes no connections.` };
  if (entry.protocol === "udp")
    return {
      because:
        "A UDP server does wait like this, and a client that expects an answer looks the same: UDP has no state LISTEN that would tell them apart.",
      belief: "udp-listens",
    };
  return { because: "Nothing in the row says that it listens." };
}

function notThisEnd(
  answer: "client" | "server",
  right: RoleAnswer,
  guessable: GuessableRow,
): Wrong {
  const { row, explanation } = guessable;
  switch (right) {
    case "listener":
      return answer === "client"
        ? {
            because:
              "A client's end has a peer. This row has none: where a tool prints 0.0.0.0:* or *:* as the peer, it stands for nobody.",
            belief: "foreign-zero-is-host",
          }
        : {
            because:
              "A server's end is one connection, with one peer. This row has no peer: it belongs to the server, and waits.",
          };
    case "bound":
      return { because: "An end of a connection has a peer, and this row has none." };
    case "both":
      return {
        because: "The other end is listed: a row has the same endpoints the other way round.",
      };
    case "unknown":
      return {
        because: `It may be, but nothing in the listing says so. ${explanation.role.evidence}`,
      };
    case "client":
    case "server":
      return {
        because: [
          "It is the other way round.",
          explanation.role.evidence,
          ...(row.entry.state === "TIME-WAIT"
            ? ["TIME-WAIT tells who closed first, not who was the client."]
            : []),
        ].join(" "),
        ...(isOpen(row.entry)
          ? { belief: right === "client" ? "accept-new-port" : "client-uses-80" }
          : {}),
      };
  }
}

/** While it is being opened the state tells, and no belief about ports is behind a wrong guess. */
const isOpen = ({ state }: SocketEntry) => state !== "SYN-SENT" && state !== "SYN-RECEIVED";

function notBoth(right: RoleAnswer, { row }: GuessableRow): string {
  if (right === "listener") return "A listener is no end of a connection: it has no peer.";
  if (row.entry.peer === null) return "The row shows no peer, so it is no end of a connection.";
  return "The other end would be a row with these endpoints the other way round, and the listing has none.";
}

const EXPOSURE_TEXTS: Readonly<Record<Exposure, string>> = {
  loopback: "From this machine only",
  interface: "Through one address or interface only",
  all: "Through every interface",
  unknown: "The listing cannot tell",
};

function exposureChoices(
  entry: SocketEntry,
  right: Exposure,
  { explanation }: { readonly explanation: string },
): readonly Choice[] {
  const answers: readonly Exposure[] = ["loopback", "interface", "all", "unknown"];
  return answers.map((answer) => ({
    text: EXPOSURE_TEXTS[answer],
    ...(answer === right
      ? { right: true, because: explanation }
      : wrongExposure(answer, right, entry)),
  }));
}

function wrongExposure(answer: Exposure, right: Exposure, { local }: SocketEntry): Wrong {
  if (answer === "unknown")
    return {
      because:
        "The local address tells how far the socket is open. What no listing tells is whether a firewall stands in between.",
    };
  switch (right) {
    case "loopback":
      return {
        because: `${local.address} is a loopback address: nothing sent to it ever comes in from a network.`,
        belief: "loopback-reachable",
      };
    case "all":
      return answer === "loopback"
        ? {
            because:
              "Only a loopback address, 127.0.0.1 or ::1, would keep it to this machine. It is bound to the wildcard, which stands for every address of this machine.",
            belief: "any-is-localhost",
          }
        : {
            because:
              "It names no single address. It is bound to the wildcard, which stands for every address of this machine.",
          };
    case "interface":
      return {
        because:
          answer === "loopback"
            ? `Only a loopback address, 127.0.0.1 or ::1, would keep it to this machine. This one is ${local.address}${zoneOf(local.zone)}.`
            : `For that it would be bound to the wildcard alone. It names one place: ${local.address}${zoneOf(local.zone)}.`,
      };
    case "unknown":
      return {
        because: `“${local.address}” is no numeric address, so it may stand for this or for something else.`,
      };
  }
}

const zoneOf = (zone: string | null) => (zone === null ? "" : ` on ${zone}`);
