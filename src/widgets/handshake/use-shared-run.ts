import { useEffect } from "react";
import { type ReadShared, sharedIn } from "./link.model.ts";

/** Reads the address's fragment when the widget stands, and again when it changes. */
export function useSharedRun(isOn: boolean, open: (shared: ReadShared) => void) {
  useEffect(() => {
    if (!isOn) return;
    const read = () => {
      const shared = sharedIn(window.location.hash);
      if (shared !== null) open(shared);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [isOn, open]);
}
