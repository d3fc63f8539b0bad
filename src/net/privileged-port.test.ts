import { describe, expect, test } from "vitest";
import { bindRules } from "./privileged-port.ts";

const verdicts = (port: number) =>
  Object.fromEntries(bindRules(port).map((rule) => [rule.system, rule.verdict]));

describe("who may bind a port", () => {
  test.each([1, 80, 443, 1023])("below 1024 the systems differ: port %i", (port) => {
    expect(verdicts(port)).toEqual({
      linux: "privileged",
      windows: "anyone",
      macos: "privileged-on-one-address",
      freebsd: "privileged",
    });
  });

  test.each([1024, 8080, 49152, 65535])("from 1024 up anyone may: port %i", (port) => {
    expect(new Set(Object.values(verdicts(port)))).toEqual(new Set(["anyone"]));
  });

  test("port 0 asks the system to choose, on every system", () => {
    expect(new Set(Object.values(verdicts(0)))).toEqual(new Set(["system-chooses"]));
  });

  test("a limit that can be read comes with the command that reads it", () => {
    expect(bindRules(80).map((rule) => rule.command)).toEqual([
      "sysctl net.ipv4.ip_unprivileged_port_start",
      null,
      null,
      "sysctl net.inet.ip.portrange.reservedhigh",
    ]);
  });
});
