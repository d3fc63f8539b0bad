/** A service, and its usual port to be typed: the encrypted sibling, ports that look alike and swapped digits each get their own answer. */
import { MAX_PORT } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";
import {
  KNOWN_SERVICES,
  type KnownService,
  likeness,
  placeOf,
  portsInWords,
  portWord,
  SIBLINGS,
} from "./known-services.ts";

type Near = TypeNumber["near"][number];

/** Ports by habit that stand in for a registered one. */
const INSTEAD: Readonly<Record<string, Near>> = {
  ssh: {
    value: 2222,
    because: "People move SSH there when 22 is taken. The registered port is 22.",
    belief: "habit-is-registration",
  },
  ike: {
    value: 4500,
    because: "IKE moves to 4500 where addresses are translated on the way. It begins at 500.",
  },
  http: {
    value: 8080,
    because:
      "8080 is an alternative, registered as http-alt. A browser that is told no port uses HTTP's own.",
  },
  https: {
    value: 8443,
    because: "8443 is an alternative by habit. A browser that is told no port uses HTTPS's own.",
    belief: "habit-is-registration",
  },
};

/** All of them stand in the answer's reasons, so there are not many. */
const MOST = 6;

export const portOfService: Generator = {
  id: "port-of-service",
  topic: "services",
  practises: "knowing the usual port of a service",
  lesson: "ports/services-to-know",
  make(draw) {
    const service = draw.pick(KNOWN_SERVICES);
    return {
      kind: "type-number",
      asks: "port",
      prompt: promptOf(draw, service),
      answer: service.port,
      because: `${portsInWords(service)}. ${service.use}`,
      near: nearOf(service),
    };
  },
};

function promptOf(draw: Draw, service: KnownService): string {
  const { spoken } = service;
  const port = portWord(service);
  return draw.pick([
    `What is the usual ${port} of ${spoken}?`,
    `A firewall rule is about ${spoken}. Which ${port} does it name, if nobody has changed it?`,
  ]);
}

const nearOfService = new Map<KnownService, readonly Near[]>();

/** Found once for each service: it is compared with all the others. */
function nearOf(service: KnownService): readonly Near[] {
  const known = nearOfService.get(service) ?? foundNear(service);
  nearOfService.set(service, known);
  return known;
}

function foundNear(service: KnownService): readonly Near[] {
  const { port } = service;
  const near = new Map<number, Near>();
  const add = (each: Near) => {
    if (each.value !== port && each.value <= MAX_PORT && !near.has(each.value))
      near.set(each.value, each);
  };
  const instead = INSTEAD[service.name];
  if (instead !== undefined) add(instead);
  for (const { plain, encrypted } of SIBLINGS) {
    if (plain === service)
      add({
        value: encrypted.port,
        because: `That is its encrypted sibling. ${placeOf(encrypted)}`,
      });
    if (encrypted === service)
      add({ value: plain.port, because: `That is its plain sibling. ${placeOf(plain)}` });
  }
  for (const other of KNOWN_SERVICES) {
    const alike = likeness(port, other.port);
    if (alike !== null && near.size < MOST - 2)
      add({ value: other.port, because: `${alike} ${placeOf(other)}` });
  }
  for (const value of swapped(port).slice(-2))
    add({ value, because: `Two digits have changed places: it is ${port}, not ${value}.` });
  for (const other of KNOWN_SERVICES)
    if (other.kin === service.kin && near.size < MOST - 1)
      add({ value: other.port, because: `Both are ${service.kin}. ${placeOf(other)}` });
  return [...near.values()].slice(0, MOST);
}

/** The port with two digits beside each other changed over, without a zero in front. */
function swapped(port: number): number[] {
  const digits = [...String(port)];
  return digits.slice(1).flatMap((digit, at) => {
    const text = [...digits.slice(0, at), digit, digits[at], ...digits.slice(at + 2)].join("");
    return text.startsWith("0") ? [] : [Number(text)];
  });
}
