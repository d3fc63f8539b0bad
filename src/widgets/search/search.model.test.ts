import { beforeAll, describe, expect, test } from "vitest";
import { SERVICES } from "#net/services";
import { SCENARIOS } from "#simulator/scenarios";
import { searchEntries } from "./search-entries.ts";
import { type Search, makeSearch } from "./search-index.ts";
import { searchFrame } from "./search.model.ts";

let search: Search;

beforeAll(async () => {
  search = await makeSearch(
    searchEntries({
      lessons: [
        {
          lesson: "connections/closing-and-time-wait",
          title: "Closing and TIME-WAIT",
          sections: [
            { heading: null, anchor: null, text: "How a connection ends." },
            {
              heading: "Half way",
              anchor: "half-way",
              text: "CLOSE-WAIT waits for this host's own program. The listener keeps its backlog.",
            },
          ],
        },
      ],
      terms: [
        {
          id: "backlog",
          term: "backlog",
          definition: "How many connections may wait for `accept()`.",
          lesson: "sockets/socket-api-call-by-call",
        },
      ],
      scenarios: SCENARIOS,
      services: SERVICES,
    }),
  );
});

const frame = (query: string, ...rest: [] | [Parameters<typeof searchFrame>[2]]) =>
  searchFrame(search, query, rest[0] ?? null)!;
const titles = (query: string) => frame(query).rows.map(({ title }) => title);

describe("a search finds", () => {
  test.each([
    ["a term before what mentions it", "backlog", "backlog"],
    ["a heading within its lesson", "half way", "Half way"],
    ["a state in netstat's spelling", "CLOSE_WAIT", "CLOSE-WAIT: a program that forgets to close"],
    ["a state without its hyphen", "closewait", "CLOSE-WAIT: a program that forgets to close"],
    ["a beginning of a word", "backl", "backlog"],
    ["a word with a slip in it", "baklog", "backlog"],
    ["a service by its port", "5432", "5432 PostgreSQL"],
    ["a service by another name of it", "postgres", "5432 PostgreSQL"],
  ])("%s", (_, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  test("a heading at its place in the lesson, and says in which", () => {
    expect(frame("half way").rows[0]).toMatchObject({
      label: "Lesson",
      within: "Closing and TIME-WAIT",
      address: "/course/connections/closing-and-time-wait#half-way",
    });
  });

  test("a run by what it asks", () => {
    const [run] = frame("three clients one port", "run").rows;
    expect(run?.address).toBe("/handshake/three-clients-one-port");
  });
});

test("an excerpt shows no marks of code", () => {
  const [term] = frame("backlog").rows;
  expect(term?.excerpt.map(({ text }) => text).join("")).toBe(
    "How many connections may wait for accept().",
  );
});

test("results of one kind are shown alone, and how many each kind has", () => {
  const all = frame("wait");
  expect(all.kinds.map(({ kind }) => kind)).toEqual(["lesson", "term", "run", "port"]);
  const runs = frame("wait", "run");
  expect(new Set(runs.rows.map(({ label }) => label))).toEqual(new Set(["Simulated run"]));
  expect(runs.rows.length + runs.more).toBeLessThan(all.rows.length + all.more);
});

test("a kind without results gives way to all", () => {
  expect(frame("5432", "term")).toMatchObject({ kind: null });
});

test("what only partly matches is shown, and said to be so", () => {
  const { status, rows } = frame("backlog xylophone");
  expect(status).toMatch(
    /^Nothing has all of “backlog xylophone”\. \d+ results? with a part of it\.$/,
  );
  expect(rows[0]?.title).toBe("backlog");
});

test("what is not there is said, with the registry's names to look among", () => {
  expect(frame("xylophone")).toMatchObject({
    status: "Nothing in the course has “xylophone”.",
    rows: [],
    registry: "/ports?q=xylophone",
  });
});

test("every port has its page, whether or not it is spoken of", () => {
  expect(frame("12345").port).toEqual({ title: "Port 12345", address: "/ports/12345" });
  expect(frame("65536").port).toBeNull();
});

test.each(["", "  ", "!?", "—"])("%j asks for nothing", (query) => {
  expect(searchFrame(search, query, null)).toBeNull();
});

test("a long query is repeated in short, and without marks that turn the writing round", () => {
  const { status } = frame(`\u202e${"xylophone ".repeat(30)}`);
  expect(status).toMatch(/^Nothing in the course has “xylophone [a-z ]{40,50}…”\.$/);
});

test("a pasted page is cut, not refused", () => {
  expect(frame("backlog ".repeat(5000)).query.length).toBeLessThanOrEqual(200);
});
