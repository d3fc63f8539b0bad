/** What was typed behind `simulate`: a scenario or a file, and what to make of it. */

export type SimulateArguments =
  | {
      readonly kind: "run";
      /** A scenario's id or a file's name; "-" for the standard input. */
      readonly what: string;
      readonly json: boolean;
      /** The capture's file; null for none. */
      readonly pcap: string | null;
      /** The host that captures; null for the first. */
      readonly at: string | null;
    }
  | { readonly kind: "list"; readonly json: boolean }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string };

export const USAGE = `Usage: npm run -s simulate -- <scenario or file.json> [--json] [--pcap file] [--at host]
       npm run -s simulate -- --list

Runs hosts with sockets, joined by a wire, and prints after each step what was sent, what each call gave,
and the sockets. For "-" the simulation is read from the standard input.

  --list        name the scenarios there are
  --json        print the result as data: t in seconds, seq and ack relative
  --pcap file   write what a host saw go by as a capture, for Wireshark, tshark and tcpdump
  --at host     the host that captures; the first one where this is left out
  --help        print this

A file is {"profile":"linux","hosts":{"A":{"addresses":["10.0.0.1"]},"B":{"addresses":["10.0.0.2"]}},"delayMs":10,
"steps":[…]}, and a step one of
  {"host":"A","call":"connect","on":"c","args":["10.0.0.2",80],"as":"name","process":"nobody@curl","nonBlocking":true}
  {"wire":"drop","match":"A>B SYN","nth":1}   or delay, duplicate, hold, release
  {"inject":{"from":"A:4000","to":"B:80","flags":"RST","seq":1}}
  {"host":"B","filter":[{"protocol":"tcp","port":80,"action":"drop"}]}
  {"host":"A","power":"off"}   {"wait":100}
Time passes in wait steps only, which count milliseconds. A call that waits is told of when it returns.

Exit codes: 0 it ran, 1 the file cannot be read or is no simulation, 2 wrong use.
`;

/** Options may stand before or after the name; what follows "--" is a name, whatever it looks like. */
export function simulateArguments(words: readonly string[]): SimulateArguments {
  const names: string[] = [];
  const values: Record<"--pcap" | "--at", string | null> = { "--pcap": null, "--at": null };
  let json = false;
  let list = false;
  let onlyNames = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (onlyNames || word === "-" || !word.startsWith("-")) names.push(word);
    else if (word === "--") onlyNames = true;
    else if (word === "--json") json = true;
    else if (word === "--list") list = true;
    else if (word === "--help" || word === "-h") return { kind: "help" };
    else if (word === "--pcap" || word === "--at") {
      index += 1;
      const value = words[index];
      if (value === undefined)
        return wrong(`${word} needs the name of a ${word === "--at" ? "host" : "file"} behind it.`);
      values[word] = value;
    } else return wrong(`There is no option ${word}.`);
  }
  if (list) return names.length === 0 ? { kind: "list", json } : wrong("--list stands alone.");
  const [what, second] = names;
  if (what === undefined) return wrong("Name a scenario or a file; --list names the scenarios.");
  if (second !== undefined) return wrong("One scenario or file at a time.");
  return { kind: "run", what, json, pcap: values["--pcap"], at: values["--at"] };
}

const wrong = (message: string): SimulateArguments => ({ kind: "wrong", message });
