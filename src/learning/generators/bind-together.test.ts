import { expect, test } from "vitest";
import { bindTogether } from "./bind-together.ts";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";

/** Which of the host's addresses a socket takes, IPV6_V6ONLY being off. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  "0.0.0.0": ["127.0.0.1", "192.0.2.10", "192.0.2.11"],
  "[::]": ["127.0.0.1", "192.0.2.10", "192.0.2.11", "::1", "2001:db8::10"],
  "127.0.0.1": ["127.0.0.1"],
  "192.0.2.10": ["192.0.2.10"],
  "192.0.2.11": ["192.0.2.11"],
  "[::1]": ["::1"],
  "[2001:db8::10]": ["2001:db8::10"],
};

/** Linux: socket(7), ip(7), ipv6(7), as a table of its own. */
function fails(prompt: string): boolean {
  const [one, other] = [...prompt.matchAll(/(TCP|UDP) socket.*?`(\S+):(\d+)`/g)].map(
    ([, protocol, address, port]) => ({ protocol, address: address!, port }),
  );
  if (one!.protocol !== other!.protocol || one!.port !== other!.port) return false;
  if (!TAKES[one!.address]!.some((each) => TAKES[other!.address]!.includes(each))) return false;
  if (prompt.includes("SO_REUSEPORT")) return false;
  if (!prompt.includes("SO_REUSEADDR")) return true;
  return one!.protocol === "TCP" && prompt.includes("listens on");
}

test("bind() fails where the addresses meet and no option lets them", () => {
  for (const question of questionsOf(bindTogether)) {
    const right = fails(question.prompt) ? /EADDRINUSE/ : /both sockets have/;
    expectSame(rightTexts(question).length, 1);
    expectSame([question.prompt, right.test(rightTexts(question)[0]!)], [question.prompt, true]);
  }
});

test("both outcomes are common", () => {
  const failing = questionsOf(bindTogether, 1000).filter(({ prompt }) => fails(prompt)).length;
  expect(failing).toBeGreaterThan(250);
  expect(failing).toBeLessThan(750);
});
