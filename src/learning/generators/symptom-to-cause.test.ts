import { expect, test } from "vitest";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { symptomToCause } from "./symptom-to-cause.ts";

/** Told from the symptom and the rows' text alone, with words that only the right cause has. */
function causeOf(prompt: string, listing: string, port: string): RegExp {
  const rows = listing.split("\n").map((row) => row.trim().split(/\s+/));
  const onPort = rows.filter((row) => row[4]?.endsWith(`:${port}`) === true);
  const tcp = onPort.find((row) => row[0] === "tcp");
  const isOpen = tcp?.[4]?.startsWith("0.0.0.0:") === true;
  if (prompt.includes("No route")) return /cannot be reached/;
  if (prompt.includes("reset by peer")) return /breaks the connection off/;
  if (prompt.includes("timed out"))
    return Number(tcp![2]) > Number(tcp![3]) ? /queue is full/ : /filter on the way drops/;
  if (isOpen) return /filter refuses/;
  if (tcp !== undefined) return /own host alone/;
  if (onPort.length > 0) return /has UDP port/;
  return rows.some((row) => row[4]?.endsWith(`:1${port}`) === true)
    ? /only resembles/
    : /No program listens/;
}

test("the cause that is right follows from the symptom and the listing", () => {
  for (const question of questionsOf(symptomToCause)) {
    const port = inPrompt(question, /to `[\d.]+:(\d+)`/);
    const cause = causeOf(question.prompt, question.listing!, port);
    expect(rightTexts(question)).toEqual([expect.stringMatching(cause)]);
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    expect(question.choices).toHaveLength(4);
    const isRefusal =
      /at once/.test(question.prompt) && !/only resembles|filter refuses/.test(String(cause));
    const alike = question.choices.filter(
      ({ text, right }) => right !== true && /No program listens|filter refuses/.test(text),
    );
    expect(isRefusal ? alike : []).toEqual([]);
  }
});
