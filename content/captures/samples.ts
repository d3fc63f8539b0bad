import type { Sample } from "#curriculum/captures";

/** What /netstat offers at one click; the first is the one to begin with. `README.md` tells how each was made. */
export const samples: readonly Sample[] = [
  {
    file: "linux-ss-tunap.txt",
    label: "Linux, ss",
    origin: "ss -tunap, recorded on a Debian 12 test machine",
  },
  {
    file: "linux-netstat-tunap.txt",
    label: "Linux, netstat",
    origin: "netstat -tunap, recorded on the same machine",
  },
  {
    file: "linux-lsof-nP-i.txt",
    label: "Linux, lsof",
    origin: "lsof -nP -i, recorded on the same machine",
  },
  {
    file: "windows-netstat-ano.txt",
    label: "Windows, netstat",
    origin: "written by hand in the form of netstat -ano, not recorded",
  },
  {
    file: "linux-netstat-rn.txt",
    label: "Not a socket listing",
    origin: "netstat -rn, recorded on the same machine",
  },
];
