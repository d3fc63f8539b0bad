import { expect, test } from "vitest";
import { TCP_TRANSITIONS } from "#net/tcp-transitions";
import { describePositions, describeTransition, describeVisited } from "./state-diagram-text.ts";

test("every transition reads as a sentence, without the figure's short forms", () => {
  const sentences = TCP_TRANSITIONS.map(describeTransition);
  expect(sentences).toContain(
    "CLOSED to SYN-SENT: the program asks for a connection (active OPEN), and TCP begins a record of it (TCB) and sends SYN. The usual way of a client.",
  );
  expect(sentences).toContain("SYN-SENT to SYN-RECEIVED: TCP receives SYN and sends SYN,ACK.");
  expect(sentences).toContain(
    "LAST-ACK to CLOSED: TCP receives ACK of FIN. The usual way of a server.",
  );
  for (const sentence of sentences) expect(sentence).not.toMatch(/\b(rcv|snd|x)\b|undefined/);
});

test("says who is where, and which ways were gone", () => {
  expect(
    describePositions([
      { label: "client", state: "TIME-WAIT" },
      { label: "server", state: "CLOSED" },
    ]),
  ).toBe("client: TIME-WAIT; server: CLOSED.");
  expect(describeVisited(["CLOSED>SYN-SENT", "SYN-SENT>ESTABLISHED"])).toBe(
    "Gone so far: CLOSED to SYN-SENT, SYN-SENT to ESTABLISHED.",
  );
  expect(describePositions([]) + describeVisited([])).toBe("");
});
