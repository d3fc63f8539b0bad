import { test } from "vitest";
import { commandForQuestion } from "./command-for-question.ts";
import { expectSame, inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";

/** The manuals' commands (ss(8), lsof(8), Microsoft's pages, sysctl(8)), written down once more as patterns. */
function tells(system: string, wish: string, port: string): RegExp {
  const isUdp = wish.includes("UDP port");
  if (wish.includes("range"))
    return {
      Linux: /^sysctl net\.ipv4\.ip_local_port_range$/,
      Windows: /^netsh int ipv4 show dynamicport tcp$/,
      macOS: /^sysctl net\.inet\.ip\.portrange/,
    }[system]!;
  if (wish.includes("all connections"))
    return { Linux: /^sudo ss -tunap$/, Windows: /^netstat -ano$/, macOS: /^netstat -an/ }[system]!;
  return {
    Linux: new RegExp(`^sudo ss -l${isUdp ? "u" : "t"}np 'sport = :${port}'$`),
    Windows: new RegExp(
      `^Get-Net${isUdp ? "UDPEndpoint" : "TCPConnection"} -LocalPort ${port}( |$)`,
    ),
    macOS: new RegExp(`^sudo lsof -nP -i${isUdp ? "UDP" : "TCP"}:${port}( |$)`),
  }[system]!;
}

test("one command alone tells it on that system, and it is the right one", () => {
  for (const question of questionsOf(commandForQuestion)) {
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    const { prompt, choices } = question;
    const system = inPrompt(question, /^On (\w+)/);
    const port = /port (\d+)/.exec(prompt)?.[1] ?? "";
    expectSame(choices.length, 4);
    for (const { text, right } of choices)
      expectSame(
        [prompt, text, tells(system, prompt, port).test(text.slice(1, -1))],
        [prompt, text, right === true],
      );
  }
});
