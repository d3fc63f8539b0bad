/**
 * The fields of one line, as offsets into the whole text: no string is cut while a listing is read.
 * One object is reused for every line. Fields are runs of anything but white space; a NUL, a carriage
 * return and a no-break space count as white space, for they come along when text is copied.
 */

/** Fields beyond these are not looked at one by one; no dialect's row needs so many. */
const MOST_FIELDS = 40;

const NEW_LINE = 10;
const BYTE_ORDER_MARK = 0xfeff;

function isSpace(code: number): boolean {
  return code <= 32
    ? code === 32 || code === 9 || code === 13 || code === 0 || code === 11 || code === 12
    : code === 0xa0 || code === BYTE_ORDER_MARK || code === 0x3000;
}

export class LineFields {
  text = "";
  /** Offset of the line's first character. */
  start = 0;
  /** Offset past the last character that is not white space; `start` for a blank line. */
  end = 0;
  /** Offset of the next line; past the text's end when there is none. */
  next = 0;
  count = 0;
  /** Whether a mark in front was dropped since the line was read. */
  isMarkDropped = false;
  readonly starts = new Int32Array(MOST_FIELDS);
  readonly ends = new Int32Array(MOST_FIELDS);

  /** Reads the line that begins at `start`. */
  scan(text: string, start: number): void {
    const { starts, ends } = this;
    const length = text.length;
    let count = 0;
    let at = start;
    // Past the end charCodeAt gives NaN, which is no character of a field: so the loops need no other bound.
    let code = text.charCodeAt(at);
    for (;;) {
      while (code === 32 || (code !== NEW_LINE && isSpace(code))) {
        at += 1;
        code = text.charCodeAt(at);
      }
      if (code === NEW_LINE || at >= length) break;
      if (count === MOST_FIELDS) {
        const newLine = text.indexOf("\n", at);
        at = newLine < 0 ? length : newLine;
        break;
      }
      starts[count] = at;
      do {
        do {
          at += 1;
          code = text.charCodeAt(at);
        } while (code > 32 && code < 0xa0);
      } while (code !== NEW_LINE && at < length && !isSpace(code));
      ends[count] = at;
      count += 1;
    }
    let end = at;
    if (count < MOST_FIELDS) end = count === 0 ? start : ends[count - 1]!;
    else while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    this.text = text;
    this.start = start;
    this.end = end;
    this.next = at + 1;
    this.count = count;
    this.isMarkDropped = false;
  }

  /** Whether this is the line that begins at `start`, as `scan` would read it. */
  holds(text: string, start: number): boolean {
    return this.start === start && this.text === text && !this.isMarkDropped;
  }

  /** Forgets the mark in front: a quotation mark of a mail or of Select-String, or a comment's that touches the row. */
  dropMark(): void {
    this.isMarkDropped = true;
    if (this.lengthOf(0) > 2) {
      this.starts[0] = this.startOf(0) + 1;
      return;
    }
    this.starts.copyWithin(0, 1, this.count);
    this.ends.copyWithin(0, 1, this.count);
    this.count -= 1;
  }

  /** Whether one plain space stands between any two fields. */
  isSingleSpaced(): boolean {
    for (let field = 1; field < this.count; field += 1) {
      const end = this.ends[field - 1]!;
      if (this.starts[field] !== end + 1 || this.text.charCodeAt(end) !== 32) return false;
    }
    return true;
  }

  startOf(field: number): number {
    return this.starts[field]!;
  }

  endOf(field: number): number {
    return this.ends[field]!;
  }

  lengthOf(field: number): number {
    return this.ends[field]! - this.starts[field]!;
  }

  firstCodeOf(field: number): number {
    return this.text.charCodeAt(this.starts[field]!);
  }

  /** Cuts the field's text out: for lines that are made into something, not in the pass over all lines. */
  textOf(field: number): string {
    return field < this.count ? this.text.slice(this.starts[field], this.ends[field]) : "";
  }

  /** Whether the field is this word, letter for letter. */
  is(field: number, word: string): boolean {
    return (
      field < this.count &&
      this.lengthOf(field) === word.length &&
      this.text.startsWith(word, this.starts[field])
    );
  }

  /** The value of a field of decimal digits; -1 when it is none, or too long for a safe whole number. */
  numberOf(field: number): number {
    return field < this.count ? decimal(this.text, this.starts[field]!, this.ends[field]!) : -1;
  }
}

/** The decimal number at start..end; -1 when anything else stands there or it has more than 15 digits. */
export function decimal(text: string, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Where `part` stands within start..end; -1 when it does not. Looks no further than `end`: text goes on for megabytes. */
export function indexWithin(text: string, part: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(part);
  return at < 0 ? -1 : start + at;
}
