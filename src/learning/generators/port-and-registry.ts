/** What a port is used for in practice, and what IANA's registry says of that use: registered, another's, nobody's, or never assigned. */
import { rangeOf } from "#net/port-range";
import { type Service, SERVICES } from "#net/services";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { KNOWN_SERVICES } from "./known-services.ts";

type Standing = "registered" | "another's" | "nobody's" | "never assigned";

/** Uses by habit that a learner meets, beside the services to know; by their names in the reviewed table. */
const HABITS: ReadonlySet<string> = new Set([
  "alertmanager",
  "angular",
  "cassandra",
  "docker-registry",
  "fluentd",
  "flask",
  "grafana",
  "http-alt",
  "http-dev",
  "https-alt",
  "influxdb",
  "jupyter",
  "kibana",
  "minecraft",
  "node-exporter",
  "ollama",
  "php-fpm",
  "plex",
  "rabbitmq-management",
  "selenium",
  "solr",
  "spark",
  "ssh-alt",
  "stomp",
  "transmission",
  "vite",
  "webmin",
  "wireguard",
  "activemq",
  "grpc",
  "zookeeper",
]);

const KNOWN_NAMES: ReadonlySet<string> = new Set(KNOWN_SERVICES.map(({ name }) => name));
const ASKABLE = SERVICES.filter(({ name }) => HABITS.has(name) || KNOWN_NAMES.has(name));

export const portAndRegistry: Generator = {
  id: "port-and-registry",
  topic: "port-ranges",
  practises: "telling a registration from a habit",
  lesson: "ports/three-ranges",
  make(draw) {
    // Few of the services are habits on a Dynamic Port, so those come least often.
    const standing = draw.pick([...STANDINGS, ...STANDINGS.slice(0, 3), ...STANDINGS.slice(0, 2)]);
    const service = draw.pick(ASKABLE.filter((each) => standingOf(each) === standing));
    const protocol = service.transports.map((each) => each.toUpperCase()).join(" and ");
    return {
      kind: "choose-one",
      prompt: `Commonly found on ${protocol} port \`${service.port}\`: ${service.title}. What does IANA's registry say of that use?`,
      choices: STANDINGS.map((each) => choiceOf(service, each)),
    };
  },
};

const STANDINGS: readonly Standing[] = ["registered", "another's", "nobody's", "never assigned"];

const TEXTS: Readonly<Record<Standing, string>> = {
  registered: "It is registered: the port is listed for this use.",
  "another's": "It is a habit: the port is listed for another service.",
  "nobody's": "It is a habit: the port could be registered, but nobody is listed there.",
  "never assigned": "It is a habit: the port is in the range that is never assigned.",
};

function standingOf({ port, registration }: Service): Standing {
  if (rangeOf(port).id === "dynamic") return "never assigned";
  switch (registration.kind) {
    case "registered":
      return "registered";
    case "habit":
      return "another's";
    case "unregistered":
      return "nobody's";
  }
}

function choiceOf(service: Service, said: Standing): Choice {
  const text = TEXTS[said];
  const standing = standingOf(service);
  if (said === standing) return { text, right: true, because: whySo(service) };
  if (said === "registered")
    return {
      text,
      because:
        "The number is known for it, so it seems to belong to it. Many tools took their numbers without asking.",
      belief: "habit-is-registration",
    };
  if (said === "never assigned")
    return {
      text,
      because: `IANA never assigns 49152 to 65535. ${service.port} is below that, so it can be registered.`,
      ...(service.port > 1023 ? { belief: "ephemeral-above-1023" as const } : {}),
    };
  return { text, because: whyNot(said, standing) };
}

function whySo({ name, port, registration }: Service): string {
  if (registration.kind !== "registered") return registration.why;
  return `IANA lists ${port} for it, under the name \`${registration.name ?? name}\`. That reserves nothing: other programs may use the port too.`;
}

function whyNot(said: Standing, standing: Standing): string {
  if (said === "another's")
    return standing === "registered"
      ? "Many numbers are used by others than the registry lists. This one is used as it is listed."
      : "Many numbers are used by others than the registry lists. Here it lists nobody.";
  if (standing === "registered")
    return "Many tools took a number without asking. Here somebody did ask, and the port is listed.";
  return standing === "another's"
    ? "Nobody asked for this use. But the port is not empty in the registry: another service is listed."
    : "Nobody is listed, that is so. But nobody could be: the port is in the range that is never assigned.";
}
