/** A world in a sentence or two: who there is, and in which states TCP's sockets are. */
import * as intTable from "#simulator/int-table";
import { addressText } from "#simulator/step-words";
import type { Host, Socket, World } from "#simulator/world";

/** "A is 10.0.0.1, B is 10.0.0.2. Nothing has happened yet." */
export function beginsHosts({ hosts }: World): string {
  const names = Object.values(hosts).map(({ name, interfaces }) => {
    const addresses = interfaces.flatMap((each) => each.addresses);
    return `${name} is ${addresses.length === 0 ? "alone with itself" : addresses.join(" and ")}`;
  });
  return `${names.join(", ")}. Nothing has happened yet.`;
}

/** "A: ESTABLISHED on 40000. B: LISTEN on 8080, ESTABLISHED on 8080." Sockets without a state are left out. */
export function tcpStates({ hosts }: World): string {
  return Object.values(hosts)
    .map((host) => `${host.name}: ${statesOf(host)}.`)
    .join(" ");
}

const MOST_TOLD = 4;

function statesOf({ isUp, sockets }: Host): string {
  if (!isUp) return "switched off";
  const states = [...intTable.entries(sockets)].flatMap(([, socket]) => stateText(socket));
  if (states.length === 0) return "no TCP connection";
  const more = states.length - MOST_TOLD;
  return [...states.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

function stateText(socket: Socket): readonly string[] {
  if (socket.type !== "stream" || socket.state === "CLOSED") return [];
  const { state, local, peer } = socket;
  return [
    peer === null
      ? `${state} on port ${local.port}`
      : `${state} on port ${local.port} with ${addressText(peer)}`,
  ];
}
