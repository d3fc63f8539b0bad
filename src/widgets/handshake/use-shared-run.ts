import { useEffect, useEffectEvent } from "react";
import { type ReadShared, sharedIn } from "./link.model.ts";
import { type ReadProof, namesBelief, shownProof } from "./shown-proof.ts";

/** Reads the address's fragment when the widget of this scenario stands, and again when it changes. */
export function useSharedRun(
  isOn: boolean,
  scenario: string | null,
  open: (asked: ReadShared | ReadProof) => void,
): void {
  const take = useEffectEvent(async (isWanted: () => boolean) => {
    const { hash } = window.location;
    // Awaited in either case: what an effect sets right after hydration may wait until the browser is idle.
    const asked = await (namesBelief(hash) ? shownProof(hash, scenario) : sharedIn(hash));
    if (asked !== null && isWanted()) open(asked);
  });
  useEffect(() => {
    if (!isOn) return;
    let newest = 0;
    const read = () => {
      newest += 1;
      const asked = newest;
      void take(() => asked === newest);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      newest += 1;
      window.removeEventListener("hashchange", read);
    };
  }, [isOn]);
}
