/** The decoder against this machine's own tools, at this moment. */
import { execFile } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { promisify } from "node:util";
import { decode } from "#netstat/decode";
import { expect } from "vitest";
import { testWithTool } from "./test-with-tool.ts";

/** On other systems netstat takes other flags, and prints dialects that are not read yet. */
const LINUX_COMMANDS = [
  ["ss", "-tln"],
  ["ss", "-tlnp"],
  ["ss", "-tan"],
  ["netstat", "-tln"],
  ["netstat", "-tanp"],
] as const;

const COMMANDS = [
  ...(process.platform === "linux" ? LINUX_COMMANDS : []),
  ["lsof", "-nP", "-iTCP"],
] as const;

for (const [tool, ...flags] of COMMANDS)
  testWithTool(
    tool,
    `a listener of this process is found in ${tool} ${flags.join(" ")}`,
    async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo;
      try {
        const { stdout } = await promisify(execFile)(tool, flags, {
          env: { ...process.env, LC_ALL: "C" },
        });
        const listing = decode(stdout);
        const entries = Array.from(
          { length: listing.rowCount },
          (_, row) => listing.row(row).entry,
        );
        expect(entries).toContainEqual(
          expect.objectContaining({
            protocol: "tcp",
            state: "LISTEN",
            local: { address: "127.0.0.1", zone: null, port, service: null },
            peer: null,
          }),
        );
      } finally {
        server.close();
      }
    },
  );
