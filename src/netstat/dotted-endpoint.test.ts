import { describe, expect, test } from "vitest";
import { readDottedEndpoint } from "./dotted-endpoint.ts";
import { ADDRESS } from "./address-shape.ts";
import { ENDPOINT, found } from "./endpoint-text.ts";

/** Address, zone and port as text, with the shape's name. */
function parts(text: string): string {
  const fault = readDottedEndpoint(text, 0, text.length);
  const name = Object.entries(ENDPOINT).find(([, value]) => value === fault)?.[0];
  if (fault !== ENDPOINT.read) return `${name}`;
  const shape = Object.entries(ADDRESS).find(([, value]) => value === found.shape)?.[0];
  const zone = found.zoneStart < 0 ? "" : `%${text.slice(found.zoneStart, found.zoneEnd)}`;
  const address = text.slice(found.addressStart, found.addressEnd);
  return `${shape} ${address}${zone} ${text.slice(found.portStart, found.portEnd)}`;
}

describe("the last dot stands before the port", () => {
  test.each([
    ["192.0.2.5.443", "v4 192.0.2.5 443"],
    ["*.80", "any * 80"],
    ["*.*", "any * *"],
    ["0.0.0.0.514", "any 0.0.0.0 514"],
    ["2001:db8::1.22", "v6 2001:db8::1 22"],
    ["::1.631", "v6 ::1 631"],
    ["::ffff:192.0.2.5.443", "v6 ::ffff:192.0.2.5 443"],
    ["fe80::1%lo0.123", "v6 fe80::1%lo0 123"],
    ["fe80::1%vlan0.10.443", "v6 fe80::1%vlan0.10 443"],
    ["localhost.ipp", "name localhost ipp"],
    ["db-1.example.postgresql", "name db-1.example postgresql"],
    ["333.333.333.333.80", "impossible 333.333.333.333 80"],
  ])("%s", (text, expected) => expect(parts(text)).toBe(expected));
});

describe("an address that was cut to sixteen characters is read as what is left of it", () => {
  test.each([
    ["2001:db8:1234:56.54321", "v6Part 2001:db8:1234:56 54321"],
    ["fe80::aede:48ff:.5", "v6Part fe80::aede:48ff: 5"],
    ["fe80::12:34:567%.443", "v6 fe80::12:34:567 443"],
    ["dp-in-x6d.1e100..imaps", "name dp-in-x6d.1e100. imaps"],
    ["2001:db8:1.22", "badAddress"],
  ])("%s", (text, expected) => expect(parts(text)).toBe(expected));
});

describe("an endpoint of another tool is none", () => {
  test.each([
    ["127.0.0.1:80", "badAddress"],
    [":::22", "noPort"],
    ["[::1]:80", "noPort"],
    ["0.0.0.0:*", "badAddress"],
    ["localhost:http", "noPort"],
    ["192.0.2.5", "badAddress"],
    ["192.0.2.5.", "noPort"],
    ["192.0.2.5.65536", "portTooBig"],
    ["*", "noPort"],
    [".80", "noPort"],
  ])("%s", (text, expected) => expect(parts(text)).toBe(expected));
});
