/**
 * "Why is port 8080 busy?": who holds the port on this side, told apart from rows whose peer has that port,
 * and what it means for a program that wants to listen there. The port is matched whole, as the number or
 * the name that was printed. That no row has it is never said as "nothing is listening": a listing shows
 * what was asked of one tool, in one network namespace, as far as this reader could read it.
 * What binding meets was tried on Linux 6 (socket(7), SO_REUSEADDR); other systems have rules of their own.
 */
import type { SocketEntry } from "#net/socket-entry";
import { TCP_STATES } from "#net/tcp-state";
import { counted } from "./counted.ts";
import { EXPOSURES, type Exposure, ROLES } from "./explanation.ts";
import type { OperatingSystem } from "./listing.ts";
import { dockerCommands, type PortCommands, portCommands } from "./port-commands.ts";
import { notesFor } from "./port-notes.ts";
import { portOf } from "./row-filter.ts";
import { NONE, type RowIndex } from "./row-index.ts";
import { nameOf } from "./role-words.ts";
import { programOf } from "./sentence.ts";

/** What a row does with the port. */
export const PORT_USES = [
  /** Waits for clients there. */
  "listener",
  /** An unconnected UDP or raw socket. */
  "receiver",
  /** Holds the port and does nothing with it yet. */
  "bound",
  /** A connection that came in on it. */
  "served",
  /** A program's own port of a connection to somewhere else. */
  "client",
  /** A connection of which the listing does not tell who called. */
  "connection",
  /** A connection that is over. */
  "time-wait",
  /** The peer has that port; nothing on this side does. */
  "remote",
] as const;

export type PortUse = (typeof PORT_USES)[number];

/** A socket that waits or holds the port: who a person would have to stop. */
export interface PortHolder {
  /** The row, counted from 0. */
  readonly row: number;
  readonly protocol: string;
  /** "nginx", "Process 4711", or "A program" where the row names none. */
  readonly program: string;
  readonly pid: number | null;
  /** Several processes may hold one socket. */
  readonly pids: readonly number[];
  readonly address: string;
  readonly exposure: Exposure | null;
}

export interface PortPart {
  readonly use: PortUse;
  /** One or two sentences: what these rows are, and what they mean for a program that wants the port. */
  readonly sentence: string;
  readonly count: number;
  /** The first of them, at most MOST_ROWS. */
  readonly rows: readonly number[];
}

export type PortAnswer =
  | {
      readonly type: "answer";
      /** "8080", or the name. */
      readonly port: string;
      /**
       * listening: a program waits there. held: no program waits, and something else has it.
       * remote: only peers have it. absent: no row has it.
       */
      readonly verdict: "listening" | "held" | "remote" | "absent";
      readonly sentence: string;
      /** Listeners and receivers first, then what is only bound; at most MOST_ROWS. */
      readonly holders: readonly PortHolder[];
      /** In the order of PORT_USES, those that occur. */
      readonly parts: readonly PortPart[];
      /** What the listing cannot tell, each a sentence. */
      readonly notes: readonly string[];
      /** How to look and how to stop the owner, on each system the listing may come from. */
      readonly commands: readonly PortCommands[];
    }
  | {
      readonly type: "error";
      readonly reason: "empty" | "too-large" | "not-a-port";
      readonly message: string;
    };

const MOST_ROWS = 100;

/** `question`: a number, ":8080", or a service's name as the tool printed it. Linear in the rows. */
export function askPort(index: RowIndex, question: string): PortAnswer {
  const text = question.trim().replace(/^:/, "").toLowerCase();
  if (text === "") return error("empty", "Type a port, such as 8080.");
  if (/^\d+$/.test(text) && Number(text) > 65535) {
    return error("too-large", "A port has 16 bits: the highest is 65535.");
  }
  if (!/^[\w.+/-]{1,40}$/.test(text)) {
    return error("not-a-port", "A port is a number from 0 to 65535, or a service's name: ssh.");
  }
  const shown = /^\d+$/.test(text) ? String(Number(text)) : text;
  const found = findUses(index, portOf(index, shown));
  const holders = holdersOf(index, found);
  const systems = systemsOf(index);
  const isLinux = systems.every((system) => system === "Linux");
  const parts = PORT_USES.filter((use) => found[use].count > 0).map((use) => ({
    use,
    sentence: partSentence(use, found[use].count, shown, isLinux),
    ...found[use],
  }));
  const verdict = verdictOf(found);
  return {
    type: "answer",
    port: shown,
    verdict,
    sentence: answerSentence(index, verdict, found, holders, shown),
    holders,
    parts,
    notes: notesFor(index, shown, verdict === "remote" || verdict === "absent"),
    commands: commandsFor(index, systems, shown, holders),
  };
}

