import { describe, expect, test } from "vitest";
import { TCP_STATES } from "#net/tcp-state";
import { DIALECTS } from "./dialects.ts";
import { spellingsOf, toolsWithout } from "./state-spellings.ts";

const toolsThatSpell = (state: (typeof TCP_STATES)[number], spelling: string) =>
  spellingsOf(state).find((each) => each.spelling === spelling)?.tools ?? [];

describe("spellings", () => {
  test.each([
    ["LISTEN", "LISTENING", "Windows netstat"],
    ["LISTEN", "LISTEN", "lsof"],
    ["LISTEN", "ABHÖREN", "Windows netstat in German"],
    ["LISTEN", "0A", "Linux's /proc/net"],
    ["ESTABLISHED", "ESTAB", "ss"],
    ["TIME-WAIT", "TIME-WAIT", "ss"],
    ["TIME-WAIT", "TIME_WAIT", "netstat (net-tools)"],
    ["SYN-RECEIVED", "SYN_RECEIVED", "Windows netstat"],
    ["CLOSED", "CLOSE", "netstat (net-tools)"],
    ["LAST-ACK", "ÚLTIMO_ACK", "netstat (net-tools) in Brazilian Portuguese"],
  ] as const)("%s is %s in %s", (state, spelling, tool) => {
    expect(toolsThatSpell(state, spelling)).toContain(tool);
  });

  test("tools with one spelling stand together, the most shared spelling first", () => {
    const [first] = spellingsOf("TIME-WAIT");
    expect(first?.tools).toEqual(
      expect.arrayContaining(["netstat (net-tools)", "Windows netstat"]),
    );
    for (const state of TCP_STATES) {
      const counts = spellingsOf(state).map(({ tools }) => tools.length);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
  });

  test("a tool that does not show the state has no spelling of it", () => {
    expect(spellingsOf("TIME-WAIT").flatMap(({ tools }) => tools)).not.toContain("lsof");
    expect(toolsWithout("TIME-WAIT")).toContain("lsof");
    expect(toolsWithout("ESTABLISHED")).toEqual([]);
  });

  test("every tool that prints states either spells a state or is said not to show it", () => {
    const talkative = DIALECTS.filter(({ tool }) =>
      spellingsOf("ESTABLISHED").some(({ tools }) => tools.includes(tool)),
    ).map(({ tool }) => tool);
    expect(talkative.length).toBeGreaterThanOrEqual(5);
    for (const state of TCP_STATES) {
      const told = new Set([
        ...spellingsOf(state).flatMap(({ tools }) => tools),
        ...toolsWithout(state),
      ]);
      expect(talkative.filter((tool) => !told.has(tool))).toEqual([]);
    }
  });
});
