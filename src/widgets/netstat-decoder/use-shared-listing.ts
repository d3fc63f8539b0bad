import { useEffect, useEffectEvent, useState } from "react";
import { carriesListing, listingOf } from "./shared-link.ts";

/** Hands over the listing that the address's fragment carries, when the page opens and when the fragment changes. Returns why one could not be read, for a person. */
export function useSharedListing(onRead: (text: string) => void): string | null {
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = useEffectEvent(async (isWanted: () => boolean) => {
    const found = await listingOf(window.location.hash);
    if (!isWanted() || found === null) return;
    setTrouble(found.type === "error" ? found.message : null);
    if (found.type === "listing") onRead(found.text);
  });
  useEffect(() => {
    let newest = 0;
    const onChange = () => {
      newest += 1;
      const asked = newest;
      if (carriesListing(window.location.hash)) void take(() => asked === newest);
      else setTrouble(null);
    };
    onChange();
    window.addEventListener("hashchange", onChange);
    return () => {
      newest += 1;
      window.removeEventListener("hashchange", onChange);
    };
  }, []);
  return trouble;
}
