import { describe, expect, test } from "vitest";
import { Session } from "./session.model.ts";

const BEFORE = `tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 801/sshd
tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN 944/nginx
tcp 0 0 192.0.2.10:38058 203.0.113.10:443 ESTABLISHED 3391/firefox
`;
const AFTER = `tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 9801/sshd
tcp 0 0 0.0.0.0:8080 0.0.0.0:* LISTEN 77/node
tcp 0 0 192.0.2.10:38058 203.0.113.10:443 CLOSE_WAIT 3391/firefox
`;

function compared(one: string, other: string, isLater = true) {
  const session = new Session(one);
  while (session.advance() < 1);
  return session.compareWith(other, isLater);
}

describe("two listings", () => {
  test("differ in what appeared, went and has another owner, each a list of sentences", () => {
    const { sentence, listeners } = compared(BEFORE, AFTER);
    expect(sentence).toBe("1 socket appeared, 1 went and 2 changed; 0 are the same.");
    expect(listeners.map(({ title }) => title)).toEqual([
      "Appeared: 1",
      "Went: 1",
      "Changed owner: 1",
    ]);
    expect(listeners[1]?.sentences[0]).toContain("nginx no longer listens");
  });

  test("are read the other way round where the second is the earlier one", () => {
    expect(compared(BEFORE, AFTER, false).listeners[0]?.sentences[0]).toContain(
      "nginx now listens",
    );
  });

  test("group their connections by service, with the first of very many", () => {
    const many = Array.from(
      { length: 90 },
      (_, n) => `tcp 0 0 192.0.2.10:80 198.51.100.7:${50000 + n} ESTABLISHED 944/nginx\n`,
    );
    const [group] = compared(BEFORE, BEFORE + many.join("")).connections;
    expect(group).toMatchObject({ counts: "90 new", more: 70 });
    expect(group?.sentences).toHaveLength(20);
  });

  test("of very many groups name the largest, and say how many more there are", () => {
    const many = Array.from(
      { length: 60 },
      (_, n) => `tcp 0 0 192.0.2.10:80 198.51.100.${n}:50000 ESTABLISHED\n`,
    );
    const { connections, moreConnections } = compared(BEFORE, BEFORE + many.join(""));
    expect(connections).toHaveLength(40);
    expect(moreConnections).toBe(20);
  });

  test("say what they cannot tell", () => {
    expect(compared(BEFORE, "Dear all,\n").caveats.join(" ")).toContain("No socket was read");
  });

  test("show a hostile name and harm nobody with it", () => {
    const row = "tcp 0 0 0.0.0.0:9 0.0.0.0:* LISTEN 7/\u202egnp.exe\n";
    expect(JSON.stringify(compared(BEFORE, BEFORE + row))).not.toContain("\u202e");
  });
});
