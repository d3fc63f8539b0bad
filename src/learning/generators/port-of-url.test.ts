import { expect, test } from "vitest";
import { inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";
import { portOfUrl } from "./port-of-url.ts";

/** Each scheme's port, from its RFC or IANA's registry, written down once more. */
const OWN: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  ftp: 21,
  ssh: 22,
  sftp: 22,
  smb: 445,
  ldap: 389,
  ldaps: 636,
  postgresql: 5432,
  mysql: 3306,
  mongodb: 27017,
  redis: 6379,
  mqtt: 1883,
  mqtts: 8883,
  amqp: 5672,
  rtsp: 554,
  git: 9418,
};

/** Whatever stands between the host and the first slash after a colon; brackets hold an IPv6 address. */
function portOf(url: string): number {
  const [scheme = "", rest = ""] = url.split("://");
  const written = /^[^/]*:(\d+)(?:\/|$)/.exec(rest.replace(/\[.*?\]/, "host"))?.[1];
  return written === undefined ? OWN[scheme]! : Number(written);
}

test("the answer is the written port, or else the scheme's own", () => {
  const amiss = questionsOf(portOfUrl).filter(
    (question) =>
      question.kind !== "type-number" ||
      question.answer !== portOf(inPrompt(question, /`([^`]+)`/)),
  );
  expect(amiss).toEqual([]);
});

test("no near number is the answer of the same URL without its path", () => {
  const amiss = questionsOf(portOfUrl, 2000).filter((question) => {
    if (question.kind !== "type-number") return true;
    const bare = inPrompt(question, /`([^`]+)`/).replace(/^(\w+:\/\/[^/]*).*$/, "$1");
    return question.near.some(({ value }) => value === portOf(bare));
  });
  expect(amiss).toEqual([]);
});
