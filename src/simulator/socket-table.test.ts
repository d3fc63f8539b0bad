import { describe, expect, test } from "vitest";
import { PID, Program } from "./program.fixture.ts";
import { socketRows } from "./socket-table.ts";
import { commandOutput } from "./tools/command.ts";

const rows = ({ world }: Program, host: "A" | "B") =>
  socketRows(world.hosts[host]!).map(({ entry, inode }) => ({
    row: `${entry.protocol} ${entry.state ?? "-"} ${entry.recvQ}/${entry.sendQ}`,
    held: entry.processes.map(({ fd }) => fd),
    hasInode: inode !== 0,
  }));

const row = (text: string, ...held: number[]) => ({ row: text, held, hasInode: held.length > 0 });

/** A's descriptor 3 is connected to B's listener, nobody has accepted yet. */
function knocking() {
  const program = new Program();
  program.listen("B", 8080);
  program.connect("A", program.open("A"), "10.0.0.2", 8080);
  return program;
}

describe("in the socket table", () => {
  test("TCP stands once it listens, UDP once it has a port (trace 36)", () => {
    const program = new Program();
    const [tcp, udp] = [program.open("B"), program.open("B", "dgram")];
    expect(rows(program, "B")).toEqual([]);
    for (const fd of [tcp, udp]) program.bind("B", fd, "*", 8080);
    expect(rows(program, "B")).toEqual([row("udp - 0/0", udp)]);
    program.says("B", { name: "listen", fd: tcp, backlog: 5 });
    expect(rows(program, "B")).toEqual([row("tcp LISTEN 0/5", tcp), row("udp - 0/0", udp)]);
  });

  test("a SYN counts one until it is acknowledged, and a connection is nobody's until it is accepted", () => {
    const program = knocking();
    expect(rows(program, "A")).toEqual([row("tcp SYN-SENT 0/1", 3)]);
    program.pass(10);
    expect(rows(program, "B")).toEqual([row("tcp LISTEN 0/5", 3), row("tcp SYN-RECEIVED 0/0")]);
    program.pass();
    expect(rows(program, "B")).toEqual([row("tcp LISTEN 1/5", 3), row("tcp ESTABLISHED 0/0")]);
    program.says("B", { name: "accept", fd: 3 });
    expect(rows(program, "B")).toEqual([row("tcp LISTEN 0/5", 3), row("tcp ESTABLISHED 0/0", 4)]);
  });

  test("data counts where it waits, and an end of file that was not read counts one", () => {
    const program = knocking();
    program.pass();
    program.says("B", { name: "accept", fd: 3 });
    program.says("A", { name: "send", fd: 3, data: "hello" });
    expect(rows(program, "A")).toEqual([row("tcp ESTABLISHED 0/5", 3)]);
    program.pass(100);
    expect(rows(program, "B")[1]).toEqual(row("tcp ESTABLISHED 5/0", 4));
    program.says("A", { name: "close", fd: 3 });
    expect(rows(program, "A")).toEqual([row("tcp FIN-WAIT-1 0/1")]);
    program.pass(100);
    expect(rows(program, "A")).toEqual([row("tcp FIN-WAIT-2 0/0")]);
    expect(rows(program, "B")[1]).toEqual(row("tcp CLOSE-WAIT 6/0", 4));
    program.says("B", { name: "recv", fd: 4, size: 100 });
    program.says("B", { name: "recv", fd: 4, size: 100 });
    expect(rows(program, "B")[1]).toEqual(row("tcp CLOSE-WAIT 0/0", 4));
    program.says("B", { name: "close", fd: 4 });
    expect(rows(program, "B")[1]).toEqual(row("tcp LAST-ACK 0/1"));
    program.pass(100);
    expect(rows(program, "A")).toEqual([row("tcp TIME-WAIT 0/0")]);
    expect(rows(program, "B")).toEqual([row("tcp LISTEN 0/5", 3)]);
  });

  test("a socket of two processes names both, and ss prints them", () => {
    const program = new Program();
    program.listen("B", 8080);
    program.says("B", { name: "fork" });
    const [listener] = socketRows(program.world.hosts["B"]!);
    expect(listener?.entry.processes.map(({ pid }) => pid)).toEqual([PID, PID + 1]);
    const printed = commandOutput("ss -tlnp", socketRows(program.world.hosts["B"]!));
    expect(printed).toMatchObject({
      type: "output",
      text: expect.stringMatching(
        /users:\(\("python3",pid=100\d,fd=3\),\("python3",pid=100\d,fd=3\)\)/,
      ),
    });
  });

  test("inodes count up as sockets are made and connections accepted", () => {
    const program = knocking();
    program.pass();
    program.says("B", { name: "accept", fd: 3 });
    const inodes = socketRows(program.world.hosts["B"]!).map(({ inode }) => inode);
    expect(inodes).toEqual([40_001, 40_002]);
  });
});
