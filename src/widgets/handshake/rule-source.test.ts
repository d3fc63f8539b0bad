import { describe, expect, test } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import { runOfScenario } from "./run.fixture.ts";
import { rulePieces, sourceOf } from "./rule-source.ts";

describe("a rule as a way to its document", () => {
  test.each([
    [
      "RFC 9293 §3.10.7.4, second check",
      "RFC 9293 §3.10.7.4",
      "https://www.rfc-editor.org/rfc/rfc9293.html#section-3.10.7.4",
    ],
    ["RFC 768", "RFC 768", "https://www.rfc-editor.org/rfc/rfc768.html"],
    ["tcp(7), SO_KEEPALIVE", "tcp(7)", "https://man7.org/linux/man-pages/man7/tcp.7.html"],
    ["bind(2)", "bind(2)", "https://man7.org/linux/man-pages/man2/bind.2.html"],
  ])("%s leads to %s", (rule, title, url) => {
    expect(sourceOf(rule)).toEqual({ title, url });
  });

  test("a rule may name two documents, and keeps all its words", () => {
    const rule = "socket(7), SO_LINGER; RFC 9293 §3.10.5";
    const pieces = rulePieces(rule);
    expect(pieces.map(({ url }) => url)).toEqual([
      "https://man7.org/linux/man-pages/man7/socket.7.html",
      null,
      "https://www.rfc-editor.org/rfc/rfc9293.html#section-3.10.5",
    ]);
    expect(pieces.map(({ text }) => text).join("")).toBe(rule);
  });

  test.each(["Linux, TCP_TIMEWAIT_LEN", "the wire", "the filter", "the clock"])(
    "%s leads nowhere",
    (rule) => {
      expect(sourceOf(rule)).toBeNull();
    },
  );

  test("every rule of the library's runs is read whole, and few lead nowhere", () => {
    const rules = new Set(
      SCENARIOS.flatMap(({ id }) =>
        runOfScenario(id).beats.flatMap(({ effects }) =>
          effects.flatMap((effect) =>
            "why" in effect
              ? [effect.why.rule]
              : effect.kind === "returned"
                ? [effect.result.why.rule]
                : [],
          ),
        ),
      ),
    );
    for (const rule of rules) {
      expect(
        rulePieces(rule)
          .map(({ text }) => text)
          .join(""),
      ).toBe(rule);
      const rest = rulePieces(rule)
        .filter(({ url }) => url === null)
        .map(({ text }) => text);
      // What a link leaves over names no document of its own.
      expect(rest.join(" ")).not.toMatch(/RFC|§|\(\d\)/);
    }
    const nowhere = [...rules].filter((rule) => sourceOf(rule) === null);
    expect(nowhere.toSorted()).toEqual([
      "Linux tcp_rcv_synsent_state_process",
      "Linux, TCP_TIMEWAIT_LEN",
      "the clock",
      "the filter",
      "the wire",
    ]);
  });
});
