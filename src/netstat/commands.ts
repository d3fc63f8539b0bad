/**
 * How to get a listing on each system: which command, where to type it, what it shows and whether it
 * needs more rights. Sources: netstat(8) of net-tools, ss(8), lsof(8), netstat(1) of macOS, Microsoft's netstat
 * and Get-NetTCPConnection pages.
 */
import type { DialectId } from "./listing.ts";

export interface ListingCommand {
  readonly command: string;
  readonly dialect: DialectId;
  readonly shows: string;
  readonly rights: string;
}

export interface SystemCommands {
  readonly system: "Linux" | "Windows" | "macOS";
  /** How to open a terminal there. */
  readonly terminal: string;
  /** The first is the one to use. */
  readonly commands: readonly [ListingCommand, ...ListingCommand[]];
}

export const SYSTEM_COMMANDS: readonly SystemCommands[] = [
  {
    system: "Windows",
    terminal: "Press the Windows key, type cmd and press Enter.",
    commands: [
      {
        command: "netstat -ano",
        dialect: "windows-netstat",
        shows:
          "Every TCP connection and listener and every UDP socket, in numbers, with the process's number (PID).",
        rights: "No administrator rights needed.",
      },
      {
        command: "Get-NetTCPConnection",
        dialect: "powershell",
        shows:
          "The TCP connections and listeners, in PowerShell instead of cmd. Get-NetUDPEndpoint shows the UDP sockets.",
        rights: "No administrator rights needed.",
      },
    ],
  },
  {
    system: "Linux",
    terminal: "Press Ctrl+Alt+T, or look for Terminal among your programs.",
    commands: [
      {
        command: "sudo ss -tulpn",
        dialect: "ss",
        shows: "TCP listeners and UDP sockets, in numbers, with the programs that hold them.",
        rights: "Without sudo it works as well, but names only your own programs.",
      },
      {
        command: "sudo ss -tunap",
        dialect: "ss",
        shows: "The same, and every connection.",
        rights: "Without sudo it works as well, but names only your own programs.",
      },
      {
        command: "sudo netstat -tulpn",
        dialect: "net-tools",
        shows: "TCP listeners and UDP sockets, where ss is missing and net-tools is installed.",
        rights: "Without sudo it works as well, but names only your own programs.",
      },
    ],
  },
  {
    system: "macOS",
    terminal: "Press Command+Space, type Terminal and press Enter.",
    commands: [
      {
        command: "sudo lsof -nP -i",
        dialect: "lsof",
        shows: "Every network socket that a program holds, in numbers, with the program.",
        rights: "Without sudo it lists only your own programs' sockets.",
      },
      {
        command: "netstat -an",
        dialect: "macos-netstat",
        shows: "Every connection, listener and UDP socket, in numbers. It names no programs.",
        rights: "No sudo needed.",
      },
    ],
  },
];
