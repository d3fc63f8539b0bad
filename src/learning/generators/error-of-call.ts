import type { Errno } from "#simulator/errno";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
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

/** The words of errno(3). */
const WORDS: Readonly<Record<Errno, string>> = {
  EACCES: "Permission denied",
  EADDRINUSE: "Address already in use",
  EADDRNOTAVAIL: "Cannot assign requested address",
  EAFNOSUPPORT: "Address family not supported by protocol",
  EAGAIN: "Resource temporarily unavailable",
  EALREADY: "Operation already in progress",
  EBADF: "Bad file descriptor",
  ECONNABORTED: "Software caused connection abort",
  ECONNREFUSED: "Connection refused",
  ECONNRESET: "Connection reset by peer",
  EDESTADDRREQ: "Destination address required",
  EHOSTUNREACH: "No route to host",
  EINPROGRESS: "Operation now in progress",
  EINVAL: "Invalid argument",
  EISCONN: "Transport endpoint is already connected",
  EMFILE: "Too many open files",
  EMSGSIZE: "Message too long",
  ENETUNREACH: "Network is unreachable",
  ENOBUFS: "No buffer space available",
  ENOPROTOOPT: "Protocol not available",
  ENOTCONN: "Transport endpoint is not connected",
  ENOTSOCK: "Socket operation on non-socket",
  EOPNOTSUPP: "Operation not supported",
  EPERM: "Operation not permitted",
  EPIPE: "Broken pipe",
  EPROTONOSUPPORT: "Protocol not supported",
  EPROTOTYPE: "Protocol wrong type for socket",
  ETIMEDOUT: "Connection timed out",
};

const textOf = (errno: Errno) => `${errno}, “${WORDS[errno]}”`;

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
