/**
 * A world at its beginning. Settings are Linux 6.18's defaults, read with sysctl on such a system and explained in the
 * kernel's ip-sysctl documentation; those that depend on a machine's memory are as on one with some gigabytes.
 * Simplified: all hosts are on one link, each of an IPv4 /24 or an IPv6 /64, and there is no way further.
 */
import * as intTable from "./int-table.ts";
import type { IpAddress } from "./packet.ts";
import * as schedule from "./schedule.ts";
import * as textMap from "./text-map.ts";
import type {
  Host,
  HostName,
  HostSettings,
  Micros,
  Pid,
  Process,
  Profile,
  World,
} from "./world.ts";

export const LINUX_SETTINGS: HostSettings = {
  ip_local_port_range: [32768, 60999],
  ip_unprivileged_port_start: 1024,
  somaxconn: 4096,
  tcp_syn_retries: 6,
  tcp_synack_retries: 5,
  tcp_syn_linear_timeouts: 4,
  tcp_retries2: 15,
  tcp_orphan_retries: 0,
  tcp_fin_timeout: 60,
  tcp_keepalive_time: 7200,
  tcp_keepalive_intvl: 75,
  tcp_keepalive_probes: 9,
  tcp_max_syn_backlog: 2048,
  tcp_syncookies: 1,
  tcp_abort_on_overflow: false,
  tcp_tw_reuse: 2,
  tcp_invalid_ratelimit: 500,
  rmem_default: 212_992,
  wmem_default: 212_992,
  tcp_rmem: 131_072,
  tcp_wmem: 16_384,
  nofile: 1024,
  msl: 120,
};

export interface NewProcess {
  readonly pid?: Pid;
  readonly command: string;
  readonly user: string;
  readonly isPrivileged: boolean;
}

export interface NewHost {
  /** Of its one interface, eth0; or `interfaces` names several. */
  readonly addresses?: readonly IpAddress[];
  readonly interfaces?: Host["interfaces"];
  readonly settings?: Partial<HostSettings>;
  /** One process of root's, python3 with the number 1000, where absent. */
  readonly processes?: readonly NewProcess[];
  /** The first socket's inode number; each further one's is one more. */
  readonly firstInode?: number;
}

export interface NewWorld {
  readonly profile: Profile;
  readonly hosts: Readonly<Record<HostName, NewHost>>;
  /** One way; 10 ms where absent. */
  readonly delay?: Micros;
  readonly seed?: number;
}

const FIRST_PID = 1000;
const FIRST_INODE = 40_001;
const USUAL_PROCESS: NewProcess = { command: "python3", user: "root", isPrivileged: true };

export function newWorld({ profile, hosts, delay = 10_000, seed = 1 }: NewWorld): World {
  return {
    profile,
    now: 0,
    hosts: Object.fromEntries(
      Object.entries(hosts).map(([name, host]) => [name, newHost(name, host)]),
    ),
    wire: { delay, inFlight: intTable.empty(), rules: [] },
    schedule: schedule.empty(),
    nextPacket: 1,
    nextCall: 1,
    seed: seed >>> 0,
  };
}

function newHost(name: HostName, host: NewHost): Host {
  const empty: Host = {
    name,
    interfaces: host.interfaces ?? [{ name: "eth0", addresses: host.addresses ?? [] }],
    settings: { ...LINUX_SETTINGS, ...host.settings },
    processes: {},
    sockets: intTable.empty(),
    lookup: textMap.empty(),
    ports: textMap.empty(),
    filters: [],
    pending: intTable.empty(),
    nextSocket: 1,
    nextPid: FIRST_PID,
    nextInode: host.firstInode ?? FIRST_INODE,
    isUp: true,
  };
  return (host.processes ?? [USUAL_PROCESS]).reduce(
    (made, process) => withProcess(made, process).host,
    empty,
  );
}

/** A process that has no sockets yet. */
export function withProcess(
  host: Host,
  { pid = host.nextPid, command, user, isPrivileged }: NewProcess,
): { readonly host: Host; readonly pid: Pid } {
  const process: Process = {
    pid,
    command,
    user,
    isPrivileged,
    descriptors: intTable.empty(),
    nextFd: 3,
    parent: null,
  };
  return {
    host: {
      ...host,
      processes: { ...host.processes, [pid]: process },
      nextPid: Math.max(host.nextPid, pid + 1),
    },
    pid,
  };
}
