import { test } from "vitest";
import { clientSees } from "./client-sees.ts";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";

/** By the words of the situation alone: what the filter does comes first, then who listens. */
function seen(prompt: string): RegExp {
  if (/drops/.test(prompt)) return /ETIMEDOUT/;
  if (/host unreachable|prohibited/.test(prompt)) return /EHOSTUNREACH/;
  if (/rejects/.test(prompt)) return /ECONNREFUSED/;
  const port = /TCP port (\d+)/.exec(prompt)![1]!;
  const isOpen =
    prompt.includes(`listens there on \`0.0.0.0:${port}\``) ||
    (prompt.includes(`listens there on \`[::]:${port}\``) && prompt.includes("is off"));
  return isOpen ? /succeeds/ : /ECONNREFUSED/;
}

test("a drop is silence, a reject is its own answer, and without a filter the listener decides", () => {
  for (const question of questionsOf(clientSees)) {
    const [text] = rightTexts(question);
    expectSame(
      [question.prompt, text, seen(question.prompt).test(text!)],
      [question.prompt, text, true],
    );
  }
});
