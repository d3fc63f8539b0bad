import { useMemo, useState } from "react";
import { type Frame, ROWS_AT_ONCE, frameOf, readListing } from "./netstat-decoder.model.ts";

export interface ReadingView {
  readonly frame: Frame;
  readonly showRows: (count: number) => void;
  readonly showMoreLines: () => void;
}

const START = { rows: ROWS_AT_ONCE, lines: ROWS_AT_ONCE };

/** Reads the text and makes the frame; how much is shown begins anew with each text. */
export function useReading(text: string): ReadingView {
  const reading = useMemo(() => readListing(text), [text]);
  const [asked, setAsked] = useState({ reading, ...START });
  const { rows, lines } = asked.reading === reading ? asked : START;
  const frame = useMemo(() => frameOf(reading, rows, lines), [reading, rows, lines]);
  return {
    frame,
    showRows: (count) => setAsked({ reading, rows: Math.max(rows, count), lines }),
    showMoreLines: () => setAsked({ reading, rows, lines: lines + ROWS_AT_ONCE }),
  };
}
