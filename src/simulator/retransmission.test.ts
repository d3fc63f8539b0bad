import { expect, test } from "vitest";
import { captured, end, segment } from "./capture.fixture.ts";
import { retransmissions } from "./retransmission.ts";

const A = end("10.0.0.1", 49_152);
const B = end("10.0.0.2", 8080);

test("a segment is a retransmission when its sender was seen to send its last number before", () => {
  const capture = captured([
    segment(A, B, "S", 0xffffffff, 0),
    segment(A, B, "S", 0xffffffff, 0),
    segment(B, A, "S.", 300, 0),
    segment(A, B, ".", 0, 301),
    segment(A, B, "P.", 0, 301, { data: "abc" }),
    segment(A, B, "P.", 0, 301, { data: "abc" }),
    segment(A, B, "P.", 3, 301, { data: "def" }),
    segment(B, A, ".", 301, 6),
    segment(A, B, "F.", 6, 301),
    segment(A, B, "F.", 6, 301),
  ]);
  expect(retransmissions(capture)).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("a segment that was overtaken is not sent again, one that adds to what was sent is", () => {
  const capture = captured([
    segment(A, B, "P.", 4, 301, { data: "def" }),
    segment(A, B, "P.", 1, 301, { data: "abc" }),
    segment(A, B, "P.", 4, 301, { data: "defghi" }),
    segment(A, B, "P.", 10, 301, { data: "j" }),
  ]);
  expect(retransmissions(capture)).toEqual([false, false, true, false]);
});

test("a new connection of the same ports is no retransmission", () => {
  const capture = captured([segment(A, B, "S", 1000, 0), segment(A, B, "S", 500, 0)]);
  expect(retransmissions(capture)).toEqual([false, false]);
});
