import { test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { waitingForAccept } from "./waiting-for-accept.ts";

test("the answer stands in the asked row's Recv-Q or Send-Q", () => {
  for (const question of questionsOf(waitingForAccept)) {
    if (question.kind !== "type-number") throw new TypeError(question.kind);
    const { prompt, listing, answer } = question;
    const port = /(?:has|on|for) port (\d+)/.exec(prompt)![1]!;
    const row = listing!.split("\n").find((line) => new RegExp(`\\d:${port} `).test(line))!;
    const [recvQ, sendQ] = /\s(\d+) +(\d+) /.exec(row)!.slice(1).map(Number);
    const asksSendQ = /limit|not acknowledged/.test(prompt);
    expectSame([prompt, answer], [prompt, asksSendQ ? sendQ : recvQ]);
    expectSame(/LISTEN/.test(row), prompt.startsWith("Listeners"));
    // net-tools says in its first line what -a, -l or neither was asked for.
    const scope = prompt.startsWith("Listeners") ? "(only servers)" : "(w/o servers)";
    expectSame(!prompt.includes("netstat") || listing!.includes(scope), true);
  }
});
