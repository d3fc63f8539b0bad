import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SiteServer, startServer } from "./site-server.ts";

const SCRIPT = `export const text = "${"x".repeat(4000)}";`;

let parent: string;
let directory: string;
let server: SiteServer;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "site-"));
  directory = join(parent, "dist");
  await mkdir(join(directory, "ports/443"), { recursive: true });
  await mkdir(join(directory, "assets"));
  await writeFile(join(directory, "index.html"), "<h1>home</h1>");
  await writeFile(join(directory, "404.html"), "<h1>nothing here</h1>");
  await writeFile(join(directory, "ports/index.html"), "<h1>ports</h1>");
  await writeFile(join(directory, "ports/443/index.html"), "<h1>443</h1>");
  await writeFile(join(directory, "assets/entry.js"), SCRIPT);
  server = await startServer({ directory, base: "/", port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

describe("a request for a page", () => {
  test.each([
    ["", 200, "<h1>home</h1>"],
    ["ports", 200, "<h1>ports</h1>"],
    ["ports/", 200, "<h1>ports</h1>"],
    ["ports/443", 200, "<h1>443</h1>"],
    ["ports/443/", 200, "<h1>443</h1>"],
    ["ports?q=8080", 200, "<h1>ports</h1>"],
    ["ports/12345", 404, "<h1>nothing here</h1>"],
    ["%", 404, "<h1>nothing here</h1>"],
    ["%00", 404, "<h1>nothing here</h1>"],
  ])("/%s is answered with %i", async (path, status, body) => {
    const response = await fetch(server.address + path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(response.headers.get("content-type")).toMatch(/^text\/html; ?charset=utf-8$/);
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  test("never leaves the directory", async () => {
    await writeFile(join(parent, "outside.txt"), "secret");
    for (const path of ["/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt"])
      expect(await statusOf(server.port, path)).toBe(404);
  });

  test("is refused for a method that would change something", async () => {
    expect((await fetch(server.address, { method: "POST" })).status).toBe(405);
  });
});

describe("a script", () => {
  test("goes compressed, with its type, to be kept for good", async () => {
    const response = await fetch(`${server.address}assets/entry.js`, {
      headers: { "accept-encoding": "gzip" },
    });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("content-type")).toBe("text/javascript");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await response.text()).toBe(SCRIPT);
  });
});

describe("a server", () => {
  test("takes the next port when its own is busy", async () => {
    const second = await startServer({ directory, base: "/", port: server.port });
    expect(second.port).toBeGreaterThan(server.port);
    expect((await fetch(second.address)).status).toBe(200);
    await second.close();
  });

  test("serves below a folder, and sends the folder's bare name there", async () => {
    const below = await startServer({ directory, base: "/course/", port: 0 });
    expect(below.address).toMatch(/\/course\/$/);
    expect(await (await fetch(`${below.address}ports`)).text()).toBe("<h1>ports</h1>");
    const bare = await fetch(below.address.slice(0, -1), { redirect: "manual" });
    expect([bare.status, bare.headers.get("location")]).toEqual([301, "/course/"]);
    expect((await fetch(new URL("/ports", below.address))).status).toBe(404);
    await below.close();
  });

  test("does not start on a directory without a site", async () => {
    const start = startServer({ directory: join(directory, "assets"), base: "/", port: 0 });
    await expect(start).rejects.toThrow("holds no index.html");
  });
});

/** As written: fetch would resolve the dots itself. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((answered, failed) => {
    request({ port, path, host: "127.0.0.1" }, (response) => answered(response.statusCode))
      .on("error", failed)
      .end();
  });
}
