/**
 * A network of its own for a run: Linux gives a process an empty one (`unshare --net`), whose loopback may have any
 * address, whose ports nobody else uses, and in which one has the rights of root. Some machines refuse it.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

export interface OwnNetwork {
  /** What a command is put behind, so that it runs in this network. */
  readonly enter: readonly string[];
  readonly end: () => void;
}

/** `-r`: as root of a user namespace, since an ordinary user may make no network. */
const UNSHARE = ["unshare", "-r", "-n"];

/** What `sh` does in a new network before anything else: `commands` are such as "ip addr add 192.0.2.10/24 dev lo". */
function preparing(commands: readonly string[]): string {
  return ["set -e", "{", "ip link set lo up", ...commands, "} >/dev/null"].join("\n");
}

const lacks = new Map<string, string | null>();

/** Why this machine gives no network in which `commands` succeed, or null where it does. They run in `folder`. */
export function networkLack(commands: readonly string[], folder = "."): string | null {
  const script = preparing(commands);
  const known = lacks.get(script);
  if (known !== undefined) return known;
  const [program = "", ...options] = UNSHARE;
  let lack: string | null = null;
  try {
    execFileSync("sh", ["-c", "command -v nsenter && command -v setpriv"], { stdio: "ignore" });
    execFileSync(program, [...options, "sh", "-c", script], { stdio: "ignore", cwd: folder });
  } catch {
    lack = "this machine gives no network of its own, or not one like this";
  }
  lacks.set(script, lack);
  return lack;
}

/** Rejects where `networkLack` says why. */
export async function openNetwork(
  commands: readonly string[],
  folder: string,
): Promise<OwnNetwork> {
  const [program = "", ...options] = UNSHARE;
  // `cat` keeps the network until its input ends, so at the latest with this process.
  const script = `${preparing(commands)}\necho ready\nexec cat`;
  const keeper = spawn(program, [...options, "sh", "-c", script], {
    stdio: ["pipe", "pipe", "ignore"],
    cwd: folder,
  });
  const first = await Promise.race([once(keeper.stdout, "data"), once(keeper, "exit")]);
  if (!String(first[0]).startsWith("ready"))
    throw new Error(`No network could be made with: ${commands.join("; ")}`);
  return {
    enter: ["nsenter", "--preserve-credentials", "-U", "-n", "-t", String(keeper.pid)],
    end: () => keeper.stdin.end(),
  };
}

/** Takes every right of root from the command that follows. */
export const WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"];
