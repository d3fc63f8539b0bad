import { describe, expect, test } from "vitest";
import { TCP_STATES, type TcpState } from "./tcp-state.ts";
import {
  TCP_TRANSITIONS,
  type UsualEnd,
  transitionBetween,
  transitionsFrom,
} from "./tcp-transitions.ts";

test("the transitions are those of RFC 9293's Figure 5, and no others", () => {
  const lines = TCP_TRANSITIONS.map(
    ({ from, event, action, to }) => `${from}: ${event} / ${action ?? "x"} → ${to}`,
  );
  // Read off the figure from top to bottom, left before right.
  const figure = `
    CLOSED: active OPEN / create TCB, snd SYN → SYN-SENT
    CLOSED: passive OPEN / create TCB → LISTEN
    LISTEN: CLOSE / delete TCB → CLOSED
    SYN-SENT: CLOSE / delete TCB → CLOSED
    SYN-RECEIVED: rcv RST / x → LISTEN
    LISTEN: rcv SYN / snd SYN,ACK → SYN-RECEIVED
    LISTEN: SEND / snd SYN → SYN-SENT
    SYN-SENT: rcv SYN / snd SYN,ACK → SYN-RECEIVED
    SYN-RECEIVED: rcv ACK of SYN / x → ESTABLISHED
    SYN-SENT: rcv SYN,ACK / snd ACK → ESTABLISHED
    SYN-RECEIVED: CLOSE / snd FIN → FIN-WAIT-1
    ESTABLISHED: CLOSE / snd FIN → FIN-WAIT-1
    ESTABLISHED: rcv FIN / snd ACK → CLOSE-WAIT
    FIN-WAIT-1: rcv ACK of FIN / x → FIN-WAIT-2
    FIN-WAIT-1: rcv FIN / snd ACK → CLOSING
    CLOSE-WAIT: CLOSE / snd FIN → LAST-ACK
    FIN-WAIT-2: rcv FIN / snd ACK → TIME-WAIT
    CLOSING: rcv ACK of FIN / x → TIME-WAIT
    LAST-ACK: rcv ACK of FIN / x → CLOSED
    TIME-WAIT: Timeout=2MSL / delete TCB → CLOSED`;
  const expected = figure
    .trim()
    .split("\n")
    .map((line) => line.trim());
  expect(lines.toSorted()).toEqual(expected.toSorted());
});

test("no two transitions join the same states, so the two states name it", () => {
  expect(new Set(TCP_TRANSITIONS.map(({ id }) => id)).size).toBe(TCP_TRANSITIONS.length);
});

test("a simultaneous open goes from SYN-SENT through SYN-RECEIVED", () => {
  expect(transitionBetween("SYN-SENT", "SYN-RECEIVED")).toMatchObject({
    event: "rcv SYN",
    action: "snd SYN,ACK",
  });
  expect(transitionBetween("ESTABLISHED", "TIME-WAIT")).toBeNull();
});

test("only a server in SYN-RECEIVED is shown a reset", () => {
  expect(TCP_TRANSITIONS.filter(({ event }) => event.includes("RST")).map(({ id }) => id)).toEqual([
    "SYN-RECEIVED>LISTEN",
  ]);
});

test("every state is reached from CLOSED, and leads back to it", () => {
  const reached = (start: TcpState, step: (state: TcpState) => readonly TcpState[]) => {
    const found = new Set<TcpState>([start]);
    for (const state of found) for (const next of step(state)) found.add(next);
    return [...found].toSorted();
  };
  const all = TCP_STATES.toSorted();
  expect(reached("CLOSED", (state) => transitionsFrom(state).map(({ to }) => to))).toEqual(all);
  expect(
    reached("CLOSED", (state) =>
      TCP_TRANSITIONS.filter(({ to }) => to === state).map(({ from }) => from),
    ),
  ).toEqual(all);
});

describe("the usual ways", () => {
  test.each<[UsualEnd, string]>([
    ["client", "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED"],
    ["server", "CLOSED LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED"],
  ])("the %s's is one round: %s", (end, round) => {
    const way: TcpState[] = ["CLOSED"];
    do {
      const [next, ...others] = transitionsFrom(way.at(-1)!).filter(({ usual }) => usual === end);
      expect(others).toEqual([]);
      way.push(next!.to);
    } while (way.at(-1) !== "CLOSED");
    expect(way.join(" ")).toBe(round);
  });
});
