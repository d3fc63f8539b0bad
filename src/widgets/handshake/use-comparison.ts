import { useCallback, useEffect, useState } from "react";
import type { KernelComparison } from "#simulator/kernel-comparison";

export type Comparison =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly comparison: KernelComparison };

const LOADING: Comparison = { kind: "loading" };

/** What loads it comes in a script of its own. `again` makes another attempt. For one trace as long as it is mounted. */
export function useComparison(trace: string): {
  readonly state: Comparison;
  readonly again: () => void;
} {
  const [state, setState] = useState<Comparison>(LOADING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const settle = (settled: Comparison): void => {
      if (isWanted) setState(settled);
    };
    import("./compare-trace.ts")
      .then(({ compareTrace }) => compareTrace(trace, attempt > 0))
      .then(
        (comparison) => settle({ kind: "ready", comparison }),
        () => settle({ kind: "failed" }),
      );
    return () => {
      isWanted = false;
    };
  }, [trace, attempt]);
  const again = useCallback(() => {
    setState(LOADING);
    setAttempt((before) => before + 1);
  }, []);
  return { state, again };
}
