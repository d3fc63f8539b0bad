/** Listings of real hosts, read by the decoder and printed again: the same bytes. */
import { capture, readListing } from "#netstat/listing.fixture";
import { expect, test } from "vitest";
import { commandOutput } from "./command.ts";

const RECORDED: readonly (readonly [file: string, command: string])[] = [
  ["every-kind/ss-tan.txt", "ss -tan"],
  ["every-kind/ss-H.txt", "ss -Htan"],
  ["every-kind/ss-tanp.txt", "ss -tanp"],
  ["every-kind/ss-tulpn.txt", "ss -tulpn"],
  ["every-kind/netstat-tulpn.txt", "netstat -tulpn"],
  ["every-kind/netstat-anW.txt", "netstat -antW"],
  ["every-kind/lsof-inP.txt", "lsof -nP -i"],
  ["every-kind/lsof-i6.txt", "lsof -nP -i6"],
  ["every-kind/lsof-iTCP.txt", "lsof -nP -iTCP -sTCP:LISTEN"],
  ["services/ss-tanp.txt", "ss -tanp"],
  ["services/ss-tulpn.txt", "ss -tulpn"],
  ["services/netstat-tanp.txt", "netstat -tanp"],
  ["services/netstat-tulpn.txt", "netstat -tulpn"],
  ["services/lsof-nP-i.txt", "lsof -nP -i"],
];

/** An entry has no inode; lsof prints it as DEVICE. */
const inodeOf = (line: string) => Number(/ IPv[46] +(\d+) /.exec(line)?.[1] ?? 0);

test.each(RECORDED)("%s is what %s prints for its rows", (file, command) => {
  const text = capture(`recorded/${file}`);
  const lines = text.split("\n");
  const sockets = readListing(text).rows.map(({ entry, line }) => ({
    entry,
    inode: inodeOf(lines[line - 1] ?? ""),
  }));
  expect(commandOutput(command, sockets)).toMatchObject({ type: "output", text });
});
