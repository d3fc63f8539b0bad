import { describe, expect, test } from "vitest";
import { noSocketsMessage } from "./no-sockets.model.ts";

describe("a text without a socket row is named for what it is", () => {
  test.each([
    [{ routes: 5, heading: 2 }, "This is a routing table."],
    [{ statistics: 60 }, "These are counters, not sockets."],
    [{ prompt: 1 }, "This is the command, not what it printed."],
    [{ heading: 2, prompt: 1 }, "Only a heading is here, no rows."],
    [{ unreadable: 1 }, "A row is here, but it could not be read."],
    [{ error: 1, prompt: 1 }, "The command gave a message, not a listing."],
    [{ noise: 19_000, prompt: 3, blank: 20 }, "No line here looks like a row of a socket listing."],
    [{ noise: 1, unreadable: 1 }, "A row is here, but it could not be read."],
  ])("%j", (kinds, title) => {
    expect(noSocketsMessage(kinds)?.title).toBe(title);
  });

  test("a blank text needs no words", () => {
    expect(noSocketsMessage({})).toBeUndefined();
    expect(noSocketsMessage({ blank: 12 })).toBeUndefined();
  });
});
