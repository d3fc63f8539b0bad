/**
 * Serves the built site the way static hosts do: `/x` and `/x/` both reach `x/index.html`, an unknown
 * address gets 404.html with status 404, everything compressed, below a folder where one is given.
 */
import { existsSync, readFileSync } from "node:fs";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { join, resolve } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { below } from "./base-path.ts";
import { listen } from "./listen.ts";

export interface SiteServer {
  /** The address of the home page, such as http://127.0.0.1:4173/. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes the first free port from `port` on; 0 takes any. Rejects where none is free, and where
 * `directory` holds no built site.
 */
export async function startServer(options: {
  readonly directory: string;
  /** "/" or "/folder/". */
  readonly base: string;
  readonly port: number;
  readonly host?: string;
}): Promise<SiteServer> {
  const { directory, base, host = "127.0.0.1" } = options;
  if (!existsSync(join(directory, "index.html")))
    throw new Error(`${directory} holds no index.html.`);

  const server = createServer(answerer(resolve(directory), base));
  const port = await listen(server, options.port, host);
  return { address: addressFor(host, port, base), port, close: () => close(server) };
}

function answerer(directory: string, base: string) {
  const compress = compression();
  const serve = sirv(directory, {
    // Files are looked up at each request, so that a new build shows without a restart.
    dev: true,
    etag: true,
    extensions: ["html"],
    onNoMatch: (_request, response) => answerNotFound(directory, response),
    setHeaders: (response, path) => {
      // The names of built assets change with their content.
      if (path.startsWith("/assets/"))
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    },
  });

  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const place = below(base, request.url ?? "/");
    if (place.kind === "outside") {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
      response.end(`The site is served below ${base}\n`);
      return;
    }
    if (place.kind === "folder-itself") {
      response.writeHead(301, { Location: base + place.query }).end();
      return;
    }
    request.url = place.url;
    // No page needs ranges, and hosts may ignore them.
    delete request.headers.range;
    compress(request as never, response as never, () => serve(request, response));
  };
}

function answerNotFound(directory: string, response: ServerResponse) {
  const page = join(directory, "404.html");
  if (!existsSync(page)) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  response.writeHead(404, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-cache",
  });
  response.end(readFileSync(page));
}

/** A host that means every interface is no address to open: this machine's own name stands for it. */
function addressFor(host: string, port: number, base: string): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}${base}`;
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
