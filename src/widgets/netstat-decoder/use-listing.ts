import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ArrangeOptions } from "#netstat/arrange";
import type { Correction } from "#netstat/decode";
import { askHere } from "./ask-here.ts";
import type { ListingView } from "./listing-view.ts";
import { LONGEST_READ_HERE } from "./longest-read-here.ts";
import { RemoteListing } from "./remote-listing.ts";
import { Session } from "./session.model.ts";
import type { ListingSource } from "./worker-messages.ts";

/** All rows, in the order of their lines. */
const AS_PASTED: ArrangeOptions = {};

/** Reads a listing: a short text here and at once, a long one or a file in a worker. */
export function useListing(source: ListingSource, corrections: readonly Correction[]): ListingView {
  const isHere = source.kind === "text" && source.text.length <= LONGEST_READ_HERE;
  const here = useHere(isHere ? source.text : null, corrections);
  const away = useAway(isHere ? null : source, corrections);
  return isHere ? here : away;
}

/** An arrangement belongs to one reading. */
function useArrangement(reading: unknown) {
  const [asked, setAsked] = useState<{ reading: unknown; arrangement: ArrangeOptions }>({
    reading,
    arrangement: AS_PASTED,
  });
  const arrangement = asked.reading === reading ? asked.arrangement : AS_PASTED;
  const arrange = useCallback(
    (next: ArrangeOptions) => setAsked({ reading, arrangement: next }),
    [reading],
  );
  return [arrangement, arrange] as const;
}

function useHere(text: string | null, corrections: readonly Correction[]): ListingView {
  const { session, overview, ask } = useMemo(() => {
    const read = new Session(text ?? "", corrections);
    while (read.advance() < 1);
    const ask = askHere(read, text ?? "", corrections);
    return { session: read, overview: read.overview(), ask };
  }, [text, corrections]);
  const [arrangement, arrange] = useArrangement(session);
  return useMemo(() => {
    const frames = new Map<number, ReturnType<Session["rows"]>[number]>();
    return {
      overview,
      progress: null,
      failure: null,
      cancel: () => {},
      arrangement,
      arrange,
      arranged: session.arrange(arrangement),
      rowAt: (place) => {
        let frame = frames.get(place) ?? null;
        if (frame === null) {
          frame = session.rows(arrangement, place, place + 1)[0] ?? null;
          if (frame !== null) frames.set(place, frame);
        }
        return frame;
      },
      need: () => {},
      ask,
    };
  }, [session, overview, ask, arrangement, arrange]);
}

function useAway(source: ListingSource | null, corrections: readonly Correction[]): ListingView {
  const [remote] = useState(() => new RemoteListing());
  const [arrangement, arrange] = useArrangement(source);
  const state = useSyncExternalStore(remote.subscribe, remote.snapshot, remote.snapshot);
  useEffect(() => {
    if (source === null) remote.stop();
    else remote.read(source, corrections);
  }, [remote, source, corrections]);
  useEffect(() => {
    if (source !== null) remote.arrange(arrangement);
  }, [remote, source, arrangement]);
  useEffect(() => () => remote.stop(), [remote]);
  return {
    ...state,
    arrangement,
    arrange,
    cancel: remote.cancel,
    need: remote.need,
    ask: remote.ask,
  };
}
