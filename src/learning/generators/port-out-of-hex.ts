/** A port as two bytes: on the wire the high byte comes first, and files of the system write it in hexadecimal. */
import type { Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";
import { drawPortOfTwoBytes, hexOf } from "./two-bytes.ts";

type Near = TypeNumber["near"][number];

export const portOutOfHex: Generator = {
  id: "port-out-of-hex",
  topic: "port-ranges",
  practises: "reading a port out of two bytes",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const port = drawPortOfTwoBytes(draw);
    const [high, low] = [port >> 8, port & 0xff];
    const prompt = promptOf(draw, port);
    return {
      kind: "type-number",
      asks: "port",
      prompt,
      answer: port,
      because: `\`${hexOf(port).slice(0, 2)}\` is ${high} and \`${hexOf(port).slice(2)}\` is ${low}, and the first counts 256s: ${high} × 256 + ${low} = ${port}.`,
      near: nearOf(port, prompt.includes("/proc")),
    };
  },
};

function promptOf(draw: Draw, port: Port): string {
  const hex = hexOf(port);
  const bytes = `${hex.slice(0, 2)} ${hex.slice(2)}`;
  const other = hexOf(draw.whole(32_768, 60_999));
  return draw.pick([
    `A program prints a port as \`0x${hex.toUpperCase()}\`. Which port is that, in decimal?`,
    `A TCP header begins with the bytes \`${bytes}\`, its source port. Which port is that, in decimal?`,
    `A UDP header begins with \`${other.slice(0, 2)} ${other.slice(2)} ${bytes}\`: the source port, then the destination port. Which is the destination port, in decimal?`,
    `On Linux the file \`/proc/net/tcp\` shows a local address as \`0100007F:${hex.toUpperCase()}\`, the port after the colon. Which port is that, in decimal?`,
  ]);
}

function nearOf(port: Port, isProc: boolean): readonly Near[] {
  const [high, low] = [port >> 8, port & 0xff];
  const near = new Map<number, Near>();
  const add = (value: number, because: string) => {
    if (value !== port && !near.has(value)) near.set(value, { value, because });
  };
  add(
    low * 256 + high,
    isProc
      ? "The address in front of the colon stands the other way round, on most machines. The port does not: its first byte is the high one."
      : "That has the two bytes the wrong way round. The first byte is the high one.",
  );
  add(high + low, `That adds the two bytes as if they counted alike. The first counts 256s.`);
  add(low, `That is the second byte alone. The first adds ${high} × 256.`);
  const digits = Number(hexOf(port));
  if (Number.isInteger(digits) && digits <= 0xffff)
    add(
      digits,
      "That reads the digits as decimal. In hexadecimal each place counts 16 times the one after it.",
    );
  return [...near.values()];
}
