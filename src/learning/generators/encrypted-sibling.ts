/** One service with two ports: the one that begins in the clear, and the one that is encrypted from the first byte. */
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";
import { placeOf, portsInWords, type Siblings, SIBLINGS } from "./known-services.ts";

type Near = TypeNumber["near"][number];

export const encryptedSibling: Generator = {
  id: "encrypted-sibling",
  topic: "services",
  practises: "knowing a service's plain and its encrypted port",
  lesson: "ports/services-to-know",
  make(draw) {
    const siblings = draw.pick(SIBLINGS);
    const toEncrypted = draw.chance(2, 3);
    const { plain, encrypted } = siblings;
    const [from, to] = toEncrypted ? [plain, encrypted] : [encrypted, plain];
    return {
      kind: "type-number",
      asks: "port",
      prompt: toEncrypted
        ? draw.pick([
            `The server for ${plain.spoken} waits on port \`${plain.port}\`. On which port does one expect the same over TLS from the first byte?`,
            `A program uses port \`${plain.port}\`, for ${plain.spoken}. It is told to encrypt from the first byte. Which port is usual for that?`,
          ])
        : `Port \`${encrypted.port}\` is for ${encrypted.spoken}, encrypted from the first byte. Which port does the same service have that begins in the clear?`,
      answer: to.port,
      because: `${portsInWords(to)}. ${to.use}`,
      near: nearOf(siblings, from.port, to.port),
    };
  },
};

function nearOf(siblings: Siblings, asked: number, answer: number): readonly Near[] {
  const isEncrypted = answer === siblings.encrypted.port;
  const near: Near[] = [
    {
      value: asked,
      because: isEncrypted
        ? "That is the port from the question, which begins in the clear. Some services change over to TLS there, but later."
        : "That is the port from the question, which is encrypted from the first byte.",
    },
  ];
  const kin = SIBLINGS.filter(
    (other) => other !== siblings && other.plain.kin === siblings.plain.kin,
  );
  for (const other of kin) {
    const each = isEncrypted ? other.encrypted : other.plain;
    near.push({ value: each.port, because: `Both are ${each.kin}. ${placeOf(each)}` });
  }
  near.push(
    isEncrypted
      ? {
          value: 443,
          because:
            siblings.plain.name === "dns"
              ? "DNS over HTTPS goes there, inside HTTPS. DNS over TLS alone has a port of its own."
              : "443 is for HTTPS. Other services over TLS have ports of their own.",
        }
      : {
          value: 80,
          because: "80 is for HTTP. Other services in the clear have ports of their own.",
        },
  );
  return near.filter(
    ({ value }, at) => value !== answer && near.findIndex((each) => each.value === value) === at,
  );
}
