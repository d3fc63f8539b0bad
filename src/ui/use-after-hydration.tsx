import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * `value`, but `prerendered` while the page is hydrated: for what the static file cannot know, such
 * as the query of the address it was asked by. Where both are the same nothing is rendered again.
 */
export function useAfterHydration(value: string, prerendered: string): string {
  return useSyncExternalStore(
    never,
    () => value,
    () => prerendered,
  );
}
