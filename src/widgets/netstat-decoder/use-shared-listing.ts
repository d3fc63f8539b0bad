import { useEffect, useEffectEvent, useState } from "react";
import type { PastedText } from "./paste-field.tsx";
import { carriesListing, listingOf } from "./shared-link.ts";
import { namesListing, shownListing } from "./shown-listing.ts";

/**
 * Hands over the listing that the address's fragment carries or names, when the page opens and when the fragment
 * changes. Returns why one could not be read, for a person.
 */
export function useSharedListing(onRead: (read: PastedText) => void): string | null {
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = useEffectEvent(async (isWanted: () => boolean) => {
    const found = await inAddress(window.location.hash);
    if (!isWanted() || found === null) return;
    setTrouble(typeof found === "string" ? found : null);
    if (typeof found !== "string") onRead(found);
  });
  useEffect(() => {
    let newest = 0;
    const onChange = () => {
      newest += 1;
      const asked = newest;
      const { hash } = window.location;
      if (carriesListing(hash) || namesListing(hash)) void take(() => asked === newest);
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

/** A text says why there is none. Never throws. */
async function inAddress(fragment: string): Promise<PastedText | string | null> {
  if (namesListing(fragment)) return shownListing(fragment);
  const shared = await listingOf(fragment);
  if (shared === null) return null;
  return shared.type === "error" ? shared.message : { text: shared.text, origin: { kind: "link" } };
}
