import type { Errno } from "#simulator/errno";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { ERRNO_WORDS } from "#simulator/errno-words";
import type { Situation } from "./error-situation.ts";
import { SITUATIONS } from "./error-situations.ts";
import { simulated } from "./simulated-hosts.ts";
import { drawOwnAddress, drawPeerAddress } from "./socket-draws.ts";

export const errorOfCall: Generator = {
  id: "error-of-call",
  topic: "socket-calls",
  practises: "telling which error a call gives",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const situation = draw.pick(SITUATIONS);
    const port = draw.pick(PORTS);
    const text = situation.tell(port, drawOwnAddress(draw), drawPeerAddress(draw));
    return {
      kind: "choose-one",
      prompt: `${text} Which error does Linux give to this call?`,
      choices: draw.shuffled([rightOf(situation), ...wrongOf(situation)]),
    };
  },
};

/** Free to all: with a lower one bind() could fail for want of a right as well. */
const PORTS = [3000, 3306, 4000, 5000, 5432, 5672, 6379, 8000, 8080, 8443, 9000, 9090] as const;

const textOf = (errno: Errno) => `${errno}, “${ERRNO_WORDS[errno]}”`;

const found = new Map<Situation, Errno>();

/** What the simulated hosts' last call gives. Throws where it gives none: no situation is like that, as the test holds. */
function errorOf(situation: Situation): Errno {
  const known = found.get(situation);
  if (known !== undefined) return known;
  const results = simulated(situation.steps).flatMap((step) => step.results);
  const errno = results.at(-1)?.errno ?? null;
  if (errno === null) throw new Error("The last call gave no error.");
  found.set(situation, errno);
  return errno;
}

function rightOf(situation: Situation): Choice {
  return { text: textOf(errorOf(situation)), right: true, because: situation.because };
}

function wrongOf({ tempting, beliefs = {} }: Situation): Choice[] {
  return (Object.entries(tempting) as [Errno, string][]).map(([errno, because]) => {
    const belief = beliefs[errno];
    return { text: textOf(errno), because, ...(belief === undefined ? {} : { belief }) };
  });
}
