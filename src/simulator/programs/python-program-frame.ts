/** What stands above the calls of a Python program that does a simulation for real: its head and its few functions. */
import type { Errno } from "../errno.ts";
import type { SimulationFile } from "../simulation-file.ts";
import { QUIET_MS } from "./loopback-run.ts";

interface Head {
  readonly title: string;
  readonly name: string;
  readonly file: SimulationFile;
  /** The addresses that the program uses for the hosts'. */
  readonly used: readonly string[];
}

export function headLines(
  { title, name, file, used }: Head,
  body: readonly string[],
): readonly string[] {
  const hosts = Object.keys(file.hosts);
  const aliases = used.filter((address) => address.startsWith("127.") && address !== "127.0.0.1");
  const code = body.join("\n");
  return [
    `"""${title.replaceAll("\\", "\\\\").replaceAll('"', "'")}.`,
    "",
    `This program plays ${hosts.join(" and ")} on your own machine, over its loopback interface.`,
    "It makes each call for real and prints what the call gives.",
    "",
    "It needs Python 3.8 or later on Linux, and nothing else:",
    `    python3 ${name}`,
    ...portLines(file),
    ...(aliases.length > 0
      ? [
          "On macOS give the loopback interface its other addresses first:",
          ...aliases.map((address) => `    sudo ifconfig lo0 alias ${address}`),
        ]
      : []),
    '"""',
    "import errno",
    ...(code.includes("start(") ? ["import queue"] : []),
    "import socket",
    ...(code.includes("struct.") ? ["import struct"] : []),
    ...(code.includes("start(") ? ["import threading"] : []),
    "import time",
    "",
  ];
}

function portLines({ steps }: SimulationFile): readonly string[] {
  const calls = steps.flatMap((step) => (step.kind === "call" ? [step] : []));
  const ports = calls.flatMap(({ call }) =>
    call.name === "bind" && call.to.port !== 0 ? [call.to.port] : [],
  );
  if (ports.length === 0) return [];
  const isEager = calls.some(
    ({ call }) => call.name === "setsockopt" && call.option.name === "SO_REUSEADDR",
  );
  const unique = [...new Set(ports)];
  return [
    unique.length === 1
      ? `Nothing else may have port ${unique[0]} meanwhile.`
      : `Nothing else may have the ports ${unique.join(", ")} meanwhile.`,
    ...(isEager
      ? []
      : ["Between two runs wait a minute: sockets in TIME-WAIT may still have the port."]),
  ];
}

/** Only the functions that the body calls, and of these what it needs; `errors` may come. */
export function helperLines(
  body: readonly string[],
  errors: ReadonlySet<Errno>,
): readonly string[] {
  const code = body.join("\n");
  const asks = (...methods: readonly string[]) =>
    methods.some((method) => code.includes(`.${method}`));
  const hasThreads = code.includes("start(");
  return [
    "# Seconds. Make it longer to look at the sockets meanwhile, with: ss -tuan",
    `PAUSE = ${QUIET_MS / 1000}`,
    "",
    "",
    "def call(label, function, *arguments):",
    '    """Makes a call, prints what it gives, and gives it back: None where it failed."""',
    "    try:",
    "        value = function(*arguments)",
    "    except OSError as error:",
    ...(errors.has("EOPNOTSUPP")
      ? [
          "        name = errno.errorcode[error.errno]",
          "        # On Linux two errors have one number, and Python says the other name.",
          '        name = "EOPNOTSUPP" if name == "ENOTSUP" else name',
          printLine("        ", "{label}: {name}", hasThreads),
        ]
      : [printLine("        ", "{label}: {errno.errorcode[error.errno]}", hasThreads)]),
    "        return None",
    printLine("    ", "{label} = {text_of(value)}", hasThreads),
    ...(asks("accept")
      ? [
          "    # accept() gives the connection's socket and the peer's address.",
          "    return value[0] if isinstance(value, tuple) else value",
        ]
      : ["    return value"]),
    "",
    "",
    "def text_of(value):",
    "    if value is None:",
    '        return "0"',
    "    if isinstance(value, socket.socket):",
    '        return "a socket"',
    ...(asks("recv")
      ? [
          "    if isinstance(value, bytes):",
          '        return repr(value)[1:] if len(value) < 60 else f"{len(value)} bytes"',
        ]
      : []),
    ...(asks("accept")
      ? [
          "    if isinstance(value, tuple) and isinstance(value[0], socket.socket):",
          '        return f"a connection from {text_of(value[1])}"',
        ]
      : []),
    ...(asks("recvfrom")
      ? [
          "    if isinstance(value, tuple) and isinstance(value[0], bytes):",
          '        return f"{text_of(value[0])} from {text_of(value[1])}"',
        ]
      : []),
    ...(asks("accept", "recvfrom", "getsockname", "getpeername")
      ? ["    if isinstance(value, tuple):", '        return f"{value[0]}, port {value[1]}"']
      : []),
    "    return str(value)",
    "",
    "",
    "def pause():",
    '    """Lets what is on its way arrive."""',
    "    time.sleep(PAUSE)",
    ...(hasThreads
      ? [
          "",
          "",
          "def start(label, function, *arguments):",
          '    """Makes a call that waits, in a thread of its own: the others go on meanwhile."""',
          "    result = queue.SimpleQueue()",
          "",
          "    def work():",
          "        result.put(call(label, function, *arguments))",
          "",
          "    threading.Thread(target=work, daemon=True).start()",
          "    pause()",
          "    return result",
        ]
      : []),
    "",
    "",
  ];
}

/** In one piece, so that two threads do not print into each other's lines. */
function printLine(indent: string, text: string, hasThreads: boolean): string {
  return hasThreads
    ? `${indent}print(f"${text}\\n", end="", flush=True)`
    : `${indent}print(f"${text}")`;
}
