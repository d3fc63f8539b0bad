import { expect, test } from "vitest";
import { expectSame, inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";
import { rowInTheWay } from "./row-in-the-way.ts";

/** Whether a row's local endpoint keeps a TCP bind of IPv4 away, told from the text by bind(2) and ipv6(7). */
function conflicts(row: string, address: string, port: string): boolean {
  const [, protocol, local] = /^(\w+).*?\s(\S+:\d+)\s/.exec(`${row} `)!;
  if (!protocol!.startsWith("tcp")) return false;
  const colon = local!.lastIndexOf(":");
  if (local!.slice(colon + 1) !== port) return false;
  const held = local!.slice(0, colon);
  if (held === "::1" || held === "[::1]") return false;
  const everything = ["0.0.0.0", "::", "[::]", "*"];
  return everything.includes(held) || address === "every IPv4 address" || held === address;
}

test("only the row that is right conflicts with the wanted endpoint", () => {
  for (const question of questionsOf(rowInTheWay)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const port = inPrompt(question, /TCP port (\d+)/);
    const address = inPrompt(question, / on (every IPv4 address|`[\d.]+`) and/).replaceAll("`", "");
    for (const { from, to, right } of question.choices) {
      const row = question.listing.slice(from, to);
      expectSame(
        [row, address, port, conflicts(row, address, port)],
        [row, address, port, right === true],
      );
    }
  }
});

test("no two sockets of a listing would be in each other's way", () => {
  for (const question of questionsOf(rowInTheWay, 3000)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const rows = question.choices.map(({ from, to }) => question.listing.slice(from, to));
    const held = rows.flatMap((row) => {
      const [, local, port] = /^tcp.*?\s(\S+):(\d+)\s/.exec(`${row} `) ?? [];
      return local === undefined ? [] : [{ row, local: local.replaceAll(/[[\]]/g, ""), port }];
    });
    // On Linux :: and * take every address, 0.0.0.0 every one of IPv4.
    const takes = (one: string, other: string) =>
      one === other ||
      ["::", "*"].includes(one) ||
      (one === "0.0.0.0" && (!other.includes(":") || other === "::"));
    const clashes = held.filter((one) =>
      held.some(
        (other) => one !== other && one.port === other.port && takes(one.local, other.local),
      ),
    );
    expectSame(clashes, []);
  }
});

test("every kind of holder is in the way some time", () => {
  const rights = questionsOf(rowInTheWay, 2000).map((question) => {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    return question.choices.find(({ right }) => right)!.text.replaceAll(/\d+/g, "");
  });
  expect(new Set(rights).size).toBe(6);
});
