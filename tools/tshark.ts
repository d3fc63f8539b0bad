/** tshark over a capture of ours, told to check what it does not check by itself. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export async function withFile<T>(
  octets: Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "capture-"));
  try {
    const path = join(folder, "capture.pcap");
    await writeFile(path, octets);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = promisify(execFile);

/** The numbers of the packets that match, from 1. */
export const matching = (octets: Uint8Array, filter: string) =>
  withFile(octets, async (path) => {
    const checks = ["ip", "tcp", "udp"].flatMap((name) => ["-o", `${name}.check_checksum:TRUE`]);
    const { stdout } = await run("tshark", [
      "-r",
      path,
      ...checks,
      "-Y",
      filter,
      "-T",
      "fields",
      "-e",
      "frame.number",
    ]);
    return stdout.split("\n").filter(Boolean).map(Number);
  });

export const KINDS = ["ip", "tcp", "udp", "icmp", "icmpv6"];
export const BAD = [
  "_ws.malformed",
  ...KINDS.map((kind) => `${kind}.checksum.status == "Bad"`),
].join(" || ");
