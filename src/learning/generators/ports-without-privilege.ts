/** Which endpoints a program may bind without privilege: the system's rule, the edge at 1024, and what does not count. */
import { bindRuleOf, FIRST_UNPRIVILEGED_PORT } from "#net/privileged-port";
import { OPERATING_SYSTEM_NAMES, type OperatingSystem } from "#net/operating-system";
import type { Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";

interface Wanted {
  readonly protocol: "TCP" | "UDP";
  readonly address: string;
  readonly port: Port;
}

const WILDCARD = "0.0.0.0";
const LOW: readonly Port[] = [1023, 1023, 22, 25, 53, 80, 123, 389, 443, 514, 631, 853, 990, 1000];
const HIGH: readonly Port[] = [
  1024, 1024, 1025, 1194, 1433, 3000, 3306, 5353, 5432, 8000, 8080, 8443, 32768, 49151, 49152,
  65535,
];

/** Windows has no such rule, so nothing there would be wrong. */
const SYSTEMS = ["linux", "linux", "macos", "freebsd"] as const satisfies OperatingSystem[];

export const portsWithoutPrivilege: Generator = {
  id: "ports-without-privilege",
  topic: "port-ranges",
  practises: "telling which ports need privilege",
  lesson: "ports/binding-and-conflicts",
  make(draw) {
    const system = draw.pick(SYSTEMS);
    const name = OPERATING_SYSTEM_NAMES[system];
    return {
      kind: "choose-several",
      prompt: draw.pick([
        `An ordinary program on ${name} runs without any privilege, at default settings. The host has the address \`192.0.2.10\`. Which of these can the program bind, if nobody else has them?`,
        `On ${name} with default settings and the address \`192.0.2.10\`, which of these can a program without privilege bind? All of them are free.`,
      ]),
      choices: drawWanted(draw).map((wanted) => choiceOf(system, wanted)),
    };
  },
};

/** Five endpoints: some below 1024 and some not, one bound to one address below it, and now and then port 0. */
function drawWanted(draw: Draw): Wanted[] {
  const low = draw.sample([...new Set(LOW)], 2);
  if (draw.chance(1, 2) && !low.includes(1023)) low[1] = 1023;
  const high = draw.sample([...new Set(HIGH)], draw.chance(1, 3) ? 2 : 3);
  if (draw.chance(1, 2) && !high.includes(1024)) high[0] = 1024;
  const ports = high.length === 2 ? [...low, ...high, 0] : [...low, ...high];
  const wanted = ports.map((port, place) => ({
    protocol: draw.pick(["TCP", "TCP", "UDP"] as const),
    // The first is below 1024 with one address: privileged wherever there is privilege.
    address: place === 0 ? draw.pick(["127.0.0.1", "192.0.2.10"]) : drawAddress(draw),
    port,
  }));
  return draw.shuffled(wanted);
}

function drawAddress(draw: Draw): string {
  return draw.pick([WILDCARD, WILDCARD, "127.0.0.1", "192.0.2.10"]);
}

function choiceOf(system: OperatingSystem, { protocol, address, port }: Wanted): Choice {
  const text = `${protocol} \`${address}:${port}\``;
  const { verdict, explanation } = bindRuleOf(system, port);
  switch (verdict) {
    case "anyone":
      return { text, right: true, because: `${explanation}${openAside(port)}` };
    case "system-chooses":
      return {
        text,
        right: true,
        because: `${explanation} So the program gets an ephemeral port, for which nobody needs privilege.`,
      };
    case "privileged":
      return { text, because: `${explanation}${closedAside(address, port)}` };
    case "privileged-on-one-address":
      return address === WILDCARD
        ? { text, right: true, because: explanation }
        : { text, because: explanation };
  }
}

function openAside(port: Port): string {
  if (port === FIRST_UNPRIVILEGED_PORT) return ` ${port} is the first of them.`;
  return port >= 49_152
    ? " The Dynamic Ports are no exception."
    : " Whether a port is registered makes no difference.";
}

function closedAside(address: string, port: Port): string {
  if (port === FIRST_UNPRIVILEGED_PORT - 1) return ` ${port} is the last of these ports.`;
  return address === "127.0.0.1"
    ? " That nobody else can reach 127.0.0.1 changes nothing: the number counts."
    : " That nobody has it is not enough.";
}
