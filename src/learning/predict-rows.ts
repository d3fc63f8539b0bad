/**
 * "Which row does netstat show now?": the one row of the host's socket table that the beat adds, changes or takes
 * away, as the simulator's own netstat prints it, with its blanks drawn together.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { type SocketRow, socketRows } from "#simulator/socket-table";
import { commandOutput } from "#simulator/tools/command";
import type { HostName, SocketId, World } from "#simulator/world";
import { type Draft, type Guess, guess } from "./predict-guess.ts";
import { effectsOf, type Moment } from "./predict-moment.ts";
import { reasonText } from "./predict-words.ts";

interface Change {
  readonly old: SocketRow | null;
  readonly now: SocketRow | null;
}

export function areRowsWorthAsking({ beat, host, trigger }: Moment): boolean {
  if (trigger.kind === "timer") return trigger.timer === "time-wait";
  const isStateChanged = effectsOf(beat, "state").some((effect) => effect.host === host);
  const isDataQueued = effectsOf(beat, "queued").some(({ what }) => what === "data");
  return isStateChanged || isDataQueued;
}

/** Null where several rows change, or none. */
export function rowsDraft(moment: Moment): Draft | null {
  const { before, beat, host } = moment;
  const change = onlyChange(rowsById(before, host), rowsById(beat.world, host));
  if (change === null) return null;
  const { old, now } = change;
  const command = (now ?? old)?.entry.protocol === "udp" ? "netstat -uan" : "netstat -tan";
  if (now === null) return old === null ? null : goneDraft(moment, old, command);
  const listener = listenerBeside(beat.world, host, now);
  return listener === null || old?.entry.state === now.entry.state
    ? oneRowDraft(moment, old, now, command)
    : besideListenerDraft(moment, now, listener, command);
}

function rowsById(world: World, host: HostName): ReadonlyMap<SocketId, SocketRow> {
  const place = world.hosts[host];
  return new Map(place === undefined ? [] : socketRows(place).map((row) => [row.id, row]));
}

function onlyChange(
  before: ReadonlyMap<SocketId, SocketRow>,
  after: ReadonlyMap<SocketId, SocketRow>,
): Change | null {
  const changes: Change[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id) ?? null, after.get(id) ?? null];
    // A listener's queue changes with every connection: that row is another question.
    if (now?.entry.state === "LISTEN" && old?.entry.state === "LISTEN") continue;
    if (textOf(old) !== textOf(now)) changes.push({ old, now });
  }
  return changes.length === 1 ? (changes[0] ?? null) : null;
}

function listenerBeside(world: World, host: HostName, { entry }: SocketRow): SocketRow | null {
  if (entry.state !== "SYN-RECEIVED" && entry.state !== "ESTABLISHED") return null;
  const onPort = [...rowsById(world, host).values()].filter(
    (row) => row.entry.protocol === "tcp" && row.entry.local.port === entry.local.port,
  );
  const listeners = onPort.filter((row) => row.entry.state === "LISTEN");
  // With more rows the choices would be listings of their own.
  return listeners.length === 1 && onPort.length === 2 ? (listeners[0] ?? null) : null;
}

const textOf = (row: SocketRow | null) => (row === null ? "" : printed(row.entry));

/** As netstat prints it, in words that stay apart when the line is broken. */
function printed(entry: SocketEntry): string {
  const flags = entry.protocol === "raw" ? "w" : entry.protocol === "udp" ? "u" : "t";
  const output = commandOutput(`netstat -${flags}anW`, [{ entry, inode: 0 }]);
  if (output.type === "error") return "";
  const line = output.text.trimEnd().split("\n").at(-1) ?? "";
  return line.trim().replaceAll(/ +/g, " ");
}

const shown = (entry: SocketEntry) => `\`${printed(entry)}\``;

