/**
 * Which rows of a long list stand in view. All rows have one height. Browsers draw nothing taller than some
 * millions of pixels, so a very long list gets a track of bounded height, and scrolling it goes through the rows
 * in proportion.
 */

/** Below what every browser draws (Firefox stops at 17.9 million pixels). */
const TALLEST = 8_000_000;

/** Rows made beyond the edges of the view, so that scrolling finds them there; each costs time after a leap. */
export const MARGIN = 6;

export interface Track {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Height of the view in pixels. */
  readonly viewHeight: number;
}

export interface RowWindow {
  /** The first row that is made, and the one past the last. */
  readonly from: number;
  readonly to: number;
  /** Where the first row that is made stands on the track, in pixels. */
  readonly top: number;
}

/** The height of the whole track in pixels. */
export function trackHeight({ count, rowHeight }: Track): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** The rows to make when the track is scrolled by `scrollTop` pixels. */
export function windowAt(track: Track, scrollTop: number): RowWindow {
  const { count, rowHeight, viewHeight } = track;
  const first = firstRow(track, scrollTop);
  const from = Math.max(0, Math.floor(first) - MARGIN);
  const to = Math.min(count, Math.ceil(first + viewHeight / rowHeight) + MARGIN);
  return { from, to, top: scrollTop - (first - from) * rowHeight };
}

/** How far to scroll for the row to stand in view, moving as little as needed; `scrollTop` where it does already. */
export function scrollTo(track: Track, row: number, scrollTop: number): number {
  const { rowHeight, viewHeight } = track;
  const first = firstRow(track, scrollTop);
  const last = first + viewHeight / rowHeight - 1;
  // A whole row stays free above: headings stick there.
  if (row - 1 < first) return scrolled(track, row - 1);
  if (row > last) return scrolled(track, row - viewHeight / rowHeight + 1);
  return scrollTop;
}

/** The row at the view's upper edge, with a fraction. */
function firstRow(track: Track, scrollTop: number): number {
  const most = mostScroll(track);
  if (most === 0) return 0;
  return Math.min(1, Math.max(0, scrollTop / most)) * mostRows(track);
}

function scrolled(track: Track, first: number): number {
  const rows = mostRows(track);
  if (rows === 0) return 0;
  return Math.min(1, Math.max(0, first / rows)) * mostScroll(track);
}

/** Rows above the view when it is scrolled to the end. */
function mostRows({ count, rowHeight, viewHeight }: Track): number {
  return Math.max(0, count - viewHeight / rowHeight);
}

function mostScroll(track: Track): number {
  return Math.max(0, trackHeight(track) - track.viewHeight);
}
