/** What every lane is given: the moment it shows, and how to tell what is pointed at. */
import type { HostName } from "#simulator/world";
import type { Timeline } from "#simulator/timeline";

export interface LaneProps {
  readonly timeline: Timeline;
  /** 0 to the timeline's number of beats. */
  readonly position: number;
  readonly host: HostName;
}