function besideListenerDraft(
  { host, beat }: Moment,
  { entry }: SocketRow,
  listener: SocketRow,
  command: string,
): Draft {
  const waits = shown(listener.entry);
  const port = entry.local.port ?? 0;
  const early = shown({ ...entry, state: "SYN-RECEIVED" });
  return {
    asks: `Which rows does \`${command}\` on ${host} show for port ${port} now?`,
    right: guess(
      `${waits} and ${shown(entry)}`,
      `The listener stays as it is, and the connection is a socket of its own beside it. ${whyText(beat)}`,
    ),
    wrong: [
      guess(
        shown(entry),
        "The listener does not turn into the connection: it stays, and waits for the next client.",
        "listen-becomes-established",
      ),
      guess(
        `${waits} and ${shown({ ...entry, local: { ...entry.local, port: 49_152 } })}`,
        `The connection has the port that the client asked for, ${port}, on this side. No new port is opened.`,
        "accept-new-port",
      ),
      entry.state === "ESTABLISHED"
        ? guess(
            `${waits} and ${early}`,
            "It was so until the ACK came. It does not stay so until a program calls `accept()`: the kernel completes the handshake by itself.",
          )
        : guess(
            waits,
            "The kernel keeps a socket for the connection at once, though no program has it yet.",
          ),
    ],
  };
}

function oneRowDraft(
  { host, beat }: Moment,
  old: SocketRow | null,
  { entry }: SocketRow,
  command: string,
): Draft {
  const what = entry.peer === null ? "socket" : "connection";
  return {
    asks: `Which row does \`${command}\` on ${host} show for this ${what} now?`,
    right: guess(shown(entry), `${rowReason(entry, old?.entry ?? null)} ${whyText(beat)}`),
    wrong: [
      ...(entry.state === "LISTEN"
        ? wrongListeners(entry)
        : wrongConnections(entry, old?.entry ?? null)),
      old === null
        ? guess("No row", noRow(entry))
        : guess(shown(old.entry), "So it was before. What has happened shows in the row."),
    ],
  };
}

const noRow = ({ state }: SocketEntry) =>
  state === "LISTEN"
    ? "netstat with `-a` shows sockets that wait for clients too, before anybody has connected."
    : state === "SYN-RECEIVED"
      ? "The kernel keeps a socket for the connection at once, though no program has it yet."
      : "The socket has a row as soon as it has begun to connect, whether anybody answers or not.";

function rowReason(entry: SocketEntry, old: SocketEntry | null): string {
  if (entry.state === "LISTEN")
    return "The foreign address of a listener stands for nobody: it has no peer yet.";
  if (old !== null && old.recvQ !== entry.recvQ && old.state === entry.state)
    return `The second column counts what has arrived and was not read: ${entry.recvQ ?? 0} now.`;
  if (entry.state === "SYN-SENT")
    return "The socket has a local port by now, which its system chose or the program asked for. The 1 under Send-Q is the SYN, which is not acknowledged.";
  if (old === null)
    return "Each connection has a row of its own, with the port that was asked for on this side.";
  return "The addresses stay as they are; the state is another.";
}

function wrongListeners(entry: SocketEntry): readonly Guess[] {
  const own = entry.local;
  return [
    guess(
      shown({ ...entry, state: "ESTABLISHED", sendQ: 0 }),
      "A listener has no peer, so nothing is established. It waits.",
      "foreign-zero-is-host",
    ),
    ...(own.address === "*"
      ? [
          guess(
            shown({
              ...entry,
              local: { ...own, address: entry.family === 4 ? "127.0.0.1" : "::1" },
            }),
            "The program asked for every address of the host, not for the loopback address alone.",
            "any-is-localhost",
          ),
        ]
      : [
          guess(
            shown({ ...entry, local: { ...own, address: "*" } }),
            `The program asked for one address, ${own.address}. Only that one is listened on.`,
          ),
        ]),
  ];
}

