import { memo } from "react";
import { worldAt } from "#simulator/timeline";
import type { HostName } from "#simulator/world";
import { CodeLane } from "./code-lane.tsx";
import { DescriptorsLane } from "./descriptors-lane.tsx";
import { HostRules } from "./host-rules.tsx";
import { OutputLane } from "./output-lane.tsx";
import { LANES, type LaneId } from "./settings.model.ts";
import { SocketsLane } from "./sockets-lane.tsx";
import type { Stage } from "./stage.ts";
import { useInTurn } from "./use-in-turn.ts";

interface HostLanesProps {
  readonly stage: Stage;
  readonly host: HostName;
  /** Those of the wanted lanes that have their place here. */
  readonly lanes: readonly LaneId[];
  /** The one that stands there on a narrow page. */
  readonly shown: LaneId;
  /** Of the handshake: each lane's id begins with it. */
  readonly id: string;
}

/** What there is to see of one host at this moment, lane by lane. */
export const HostLanes = memo(function HostLanes({
  stage,
  host,
  lanes,
  shown,
  id,
}: HostLanesProps) {
  const wanted = LANES.filter(([id]) => lanes.includes(id) && stage.settings.lanes.includes(id));
  if (wanted.length === 0) return null;
  const { timeline, position } = stage.followed;
  const addresses = timeline.first.hosts[host]!.interfaces.flatMap((each) => each.addresses);
  const isBeside = lanes.length > 1;
  const isShown = wanted.some(([id]) => id === shown);
  return (
    <div
      role="group"
      aria-label={`Host ${host}`}
      tabIndex={isBeside ? 0 : undefined}
      className={`min-w-0 flex-col gap-4 ${isShown ? "flex" : "hidden @5xl:flex print:flex"} ${isBeside ? `${BOX} ${wanted.length > 1 ? CODE_AND_MORE : CODE_ALONE}` : ""}`}
    >
      <h3 className={isBeside ? "text-[1.1rem]" : "sr-only"}>
        {host}{" "}
        <span className="font-mono text-[0.95rem] font-normal text-soft">
          {addresses.join(", ")}
        </span>
      </h3>
      {isBeside && <HostRules host={worldAt(timeline, position).hosts[host]!} />}
      {wanted.map(([lane, name]) => (
        // A landmark would be one of too many, and stand twice where a lesson has two handshakes.
        <div
          key={lane}
          role="group"
          id={`${id}-${lane}-${host}`}
          tabIndex={-1}
          aria-label={`${name} on ${host}`}
          className={
            lane === shown ? "isolate min-w-0" : "isolate min-w-0 @max-5xl:hidden print:block!"
          }
        >
          {wanted.length > 1 && (
            <h4 className="mb-1 text-[0.95rem] font-[650] text-soft @max-5xl:sr-only">{name}</h4>
          )}
          <Lane stage={stage} host={host} lane={lane} />
        </div>
      ))}
    </div>
  );
});

/**
 * As high as the ladder, so that the listings below stay in sight. What does not fit scrolls in it: it has a frame, as
 * the ladder has, so that what is cut does not look like the end.
 */
const BOX =
  "@5xl:h-full @5xl:max-h-(--ladder-height) @5xl:overflow-y-auto @5xl:rounded-box @5xl:border @5xl:border-line @5xl:px-2 @5xl:py-1 print:max-h-none!";

/** Of a program: all of it where it stands alone, else so that the host's sockets are in sight below it. */
const CODE_ALONE = "@5xl:[--code-height:calc(var(--ladder-height)-4rem)]";
const CODE_AND_MORE = "@5xl:[--code-height:max(9rem,26vh)]";

function Lane({ stage, host, lane }: { stage: Stage; host: HostName; lane: LaneId }) {
  const { settings, setCommand, turns } = stage;
  const followed = useInTurn(turns, stage.followed);
  const place = { timeline: followed.timeline, position: followed.position, host };
  switch (lane) {
    case "code":
      return <CodeLane {...place} language={settings.language} />;
    case "descriptors":
      return <DescriptorsLane {...place} />;
    case "sockets":
      return <SocketsLane {...place} numbers={settings.numbers} />;
    case "output":
      return <OutputLane {...place} command={settings.command} onCommand={setCommand} />;
  }
}
