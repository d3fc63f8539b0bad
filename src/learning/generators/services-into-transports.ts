/** Services to sort by the transport protocols they use in practice, which may be fewer than IANA lists. */
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { SortInto } from "../question.ts";
import { KNOWN_SERVICES, type KnownService } from "./known-services.ts";

const BINS = ["TCP", "UDP", "TCP and UDP"] as const;
const [TCP, UDP, BOTH] = [0, 1, 2];

/** Left out: the use of UDP is optional, rare, off by default, or has another name. */
const DISPUTABLE: ReadonlySet<string> = new Set([
  "dns-over-tls",
  "ldap",
  "memcached",
  "nfs",
  "syslog",
  "syslog-tls",
]);

const SORTABLE = KNOWN_SERVICES.filter(({ name }) => !DISPUTABLE.has(name));

export const servicesIntoTransports: Generator = {
  id: "services-into-transports",
  topic: "services",
  practises: "telling which services use TCP, UDP or both",
  lesson: "ports/services-to-know",
  make(draw) {
    return {
      kind: "sort-into",
      prompt: "Which transport protocols do these services use in practice, on these ports?",
      bins: BINS,
      items: drawServices(draw).map(itemOf),
    };
  },
};

/** One of each bin, and two more. */
function drawServices(draw: Draw): KnownService[] {
  const first = [TCP, UDP, BOTH].map((bin) =>
    draw.pick(SORTABLE.filter((service) => binOf(service) === bin)),
  );
  const rest = SORTABLE.filter((service) => !first.includes(service));
  return draw.shuffled([...first, ...draw.sample(rest, 2)]);
}

function binOf({ transports }: KnownService): number {
  const [tcp, udp] = [transports.includes("tcp"), transports.includes("udp")];
  return tcp && udp ? BOTH : udp ? UDP : TCP;
}

function itemOf(service: KnownService): SortInto["items"][number] {
  const bin = binOf(service);
  const { spoken, port, use } = service;
  return {
    text: `${spoken.charAt(0).toUpperCase()}${spoken.slice(1)}, ${port}`,
    bin,
    because: `${reasonFor(bin)} ${use}`,
    near: [TCP, UDP, BOTH]
      .filter((other) => other !== bin)
      .map((other) => {
        const belief = beliefOf(service, other);
        return {
          bin: other,
          because: whyNot(bin, other),
          ...(belief === null ? {} : { belief }),
        };
      }),
  };
}

function reasonFor(bin: number): string {
  if (bin === BOTH) return "Both are in use.";
  return bin === TCP ? "TCP alone is in use." : "UDP alone is in use.";
}

function whyNot(bin: number, other: number): string {
  if (bin === BOTH)
    return other === TCP
      ? "TCP is in use, but it is half of the answer: UDP carries this service too."
      : "UDP is in use, but it is half of the answer: TCP carries this service too.";
  if (other === BOTH)
    return bin === TCP
      ? "IANA often lists a number for both protocols. In practice this service needs TCP's stream, which is complete and in order."
      : "IANA often lists a number for both protocols. In practice this service sends datagrams.";
  return bin === TCP
    ? "UDP would do for single messages. This service needs a stream that is complete and in order."
    : "TCP is more common among services. This one sends single messages, or handles what is lost by itself.";
}

function beliefOf({ name }: KnownService, bin: number): MisconceptionId | null {
  return name === "https" && bin === TCP ? "https-tcp-only" : null;
}
