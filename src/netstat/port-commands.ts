/**
 * How to see who has a port, and how to stop it, system by system. The commands match the port whole.
 * Sources: docker ps and docker stop; ss(8), kill(1), lsof(8), sockstat(1) of FreeBSD; Microsoft: Get-NetTCPConnection, taskkill.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { OperatingSystem } from "./listing.ts";
import type { PortHolder } from "./port-question.ts";

export interface PortCommands {
  readonly system: Exclude<OperatingSystem, null> | "Docker";
  /** Shows who has the port. */
  readonly see: readonly string[];
  /** Ends the owner; empty where its number is not known, or ending it would be a mistake. */
  readonly stop: readonly string[];
  /** What to know before stopping it. */
  readonly caution: string | null;
}

type Holders = readonly Pick<PortHolder, "pid" | "pids" | "program">[];

/** The systems the listing comes from; Linux, Windows and macOS where it does not tell. */
export function portCommands(
  systems: readonly OperatingSystem[],
  port: string,
  protocols: readonly SocketEntry["protocol"][],
  holders: Holders,
): readonly PortCommands[] {
  const known = systems.filter((system) => system !== null);
  const shown: readonly Exclude<OperatingSystem, null>[] =
    known.length > 0 ? known : ["Linux", "Windows", "macOS"];
  // A process's number means something on its own machine only.
  const owners = known.length === 1 ? holders : [];
  return shown.map((system) => ({
    system,
    see: see(system, port, protocols),
    ...stop(system, owners),
  }));
}

/** Where the listing is Docker's own: the container is the owner, and has a name instead of a number. */
export function dockerCommands(port: string, holders: Holders): PortCommands {
  const names = [...new Set(holders.map(({ program }) => program))];
  return {
    system: "Docker",
    see: [`docker ps --filter publish=${port}`],
    stop: names.filter((name) => /^[\w.-]+$/.test(name)).map((name) => `docker stop ${name}`),
    caution:
      "If Compose or Swarm started the container, stop it there: else it may come back at once.",
  };
}

function see(
  system: Exclude<OperatingSystem, null>,
  port: string,
  protocols: readonly SocketEntry["protocol"][],
): readonly string[] {
  const hasTcp = protocols.includes("tcp");
  const hasUdp = protocols.includes("udp");
  const commands: string[] = [];
  switch (system) {
    case "Linux":
      if (hasTcp) commands.push(`sudo ss -ltnp 'sport = :${port}'`);
      if (hasUdp) commands.push(`sudo ss -lunp 'sport = :${port}'`);
      break;
    case "Windows":
      if (hasTcp) commands.push(`Get-NetTCPConnection -LocalPort ${port} -State Listen`);
      // Without naming its columns it shows no process.
      if (hasUdp)
        commands.push(
          `Get-NetUDPEndpoint -LocalPort ${port} | Format-Table LocalAddress, LocalPort, OwningProcess`,
        );
      commands.push("netstat -ano");
      break;
    case "macOS":
      if (hasTcp) commands.push(`sudo lsof -nP -iTCP:${port} -sTCP:LISTEN`);
      if (hasUdp) commands.push(`sudo lsof -nP -iUDP:${port}`);
      break;
    case "FreeBSD":
      commands.push(`sockstat -46l -p ${port}`);
      break;
    default:
      commands.push("netstat -an");
  }
  return commands;
}

function stop(
  system: Exclude<OperatingSystem, null>,
  holders: Holders,
): Pick<PortCommands, "stop" | "caution"> {
  const pids = [...new Set(holders.flatMap((holder) => holder.pids))];
  const programs = holders.map(({ program }) => program);
  const caution = cautionFor(system, pids, programs);
  if (pids.length === 0 || caution?.isReason === true) {
    return { stop: [], caution: caution?.sentence ?? null };
  }
  const [first] = pids;
  const ends = system === "Windows" ? `taskkill /PID ${first}` : `kill ${first}`;
  return { stop: [ends], caution: caution?.sentence ?? RETURNS };
}

const RETURNS =
  "If a service manager started the program, stop it there: else it may come back at once.";

/** `isReason`: a reason not to end the process at all. */
function cautionFor(
  system: Exclude<OperatingSystem, null>,
  pids: readonly number[],
  programs: readonly string[],
): { readonly sentence: string; readonly isReason: boolean } | null {
  if (system === "Windows" && (pids.includes(4) || pids.includes(0))) {
    return {
      isReason: true,
      sentence:
        "Process 4 is the system itself: it holds the port for a service, often a web server in HTTP.sys. netsh http show servicestate names it.",
    };
  }
  if (pids.includes(1)) {
    return {
      isReason: true,
      sentence:
        "Process 1 is the first program of the system. It holds the port for a service it starts on demand: systemctl list-sockets names it.",
    };
  }
  if (programs.some((program) => /^(?:docker-pr|com\.docke|rootlessp)/.test(program))) {
    return {
      isReason: true,
      sentence:
        "The port is a container's: docker ps names the container, and docker stop ends it.",
    };
  }
  return null;
}
