import type { HostName } from "#simulator/world";
import { CodeLane } from "./code-lane.tsx";
import { DescriptorsLane } from "./descriptors-lane.tsx";
import { OutputLane } from "./output-lane.tsx";
import { LANES, type LaneId } from "./settings.model.ts";
import { SocketsLane } from "./sockets-lane.tsx";
import type { Stage } from "./stage.ts";

interface HostLanesProps {
  readonly stage: Stage;
  readonly host: HostName;
  /** The one that stands there on a narrow page. */
  readonly shown: LaneId;
}

/** What there is to see of one host at this moment, lane by lane. */
export function HostLanes({ stage, host, shown }: HostLanesProps) {
  const { lanes } = stage.settings;
  const addresses = stage.session.timeline.first.hosts[host]!.interfaces.flatMap(
    (each) => each.addresses,
  );
  return (
    <div role="group" aria-label={`Host ${host}`} className="flex min-w-0 flex-col gap-4">
      <h3 className="text-[1.1rem]">
        {host}{" "}
        <span className="font-mono text-[0.95rem] font-normal text-soft">
          {addresses.join(", ")}
        </span>
      </h3>
      {LANES.filter(([id]) => lanes.includes(id)).map(([id, name]) => (
        <section
          key={id}
          aria-label={`${name} on ${host}`}
          className={id === shown ? "min-w-0" : "min-w-0 @max-5xl:hidden"}
        >
          <h4 className="mb-1 text-[0.95rem] font-[650] text-soft @max-5xl:sr-only">{name}</h4>
          <Lane stage={stage} host={host} lane={id} />
        </section>
      ))}
    </div>
  );
}

function Lane({ stage, host, lane }: { stage: Stage; host: HostName; lane: LaneId }) {
  const { session, settings, setCommand } = stage;
  const place = { timeline: session.timeline, position: session.position, host };
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
