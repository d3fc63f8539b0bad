import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * `value`, but `prerendered` while the page is hydrated: for what the static file cannot know, such
 * as the query of the address it was asked by. It stays the same as long as nothing changed. Where both are the same nothing is rendered again.
 */
export function useAfterHydration<Value>(value: Value, prerendered: Value): Value {
  return useSyncExternalStore(
    never,
    () => value,
    () => prerendered,
  );
}
