import { expect, test } from "vitest";
import { PROOF_LISTINGS } from "#learning/proof-listings";
import { paths } from "#paths";
import { namesListing, shownListing } from "./shown-listing.ts";

const fragmentOf = (href: string) => href.slice(href.indexOf("#"));

test.each(PROOF_LISTINGS)("the link to $id brings it, with what to look at", async (listing) => {
  const fragment = fragmentOf(paths.shownListing(listing.id));
  expect(namesListing(fragment)).toBe(true);
  expect(await shownListing(fragment)).toEqual({
    text: listing.text,
    origin: { kind: "shown", listing },
  });
});

test("a name that there is not is told", async () => {
  expect(await shownListing("#shown=no-such")).toBe("This page has no listing of that name.");
});

test.each(["", "#", "#main", "#listing=1.AAAA.BBBB"])("%j names none", (fragment) => {
  expect(namesListing(fragment)).toBe(false);
});
