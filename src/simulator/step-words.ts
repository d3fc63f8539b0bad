/** A step of a file in words, near to how the call is written in C: "A connect(client, 10.0.0.2:8080)". */
import type { SocketAddress, SocketOption } from "./calls.ts";
import type { NamedCall } from "./file-calls.ts";
import type { NamedFate } from "./file-fates.ts";
import type { NamedPacket } from "./file-packets.ts";
import type { FileStep } from "./simulation-file.ts";

export function stepWords(step: FileStep): string {
  switch (step.kind) {
    case "call":
      return `${whoText(step.host, step.process)} ${callWords(step)}`;
    case "wire":
      return wireWords(step);
    case "inject":
      return injectWords(step.packet);
    case "wait":
      return `wait ${step.ms} ms`;
    case "filter":
      return `${step.host} filters: ${step.rules.length === 0 ? "nothing" : step.rules.map(({ protocol, port, action }) => `${protocol}${port === null ? "" : ` port ${port}`} ${action}`).join("; ")}`;
    case "power":
      return `${step.host} power ${step.isUp ? "on" : "off"}`;
  }
}

function wireWords({ match, nth, fate }: NamedFate): string {
  const ends =
    match.from === null && match.to === null ? "" : ` ${match.from ?? "*"}>${match.to ?? "*"}`;
  const which = nth === 0 ? "all" : nth === 1 ? "the next" : `number ${nth}`;
  const by = "byMs" in fate ? ` by ${fate.byMs} ms` : "";
  return `wire: ${fate.kind} ${which}${ends} ${match.what ?? "packet"}${by}`;
}

function injectWords({ protocol, from, to, flags, data }: NamedPacket): string {
  const what = protocol === "udp" ? "UDP" : flags.join(",");
  const more = data === "" ? "" : ` ${dataText(data)}`;
  return `put on the wire: ${from.host}:${from.port} > ${to.host}:${to.port} ${what}${more}`;
}

/** As it is written in C, with names for descriptors: "connect(client, 10.0.0.2:8080)". */
export function callWords({ call, on, nonBlocking }: Omit<NamedCall, "as">): string {
  const args = [...(on === null ? [] : [on]), ...argumentWords(call)];
  return `${call.name}(${args.join(", ")})${nonBlocking ? " without waiting" : ""}`;
}

const SOCKET_TYPES = { stream: "SOCK_STREAM", dgram: "SOCK_DGRAM", raw: "SOCK_RAW" };
const SHUTS = { read: "SHUT_RD", write: "SHUT_WR", both: "SHUT_RDWR" };

function argumentWords(call: NamedCall["call"]): readonly string[] {
  switch (call.name) {
    case "socket":
      return [
        call.domain === 6 ? "AF_INET6" : "AF_INET",
        SOCKET_TYPES[call.type],
        ...(call.protocol === undefined ? [] : [`protocol ${call.protocol}`]),
      ];
    case "setsockopt":
      return [call.option.name, optionText(call.option)];
    case "getsockopt":
      return [call.option];
    case "bind":
      return [addressText(call.to)];
    case "connect":
      return [call.to === null ? "nobody" : addressText(call.to)];
    case "listen":
      return [String(call.backlog)];
    case "send":
      return [dataText(call.data)];
    case "sendto":
      return [dataText(call.data), destinationText(call.to)];
    case "recv":
    case "recvfrom":
      return [String(call.size)];
    case "shutdown":
      return [SHUTS[call.how]];
    case "accept":
    case "close":
    case "getsockname":
    case "getpeername":
    case "fork":
    case "exit":
      return [];
  }
}

function optionText({ value }: SocketOption): string {
  if (value === null) return "off";
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

export const whoText = (host: string, process: string) =>
  process === "main" ? host : `${host} ${process}`;

const MOST_SHOWN = 60;

/** An empty text is the end of the file, or an empty datagram. */
export function dataText(data: string): string {
  if (data === "") return "no bytes";
  return data.length > MOST_SHOWN
    ? `${JSON.stringify(data.slice(0, MOST_SHOWN))}… (${data.length} bytes)`
    : JSON.stringify(data);
}

/** Only a raw socket sends to port 0: there is none where its packet goes. */
export const destinationText = (to: SocketAddress): string =>
  to.port === 0 ? to.address : addressText(to);

export function addressText({ address, port }: SocketAddress): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
