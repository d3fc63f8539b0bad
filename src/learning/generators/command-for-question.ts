import { EPHEMERAL_RANGES } from "#net/ephemeral-range";
import { SYSTEM_COMMANDS } from "#netstat/commands";
import { portCommands } from "#netstat/port-commands";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { drawDatagramServer, drawServer } from "./socket-draws.ts";

type System = "Linux" | "Windows" | "macOS";
type Wish = "tcp-listener" | "udp-holder" | "range" | "everything";

const SYSTEMS: readonly System[] = ["Linux", "Windows", "macOS"];
const WISHES: readonly Wish[] = ["tcp-listener", "udp-holder", "range", "everything"];

const ASKED: Readonly<Record<Wish, (port: number) => string>> = {
  "tcp-listener": (port) => `which process listens on TCP port ${port}`,
  "udp-holder": (port) => `which process has UDP port ${port}`,
  range: () => "from which range the system chooses ports for its clients over TCP",
  everything: () => "all connections and listeners, in numbers",
};

const TELLS: Readonly<Record<Wish, (port: number) => string>> = {
  "tcp-listener": (port) => `it shows who listens on TCP port ${port}`,
  "udp-holder": (port) => `it shows who has UDP port ${port}`,
  range: () => "it shows the range of ports for clients",
  everything: () => "it shows all connections and listeners",
};

export const commandForQuestion: Generator = {
  id: "command-for-question",
  topic: "troubleshooting",
  practises: "choosing the command that tells it, on each system",
  lesson: "netstat/which-process",
  make(draw) {
    const system = draw.pick(SYSTEMS);
    const wish = draw.pick(WISHES);
    const port = wish === "udp-holder" ? drawDatagramServer(draw).port : drawServer(draw).port;
    const another = draw.pick([port + 1, Number(`1${port}`)]);
    const right = commandOf(system, wish, port);
    const others: Choice[] = [
      ...SYSTEMS.filter((each) => each !== system).map((each) => ({
        text: code(commandOf(each, wish, port)),
        because: `It tells just that on ${each}. ${whyNotOn(system, commandOf(each, wish, port))}`,
      })),
      ...WISHES.filter((each) => each !== wish).map((each) => ({
        text: code(commandOf(system, each, port)),
        because: `${system} has this command, but ${TELLS[each](port)}.`,
        ...(pairOfProtocols(wish, each) ? { belief: "endpoint-without-protocol" as const } : {}),
      })),
      ...(wish === "tcp-listener" || wish === "udp-holder"
        ? [
            {
              text: code(commandOf(system, wish, another)),
              because: `The form is right, but the number is ${another}: another port.`,
            },
          ]
        : []),
    ].filter(({ text }) => !answers(system, wish, text));
    const distinct = [...new Map(others.map((choice) => [choice.text, choice])).values()];
    return {
      kind: "choose-one",
      prompt: `On ${system} you want to know ${ASKED[wish](port)}. Which of these commands tells it best?`,
      choices: draw.shuffled([
        {
          text: code(right),
          right: true as const,
          because: `${system} has this command, and ${TELLS[wish](port)}.`,
        },
        ...draw.sample(distinct, 3),
      ]),
    };
  },
};

function commandOf(system: System, wish: Wish, port: number): string {
  switch (wish) {
    case "tcp-listener":
      return portCommands([system], String(port), ["tcp"], [])[0]!.see[0]!;
    case "udp-holder":
      return portCommands([system], String(port), ["udp"], [])[0]!.see[0]!;
    case "range":
      return EPHEMERAL_RANGES.find((range) => range.system === system.toLowerCase())!.command;
    case "everything":
      return everythingOn(system);
  }
}

/** The command of the system that lists TCP and UDP with every state, and is there without asking for one port. */
function everythingOn(system: System): string {
  const { commands } = SYSTEM_COMMANDS.find((each) => each.system === system)!;
  const all = commands.find(({ command }) => /-an|-tunap/.test(command)) ?? commands[0];
  return all.command;
}

/** Whether a distractor would serve after all: a listing of everything has what is asked for in it. */
function answers(system: System, wish: Wish, text: string): boolean {
  if (text === code(commandOf(system, wish, 0))) return true;
  if (wish === "range") return false;
  // lsof can be had on Linux too, with the same options.
  if (system === "Linux" && text.includes("lsof")) return true;
  return SYSTEMS.some((each) => text === code(everythingOn(each)));
}

function pairOfProtocols(one: Wish, other: Wish): boolean {
  return (
    (one === "tcp-listener" && other === "udp-holder") ||
    (one === "udp-holder" && other === "tcp-listener")
  );
}

/** The command's name is missing there, or what it asks for. */
function whyNotOn(system: System, command: string): string {
  const name = command.split(" ").find((word) => word !== "sudo")!;
  return name === "sysctl" && system !== "Windows"
    ? `${system} has \`sysctl\` too, but not a setting of this name.`
    : `${system} has no \`${name}\`.`;
}

const code = (command: string) => `\`${command}\``;
