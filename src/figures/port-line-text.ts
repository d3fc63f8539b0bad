/** What the port line shows, in words: for readers by ear, and for the errors of a lesson's author. */
import { EPHEMERAL_RANGES, type EphemeralRange } from "#net/ephemeral-range";
import { isPort, type Port } from "#net/port";
import { PORT_RANGES, rangeOf, shareOf } from "#net/port-range";
import { percentText, type PortLineContent, type PortMark } from "./port-line-geometry.ts";

/** "22,80,443" as ports, each once. Throws on anything else, which stops the build of the lesson. */
export function readPorts(list: string): readonly Port[] {
  const ports = partsOf(list).map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (!ports.every(isPort)) throw new Error(`A port line cannot mark "${list}".`);
  return [...new Set(ports)];
}

/** "linux,windows" as their ephemeral ranges. Throws on an unknown system. */
export function readSystems(list: string): readonly EphemeralRange[] {
  return partsOf(list).map((part) => {
    const range = EPHEMERAL_RANGES.find(({ system }) => system === part);
    if (range === undefined) throw new Error(`No ephemeral range is known for "${part}".`);
    return range;
  });
}

function partsOf(list: string): readonly string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** One sentence a line. */
export function describePortLine({ marks, brackets, lens }: PortLineContent): readonly string[] {
  const here = marks.find((mark) => mark.here);
  return [
    ...PORT_RANGES.map((range) => {
      const enlarged =
        lens && range.id === "system" ? " They are drawn a second time, enlarged." : "";
      return `${range.name}, ${range.from} to ${range.to}: ${percentText(shareOf(range))} of all ports.${enlarged}`;
    }),
    ...PORT_RANGES.flatMap((range) => {
      const marked = marks.filter(({ port }) => rangeOf(port) === range);
      return marked.length === 0
        ? []
        : [`Marked among the ${range.name}: ${marked.map(nameOf).join(", ")}.`];
    }),
    ...brackets.map(({ name, from, to }) => `Client ports of ${name}: ${from} to ${to}.`),
    ...(here === undefined ? [] : [`You are here: port ${nameOf(here)}.`]),
  ];
}

function nameOf({ port, name }: PortMark): string {
  return name === null ? String(port) : `${port} ${name}`;
}
