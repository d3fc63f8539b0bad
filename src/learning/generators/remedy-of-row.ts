import type { SocketEntry } from "#net/socket-entry";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  listed,
  listenerOn,
  NET_TOOLS,
  type Program,
  SS,
} from "./socket-draws.ts";

type Remedy = "stop" | "reuse" | "end-old" | "move";

/** A listener is stopped; TIME-WAIT is what SO_REUSEADDR is for; a connection left over is ended; a client's port comes from the range. */
const REMEDIES = ["stop", "reuse", "end-old", "move"] as const satisfies readonly Remedy[];

export const remedyOfRow: Generator = {
  id: "remedy-of-row",
  topic: "troubleshooting",
  practises: "choosing what to do by the row that holds the port",
  lesson: "field/address-already-in-use",
  make(draw) {
    const tool = draw.pick([SS, NET_TOOLS]);
    const remedy = draw.pick(REMEDIES);
    const { port: usual, program } = drawServer(draw);
    const port = remedy === "move" ? draw.whole(33_000, 60_900) : usual;
    const called = draw.pick([80, 443, 5432]);
    const holder = remedy === "move" ? drawClient(draw, called) : program;
    const entry = entryOf(draw, remedy, port, holder, called);
    const tempting: Choice = {
      text: "Wait two minutes, and start the server again without any change.",
      because: whyNotWait(remedy),
    };
    const others = REMEDIES.filter((each) => each !== remedy).map((each) =>
      wrong(each, remedy, port, holder),
    );
    const shown =
      remedy === "reuse" ? draw.sample(others, 3) : [...draw.sample(others, 2), tempting];
    return {
      kind: "choose-one",
      prompt: `A server of one process, without SO_REUSEADDR, is to start on TCP port ${port} and gets “Address already in use”. ${tool.name}, run by root, shows one row with that local port. What helps, and harms least?`,
      listing: listed(tool, [entry]),
      choices: draw.shuffled([
        { text: textOf(remedy, port, holder), right: true as const, because: whyRight(remedy) },
        ...shown,
      ]),
    };
  },
};

function entryOf(
  draw: Draw,
  remedy: Remedy,
  port: number,
  program: Program,
  called: number,
): SocketEntry {
  const local = { address: drawOwnAddress(draw), port };
  const client = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  switch (remedy) {
    case "stop":
      return listenerOn({ address: draw.pick(["0.0.0.0", "127.0.0.1", "::"]), port }, program, {});
    case "reuse":
      return connectionOf(local, client, "TIME-WAIT", null);
    case "end-old":
      return connectionOf(local, client, draw.pick(["ESTABLISHED", "CLOSE-WAIT"]), program);
    case "move":
      return connectionOf(local, { ...client, port: called }, "ESTABLISHED", program);
  }
}

function textOf(remedy: Remedy, port: number, { name, pid }: Program): string {
  switch (remedy) {
    case "stop":
      return `Stop the server that listens there already, or give one of the two another port.`;
    case "reuse":
      return "Wait a minute this once, and from now on let the server set SO_REUSEADDR before every `bind()`.";
    case "end-old":
      return `End the process \`${name}\`, ${pid}: it was left over by the old server, and still has a connection.`;
    case "move":
      return `Give the server a port outside the range from which clients get theirs, or reserve ${port} for it.`;
  }
}

function whyRight(remedy: Remedy): string {
  switch (remedy) {
    case "stop":
      return "The row is a listener. Two programs cannot listen on one TCP endpoint, so one of them has to yield.";
    case "reuse":
      return "The row is a closed connection in TIME-WAIT. A server that always sets SO_REUSEADDR may bind beside it. Without it on the old socket, the row has to run out this once.";
    case "end-old":
      return "The row is a connection with the server's port as its local one, and a process still holds it. When the process ends, the port is free.";
    case "move":
      return "The row belongs to a client: its system chose this port from the ephemeral range. It can happen again at any time, unless the port is kept out of the choice.";
  }
}

function wrong(other: Remedy, remedy: Remedy, port: number, holder: Program): Choice {
  const text =
    remedy === "reuse" && other === "end-old"
      ? "End the process that still runs, and start the server again."
      : textOf(other, port, holder);
  switch (other) {
    case "stop":
      return {
        text,
        because:
          "No row is in LISTEN, so no server listens there. Other sockets can hold a port as well.",
        belief: "only-listeners-hold-ports",
      };
    case "reuse":
      return remedy === "stop"
        ? {
            text,
            because:
              "SO_REUSEADDR is for ports that old connections hold. On Linux it does not help while another socket listens.",
            belief: "reuseaddr-two-listeners",
          }
        : {
            text,
            because:
              "That is the remedy for TIME-WAIT. This row is in another state: it has no timer, and a minute changes nothing.",
          };
    case "end-old":
      return remedy === "reuse"
        ? {
            text,
            because:
              "No process stands in the row: the old program has ended, and its connection waits in the kernel alone.",
            belief: "in-use-means-running",
          }
        : {
            text,
            because:
              remedy === "stop"
                ? "The process listens: it is no remainder, but a server at work. To kill it is not what harms least."
                : "The process is no remainder of a server, but a client at work, which got this port by chance.",
          };
    case "move":
      return {
        text,
        because:
          remedy === "stop"
            ? "The row is a listener, which asked for this very port. It did not get it from the ephemeral range."
            : "The row's local port is the server's own, not one that was chosen from the ephemeral range.",
      };
  }
}

function whyNotWait(remedy: Remedy): string {
  switch (remedy) {
    case "stop":
      return "That helps against TIME-WAIT. A listener stays as long as its program runs.";
    case "end-old":
      return "That helps against TIME-WAIT. This connection has no timer: it lasts until its process closes it.";
    case "move":
      return "That helps against TIME-WAIT. A client may keep its connection for days, and the next one may get the same port.";
    case "reuse":
      return "It would help this time, and the next restart would fail again.";
  }
}
