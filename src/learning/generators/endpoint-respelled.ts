import { formatEndpoint, parseEndpoint } from "#net/endpoint";
import { MAX_PORT } from "#net/port";
import type { Generator } from "../generator.ts";
import type { TypeText } from "../question.ts";
import { canonical, drawGroups, inFull } from "./endpoint-draws.ts";
import { drawClientPort, drawOwnAddress, drawServer } from "./socket-draws.ts";

export const endpointRespelled: Generator = {
  id: "endpoint-respelled",
  topic: "endpoints",
  practises: "writing an endpoint as a URL and most settings want it",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const port = draw.pick([drawServer(draw).port, drawClientPort(draw, "linux"), MAX_PORT]);
    const tool = draw.pick(["macOS", "macOS", "Linux"]);
    const separator = tool === "macOS" ? "." : ":";
    const isIpv4 = tool === "macOS" && draw.chance(1, 3);
    const groups = drawGroups(draw);
    const address = isIpv4 ? drawOwnAddress(draw) : canonical(groups);
    const printed = `${address}${separator}${port}`;
    const answer = written(isIpv4 ? `${address}:${port}` : `[${address}]:${port}`);
    return {
      kind: "type-text",
      prompt: `\`netstat ${isIpv4 ? "-an" : "-anW"}\` on ${tool} prints the endpoint \`${printed}\`. Write it as it stands in a URL after \`http://\`.`,
      before: "http://",
      after: "/",
      answer,
      accepts: isIpv4 ? [] : [`[${inFull(groups)}]:${port}`],
      because: isIpv4
        ? `The number after the last dot is the port, ${port}. A URL has a colon before it.`
        : `The port is what follows the last ${tool === "macOS" ? "dot" : "colon"}, ${port}. A URL has the IPv6 address in brackets, and a colon before the port.`,
      near: isIpv4 ? nearIpv4(address, port, printed) : nearIpv6(address, port, printed),
    };
  },
};

/** Throws where the text is no endpoint: no question has such an answer. */
function written(text: string): string {
  const read = parseEndpoint(text);
  if (read.type === "error") throw new Error(read.message);
  return formatEndpoint(read);
}

function nearIpv4(address: string, port: number, printed: string): TypeText["near"] {
  return [
    {
      value: printed,
      because:
        "So macOS prints it. In a URL a colon stands before the port, or it would be read as part of the host.",
    },
    { value: address, because: `That is the address alone. The port, ${port}, is missing.` },
    {
      value: `[${address}]:${port}`,
      because: "Brackets are for IPv6, whose addresses have colons of their own. IPv4 needs none.",
    },
  ];
}

function nearIpv6(address: string, port: number, printed: string): TypeText["near"] {
  const near = [
    {
      value: `${address}:${port}`,
      because: "Without brackets the port looks like one more group of the address.",
    },
    {
      value: `[${address}:${port}]`,
      because: "The brackets hold the address alone. The port comes after them.",
    },
    {
      value: `[${address}].${port}`,
      because: "The brackets are right. Before the port stands a colon.",
    },
    { value: `[${address}]`, because: `That is the address alone. The port, ${port}, is missing.` },
  ];
  return printed.includes(".")
    ? [
        ...near,
        { value: printed, because: "So macOS prints it. A URL wants brackets and a colon." },
      ]
    : near;
}
