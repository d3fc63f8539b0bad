/** `npm start`: serves the built site on this machine. PORT, HOST, BASE_PATH and OUT_DIR change what and where. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { basePath } from "./base-path.ts";
import { startServer } from "./site-server.ts";

const DEFAULT_PORT = 4173;

const directory = process.env["OUT_DIR"] ?? "dist";
const wanted = Number(process.env["PORT"] ?? DEFAULT_PORT);

if (!existsSync(join(directory, "index.html")))
  leave(`There is no built site in ${directory} yet. Build it first: npm run build`);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
  leave(`PORT is "${process.env["PORT"]}", but a port is a whole number from 0 to 65535.`);

try {
  const server = await startServer({
    directory,
    base: basePath(process.env["BASE_PATH"]),
    port: wanted,
    host: process.env["HOST"] ?? "127.0.0.1",
  });
  if (wanted !== 0 && server.port !== wanted)
    console.log(`Port ${wanted} is in use, so this takes ${server.port}.`);
  console.log(`Ports of Call is at ${server.address}\nCtrl+C stops it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  leave(`The site could not be served: ${error instanceof Error ? error.message : String(error)}`);
}

function leave(message: string): never {
  console.error(message);
  process.exit(1);
}
