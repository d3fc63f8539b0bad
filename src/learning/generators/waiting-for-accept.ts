import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawOwnAddress,
  drawPeerAddress,
  drawServers,
  listed,
  listenerOn,
  NET_TOOLS,
  SS,
} from "./socket-draws.ts";

const BACKLOGS = [5, 10, 50, 100, 128, 511, 1024, 4096];

export const waitingForAccept: Generator = {
  id: "waiting-for-accept",
  topic: "reading-netstat",
  practises: "reading the queues of listeners and of connections",
  lesson: "netstat/columns",
  make: (draw) => (draw.chance(2, 3) ? ofListener(draw) : ofConnection(draw)),
};

type Made = Omit<TypeNumber, "id">;

function ofListener(draw: Draw): Made {
  const tool = draw.chance(2, 3) ? SS : NET_TOOLS;
  const servers = drawServers(draw, 3);
  const limits = draw.sample(BACKLOGS, 3);
  const rows = servers.map(({ port, program }, index) => {
    const limit = limits[index]!;
    const waits = draw.chance(1, 5) ? 0 : draw.whole(1, Math.min(limit, 60));
    return { port, program, waits, limit };
  });
  const listing = listed(
    tool,
    rows.map(({ port, program, waits, limit }) =>
      listenerOn({ address: "0.0.0.0", port }, program, { recvQ: waits, sendQ: limit }),
    ),
  ).replace("servers and established", "only servers");
  const { port, waits, limit } = draw.pick(rows);
  const others = rows.filter((row) => row.port !== port);
  const asksLimit = tool === SS && draw.chance(1, 3);
  const what = asksLimit
    ? "Which limit is set for the connections that wait there for the program to accept them"
    : "How many connections to it are open, and not yet accepted by the program";
  const prompt = `Listeners of a host (${tool === SS ? "`ss -tulnp`" : "`netstat -tulnp`"} on Linux). One has port ${port}. ${what}?`;
  if (asksLimit)
    return {
      kind: "type-number",
      prompt,
      listing,
      answer: limit,
      because: `On a listener ss prints the limit in Send-Q: ${limit}. The program gave it to listen(), or the system's own maximum is less.`,
      near: distinct(limit, [
        {
          value: waits,
          because: "That is Recv-Q: how many connections wait at this moment.",
        },
        {
          value: limit - waits,
          because: "That is the limit less those that wait. The limit is Send-Q itself.",
        },
        ...others.map(({ limit: value, port: other }) => ({
          value,
          because: `That is the limit of the listener on port ${other}.`,
        })),
      ]),
    };
  return {
    kind: "type-number",
    prompt,
    listing,
    answer: waits,
    because: `On a listener Recv-Q counts connections, not bytes: ${waits === 0 ? "none waits" : waits === 1 ? "1 waits" : `${waits} wait`} for accept().`,
    near: distinct(waits, [
      {
        value: tool === SS ? limit : 0,
        because:
          tool === SS
            ? "That is Send-Q: the limit for those that wait, not how many do."
            : "That is Send-Q, which netstat leaves at 0 for a listener. How many wait is in Recv-Q.",
      },
      ...others.map(({ waits: value, port: other }) => ({
        value,
        because: `So many wait at the listener on port ${other}.`,
      })),
    ]),
  };
}

function ofConnection(draw: Draw): Made {
  const tool = draw.pick([SS, NET_TOOLS]);
  const address = drawOwnAddress(draw);
  const servers = drawServers(draw, 2);
  const rows = servers.map(({ port, program }) => ({
    port,
    program,
    peer: { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) },
    recvQ: draw.whole(1, 3000),
    sendQ: draw.whole(3001, 60_000),
  }));
  const listing = listed(
    tool,
    rows.map(({ port, program, peer, ...queues }) =>
      connectionOf({ address, port }, peer, "ESTABLISHED", program, queues),
    ),
  ).replace("servers and established", "w/o servers");
  const [asked, other] = rows;
  const { port, recvQ, sendQ } = asked!;
  const asksUnread = draw.chance(1, 2);
  const [answer, swapped, others] = asksUnread
    ? [recvQ, sendQ, other!.recvQ]
    : [sendQ, recvQ, other!.sendQ];
  return {
    kind: "type-number",
    prompt: `Connections of a host (${tool === SS ? "`ss -tunp`" : "`netstat -tunp`"} on Linux). ${asksUnread ? `How many bytes have arrived for port ${port}, and the program has not read them` : `How many bytes has the program on port ${port} sent, and the peer has not acknowledged them`}?`,
    listing,
    answer,
    because: asksUnread
      ? `On a connection Recv-Q counts the bytes that the program has not read: ${answer}.`
      : `On a connection Send-Q counts the bytes that the peer has not acknowledged: ${answer}.`,
    near: distinct(answer, [
      {
        value: swapped,
        because: asksUnread
          ? "That is Send-Q: bytes for the peer, which has not acknowledged them."
          : "That is Recv-Q: bytes that came from the peer, and that the program has not read.",
      },
      { value: others, because: `That stands in the row of port ${other!.port}.` },
    ]),
  };
}

/** Without the answer, and each number once. */
function distinct(answer: number, near: Made["near"]): Made["near"] {
  const known = new Set([answer]);
  return near.filter(({ value }) => !known.has(value) && known.add(value));
}
