import { test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { rowsPilingUp } from "./rows-piling-up.ts";

/** What is missing in each state by RFC 9293 §3.3.2, as words that only its account has. */
const MISSING: Readonly<Record<string, RegExp>> = {
  "CLOSE-WAIT": /does not close its sockets/,
  "FIN-WAIT-2": /other end have not closed/,
  "TIME-WAIT": /ends by itself/,
  "SYN-SENT": /get no answer/,
  "SYN-RECV": /do not finish the handshake/,
  "LAST-ACK": /do not acknowledge this host's FIN/,
};

test("the account that is right is that of the state with the largest count", () => {
  for (const question of questionsOf(rowsPilingUp)) {
    const counts = question.listing!.split("\n").map((line) => line.trim().split(" "));
    const [, state] = counts.toSorted((one, other) => Number(other[0]) - Number(one[0]))[0]!;
    const [right] = rightTexts(question);
    expectSame([right, MISSING[state!]!.test(right!)], [right, true]);
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    expectSame(question.choices.length, 4);
    const fitting = question.choices.filter(({ text }) => MISSING[state!]!.test(text));
    expectSame(
      fitting.map(({ text }) => text),
      [right],
    );
  }
});
