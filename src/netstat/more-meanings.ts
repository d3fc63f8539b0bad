/**
 * What stands behind the fields that all tools share, tool by tool: a container's port, an offload state,
 * what ss -e adds. Sources: docker ps, Microsoft's netstat and Get-NetTCPConnection pages, ss(8), lsof(8),
 * netstat(1) of FreeBSD and macOS, proc_net_tcp.txt and net/ipv4/udp.c of Linux.
 */
import type { Row } from "./listing.ts";

interface More {
  readonly label: string;
  readonly meaning: string;
}

const UNEXPLAINED: More = {
  label: "More",
  meaning: "What follows the fields this reader explains. It is kept as it stands.",
};

export function moreOf(text: string, { dialect, entry }: Row): More {
  switch (dialect) {
    case "docker-ps":
      return {
        label: "Port in the container",
        meaning: `The program in the container waits on ${text.includes("-") ? "one of its own ports" : "its own port"} ${text}. What reaches the port of this machine is passed on to it. The two numbers need not be the same.`,
      };
    case "windows-netstat":
    case "powershell":
      return moreOfWindows(text);
    case "ss":
      return moreOfSs(text);
    case "lsof":
      return moreOfLsof(text);
    case "proc-net":
      return { label: "The kernel's own numbers", meaning: procMeaning(entry.protocol) };
    case "macos-netstat":
    case "freebsd-netstat":
      return moreOfBsd(text);
    default:
      return UNEXPLAINED;
  }
}

function moreOfWindows(text: string): More {
  if (/^(?:InHost|Offloading|Offloaded|Uploading)$/i.test(text)) {
    return {
      label: "Offload state",
      meaning: /^InHost$/i.test(text)
        ? "InHost: Windows itself handles the connection, as nearly always. The network card could have been given it (netstat -t)."
        : "Whether the network card handles the connection instead of Windows (netstat -t).",
    };
  }
  if (/^(?:Internet|Datacenter|Compat|Automatic)(?:Custom)?$/i.test(text)) {
    return {
      label: "Applied setting",
      meaning: `The group of TCP settings that Windows uses for this connection: ${text}. Get-NetTCPSetting lists the groups.`,
    };
  }
  return UNEXPLAINED;
}

const WORDS_OF_SS: readonly (readonly [RegExp, string])[] = [
  [/\buid:/, "uid is the number of the user who owns the socket"],
  [/\bino:/, "ino is the socket's inode, by which /proc names it"],
  [/\bsk:/, "sk is the kernel's own mark of the socket"],
  [/\bcgroup:/, "cgroup is the service or session it belongs to"],
];

function moreOfSs(text: string): More {
  const words = WORDS_OF_SS.filter(([sign]) => sign.test(text)).map(([, meaning]) => meaning);
  if (words.length === 0) return UNEXPLAINED;
  const sentence = words.join("; ");
  return { label: "More", meaning: `What further options of ss add: ${sentence}.` };
}

function moreOfLsof(text: string): More {
  if (!/\bQ[RS]=/.test(text)) return UNEXPLAINED;
  return {
    label: "Queues",
    meaning:
      "QR is the receive queue: what arrived and was not read. QS is the send queue: what was sent and not acknowledged (lsof -T q).",
  };
}

function moreOfBsd(text: string): More {
  const [, waiting, incomplete, limit] = /^(\d+)\/(\d+)\/(\d+)$/.exec(text) ?? [];
  if (waiting !== undefined) {
    return {
      label: "Listen queue",
      meaning: `Not yet accepted by the program: ${waiting}. Of them not open yet: ${incomplete}. Most that may wait: ${limit}.`,
    };
  }
  return {
    label: "Counters and flags",
    meaning:
      "What further options of netstat add, such as -v and -x: sizes, counters and flags that the kernel keeps. The heading names them; this reader does not explain them.",
  };
}

const procMeaning = (protocol: string) =>
  protocol === "tcp"
    ? "How many hold the socket, where it lies in memory (zeros hide it), and the numbers by which TCP sets its pace, such as the congestion window."
    : "How many hold the socket, where it lies in memory (zeros hide it), and how many packets were dropped because it was full.";
