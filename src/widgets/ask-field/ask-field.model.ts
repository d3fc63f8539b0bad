/**
 * The home page's one field takes whatever a person has: a port, a service name, an endpoint, a URL,
 * or a whole pasted listing. This decides which of the two answers it wants.
 */
import { looksLikeListing } from "#netstat/looks-like-listing";

export type Ask =
  | { readonly kind: "nothing" }
  | { readonly kind: "port-query"; readonly query: string }
  | { readonly kind: "listing"; readonly listing: string };

export function askOf(text: string): Ask {
  if (text.trim() === "") return { kind: "nothing" };
  return looksLikeListing(text)
    ? { kind: "listing", listing: text }
    : { kind: "port-query", query: text.trim() };
}

/** One of each kind of thing the field takes. */
export const EXAMPLES: readonly string[] = [
  "443",
  "redis",
  "[::1]:5432",
  "https://example.com:8443",
  "0x1F90",
];
