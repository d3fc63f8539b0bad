import { expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { otherLines } from "./other-lines.model.ts";
import { unixList } from "./unix-list.model.ts";

const LISTING = decode(`Active UNIX domain sockets (servers and established)
Proto RefCnt Flags       Type       State         I-Node   PID/Program name     Path
unix  2      [ ACC ]     STREAM     LISTENING     20121    714/dockerd          /run/my docker.sock
unix  3      [ ]         STREAM     CONNECTED     20122    801/sshd
unix  2      [ ]         DGRAM                    20123    512/systemd-logind   \u202e/run/x
`);

test("UNIX-domain sockets are listed with their names, spaces and all, and their holders", () => {
  expect(unixList(LISTING, 10)).toEqual({
    more: false,
    sockets: [
      {
        line: 3,
        type: "stream",
        state: "listening",
        name: "/run/my docker.sock",
        isNamed: true,
        holder: "dockerd (714)",
      },
      expect.objectContaining({
        line: 4,
        state: "connected",
        name: "without a name",
        isNamed: false,
      }),
      expect.objectContaining({
        line: 5,
        type: "dgram",
        name: "\\u{202e}/run/x",
        holder: "systemd-logind (512)",
      }),
    ],
  });
  expect(unixList(LISTING, 2)).toMatchObject({ more: true, sockets: [{ line: 3 }, { line: 4 }] });
});

test("a line that is listed as a UNIX-domain socket is not listed again among the others", () => {
  const others = otherLines(LISTING, 100);
  expect(others.groups.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual([1, 2]);
});
