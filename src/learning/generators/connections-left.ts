import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";
import { drawOwnAddress, drawPeerAddress, drawServers } from "./socket-draws.ts";

export const connectionsLeft: Generator = {
  id: "connections-left",
  topic: "troubleshooting",
  practises: "counting the client ports that are left towards one endpoint",
  lesson: "field/ephemeral-ports-run-out",
  make(draw) {
    const usual = ephemeralRangeOf("linux");
    const from = draw.pick([usual.from, 10_000, 15_000, 20_000, 40_000, 50_000]);
    const to = draw.pick([usual.to, 64_999, 65_535]);
    const size = to - from + 1;
    const [one, two] = drawServers(draw, 2);
    const address = drawPeerAddress(draw);
    const asked = `${address}:${one!.port}`;
    const others = [`${drawPeerAddress(draw, address)}:${one!.port}`, `${address}:${two!.port}`];
    const established = draw.whole(10, 3000);
    const waiting = draw.whole(100, size - established - 200);
    const rows = draw.shuffled([
      { state: "ESTAB", peer: asked, count: established },
      { state: "TIME-WAIT", peer: asked, count: waiting },
      { state: "ESTAB", peer: others[0]!, count: draw.whole(20, 4000) },
      { state: "TIME-WAIT", peer: others[1]!, count: draw.whole(20, 4000) },
    ]);
    const listing = [
      `net.ipv4.ip_local_port_range = ${from}\t${to}`,
      "",
      "  count state      peer",
      ...rows.map(
        ({ state, peer, count }) => `${String(count).padStart(7)} ${state.padEnd(10)} ${peer}`,
      ),
    ].join("\n");
    const used = established + waiting;
    const all = rows.reduce((sum, { count }) => sum + count, 0);
    return {
      kind: "type-number",
      prompt: `A Linux client with the one address \`${drawOwnAddress(draw)}\` lets the system choose its ports. Its connections are counted by state and peer. How many more can it open to \`${asked}\` before any of them ends?`,
      listing,
      answer: size - used,
      because: `From ${from} to ${to} there are ${size} ports, both ends included, and each serves once towards an endpoint. ${established} + ${waiting} of them are taken towards this endpoint, TIME-WAIT included. Towards other endpoints the same ports serve again.`,
      near: distinct(size - used, [
        {
          value: size - used - 1,
          because: `Nearly. The range has ${size} ports, one more than ${to} − ${from}, for both ends belong to it.`,
        },
        {
          value: size - all,
          because:
            "That takes all rows away. A port that is taken towards one endpoint is free towards another: only the rows with this address and this port count.",
        },
        {
          value: size - established,
          because:
            "That leaves TIME-WAIT out. Its rows keep their ports too, for 60 seconds on Linux.",
          belief: "time-wait-is-leak",
        },
        {
          value: size,
          because:
            "That is the whole range. The ports that are taken towards this endpoint have to be taken away.",
        },
        {
          value: 65_535 - used,
          because: `Not every port is chosen from: the range goes from ${from} to ${to}.`,
          belief: "ephemeral-above-1023",
        },
        {
          value: 0,
          because:
            "There are many rows, but the range is larger. What counts is how many have this one endpoint as their peer.",
        },
      ]),
    };
  },
};

/** Each number once, and none that nobody could answer. */
function distinct(answer: number, near: TypeNumber["near"]): TypeNumber["near"] {
  const known = new Set([answer]);
  return near.filter(({ value }) => value >= 0 && !known.has(value) && known.add(value));
}
