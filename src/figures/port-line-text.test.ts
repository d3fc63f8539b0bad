import { describe, expect, test } from "vitest";
import { bracketsOf } from "./port-line-geometry.ts";
import { describePortLine, readPorts, readSystems } from "./port-line-text.ts";

describe("the marks of a port line", () => {
  test("are ports with commas between, each once", () => {
    expect(readPorts("22, 80,443,80")).toEqual([22, 80, 443]);
    expect(readPorts("")).toEqual([]);
  });

  test.each(["65536", "-1", "80a", "1.5", "22 80"])("cannot be %s", (list) => {
    expect(() => readPorts(list)).toThrow(list);
  });

  test("an unknown system stops the build", () => {
    expect(() => readSystems("linux,beos")).toThrow("beos");
  });
});

test("the figure in words names ranges, marks, brackets and the place you are at", () => {
  const marks = [
    { port: 22, name: "ssh", here: false },
    { port: 8080, name: null, here: true },
  ];
  const words = describePortLine({ marks, brackets: bracketsOf(readSystems("linux")), lens: true });
  expect(words).toEqual([
    "System Ports, 0 to 1023: 1.6 % of all ports. They are drawn a second time, enlarged.",
    "User Ports, 1024 to 49151: 73.4 % of all ports.",
    "Dynamic Ports, 49152 to 65535: 25 % of all ports.",
    "Marked among the System Ports: 22 ssh.",
    "Marked among the User Ports: 8080.",
    "Client ports of Linux: 32768 to 60999.",
    "You are here: port 8080.",
  ]);
});
