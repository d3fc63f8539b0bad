import type { Question } from "#learning/question";

export const questions = [
  {
    id: "empty-column",
    kind: "choose-one",
    prompt:
      "On Linux, you ask as an ordinary user which programs listen. What does the empty column in the row of port 80 tell you?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      511          0.0.0.0:80        0.0.0.0:*
LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*    users:(("python3",pid=2318,fd=3))`,
    choices: [
      {
        text: "No program has port 80: its program has ended, and the row is a leftover.",
        because:
          "An empty field does look like nobody. But a listener is closed with the last process that holds it, so somebody has this one.",
        belief: "no-name-no-program",
      },
      {
        text: "A program has it, and the tool was not allowed to find out which.",
        right: true,
        because:
          "The program belongs to another user. What another user's process has open is shown to root only.",
      },
      {
        text: "The kernel itself listens there.",
        because:
          "It can happen, with services that live in the kernel. For port 80 on Linux it is unlikely, and the empty column does not say so.",
      },
      {
        text: "The program has the port, but is not running right now.",
        because:
          "A program that does not run is no process and holds nothing. A socket needs a process, or the kernel, to keep it.",
      },
    ],
  },
  {
    id: "lsof-silence",
    kind: "choose-one",
    prompt:
      "As an ordinary user you run `lsof -nP -iTCP:5432 -sTCP:LISTEN`. It prints nothing at all. What may you conclude?",
    choices: [
      {
        text: "Nothing listens on port 5432 that belongs to you.",
        right: true,
        because: "That is all it can know. Ask again with `sudo`, or look with `ss -tln`.",
      },
      {
        text: "Port 5432 is free.",
        because:
          "It would be the natural reading. But without root `lsof` leaves out other people's sockets, and a database runs as a user of its own.",
        belief: "no-name-no-program",
      },
      {
        text: "The database runs, but only accepts local connections.",
        because:
          "Such a listener would be printed, with `127.0.0.1` as its address, if it were yours or if root asked.",
      },
      {
        text: "A firewall hides the port.",
        because:
          "Firewalls do keep ports from being seen, from outside. But they look at packets, and hide no socket from the tools on the same host.",
        belief: "row-shows-firewall",
      },
    ],
  },
  {
    id: "how-many-sockets",
    kind: "type-number",
    prompt:
      "Root asked `lsof` for the TCP listeners of a host, and got eight rows. How many sockets are there?",
    listing: `COMMAND    PID     USER   FD   TYPE  DEVICE SIZE/OFF NODE NAME
nginx      813     root    4u  IPv4 4963730      0t0  TCP *:80 (LISTEN)
nginx      813     root    5u  IPv6 4963731      0t0  TCP *:80 (LISTEN)
nginx      814 www-data    4u  IPv4 4963730      0t0  TCP *:80 (LISTEN)
nginx      814 www-data    5u  IPv6 4963731      0t0  TCP *:80 (LISTEN)
nginx      815 www-data    4u  IPv4 4963730      0t0  TCP *:80 (LISTEN)
nginx      815 www-data    5u  IPv6 4963731      0t0  TCP *:80 (LISTEN)
redis-ser  903    redis    6u  IPv4 4963752      0t0  TCP 127.0.0.1:6379 (LISTEN)
python3   2318      ana    3u  IPv4 4962087      0t0  TCP *:8080 (LISTEN)`,
    answer: 4,
    because:
      "Count different numbers in the column `DEVICE`: 4963730 and 4963731 for nginx, one for Redis, one for python3. Three processes share the first two.",
    near: [
      {
        value: 8,
        because:
          "That is the number of descriptors. Several of them lead to the same socket: look at `DEVICE`.",
      },
      {
        value: 5,
        because:
          "That is the number of processes: 813, 814, 815, 903 and 2318. The three of nginx hold the same two sockets.",
      },
      {
        value: 3,
        because:
          "That is the number of ports: 80, 6379 and 8080. Port 80 has two sockets, one for IPv4 and one for IPv6.",
        belief: "port-is-socket",
      },
    ],
  },
  {
    id: "rows-without-process",
    kind: "choose-several",
    prompt: "Root runs `ss -tanp`. Which of these rows have no process in the last column?",
    choices: [
      {
        text: "A connection in TIME-WAIT",
        right: true,
        because: "Its program closed it. The kernel alone keeps the row, for a minute on Linux.",
      },
      {
        text: "A listener that belongs to another user",
        because:
          "Root may look into every process, so the name is there. Only an ordinary user would see the field empty.",
      },
      {
        text: "A connection that is established, and that the server has not yet accepted",
        right: true,
        because:
          "The kernel did the handshake by itself. A descriptor comes with `accept()`, and so does the name.",
      },
      {
        text: "A connection in CLOSE-WAIT, whose program forgot to close it",
        because:
          "That program still has the descriptor; that is the fault. So it is named, which helps.",
        belief: "close-wait-timer",
      },
    ],
  },
  {
    id: "answer-without-row",
    kind: "choose-one",
    prompt:
      "A host answers on TCP port 8443. Its own `sudo ss -tlnp`, run at the same moment, has no row with port 8443. What fits best?",
    choices: [
      {
        text: "It cannot be: without a listener the kernel refuses every connection.",
        because:
          "For connections that this host keeps for itself, that is so. But it may pass them on before it looks for a listener.",
        belief: "no-row-no-answer",
      },
      {
        text: "The listener is hidden by malware.",
        because:
          "It is possible, and it is what people fear first. The common reason is harmless, and `docker ps` finds it in a second.",
      },
      {
        text: "A rule passes the packets on, and a container or another host answers.",
        right: true,
        because:
          "The rule works on packets, so no socket of this host is needed. The container's own table has the row.",
      },
      {
        text: "The listener uses UDP, which `-t` leaves out.",
        because:
          "It is true that `-t` leaves UDP out. But what answers on TCP port 8443 is TCP, and UDP has ports of its own.",
        belief: "tcp-udp-clash",
      },
    ],
  },
  {
    id: "first-step",
    kind: "choose-one",
    prompt:
      "You need port 5432 for a test. `sudo ss -tlnp` names `postgres`, PID 1204, started by the system at boot. What is the best way to free the port?",
    choices: [
      {
        text: "`sudo kill -9 1204`",
        because:
          "It is what many recipes say. A database that cannot finish has to repair itself at the next start, and the service manager may start it again at once.",
      },
      {
        text: "Wait 60 seconds, until TIME-WAIT is over.",
        because:
          "There is a listener, and no timer ends it. TIME-WAIT is about connections that were closed.",
      },
      {
        text: "Start your test on port 5432 with SO_REUSEADDR.",
        because:
          "On Linux that option does not let a second TCP socket listen where one listens already.",
        belief: "reuseaddr-two-listeners",
      },
      {
        text: "`sudo systemctl stop postgresql`",
        right: true,
        because:
          "The one who started it stops it: the database finishes its work, and nobody starts it again behind your back.",
      },
    ],
  },
] as const satisfies readonly Question[];
