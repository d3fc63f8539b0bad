import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { DIALECTS } from "#netstat/dialects";
import { explainer } from "#netstat/explain";
import { guessQuestions } from "./guess-row.ts";
import { mark } from "./mark.ts";
import type { ChooseOne } from "./question.ts";
import { questionProblems } from "./question-problems.ts";

function questionsOf(text: string): readonly (readonly ChooseOne[])[] {
  const listing = decode(text);
  const { explain } = explainer(listing);
  return Array.from({ length: listing.rowCount }, (_, row) =>
    guessQuestions({ row: listing.row(row), explanation: explain(row) }),
  );
}

const rightText = (question: ChooseOne | undefined) =>
  question?.choices.find(({ right }) => right)?.text ?? null;

/** The choice of the last row's question whose text begins so. */
function choiceOf(text: string, place: 0 | 1, begins: string) {
  const question = questionsOf(text).at(-1)?.[place];
  return question?.choices.find((choice) => choice.text.startsWith(begins));
}

const LISTENER = "LISTEN 0 5 0.0.0.0:22 0.0.0.0:*";
const SERVED = `${LISTENER}\nESTAB 0 0 192.0.2.1:22 198.51.100.1:40000`;
const CLIENT = "tcp 0 0 192.0.2.1:40112 203.0.113.9:443 ESTABLISHED";
const UNKNOWN = "tcp 0 0 192.0.2.1:50001 203.0.113.9:50000 ESTABLISHED";
const RECEIVER = "udp 0 0 0.0.0.0:68 0.0.0.0:*";
const BOUND = "TCP 0.0.0.0:5000 0.0.0.0:0 BOUND 77";
const PAIR = "ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40000\nESTAB 0 0 127.0.0.1:40000 127.0.0.1:5432";

describe("the right answer is the decoder's own", () => {
  test.each([
    ["a listener", LISTENER, "It waits for clients", "Through every interface"],
    [
      "a listener on loopback",
      "LISTEN 0 5 127.0.0.1:22 0.0.0.0:*",
      "It waits for clients",
      "From this machine only",
    ],
    [
      "a listener on one address",
      "LISTEN 0 5 192.0.2.1:22 0.0.0.0:*",
      "It waits for clients",
      "Through one address or interface only",
    ],
    [
      "a listener on a name",
      "sshd 7 root 3u IPv4 12 0t0 TCP myhost:80 (LISTEN)",
      "It waits for clients",
      "The listing cannot tell",
    ],
    ["a served connection", SERVED, "A server's end; the other end is not listed", null],
    ["a client's connection", CLIENT, "A client's end; the other end is not listed", null],
    ["two ephemeral ports", UNKNOWN, "The listing cannot tell", null],
    ["an unconnected UDP socket", RECEIVER, "The listing cannot tell", "Through every interface"],
    ["a port that is only held", BOUND, "It holds a port, and no more", null],
    ["a pair", PAIR, "One of two ends, both listed here", null],
    [
      "a server's end whose client is listed too",
      `${LISTENER}\n${PAIR.replaceAll("5432", "22")}`,
      "One of two ends, both listed here",
      null,
    ],
  ])("%s", (_, text, role, exposure) => {
    const last = text.startsWith(LISTENER) && text !== LISTENER ? 1 : 0;
    const questions = questionsOf(text)[last];
    expect(rightText(questions?.[0])).toBe(role);
    expect(rightText(questions?.[1])).toBe(exposure);
  });
});

describe("a wrong choice names the belief behind it", () => {
  test.each([
    ["UDP that waits is LISTEN", RECEIVER, 0, "It waits", "udp-listens"],
    ["a connection waits", SERVED, 0, "It waits", "listen-becomes-established"],
    ["the placeholder is a peer", LISTENER, 0, "A client", "foreign-zero-is-host"],
    ["the service's port is a client's", SERVED, 0, "A client", "client-uses-80"],
    ["the client's port is the server's", CLIENT, 0, "A server", "accept-new-port"],
    ["the wildcard is this machine", LISTENER, 1, "From this machine", "any-is-localhost"],
    [
      "loopback can be reached",
      "LISTEN 0 5 127.0.0.1:22 0.0.0.0:*",
      1,
      "Through every",
      "loopback-reachable",
    ],
    ["a likely client is unknown", CLIENT, 0, "The listing cannot", undefined],
    [
      "a client that has sent a SYN is a server",
      "SYN-SENT 0 1 192.0.2.1:40000 203.0.113.9:80",
      0,
      "A server",
      undefined,
    ],
  ] as const)("%s", (_, text, place, begins, belief) => {
    const choice = choiceOf(text, place, begins);
    expect(choice).toBeDefined();
    expect(choice?.right).toBeUndefined();
    expect(choice?.belief).toBe(belief);
  });
});

test("reasons rest on the row's evidence", () => {
  expect(choiceOf(CLIENT, 0, "The listing")?.because).toContain("range Linux gives to clients");
  expect(choiceOf(SERVED, 0, "A server")?.because).toContain("a listener on TCP port 22");
  expect(
    choiceOf("tcp 0 0 192.0.2.1:40112 203.0.113.9:443 TIME_WAIT", 0, "A server")?.because,
  ).toContain("TIME-WAIT tells who closed first");
});

test("a guess is marked as every other answer is", () => {
  const [question] = questionsOf(CLIENT)[0]!;
  const chosen = question!.choices.findIndex(({ text }) => text.startsWith("It waits"));
  expect(mark(question!, { kind: "choose-one", chosen })).toMatchObject({ earned: 0, total: 1 });
});

test("whatever the row, its questions keep the rules of questions", () => {
  const end = (address: string, port: number) => `${address}:${port}`;
  const address = fc.constantFrom(
    "127.0.0.1",
    "192.0.2.1",
    "0.0.0.0",
    "198.51.100.7",
    "[::1]",
    "*",
  );
  const port = fc.constantFrom(22, 443, 40000, 50001);
  const state = fc.constantFrom(
    ...new Set(DIALECTS.flatMap(({ spelling }) => Object.values(spelling))),
    "",
  );
  const line = fc
    .tuple(fc.constantFrom("tcp", "udp", "raw"), address, port, address, port, state)
    .map(([protocol, local, from, peer, to, word]) =>
      [protocol, 0, 0, end(local, from), end(peer, to), word].join(" "),
    );
  const lines = fc.oneof(
    line,
    fc.constantFrom(LISTENER, CLIENT, RECEIVER, BOUND, ...PAIR.split("\n")),
  );
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 8 }), (rows) => {
      for (const questions of questionsOf(rows.join("\n"))) {
        expect(questions.flatMap(questionProblems)).toEqual([]);
      }
    }),
  );
});
