import { useDeferredValue, useMemo } from "react";
import type { PastedText } from "./paste-field.tsx";
import type { ListingSource } from "./worker-messages.ts";

/** What was pasted, as the reader wants it; the text as React has time for it. */
export function useSource({ text, file }: PastedText): ListingSource {
  const deferred = useDeferredValue(text);
  return useMemo(
    () => (file === undefined ? { kind: "text", text: deferred } : { kind: "file", file }),
    [deferred, file],
  );
}
