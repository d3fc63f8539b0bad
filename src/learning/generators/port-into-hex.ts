/** The other way: a port in decimal, and the two bytes that stand for it in a header. */
import type { Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeText } from "../question.ts";
import { drawPortOfTwoBytes, hexOf } from "./two-bytes.ts";

type Near = TypeText["near"][number];

export const portIntoHex: Generator = {
  id: "port-into-hex",
  topic: "port-ranges",
  practises: "writing a port as two bytes",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const port = drawPortOfTwoBytes(draw);
    const hex = hexOf(port);
    const [high, low] = [port >> 8, port & 0xff];
    return {
      kind: "type-text",
      ...frameOf(draw, port),
      answer: `${hex.slice(0, 2)} ${hex.slice(2)}`,
      accepts: [`0x${hex}`, `0x${hex.slice(0, 2)} 0x${hex.slice(2)}`],
      because: `${port} = ${high} × 256 + ${low}, and ${high} is ${hex.slice(0, 2)}, ${low} is ${hex.slice(2)}. The high byte goes first.`,
      near: nearOf(port),
    };
  },
};

function frameOf(draw: Draw, port: Port): Pick<TypeText, "prompt" | "before" | "after"> {
  const other = hexOf(draw.whole(32_768, 60_999));
  const client = `${other.slice(0, 2)} ${other.slice(2)}`;
  return draw.pick([
    {
      prompt: `A client sends a TCP segment to port \`${port}\`. Its header begins with the source port and the destination port. Complete it: two bytes in hexadecimal.`,
      before: `${client} `,
      after: "",
    },
    {
      prompt: `A UDP datagram is sent from port \`${port}\`. Its header begins with the source port and the destination port. Complete it: two bytes in hexadecimal.`,
      before: "",
      after: ` ${client}`,
    },
  ]);
}

function nearOf(port: Port): readonly Near[] {
  const hex = hexOf(port);
  const spaced = (digits: string) => `${digits.slice(0, 2)} ${digits.slice(2)}`;
  const near = new Map<string, Near>();
  const add = (value: string, because: string) => {
    if (value !== hex && !near.has(value)) near.set(value, { value: spaced(value), because });
  };
  add(
    hex.slice(2) + hex.slice(0, 2),
    "The two bytes are the wrong way round. Headers carry the high byte first.",
  );
  if (String(port).length <= 4)
    add(
      String(port).padStart(4, "0"),
      "Those are the decimal digits. In hexadecimal each place counts 16 times the one after it.",
    );
  return [...near.values()];
}
