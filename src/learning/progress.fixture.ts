/** Records of progress for laws: few lessons, questions and times, so that two of them often speak of the same. */
import * as fc from "fast-check";
import {
  type Answered,
  LESSON_MOMENTS,
  type LessonTimes,
  NO_PROGRESS,
  OCCASIONS,
  OUTCOMES,
  type Progress,
  merge,
} from "./progress.ts";

const time = fc.integer({ min: 1, max: 12 });

const lessonTimes: fc.Arbitrary<LessonTimes> = fc
  .array(fc.tuple(fc.constantFrom(...LESSON_MOMENTS), time), { minLength: 1, maxLength: 4 })
  .map((times) => Object.fromEntries(times));

const answered: fc.Arbitrary<Answered> = fc.record(
  {
    at: time,
    outcome: fc.constantFrom(...OUTCOMES),
    occasion: fc.constantFrom(...OCCASIONS),
    beliefs: fc.constantFrom(["port-is-socket"], ["tcp-udp-clash", "port-is-process"]),
  },
  { requiredKeys: ["at", "outcome", "occasion"] },
);

/** As any tab could have come to hold it. */
export const progress: fc.Arbitrary<Progress> = fc
  .record({
    forgotten: fc.oneof(fc.constant(0), time),
    lessons: fc.dictionary(fc.constantFrom("ports/a", "ports/b", "sockets/a"), lessonTimes, {
      noNullPrototype: true,
    }),
    answers: fc.dictionary(
      fc.constantFrom("ports/a#one", "ports/a#two", "sockets/a#one"),
      fc.array(answered, { minLength: 1, maxLength: 6 }),
      { noNullPrototype: true },
    ),
  })
  .map((record) => merge(record, NO_PROGRESS));
