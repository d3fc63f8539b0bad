import { test } from "vitest";
import { endpointRespelled } from "./endpoint-respelled.ts";
import { expectSame, inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";

test("the answer is a URL's authority with the same address and port, as the platform reads URLs", () => {
  for (const question of questionsOf(endpointRespelled)) {
    if (question.kind !== "type-text") throw new TypeError(question.kind);
    const [, address, port] = /^(.*)[.:](\d+)$/.exec(inPrompt(question, /endpoint `(.*?)`/))!;
    for (const text of [question.answer, ...question.accepts]) {
      // Not 80, which a URL of http leaves out.
      const url = new URL(`ftp://${text}/`);
      const shown = new URL(`ftp://${address!.includes(":") ? `[${address}]` : address}/`);
      expectSame([url.hostname, url.port], [shown.hostname, port]);
    }
  }
});

test("no wrong text that is answered to is an endpoint", () => {
  for (const question of questionsOf(endpointRespelled, 2000)) {
    if (question.kind !== "type-text") throw new TypeError(question.kind);
    for (const { value } of question.near)
      expectSame(/^(\[[\da-f:]+\]|[\d.]+):\d+$/.test(value) && !value.startsWith("[192"), false);
  }
});