const error = (
  reason: Extract<PortAnswer, { type: "error" }>["reason"],
  message: string,
): PortAnswer => ({ type: "error", reason, message });

interface Found {
  count: number;
  readonly rows: number[];
}

type FoundUses = Readonly<Record<PortUse, Found>>;

function findUses(index: RowIndex, port: number): FoundUses {
  const found = Object.fromEntries(
    PORT_USES.map((use) => [use, { count: 0, rows: [] }]),
  ) as unknown as Record<PortUse, Found>;
  if (port === NONE) return found;
  for (let row = 0; row < index.rowCount; row += 1) {
    const use = useOf(index, row, port);
    if (use === null) continue;
    const part = found[use];
    part.count += 1;
    if (part.rows.length < MOST_ROWS) part.rows.push(row);
  }
  return found;
}

const TIME_WAIT = TCP_STATES.indexOf("TIME-WAIT") + 1;

function useOf(index: RowIndex, row: number, port: number): PortUse | null {
  if (index.localPorts[row] !== port) return index.peerPorts[row] === port ? "remote" : null;
  switch (ROLES[index.roles[row]!]) {
    case "listener":
      return "listener";
    case "receiver":
      return "receiver";
    case "bound":
      return "bound";
    default:
  }
  if (index.states[row] === TIME_WAIT) return "time-wait";
  switch (index.ends[row]) {
    case 1:
      return "served";
    case 2:
      return "client";
    default:
      return "connection";
  }
}

function holdersOf(index: RowIndex, found: FoundUses): readonly PortHolder[] {
  const rows = [...found.listener.rows, ...found.receiver.rows, ...found.bound.rows];
  return rows.slice(0, MOST_ROWS).map((row) => {
    const { entry } = index.listing.row(row);
    const pids = entry.processes.flatMap(({ pid }) => pid ?? []);
    return {
      row,
      protocol: entry.protocol,
      program: programOf(entry),
      pid: pids[0] ?? null,
      pids: [...new Set(pids)],
      address: entry.local.address,
      exposure: EXPOSURES[index.exposures[row]! - 1] ?? null,
    };
  });
}

function verdictOf(found: FoundUses): Extract<PortAnswer, { type: "answer" }>["verdict"] {
  if (found.listener.count + found.receiver.count > 0) return "listening";
  const isHeld = PORT_USES.some((use) => use !== "remote" && found[use].count > 0);
  if (isHeld) return "held";
  return found.remote.count > 0 ? "remote" : "absent";
}

function answerSentence(
  index: RowIndex,
  verdict: ReturnType<typeof verdictOf>,
  found: FoundUses,
  holders: readonly PortHolder[],
  port: string,
): string {
  switch (verdict) {
    case "listening":
      return listeningSentence(index, holders, found, port);
    case "held":
      return heldSentence(found, port);
    case "remote":
      return `No row of this listing has port ${port} on this side. ${counted(found.remote.count, "row has", "rows have")} it on the other side: there a program here talks to port ${port} of another machine, and holds another port of its own.`;
    case "absent":
      return index.rowCount === 0
        ? "No socket was read from this text, so it says nothing about the port."
        : `No row of this listing has port ${port} on this side, nor on the other.`;
  }
}

const REACH: Readonly<Record<Exposure, string>> = {
  loopback: "for programs on this machine only",
  interface: "through one address or interface",
  all: "through every interface of this machine",
  unknown: "",
};