function wrongConnections(entry: SocketEntry, old: SocketEntry | null): readonly Guess[] {
  const { peer, local } = entry;
  const guesses: Guess[] = [];
  if (old !== null && old.recvQ !== entry.recvQ && old.state === entry.state) {
    guesses.push(
      guess(
        shown({ ...entry, recvQ: old.recvQ, sendQ: (entry.recvQ ?? 0) - (old.recvQ ?? 0) }),
        "Send-Q, the third column, counts what this host has sent and the other end has not acknowledged. This data came in.",
      ),
      guess(
        shown({ ...entry, recvQ: (entry.recvQ ?? 0) > 1 ? 1 : 2 }),
        "The column counts bytes, not segments or calls.",
        "send-equals-recv",
      ),
    );
  }
  if (entry.state === "SYN-SENT" && peer !== null && local.port !== peer.port)
    guesses.push(
      guess(
        shown({ ...entry, local: { ...local, port: peer.port } }),
        "The port that is asked for belongs to the other end. This end has one of its own.",
        "client-uses-80",
      ),
    );
  for (const state of LIKELY[entry.state ?? "CLOSED"] ?? [])
    guesses.push(guess(shown({ ...entry, state }), WHY_NOT[state] ?? "That is another state."));
  return guesses;
}

const LIKELY: Readonly<Partial<Record<TcpState, readonly TcpState[]>>> = {
  "SYN-SENT": ["ESTABLISHED", "LISTEN"],
  "SYN-RECEIVED": ["ESTABLISHED", "SYN-SENT"],
  ESTABLISHED: ["SYN-RECEIVED", "CLOSE-WAIT", "SYN-SENT"],
  "FIN-WAIT-1": ["CLOSE-WAIT", "TIME-WAIT"],
  "FIN-WAIT-2": ["TIME-WAIT", "CLOSE-WAIT"],
  "CLOSE-WAIT": ["TIME-WAIT", "LAST-ACK"],
  CLOSING: ["CLOSE-WAIT", "TIME-WAIT"],
  "LAST-ACK": ["TIME-WAIT", "CLOSE-WAIT"],
  "TIME-WAIT": ["CLOSE-WAIT", "LAST-ACK"],
};

const WHY_NOT: Readonly<Partial<Record<TcpState, string>>> = {
  ESTABLISHED: "For that both SYNs have to be acknowledged, and they are not yet.",
  LISTEN: "A socket that listens has no peer. This one has.",
  "SYN-SENT": "That is for an end that has asked and has no answer.",
  "SYN-RECEIVED": "That is for an end whose own SYN is not acknowledged yet.",
  "CLOSE-WAIT": "That is for an end that received a FIN first and has not closed.",
  "TIME-WAIT": "That comes last, at the end that closed first, after both FINs.",
  "LAST-ACK": "That is for an end that closed second and waits for the last ACK.",
};

function goneDraft({ host, beat }: Moment, { entry }: SocketRow, command: string): Draft {
  const what = entry.state === "LISTEN" ? "the listener" : "this connection";
  return {
    asks: `Which row does \`${command}\` on ${host} show for ${what} now?`,
    right: guess("No row", `The socket is gone, and its row with it. ${whyText(beat)}`),
    wrong: [
      guess(shown(entry), "So it was before. What it waited for has come."),
      ...(entry.state === "TIME-WAIT" || entry.state === "LISTEN"
        ? []
        : [
            guess(
              shown({ ...entry, state: "TIME-WAIT", recvQ: 0, sendQ: 0 }),
              "TIME-WAIT is for the end that closed first in an orderly close.",
              "time-wait-is-leak",
            ),
          ]),
      guess(
        shown({ ...entry, state: "CLOSE-WAIT", recvQ: 0, sendQ: 0 }),
        "CLOSE-WAIT is for an end that has received a FIN and has not closed. Here nothing is left.",
      ),
      ...(entry.state === "LISTEN" || entry.state === "TIME-WAIT"
        ? [
            guess(
              shown({ ...entry, state: "FIN-WAIT-2", recvQ: 0, sendQ: 0 }),
              "FIN-WAIT-2 waits for the other end's FIN. Here nothing is left to wait for.",
            ),
          ]
        : []),
    ],
  };
}

function whyText(beat: Moment["beat"]): string {
  const [effect] = [...effectsOf(beat, "state").slice(-1), ...effectsOf(beat, "queued")];
  return effect === undefined ? "" : reasonText(effect.why);
}
