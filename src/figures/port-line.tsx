import type { Port } from "#net/port";
import type { PortRangeId } from "#net/port-range";
import { servicesOn } from "#net/services";
import { bracketsOf, type PortLineContent } from "./port-line-geometry.ts";
import { describePortLine, readPorts, readSystems } from "./port-line-text.ts";
import { UprightPortLineDrawing } from "./upright-port-line-drawing.tsx";
import { uprightFrame } from "./upright-port-line.ts";
import { WidePortLineDrawing } from "./wide-port-line-drawing.tsx";
import { wideFrame } from "./wide-port-line.ts";

interface PortLineProps {
  /** Ports to mark: "22,80,443". */
  marks?: string;
  /** Names for marks; without one a mark takes its name from the reviewed services. */
  names?: Readonly<Record<Port, string>>;
  /** The range that is meant: the others step back. */
  highlight?: PortRangeId;
  /** Systems whose ephemeral ranges are bracketed: "linux,windows". */
  ephemeral?: string;
  /** The one port "you are here". */
  here?: Port;
  /** The lens over the System Ports. */
  zoom?: "system" | "none";
  caption?: string;
  /** Makes each labelled mark a link. */
  hrefFor?: (port: Port) => string;
}

/**
 * All 65,536 ports on one line, to scale. Three drawings, each for a span of widths, of which the figure's
 * own room shows one; their heights are known beforehand, so nothing moves when they appear.
 */
export function PortLine(props: PortLineProps) {
  const { highlight, hrefFor, caption } = props;
  const content = contentOf(props);
  const drawn = { highlight, hrefFor };
  return (
    <figure
      className="wide @container"
      aria-label={caption === undefined ? "All ports, to scale" : undefined}
    >
      <UprightPortLineDrawing
        {...drawn}
        frame={uprightFrame(content)}
        className="block max-w-[440px] @min-[640px]:hidden"
      />
      <WidePortLineDrawing
        {...drawn}
        frame={wideFrame(content, 640)}
        className="hidden @min-[640px]:block @min-[960px]:hidden"
      />
      <WidePortLineDrawing
        {...drawn}
        frame={wideFrame(content, 960)}
        className="hidden @min-[960px]:block"
      />
      <ul className="sr-only">
        {describePortLine(content).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {caption !== undefined && (
        <figcaption className="mt-4 max-w-prose text-[1rem] text-soft">{caption}</figcaption>
      )}
    </figure>
  );
}

function contentOf({
  marks = "",
  names = {},
  ephemeral = "",
  here,
  zoom,
}: PortLineProps): PortLineContent {
  const ports = new Set([...readPorts(marks), ...(here === undefined ? [] : [here])]);
  return {
    marks: [...ports]
      .toSorted((a, b) => a - b)
      .map((port) => ({
        port,
        name: names[port] ?? servicesOn(port)[0]?.name ?? null,
        here: port === here,
      })),
    brackets: bracketsOf(readSystems(ephemeral)),
    lens: zoom !== "none",
  };
}
