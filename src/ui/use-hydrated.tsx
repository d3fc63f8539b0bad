import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False while the page is prerendered and hydrated, true from then on: for what the static file
 * cannot know, such as the query of the address it was asked by.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
