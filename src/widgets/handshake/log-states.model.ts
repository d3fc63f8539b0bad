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

/** "A: ESTABLISHED on port 40000 with 10.0.0.2:8080. B: UDP on port 53, 1 packet to read." */
export function socketStates({ hosts }: World): string {
  return Object.values(hosts)
    .map((host) => `${host.name}: ${statesOf(host)}.`)
    .join(" ");
}

const MOST_TOLD = 4;

function statesOf({ isUp, sockets }: Host): string {
  if (!isUp) return "switched off";
  const states = [...intTable.entries(sockets)].flatMap(([, socket]) => stateText(socket));
  if (states.length === 0) return "nothing is open";
  const more = states.length - MOST_TOLD;
  return [...states.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

/** Nothing for a socket that is not in use yet, or any more. */
function stateText(socket: Socket): readonly string[] {
  const { local, peer } = socket;
  switch (socket.type) {
    case "stream":
      if (socket.state === "CLOSED") return [];
      return [
        peer === null
          ? `${socket.state} on port ${local.port}`
          : `${socket.state} on port ${local.port} with ${addressText(peer)}`,
      ];
    case "dgram":
      return local.port === 0 ? [] : [`UDP on port ${local.port}${toRead(socket.queue.length)}`];
    case "raw":
      return [`a raw socket${toRead(socket.queue.length)}`];
  }
}

function toRead(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", 1 packet to read" : `, ${count} packets to read`;
}
