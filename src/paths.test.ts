import { expect, test } from "vitest";
import { isWithinLesson, paths } from "./paths.ts";

test("every address of the app", () => {
  expect({
    home: paths.home(),
    course: paths.course(),
    lesson: paths.lesson("ports", "three-ranges"),
    chapterTest: paths.chapterTest("ports"),
    cheatSheet: paths.cheatSheet("ports"),
    ports: paths.ports(),
    port: paths.port(443),
    portQuery: paths.portQuery("80, [::1]:443"),
    netstat: paths.netstat(),
    handshake: paths.handshake(),
    scenario: paths.scenario("syn-ack-lost"),
    freePlay: paths.freePlay(),
    socketTypes: paths.socketTypes(),
    search: paths.search(),
    searchQuery: paths.search("TIME-WAIT & 80"),
    quiz: paths.quiz(),
    quizPlan: paths.quizPlan("mode=quiz&n=10&seed=00c0ffee&v=1"),
    quizResult: paths.quizResult(),
    quizResultCode: paths.quizResult("04A5-1FY0"),
    practice: paths.practice(),
    review: paths.review(),
    cards: paths.cards(),
    practiceProgress: paths.practiceProgress(),
    about: paths.about(),
  }).toEqual({
    home: "/",
    course: "/course",
    lesson: "/course/ports/three-ranges",
    chapterTest: "/course/ports/test",
    cheatSheet: "/course/ports/cheat-sheet",
    ports: "/ports",
    port: "/ports/443",
    portQuery: "/ports?q=80%2C%20%5B%3A%3A1%5D%3A443",
    netstat: "/netstat",
    handshake: "/handshake",
    scenario: "/handshake/syn-ack-lost",
    freePlay: "/handshake/free-play",
    socketTypes: "/handshake/three-socket-types",
    search: "/search",
    searchQuery: "/search?q=TIME-WAIT%20%26%2080",
    quiz: "/quiz",
    quizPlan: "/quiz?mode=quiz&n=10&seed=00c0ffee&v=1",
    quizResult: "/quiz/result",
    quizResultCode: "/quiz/result#04A5-1FY0",
    practice: "/quiz/practice",
    review: "/quiz/review",
    cards: "/quiz/cards",
    practiceProgress: "/quiz/progress",
    about: "/about",
  });
});

test("a place within a lesson is told from a lesson and from other places", () => {
  const addresses = [
    "/course/ports/three-ranges#try-it",
    "/course/ports/three-ranges",
    "/glossary#port",
  ];
  expect(addresses.map(isWithinLesson)).toEqual([true, false, false]);
});
