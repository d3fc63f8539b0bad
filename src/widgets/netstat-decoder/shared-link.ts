/**
 * A listing in the fragment of a link, compressed (DEFLATE, RFC 1951). Browsers do not send a fragment to a server.
 * Whoever made the link may be anybody: what it holds is unpacked up to a limit, and read as any pasted text is.
 */
import { shareText, sharedBytes } from "#netstat/share";

/** In front of the listing, so that other fragments of the page are not taken for one. */
const PREFIX = "#listing=";

/** More than this is not unpacked, in bytes. */
export const MOST_UNPACKED = 5_000_000;

export type SharedLink =
  | { readonly type: "link"; readonly href: string }
  | { readonly type: "error"; readonly message: string };

export type SharedListing =
  | { readonly type: "listing"; readonly text: string }
  | { readonly type: "error"; readonly message: string };

/** The link below `address`, the page's own address; errors for what is too long and for a browser that cannot compress. */
export async function linkOf(text: string, address: string): Promise<SharedLink> {
  if (typeof CompressionStream === "undefined") return { type: "error", message: NO_STREAMS };
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const shared = shareText(new Uint8Array(await new Response(packed).arrayBuffer()));
  if (shared.type === "error") return shared;
  return { type: "link", href: `${address.split("#")[0]}${PREFIX}${shared.text}` };
}

export const carriesListing = (fragment: string): boolean => fragment.startsWith(PREFIX);

/** Never throws, whatever the fragment. Null where it is none of ours. */
export async function listingOf(fragment: string): Promise<SharedListing | null> {
  if (!carriesListing(fragment)) return null;
  const shared = sharedBytes(fragment.slice(PREFIX.length));
  if (shared.type === "error") return { type: "error", message: shared.message };
  if (typeof DecompressionStream === "undefined") return { type: "error", message: NO_STREAMS };
  try {
    const text = await unpacked(shared.bytes);
    return text === null ? { type: "error", message: TOO_MUCH } : { type: "listing", text };
  } catch {
    return { type: "error", message: NOT_A_LISTING };
  }
}

/** Null where more comes out than may. Throws where the bytes are not compressed text. */
async function unpacked(bytes: Uint8Array): Promise<string | null> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST_UNPACKED) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

const NO_STREAMS =
  "This browser cannot pack or unpack links. A newer one can. Save the listing as a file and send that.";
const TOO_MUCH =
  "This link unpacks to more than 5 MB, so it was not opened. Ask for a file instead.";
const NOT_A_LISTING =
  "This link is whole, but it holds no text. Ask for it again, or for the listing itself.";
