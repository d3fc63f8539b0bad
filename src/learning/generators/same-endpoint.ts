import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { canonical, drawGroups, type Groups, inFull } from "./endpoint-draws.ts";
import { drawOwnAddress, drawServer } from "./socket-draws.ts";

interface Spelt {
  readonly text: string;
  /** Null where it is the same endpoint. */
  readonly differs: "protocol" | "port" | "address" | null;
  readonly because: string;
}

export const sameEndpoint: Generator = {
  id: "same-endpoint",
  topic: "endpoints",
  practises: "telling whether two endpoints are the same, however they are written",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const { port } = drawServer(draw);
    const protocol = draw.pick(["TCP", "TCP", "UDP"]);
    const family = draw.chance(1, 2) ? ofIpv4(draw, protocol, port) : ofIpv6(draw, protocol, port);
    const right = draw.sample(family.same, draw.whole(1, 2));
    const wrong = draw.sample(family.other, 4 - right.length);
    return {
      kind: "choose-several",
      prompt: `Which of these are the same endpoint as \`${family.asked}\`?`,
      choices: draw.shuffled([...right, ...wrong]).map(choiceOf),
    };
  },
};

interface Family {
  readonly asked: string;
  readonly same: readonly Spelt[];
  readonly other: readonly Spelt[];
}

function ofIpv4(draw: Draw, protocol: string, port: number): Family {
  const address = drawOwnAddress(draw);
  const asked = `${protocol} ${address}:${port}`;
  const [one, two] = draw.sample(othersThan(Number(address.split(".")[3])), 2);
  return {
    asked,
    same: [
      same(
        `${protocol} ${address}.${port}, as macOS prints it`,
        "macOS puts a dot before the port where others put a colon. Protocol, address and port are the same.",
      ),
      same(
        `${protocol} ${address}, port ${port}`,
        "It is spelt out, and it is the same protocol, address and port.",
      ),
    ],
    other: [
      otherProtocol(protocol, `${address}:${port}`),
      other(
        "port",
        `${protocol} ${address}:${nextPort(draw, port)}`,
        "The port is another number, so it is another endpoint of the same host.",
      ),
      other(
        "address",
        `${protocol} 192.0.2.${one}:${port}`,
        `The port is the same, but the last part of the address is ${one}: another address.`,
      ),
      other(
        "address",
        `${protocol} 198.51.100.${two}:${port}`,
        "The port is the same, but the address is another one.",
      ),
      other(
        "address",
        `${protocol} 127.0.0.1:${port}`,
        "127.0.0.1 is a host's address towards itself. It is another address, even on the same host.",
      ),
    ],
  };
}

function ofIpv6(draw: Draw, protocol: string, port: number): Family {
  const groups = drawGroups(draw);
  const address = canonical(groups);
  const asked = `${protocol} [${address}]:${port}`;
  const moved: Groups = [...groups.slice(0, 3), groups[7]!, "0", "0", "0", "0"];
  const shorter = canonical(groups).toUpperCase();
  return {
    asked,
    same: [
      same(
        `${protocol} [${inFull(groups)}]:${port}`,
        "Here all eight groups are written out, with their zeros. `::` stands for those that are 0.",
      ),
      same(
        `${protocol} [${shorter}]:${port}`,
        "Small and capital letters mean the same in a hexadecimal number.",
      ),
      same(
        `${protocol} ${address}.${port}, as \`netstat -W\` on macOS prints it`,
        "macOS puts a dot before the port and needs no brackets. Protocol, address and port are the same.",
      ),
      same(
        `${protocol} ${address}:${port}, as \`netstat -W\` on Linux prints it`,
        "netstat leaves out the brackets: the port follows the last colon. Protocol, address and port are the same.",
      ),
    ],
    other: [
      otherProtocol(protocol, `[${address}]:${port}`),
      other(
        "port",
        `${protocol} [${address}]:${nextPort(draw, port)}`,
        "The port is another number, so it is another endpoint of the same host.",
      ),
      other(
        "address",
        `${protocol} [${inFull(moved)}]:${port}`,
        "The groups of the address are the same numbers in other places. The `::` tells where the zeros are, so this is another address.",
      ),
      other(
        "address",
        `${protocol} [::1]:${port}`,
        "::1 is a host's address towards itself. It is another address, even on the same host.",
      ),
    ],
  };
}

function same(text: string, because: string): Spelt {
  return { text, differs: null, because };
}

function other(differs: "port" | "address", text: string, because: string): Spelt {
  return { text, differs, because };
}

function otherProtocol(protocol: string, endpoint: string): Spelt {
  const another = protocol === "TCP" ? "UDP" : "TCP";
  return {
    text: `${another} ${endpoint}`,
    differs: "protocol",
    because: `Address and number are the same, but ${another} has ports of its own. The protocol is part of an endpoint.`,
  };
}

const othersThan = (last: number) =>
  [last + 1, last - 1, last * 10, Math.floor(last / 10)].filter(
    (each, at, all) => each > 0 && each < 255 && each !== last && all.indexOf(each) === at,
  );

function nextPort(draw: Draw, port: number): number {
  return draw.pick([port + 1, port - 1, port + 8000, port + 1000]);
}

function choiceOf({ text, differs, because }: Spelt): Choice {
  const shown = text.replace(/^(\S+ \S+?)(,? (?:as|port) .*)?$/, "`$1`$2");
  if (differs === null) return { text: shown, right: true, because };
  return differs === "protocol"
    ? { text: shown, because, belief: "endpoint-without-protocol" }
    : { text: shown, because };
}
