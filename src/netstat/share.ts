/**
 * Bytes as text that may stand in a link behind "#", and back. The characters are base64url's (RFC 4648 §5)
 * without padding, which RFC 3986 allows in a fragment as they are. In front stand a version, so that old
 * links stay readable, and a checksum (FNV-1a, 32 bits), so that a link which a messenger cut is told from a
 * whole one. What the bytes are (compressed text, say) is the caller's matter.
 */

/** More does not fit a link that mail and messengers leave whole: about 32,000 characters. */
export const MOST_SHARED_BYTES = 24_000;

const VERSION = "1";
const SEPARATOR = ".";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MOST_CHARACTERS = Math.ceil((MOST_SHARED_BYTES * 4) / 3) + 16;

export type SharedText =
  | { readonly type: "shared"; readonly text: string }
  | { readonly type: "error"; readonly reason: "too-long"; readonly message: string };

export type SharedBytes =
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | {
      readonly type: "error";
      readonly reason: "empty" | "too-long" | "other-version" | "damaged";
      readonly message: string;
    };

/** 1.CHECKSUM.DATA; an error for more than MOST_SHARED_BYTES. */
export function shareText(bytes: Uint8Array): SharedText {
  if (bytes.length > MOST_SHARED_BYTES) {
    return {
      type: "error",
      reason: "too-long",
      message:
        "This listing is too long for a link. Choose fewer rows, or save it as a file and send that.",
    };
  }
  return {
    type: "shared",
    text: [VERSION, base64url(checksumOf(bytes)), base64url(bytes)].join(SEPARATOR),
  };
}

/** The bytes of such a text; never throws, whatever the text. A "#" in front may stand or not. */
export function sharedBytes(fragment: string): SharedBytes {
  const text = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  if (text === "") return failure("empty", "This link carries no listing.");
  if (text.length > MOST_CHARACTERS)
    return failure("too-long", "This link is longer than any that is made here.");
  const [version, checksum, data, ...more] = text.split(SEPARATOR);
  if (version !== VERSION && /^\d{1,3}$/.test(version ?? "") && checksum !== undefined)
    return failure("other-version", "This link was made by another version of this page.");
  if (version !== VERSION || checksum === undefined || data === undefined || more.length > 0)
    return failure("damaged", DAMAGED);
  const bytes = fromBase64url(data);
  if (bytes === null || base64url(checksumOf(bytes)) !== checksum)
    return failure("damaged", DAMAGED);
  return { type: "bytes", bytes };
}

const DAMAGED =
  "This link is damaged: part of it is missing or changed. Messengers sometimes cut long links. Ask for it again, or for the listing itself.";

const failure = (
  reason: Extract<SharedBytes, { type: "error" }>["reason"],
  message: string,
): SharedBytes => ({ type: "error", reason, message });

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET[group >>> 18]! + ALPHABET[(group >>> 12) & 63]!;
    if (left > 1) text += ALPHABET[(group >>> 6) & 63]!;
    if (left > 2) text += ALPHABET[group & 63]!;
  }
  return text;
}

const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Null where a character is none of the alphabet's, or bits are left over that no encoder writes. */
function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >>> bits;
      at += 1;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}

/** FNV-1a's 32 bits, as four bytes. */
function checksumOf(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8, hash);
}
