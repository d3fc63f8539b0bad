/**
 * One TCP state as every tool spells it. Each dialect is asked to print a row in that state: what it
 * prints there is its spelling, and a dialect that leaves the row or the word out has none (docker ps
 * prints no states; lsof lists what a process holds, and none holds TIME-WAIT).
 * Translations are added where a tool's reader covers them all and its printer writes English.
 * Sources: listings of German Windows (for words without a listing at hand there is no entry); the
 * message catalogues of net-tools 2.10.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { Dialect } from "./dialect.ts";
import { DIALECTS } from "./dialects.ts";

export interface StateSpelling {
  readonly spelling: string;
  /** The tools that spell it so, in the order of DIALECTS; translated ones last. */
  readonly tools: readonly string[];
}

const TRANSLATED: readonly {
  readonly tool: string;
  readonly words: Readonly<Partial<Record<TcpState, string>>>;
}[] = [
  {
    tool: "Windows netstat in German",
    words: {
      LISTEN: "ABHÖREN",
      "SYN-SENT": "SYN_GESENDET",
      ESTABLISHED: "HERGESTELLT",
      "CLOSE-WAIT": "SCHLIESSEN_WARTEN",
      "TIME-WAIT": "WARTEND",
    },
  },
  { tool: "netstat (net-tools) in German", words: { ESTABLISHED: "VERBUNDEN" } },
  {
    tool: "netstat (net-tools) in Czech",
    words: {
      LISTEN: "NASLOUCHÁ",
      ESTABLISHED: "SPOJENO",
      CLOSING: "ZAVÍRÁ",
      "LAST-ACK": "POSLEDNÍ ACK",
      CLOSED: "ZAVŘEN",
    },
  },
  {
    tool: "netstat (net-tools) in Brazilian Portuguese",
    words: {
      LISTEN: "OUÇA",
      "SYN-SENT": "SYN_ENVIADO",
      "SYN-RECEIVED": "SYN_RECEBIDO",
      ESTABLISHED: "ESTABELECIDA",
      "FIN-WAIT-1": "ESPERA_FIN1",
      "FIN-WAIT-2": "ESPERA_FIN2",
      "CLOSE-WAIT": "ESPERANDO_FECHAR",
      CLOSING: "FECHANDO",
      "LAST-ACK": "ÚLTIMO_ACK",
      CLOSED: "FECHAR",
    },
  },
];

/** Grouped by spelling; the one that most tools share comes first. */
export function spellingsOf(state: TcpState): readonly StateSpelling[] {
  const groups = new Map<string, Set<string>>();
  const add = (spelling: string, tool: string) =>
    groups.set(spelling, (groups.get(spelling) ?? new Set()).add(tool));
  for (const dialect of DIALECTS) {
    if (printsState(dialect, state)) add(dialect.spelling[state], dialect.tool);
  }
  for (const { tool, words } of TRANSLATED) {
    const word = words[state];
    if (word !== undefined) add(word, tool);
  }
  return [...groups]
    .map(([spelling, tools]) => ({ spelling, tools: [...tools] }))
    .toSorted((one, other) => other.tools.length - one.tools.length);
}

/** The tools that never show this state, though they show others; in the order of DIALECTS. */
export function toolsWithout(state: TcpState): readonly string[] {
  return DIALECTS.filter(
    (dialect) => printsState(dialect, "ESTABLISHED") && !printsState(dialect, state),
  ).map(({ tool }) => tool);
}

function printsState(dialect: Dialect, state: TcpState): boolean {
  const spelling = dialect.spelling[state];
  const [row] = dialect.project(rowIn(state));
  if (spelling === "" || row?.state !== state) return false;
  const heading = new Set(dialect.print([]).split("\n"));
  return dialect
    .print([rowIn(state)])
    .split("\n")
    .some((line) => !heading.has(line) && line.split(/[\s()=]+/).includes(spelling));
}

function rowIn(state: TcpState): SocketEntry {
  const end = { zone: null, service: null };
  return {
    protocol: "tcp",
    family: 4,
    local: { ...end, address: "192.0.2.10", port: 8022 },
    peer: state === "LISTEN" ? null : { ...end, address: "198.51.100.7", port: 40112 },
    state,
    recvQ: 0,
    sendQ: 0,
    // The kernel keeps TIME-WAIT on its own: the program has closed the socket.
    processes: state === "TIME-WAIT" ? [] : [{ pid: 801, name: "sshd", user: "root", fd: 3 }],
  };
}
