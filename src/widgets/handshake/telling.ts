/** What sentences about a beat are made from. */
import type { Timeline } from "#simulator/timeline";
import type { World } from "#simulator/world";
import type { Numbering } from "./settings.model.ts";
import type { Stories } from "./stories.model.ts";

export interface Telling {
  readonly timeline: Timeline;
  /** Of the beat, from 0. */
  readonly index: number;
  readonly before: World;
  readonly after: World;
  readonly stories: Stories;
  readonly numbering: Numbering;
}
