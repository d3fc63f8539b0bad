import { memo, useMemo, useState } from "react";
import { StateDiagram } from "#figures/state-diagram";
import type { Timeline } from "#simulator/timeline";
import { Select } from "#ui/select";
import { type ChosenSockets, type HostPlace, statePlaces } from "./state-places.model.ts";

interface StateDiagramPanelProps {
  readonly timeline: Timeline;
  readonly position: number;
}

const NOBODY_CHOSEN: ChosenSockets = {};

/** Where each side is on the diagram of TCP's states, and how it came there. */
export const StateDiagramPanel = memo(function StateDiagramPanel({
  timeline,
  position,
}: StateDiagramPanelProps) {
  const [chosen, choose] = useState(NOBODY_CHOSEN);
  const { hosts, positions, visited, nobody, isForTcp } = useMemo(
    () => statePlaces(timeline, position, chosen),
    [timeline, position, chosen],
  );
  return (
    <div className="min-w-0">
      {nobody !== null && <p className="max-w-prose">{nobody}</p>}
      {nobody === null && (
        <ul className="space-y-3">
          {hosts.map((place) => (
            <li key={place.host}>
              <p className="max-w-prose leading-snug">{place.sentence}</p>
              {place.choices.length > 1 && (
                <SocketChoice
                  place={place}
                  onChoose={(socket) => choose((before) => ({ ...before, [place.host]: socket }))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isForTcp && (
        <div className="mt-4">
          <StateDiagram positions={positions} visited={visited} />
        </div>
      )}
    </div>
  );
});

function SocketChoice({
  place: { host, choices, chosen },
  onChoose,
}: {
  place: HostPlace;
  onChoose: (socket: number) => void;
}) {
  return (
    <Select
      label={`Which of ${host}'s sockets`}
      value={String(chosen?.socket ?? "")}
      options={choices.map(({ socket, label, state }) => [String(socket), `${label} (${state})`])}
      onChange={(socket) => onChoose(Number(socket))}
      className="mt-1 max-w-96"
    />
  );
}
