import { memo } from "react";
import { StateMark } from "#figures/state-mark";
import {
  type DescriptorRow,
  descriptorsFrame,
  type ProcessFrame,
  STANDARD_DESCRIPTORS,
} from "./descriptors-lane.model.ts";
import { Ends } from "./ends.tsx";
import type { LaneProps } from "./lane.ts";
import { NoPower } from "./no-power.tsx";
import { usePointing } from "./pointing.tsx";

/** Each process of the host, and what its descriptors refer to. */
export const DescriptorsLane = memo(function DescriptorsLane({
  timeline,
  position,
  host,
}: LaneProps) {
  const { isUp, processes } = descriptorsFrame(timeline, position, host);
  if (!isUp) return <NoPower host={host} />;
  if (processes.length === 0)
    return <p className="text-[0.95rem] text-soft">No process runs on {host}.</p>;
  return (
    <div className="space-y-4">
      {processes.map((process) => (
        <ProcessTable key={process.pid} process={process} />
      ))}
    </div>
  );
});

const ProcessTable = memo(function ProcessTable({ process }: { process: ProcessFrame }) {
  const { pid, name, user, rows } = process;
  return (
    <div className="rounded-lg border border-line bg-panel">
      <table className="w-full text-[0.9rem]">
        <caption className="px-3 pt-1.5 text-left text-soft">
          <span className="text-ink">{name}</span>, process <span className="font-mono">{pid}</span>
          , run by {user}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Descriptor</th>
            <th scope="col">Refers to</th>
          </tr>
        </thead>
        <tbody>
          <tr className="text-soft">
            <th
              scope="row"
              className="w-20 px-3 py-1.5 whitespace-nowrap text-left font-mono font-normal"
            >
              {STANDARD_DESCRIPTORS.map(([fd]) => fd).join(" ")}
            </th>
            <td className="py-1.5 pr-3">
              {STANDARD_DESCRIPTORS.map(([, stream]) => stream).join(", ")}
            </td>
          </tr>
          {rows.map((row) => (
            <Descriptor key={row.fd} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

const Descriptor = memo(function Descriptor({ row }: { row: DescriptorRow }) {
  const { fd, keys, kind, state, local, peer, shared } = row;
  const { props } = usePointing(keys);
  return (
    <tr
      {...props}
      className="border-t border-line align-baseline data-lit:bg-lit data-lit:outline data-lit:-outline-offset-1 data-lit:outline-ink/60"
    >
      <th scope="row" className="w-20 px-3 py-1.5 whitespace-nowrap text-left font-mono font-[650]">
        {fd}
      </th>
      <td className="py-1.5 pr-3">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span>{kind}</span>
          {state !== null && <StateMark state={state} />}
        </span>
        <Ends local={local} peer={peer} />
        {shared.length > 0 && (
          <span className="block text-[0.85rem]">
            The same socket as fd {shared.join(" and fd ")}.
          </span>
        )}
      </td>
    </tr>
  );
});
