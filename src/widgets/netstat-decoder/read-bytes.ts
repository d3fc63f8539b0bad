import { textOfBytes } from "#netstat/text-of-bytes";

/** A file's bytes as text, whichever of a browser's encodings it is in. */
export function readBytes(bytes: Uint8Array): string {
  return textOfBytes(bytes, (label, part, strict) => {
    try {
      return new TextDecoder(label, { fatal: strict }).decode(part);
    } catch {
      return null;
    }
  });
}
