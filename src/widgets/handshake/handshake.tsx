import { use } from "react";
import { scenarioById } from "#simulator/scenarios";
import { HandshakeSession } from "./handshake-session.tsx";
import { firstCommand } from "./output-lane.model.ts";
import { untouchedRun } from "./run-of-plan.ts";
import { FIRST_SETTINGS, lanesIn } from "./settings.model.ts";
import { positionOf } from "./until.model.ts";

interface HandshakeProps {
  /** A scenario's id; left out for two hosts without a program, in the reader's hands. */
  readonly scenario?: string;
  /** The lanes beside the ladder: "code descriptors sockets output", or "" for the ladder alone. All, if left out. */
  readonly lanes?: string;
  /** The moment shown at first: "end", a position, or a host and the state it enters, "A ESTABLISHED". */
  readonly until?: string;
  /** "small": the ladder and its lanes, and the rest folded away. */
  readonly size?: "small" | "large";
  /** Opens what a link in the address asks for: on the widget's own page. */
  readonly readsAddress?: boolean;
}

/** Two hosts that connect, talk, close and fail, moment by moment, with a hand on the wire. */
export function Handshake({
  scenario,
  lanes,
  until,
  size = "large",
  readsAddress = false,
}: HandshakeProps) {
  const id = scenario ?? null;
  const timeline = use(untouchedRun(id));
  const position = until === undefined ? 0 : positionOf(until, timeline);
  if (position === null) throw new Error(`${scenario} has no moment "${until}".`);
  const settings = {
    ...FIRST_SETTINGS,
    command: firstCommand(timeline),
    lanes: lanes === undefined ? FIRST_SETTINGS.lanes : lanesIn(lanes.split(/\s+/)),
  };
  return (
    <HandshakeSession
      key={id}
      scenario={id === null ? null : scenarioById(id)!}
      first={timeline}
      position={position}
      firstSettings={settings}
      isSmall={size === "small"}
      readsAddress={readsAddress}
    />
  );
}
