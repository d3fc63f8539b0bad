import type { Sample } from "#curriculum/captures";

/** Of the printed ones: the machine of the ss sample, as the decoder's own printers print it. */
const printed = (form: string) =>
  `the machine of the Linux sample, printed by this page in the form of ${form}, not recorded`;

/** What /netstat offers at one click; the first is the one to begin with. `README.md` tells how each was made. */
export const samples: readonly Sample[] = [
  {
    file: "linux-ss-tunap.txt",
    system: "Linux",
    label: "ss",
    origin: "ss -tunap, recorded on a Debian 12 test machine",
  },
  {
    file: "linux-netstat-tunap.txt",
    system: "Linux",
    label: "netstat",
    origin: "netstat -tunap, recorded on the same machine",
  },
  {
    file: "linux-lsof-nP-i.txt",
    system: "Linux",
    label: "lsof",
    origin: "lsof -nP -i, recorded on the same machine",
  },
  {
    file: "printed/windows-netstat-ano.txt",
    system: "Windows",
    label: "netstat",
    origin: printed("netstat -ano on Windows"),
  },
  {
    file: "printed/windows-powershell.txt",
    system: "Windows",
    label: "PowerShell",
    origin: printed("Get-NetTCPConnection on Windows"),
  },
  {
    file: "printed/macos-netstat-anv.txt",
    system: "macOS",
    label: "netstat",
    origin: printed("netstat -anv on macOS"),
  },
  {
    file: "written/docker-ps.txt",
    system: "Other",
    label: "docker ps",
    origin: "written by hand in the form of docker ps, not recorded",
  },
  {
    file: "linux-netstat-rn.txt",
    system: "Other",
    label: "Not a socket listing",
    origin: "netstat -rn, recorded on the same machine",
  },
  {
    file: "printed/freebsd-sockstat-46s.txt",
    system: "FreeBSD",
    label: "sockstat",
    origin: printed("sockstat -46s on FreeBSD"),
  },
  {
    file: "printed/freebsd-netstat-an.txt",
    system: "FreeBSD",
    label: "netstat",
    origin: printed("netstat -an on FreeBSD"),
  },
  {
    file: "printed/openbsd-netstat-an.txt",
    system: "OpenBSD",
    label: "netstat",
    origin: printed("netstat -an on OpenBSD"),
  },
  {
    file: "printed/solaris-netstat-an.txt",
    system: "Solaris",
    label: "netstat",
    origin: printed("netstat -an on Solaris"),
  },
  {
    file: "printed/aix-netstat-Aan.txt",
    system: "AIX",
    label: "netstat",
    origin: printed("netstat -Aan on AIX"),
  },
  {
    file: "printed/hpux-netstat-an.txt",
    system: "HP-UX",
    label: "netstat",
    origin: printed("netstat -an on HP-UX"),
  },
  {
    file: "printed/linux-busybox-netstat-tunap.txt",
    system: "Small Linux",
    label: "BusyBox netstat",
    origin: printed("BusyBox netstat -tunap"),
  },
  {
    file: "printed/linux-proc-net.txt",
    system: "Small Linux",
    label: "/proc/net/tcp",
    origin: printed("head /proc/net/tcp and its siblings on Linux"),
  },
];
