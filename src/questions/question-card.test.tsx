import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Answer, mark } from "#learning/mark";
import { MISCONCEPTIONS } from "#learning/misconception";
import type { Question } from "#learning/question";
import { QuestionCard } from "./question-card.tsx";

const CHOICES = [
  { text: "Yes, `ping -p`", because: "It sets a pattern.", belief: "ping-has-port" },
  { text: "No port at all", right: true, because: "ICMP has none." },
  { text: "Only on Windows", because: "ICMP is the same there." },
] as const;
const BASE = { id: "ping", prompt: "Does ping use a port?" };
const QUESTIONS: Question[] = [
  { ...BASE, kind: "choose-one", choices: CHOICES, listing: "$ ping 192.0.2.10" },
  { ...BASE, kind: "choose-several", choices: CHOICES },
  {
    ...BASE,
    kind: "type-number",
    answer: 0,
    because: "ICMP has no ports.",
    near: [{ value: 7, because: "Port 7 is echo, another protocol." }],
  },
  {
    ...BASE,
    kind: "type-text",
    before: "ping uses ",
    after: ".",
    answer: "ICMP",
    accepts: [],
    because: "It sends echo requests.",
    near: [{ value: "UDP", because: "That is what traceroute may use." }],
  },
  {
    ...BASE,
    kind: "sort-into",
    bins: ["with ports", "without"],
    items: [
      { text: "ICMP", bin: 1, because: "It has none." },
      { text: "TCP", bin: 0, because: "It has two fields of them." },
    ],
  },
  {
    ...BASE,
    kind: "put-in-order",
    items: [
      { text: "request", because: "The asker begins." },
      { text: "reply", because: "It answers." },
    ],
    shown: [1, 0],
  },
  {
    ...BASE,
    kind: "point-at",
    listing: "192.0.2.10:80 LISTEN",
    choices: [
      { text: "the address", from: 0, to: 10, because: "It names the host." },
      { text: "the port", right: true, from: 11, to: 13, because: "It comes after the colon." },
    ],
  },
];

function reasonsOf(question: Question): string[] {
  switch (question.kind) {
    case "type-number":
    case "type-text":
      return [question.because, ...question.near.map(({ because }) => because)];
    case "sort-into":
    case "put-in-order":
      return question.items.map(({ because }) => because);
    default:
      return question.choices.map(({ because }) => because);
  }
}

/** The prerendered page, cut in two: what everybody sees, and what stands there without script. */
function prerendered(question: Question, purpose: "predict" | "check" = "check") {
  const html = renderToString(<QuestionCard question={question} purpose={purpose} />);
  const [shown = "", withoutScript = ""] = html.split("<noscript>");
  return { html, shown, withoutScript };
}

describe.each(QUESTIONS)("a $kind question, prerendered", (question) => {
  const { html, shown, withoutScript } = prerendered(question);
  const reasons = reasonsOf(question);

  test("names its group of fields by the prompt", () => {
    expect(shown).toMatch(/<fieldset[^>]*><legend[^>]*>Does ping use a port\?<\/legend>/);
  });

  test("gives no reason away before an answer", () => {
    for (const because of reasons) expect(shown).not.toContain(because);
  });

  test("holds every reason for a reader without script, behind a native disclosure", () => {
    expect(withoutScript).toMatch(/^<details><summary[^>]*>Answer and reasons<\/summary>/);
    for (const because of reasons) expect(withoutScript).toContain(because);
  });

  test("holds nothing that the policy blocks", () => {
    expect(html).not.toMatch(/ style=|<style|<script/);
  });
});

test("every choice is a labelled native button of its kind", () => {
  const [one, several] = QUESTIONS as [Question, Question];
  expect(prerendered(one).shown.match(/<label[^>]*><input type="radio"/g)).toHaveLength(3);
  expect(prerendered(several).shown.match(/<label[^>]*><input type="checkbox"/g)).toHaveLength(3);
});

test("text between backticks is code, and a listing keeps its own lines", () => {
  const { shown } = prerendered(QUESTIONS[0] as Question);
  expect(shown).toMatch(/Yes, <code[^>]*>ping -p<\/code>/);
  expect(shown).toMatch(/<pre[^>]*>\$ ping 192\.0\.2\.10<\/pre>/);
});

test("the belief behind a wrong choice has its name", () => {
  const { withoutScript } = prerendered(QUESTIONS[0] as Question);
  expect(withoutScript).toContain(MISCONCEPTIONS["ping-has-port"].belief);
});

test("a prediction asks for a guess, a check for an answer", () => {
  const question = QUESTIONS[0] as Question;
  expect(prerendered(question, "predict").shown).toContain("Commit to a guess");
  expect(prerendered(question, "check").shown).not.toContain("guess");
});

const ANSWERS: Record<Question["kind"], readonly [answer: Answer, shown: RegExp]> = {
  "choose-one": [{ kind: "choose-one", chosen: 2 }, /value="2" checked=""|checked="" value="2"/],
  "choose-several": [
    { kind: "choose-several", chosen: new Set([1]) },
    /value="1" checked=""|checked="" value="1"/,
  ],
  "type-number": [{ kind: "type-number", text: "7" }, /value="7"/],
  "type-text": [{ kind: "type-text", text: "UDP" }, /value="UDP"/],
  "sort-into": [{ kind: "sort-into", bins: [0, 1] }, /<option value="0" selected="">with ports/],
  "put-in-order": [{ kind: "put-in-order", order: [0, 1] }, /request.*reply/s],
  "point-at": [{ kind: "point-at", chosen: 0 }, /value="0" checked=""|checked="" value="0"/],
};

test.each(QUESTIONS)(
  "a $kind question that was answered before stands as it was left",
  (question) => {
    const [answer, chosen] = ANSWERS[question.kind];
    const html = renderToString(
      <QuestionCard question={question} purpose="check" before={answer} next={<p>The way on</p>} />,
    );
    const [shown = ""] = html.split("<noscript>");
    expect(shown.split("</fieldset>")[0]).toMatch(chosen);
    const settled = mark(question, answer);
    for (const { because } of settled.type === "invalid" ? [] : settled.feedback)
      expect(shown).toContain(because);
    expect(shown).toContain("The way on");
    expect(shown).not.toContain("I&#x27;m not sure");
  },
);
