/** Which services are encrypted on their usual port: from the first byte, after changing over, or never. */
import type { Service } from "#net/services";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { KNOWN_SERVICES, type KnownService } from "./known-services.ts";

type Encrypted = NonNullable<Service["encrypted"]>;

/** What is asked for, and which services it holds for. */
interface Wanted {
  readonly prompt: string;
  readonly holds: readonly Encrypted[];
}

const WANTED: readonly Wanted[] = [
  {
    prompt:
      "The agreement on keys aside, which of these services are encrypted from the first byte, on the port given?",
    holds: ["always"],
  },
  {
    prompt:
      "Which of these services begin in the clear on the port given, whether or not they may change over to TLS later?",
    holds: ["starttls", "never"],
  },
  {
    prompt:
      "On which of these ports does the protocol begin in the clear, with a way to change over to TLS?",
    holds: ["starttls"],
  },
];

/** The others depend on how they are set up, or encrypt parts in ways of their own. */
const ASKABLE = KNOWN_SERVICES.filter(({ encrypted }) => encrypted !== undefined);

export const encryptedServices: Generator = {
  id: "encrypted-services",
  topic: "services",
  practises: "telling which services are encrypted on their usual port",
  lesson: "ports/services-to-know",
  make(draw) {
    const wanted = draw.pick(WANTED);
    return {
      kind: "choose-several",
      prompt: wanted.prompt,
      choices: drawServices(draw, wanted).map((service) => choiceOf(service, wanted)),
    };
  },
};

/** Two for which it holds, two for which it does not, and one more. */
function drawServices(draw: Draw, { holds }: Wanted): KnownService[] {
  const isIt = (service: KnownService) => holds.includes(service.encrypted as Encrypted);
  const drawn = [
    ...draw.sample(ASKABLE.filter(isIt), 2),
    ...draw.sample(
      ASKABLE.filter((service) => !isIt(service)),
      2,
    ),
  ];
  const rest = ASKABLE.filter((service) => !drawn.includes(service));
  return draw.shuffled([...drawn, ...draw.sample(rest, 1)]);
}

function choiceOf(service: KnownService, { holds }: Wanted): Choice {
  const { spoken, port, encrypted } = service;
  const text = `${spoken.charAt(0).toUpperCase()}${spoken.slice(1)}, port \`${port}\``;
  const reason = REASONS[encrypted as Encrypted];
  const because = service.use.includes("from the first byte")
    ? service.use
    : `${reason} ${service.use}`;
  return holds.includes(encrypted as Encrypted)
    ? { text, right: true, because }
    : { text, because };
}

const REASONS: Readonly<Record<Encrypted, string>> = {
  always: "Keys are agreed on first, and everything after that is encrypted.",
  starttls: "It begins in the clear, and both ends may change over to TLS on the same port.",
  never: "In the clear throughout: the protocol on this port has no encryption of its own.",
};
