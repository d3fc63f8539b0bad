/** A port, and what commonly stands behind it: among services whose ports look like it, or that are of its kind. */
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import {
  KNOWN_SERVICES,
  type KnownService,
  likeness,
  placeOf,
  portsInWords,
  portWord,
} from "./known-services.ts";

export const serviceOnPort: Generator = {
  id: "service-on-port",
  topic: "services",
  practises: "telling what a port is commonly used for",
  lesson: "ports/services-to-know",
  make(draw) {
    const service = draw.pick(KNOWN_SERVICES);
    return {
      kind: "choose-one",
      prompt: `What is ${portWord(service)} \`${service.port}\` commonly used for?`,
      choices: draw.shuffled([
        rightChoice(service),
        ...drawOthers(draw, service).map((other) => wrongChoice(service, other)),
      ]),
    };
  },
};

/** What else may rightly be said of a service's port, so that it cannot stand there as wrong. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  docker: ["http"],
  "docker-tls": ["http", "https"],
  elasticsearch: ["http", "https"],
  ipp: ["http", "https"],
  kubernetes: ["http", "https"],
  mdns: ["dns"],
  "netbios-ssn": ["smb"],
  prometheus: ["http"],
  squid: ["http"],
};

/** What may stand beside a service as wrong. */
interface Beside {
  /** Those whose ports look like its own. */
  readonly alike: readonly KnownService[];
  readonly kin: readonly KnownService[];
  readonly others: readonly KnownService[];
}

const besideEach = new Map<KnownService, Beside>();

/** Compared once for each service, when it is first asked about. */
function beside(service: KnownService): Beside {
  const known = besideEach.get(service);
  if (known !== undefined) return known;
  const others = KNOWN_SERVICES.filter(
    ({ name, port }) => port !== service.port && CARRIED[service.name]?.includes(name) !== true,
  );
  const found: Beside = {
    alike: others.filter(({ port }) => likeness(port, service.port) !== null),
    kin: others.filter((other) => other.kin === service.kin),
    others,
  };
  besideEach.set(service, found);
  return found;
}

/** Up to three that look alike or are of the same kind, filled up with any others. */
function drawOthers(draw: Draw, service: KnownService): KnownService[] {
  const { alike, kin, others } = beside(service);
  const near = new Set([...draw.sample(alike, 2), ...draw.sample(kin, 2)]);
  const rest = others.filter((other) => !near.has(other));
  return [...draw.shuffled([...near]), ...draw.sample(rest, 3)].slice(0, 3);
}

function rightChoice(service: KnownService): Choice {
  return {
    text: textOf(service),
    right: true,
    because: `${portsInWords(service)}: ${service.use}`,
  };
}

function wrongChoice(service: KnownService, other: KnownService): Choice {
  const kin = service.kin === other.kin ? `Both are ${service.kin}.` : null;
  const tempting = likeness(service.port, other.port) ?? kin;
  const because = `${tempting ?? "A common service too, but not here."} ${placeOf(other)}`;
  return { text: textOf(other), because };
}

function textOf({ spoken }: KnownService): string {
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}
