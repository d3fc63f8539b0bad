/** The facts of one port in the words the page shows. */
import { classify, type Occupant, type PortFacts, type SystemFacts } from "#net/classify";
import type { OperatingSystem } from "#net/operating-system";
import type { Port } from "#net/port";
import type { PortRangeId } from "#net/port-range";
import type { BindVerdict } from "#net/privileged-port";
import type { Registry } from "#net/registry";
import { REGISTRY_SOURCE, type RegistryAnswer } from "#net/registry-answer";
import type { Service, Transport } from "#net/service";
import type { Source } from "#net/source";

export interface RegistrationRow {
  readonly transport: Transport;
  readonly kind: RegistryAnswer["kind"];
  /** "Registered", "Reserved", "Unassigned", … */
  readonly status: string;
  /** IANA's service name, a fact to set in the monospaced face; null where there is none. */
  readonly serviceName: string | null;
  /** What is to be said about it; null where the status says all. */
  readonly note: string | null;
  /** The person's query named this transport. */
  readonly asked: boolean;
}

export interface UseRow {
  readonly title: string;
  readonly use: string;
  /** "TCP, UDP", the usual one first. */
  readonly transports: string;
  /** Why use and registration differ, or IANA's name; null where they agree. */
  readonly differs: string | null;
  readonly encryption: string | null;
  readonly source: string;
}

export interface SystemRow {
  readonly system: OperatingSystem;
  readonly name: string;
  readonly verdict: BindVerdict;
  /** Who may bind the port, in a few words. */
  readonly mayBind: string;
  readonly bindExplanation: string;
  readonly bindSource: Source;
  readonly ephemeral: boolean;
  /** Whether it lies in the system's ephemeral range, which is named. */
  readonly ephemeralText: string;
  readonly ephemeralSource: Source;
  /** Commands that print the system's own limits; each once. */
  readonly commands: readonly string[];
}

export interface PortFrame {
  readonly port: Port;
  readonly hex: string;
  /** Sixteen binary digits in fours: "0001 1111 1001 0000". */
  readonly bits: string;
  readonly summary: string;
  readonly range: {
    readonly id: PortRangeId;
    readonly name: string;
    /** "1024 to 49151". */
    readonly bounds: string;
    /** "Registered Ports". */
    readonly otherNames: string;
    readonly meaning: string;
    readonly source: Source;
  };
  /** Null as long as the registry is not loaded. */
  readonly registrations: readonly RegistrationRow[] | null;
  readonly registrySource: Source;
  readonly uses: readonly UseRow[];
  readonly systems: readonly SystemRow[];
  readonly occupant: {
    readonly side: Occupant["side"];
    readonly label: string;
    readonly why: string;
  };
  readonly neighbours: PortFacts["neighbours"];
}

/** `asked` is the transport the query named, if it named one. */
export function portFrame(
  port: Port,
  registry: Registry | null,
  asked: Transport | null = null,
): PortFrame {
  const facts = classify(port, registry);
  const { range, occupant } = facts;
  return {
    port,
    hex: facts.hex,
    bits: facts.bits.replace(/(?<=.)(?=(?:.{4})+$)/g, " "),
    summary: facts.summary,
    range: {
      id: range.id,
      name: range.singular,
      bounds: `${range.from} to ${range.to}`,
      otherNames: range.otherNames.join(", "),
      meaning: range.meaning,
      source: range.source,
    },
    registrations:
      facts.registrations?.map(({ transport, answer }) => ({
        transport,
        kind: answer.kind,
        ...registrationWords(answer),
        asked: transport === asked,
      })) ?? null,
    registrySource: REGISTRY_SOURCE,
    uses: facts.uses.map(({ service, differs }) => useRow(service, differs)),
    systems: facts.systems.map((system) => systemRow(port, system)),
    occupant: { ...occupant, label: OCCUPANT_LABELS[occupant.side] },
    neighbours: facts.neighbours,
  };
}

const OCCUPANT_LABELS: Readonly<Record<Occupant["side"], string>> = {
  server: "Usually a server's",
  client: "Usually a client's",
  both: "A server's or a client's",
  nobody: "Nobody's",
  unknown: "Anybody's",
};

export function transportList(transports: readonly Transport[]): string {
  return transports.map((transport) => transport.toUpperCase()).join(", ");
}

type RegistrationWords = Pick<RegistrationRow, "status" | "serviceName" | "note">;

function registrationWords(answer: RegistryAnswer): RegistrationWords {
  switch (answer.kind) {
    case "registered": {
      const note = [answer.description, answer.remark].filter(
        (part) => part !== null && part !== "",
      );
      return {
        status: "Registered",
        serviceName: answer.name,
        note: note.length === 0 ? null : note.join(". "),
      };
    }
    case "unnamed":
      return {
        status: "Listed without a name",
        serviceName: null,
        note: `IANA's words: “${answer.description}”.`,
      };
    case "reserved":
      return { status: "Reserved", serviceName: null, note: answer.remark };
    case "unassigned":
      return { status: "Unassigned", serviceName: null, note: answer.remark };
    case "dynamic":
      return {
        status: "Never assigned",
        serviceName: null,
        note: "IANA keeps Dynamic Ports free for anybody.",
      };
    case "not-listed":
      return {
        status: "Not in the registry",
        serviceName: null,
        note: "The copy used here has no row for it. Most such ports are unassigned.",
      };
  }
}

const ENCRYPTION: Readonly<Record<NonNullable<Service["encrypted"]>, string>> = {
  always: "Encrypted from the first byte.",
  starttls: "Begins in the clear and can change over to TLS.",
  never: "Sent in the clear.",
};

function useRow(service: Service, differs: string | null): UseRow {
  const { title, use, transports, encrypted, source } = service;
  return {
    title,
    use,
    transports: transportList(transports),
    differs,
    encryption: encrypted === undefined ? null : ENCRYPTION[encrypted],
    source,
  };
}

const MAY_BIND: Readonly<Record<BindVerdict, string>> = {
  anyone: "Any program may bind it",
  privileged: "Needs privilege",
  "privileged-on-one-address": "Needs privilege on one address",
  "system-chooses": "The system chooses a port",
};

function systemRow(
  port: Port,
  { system, name, ephemeral, ephemeralRange, bind }: SystemFacts,
): SystemRow {
  const { from, to, command, source } = ephemeralRange;
  return {
    system,
    name,
    verdict: bind.verdict,
    mayBind: MAY_BIND[bind.verdict],
    bindExplanation: bind.explanation,
    bindSource: bind.source,
    ephemeral,
    ephemeralText: ephemeral
      ? `${port} is in its ephemeral range, ${from} to ${to}.`
      : `Its ephemeral range is ${from} to ${to}.`,
    ephemeralSource: source,
    commands: [bind.command, command].filter((each) => each !== null),
  };
}