function listeningSentence(
  index: RowIndex,
  holders: readonly PortHolder[],
  found: FoundUses,
  port: string,
): string {
  const [first] = holders;
  if (first === undefined) return "";
  const { entry } = index.listing.row(first.row);
  const who = nameOf(entry.protocol);
  const does = found.listener.count > 0 ? "listens on" : "receives on";
  const where = first.exposure === null ? "" : REACH[first.exposure];
  const owner = first.pid === null ? first.program : `${first.program} (process ${first.pid})`;
  const named = first.program.startsWith("Process ") ? first.program : owner;
  if (index.listing.row(first.row).dialect === "docker-ps") {
    const container = entry.processes.length > 0 ? `the container ${first.program}` : "a container";
    return `${who} port ${port} leads into ${container}${where === "" ? "" : `, ${where}`}.`;
  }
  const programs = new Set(holders.map(({ program, pid }) => `${program} ${pid}`));
  const others =
    programs.size > 1
      ? ` ${counted(programs.size - 1, "more process holds", "more processes hold")} it as well.`
      : "";
  return `${named} ${does} ${who} port ${port}${where === "" ? "" : `, ${where}`}.${others}`;
}

function heldSentence(found: FoundUses, port: string): string {
  if (found.bound.count > 0)
    return `No row listens on port ${port}, but a program holds it: it is bound to the port.`;
  if (found.client.count > 0)
    return `No row listens on port ${port}, but a program here uses it as its own end of a connection.`;
  if (found["time-wait"].count > 0 && found.served.count + found.connection.count === 0)
    return `No row listens on port ${port}. Connections that used it are over and wait a little (TIME-WAIT).`;
  return `No row listens on port ${port}, but connections still use it on this side.`;
}

/** What binding meets is told of Linux alone, for listings that are Linux's. */
function partSentence(use: PortUse, count: number, port: string, isLinux: boolean): string {
  const one = count === 1;
  switch (use) {
    case "listener":
      return `${counted(count, "socket listens", "sockets listen")} on port ${port}. Another program that wants to listen at the same address is told “address already in use”.`;
    case "receiver":
      return `${counted(count, "socket has", "sockets have")} port ${port} and no connection: datagrams to it arrive there. UDP and TCP ports are counted apart: TCP port ${port} may still be free.`;
    case "bound":
      return `${counted(count, "socket is", "sockets are")} bound to port ${port} and neither ${one ? "listens nor is" : "listen nor are"} connected. That is enough to keep it from others.`;
    case "served":
      return `${counted(count, "connection", "connections")} came in on port ${port}. When the listener ends, ${one ? "it" : "they"} may live on.${isLinux ? " A program can then listen there again if it sets SO_REUSEADDR, as most servers do." : ""}`;
    case "client":
      return `${counted(count, "program's own end", "programs' own ends")} of a connection to somewhere else: the system gave out port ${port} for it. While it lasts, no program can listen at that address and port. It ends with the connection.`;
    case "connection":
      return `${counted(count, "connection has", "connections have")} port ${port} on this side, and the listing does not tell which side called.`;
    case "time-wait":
      return `${counted(count, "connection", "connections")} on port ${port} ${one ? "is" : "are"} over and ${one ? "waits" : "wait"} so that late segments do no harm. No program holds ${one ? "it" : "them"}; ${one ? "it goes" : "they go"} ${isLinux ? "after a minute. Until then only a program that sets SO_REUSEADDR can listen there." : "by " + (one ? "itself" : "themselves") + " after a while. Until then a program may be kept from listening there."}`;
    case "remote":
      return `${counted(count, "row has", "rows have")} port ${port} on the other side. ${one ? "It does" : "They do"} not keep the port busy here.`;
  }
}

function commandsFor(
  index: RowIndex,
  systems: readonly OperatingSystem[],
  port: string,
  holders: readonly PortHolder[],
): readonly PortCommands[] {
  const isDocker = ({ row }: PortHolder) => index.listing.row(row).dialect === "docker-ps";
  return holders.length > 0 && holders.every(isDocker)
    ? [dockerCommands(port, holders)]
    : portCommands(systems, port, protocolsOf(holders), holders);
}

function systemsOf({ listing }: RowIndex): readonly OperatingSystem[] {
  const systems = new Set(
    listing.blocks.filter(({ rowCount }) => rowCount > 0).map(({ os }) => os),
  );
  return [...systems];
}

function protocolsOf(holders: readonly PortHolder[]): readonly SocketEntry["protocol"][] {
  const protocols = [...new Set(holders.map(({ protocol }) => protocol))];
  return protocols.length === 0 ? ["tcp"] : protocols;
}
