/** "Which local address and port does the new socket have?": asked where accept() gives a connection. accept(2). */
import type { SocketEntry } from "#net/socket-entry";
import { addressText } from "#simulator/step-words";
import { socketTable } from "#simulator/socket-table";
import { type Draft, guess } from "./predict-guess.ts";
import { effectsOf, type Moment } from "./predict-moment.ts";

export function portDraft(moment: Moment): Draft | null {
  const { trigger, host, beat, before } = moment;
  if (trigger.kind !== "call" || trigger.call.name !== "accept") return null;
  const value = effectsOf(beat, "returned").find(({ id }) => id === trigger.story.id)?.result.value;
  if (value === null || typeof value !== "object" || !("peer" in value)) return null;
  const peer = addressText(value.peer);
  const row = socketTable(before, host).find(
    (entry) => entry.peer !== null && textOf(entry.peer) === peer && entry.state !== "LISTEN",
  );
  const listener = socketTable(before, host).find(
    ({ state, local }) => state === "LISTEN" && local.port === row?.local.port,
  );
  if (row === undefined || listener === undefined) return null;
  const port = row.local.port ?? 0;
  const local = textOf(row.local);
  return {
    asks: "`accept()` gives a new socket. Which address and port does it have on its own side?",
    right: guess(
      `\`${local}\``,
      "It is the address and port that the client's SYN went to. Connections of one port are told apart by the client's end. The rule: accept(2).",
    ),
    wrong: [
      guess(
        `\`${addressText({ address: row.local.address, port: 49_152 })}\``,
        "A port of its own for each client sounds tidy. But the client goes on sending to the port that it asked for.",
        "accept-new-port",
      ),
      guess(
        `\`${anyText(listener)}\``,
        `So the listener has it. The listener goes on waiting for others; the new socket is one connection, through one address. The port is ${port} for both.`,
      ),
      guess(`\`${peer}\``, "That is the other end: the client's own address and port."),
    ],
  };
}

/** As netstat prints the address that stands for every one. */
function anyText({ family, local }: SocketEntry): string {
  const wildcard = family === 4 ? "0.0.0.0" : "::";
  return textOf(local.address === "*" ? { ...local, address: wildcard } : local);
}

const textOf = ({ address, port }: { readonly address: string; readonly port: number | null }) =>
  addressText({ address, port: port ?? 0 });
