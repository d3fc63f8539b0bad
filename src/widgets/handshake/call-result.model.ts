/** What a call gave, short enough for the end of its line: "= 3", "= \"hello\"", "ECONNREFUSED". */
import type { CallResult, SocketCall } from "#simulator/calls";
import { addressText } from "#simulator/step-words";
import { bytesText, isReadable } from "./shown-bytes.model.ts";

export interface ResultWords {
  readonly text: string;
  readonly isError: boolean;
}

const MOST_SHOWN = 24;

export function resultWords(name: SocketCall["name"], { value, errno }: CallResult): ResultWords {
  if (errno !== null) return { text: errno, isError: true };
  return { text: valueWords(name, value), isError: false };
}

function valueWords(name: SocketCall["name"], value: CallResult["value"]): string {
  if (value === null) return "ok";
  if (typeof value === "number") return `= ${value}`;
  if (typeof value === "string")
    return value === "" && name === "recv" ? "= nothing: the end" : `= ${dataWords(value)}`;
  if ("fd" in value) return `= ${value.fd}, from ${addressText(value.peer)}`;
  if ("data" in value) {
    const cut = value.cut === 0 ? "" : `, ${bytesText(value.cut)} cut off`;
    return `= ${dataWords(value.data)} from ${value.from.port === 0 ? value.from.address : addressText(value.from)}${cut}`;
  }
  return `= ${addressText(value)}`;
}

function dataWords(data: string): string {
  if (!isReadable(data) || data.length > MOST_SHOWN) {
    const start = isReadable(data) ? `${JSON.stringify(data.slice(0, MOST_SHOWN / 2))}… ` : "";
    return `${start}${start === "" ? "" : "("}${bytesText(data.length)}${start === "" ? "" : ")"}`;
  }
  return JSON.stringify(data);
}
