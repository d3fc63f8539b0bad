/** Characters as their codes, for readers that cut no strings. */

export const STAR = 42;
export const PLUS = 43;
export const HYPHEN = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const PERCENT = 37;
export const OPEN = 91;
export const BACKSLASH = 92;
export const CLOSE = 93;
export const UNDERSCORE = 95;

export const isDigit = (code: number) => code >= 48 && code <= 57;
export const isHex = (code: number) =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
export const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
