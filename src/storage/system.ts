/** The operating system whose commands the reader wants to see: one choice for all pages. Linux until one is made. */
import { choiceOf } from "./choice.ts";

export const SYSTEMS = ["linux", "macos", "windows"] as const;
export type System = (typeof SYSTEMS)[number];

export const {
  chosen: chosenSystem,
  choose: chooseSystem,
  watch: watchSystem,
} = choiceOf("system", SYSTEMS);
