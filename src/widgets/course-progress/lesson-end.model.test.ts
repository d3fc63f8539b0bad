import { expect, test } from "vitest";
import { finishesByItself, lessonEnd } from "./lesson-end.model.ts";

test("a lesson finishes by itself once all of its checks are answered, unless the reader has said otherwise", () => {
  expect(finishesByItself({ opened: 1 }, 3, 4)).toBe(false);
  expect(finishesByItself({ opened: 1 }, 4, 4)).toBe(true);
  expect(finishesByItself(undefined, 4, 4)).toBe(true);
  expect(finishesByItself({ finished: 1, reopened: 2 }, 4, 4)).toBe(false);
});

test("a lesson whose checks are not loaded, or that has none, waits for the button", () => {
  expect(finishesByItself({ opened: 1 }, 0, 0)).toBe(false);
});

test("the button does what the state leaves to do, and the text tells how far it is", () => {
  expect(lessonEnd("begun", 2, 4)).toMatchObject({
    text: expect.stringContaining("So far 2 of 4."),
    action: { moment: "finished" },
  });
  expect(lessonEnd("not-begun", 0, 0).text).not.toContain("0");
  expect(lessonEnd("known", 4, 4).action.moment).toBe("finished");
  expect(lessonEnd("finished", 4, 4).action.moment).toBe("reopened");
});
