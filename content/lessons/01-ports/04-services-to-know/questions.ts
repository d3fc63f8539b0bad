import type { Question } from "#learning/question";

export const questions = [
  {
    id: "https-protocol",
    kind: "choose-one",
    prompt: "HTTPS uses port 443. Over which transport protocol does a browser of today use it?",
    choices: [
      {
        text: "TCP only, because pages must arrive complete and in order",
        because:
          "They must, and TCP was the only answer for many years. HTTP/3 gets the same order from QUIC, which runs over UDP.",
        belief: "https-tcp-only",
      },
      {
        text: "UDP only, because TCP is too slow for the web of today",
        because:
          "UDP is the newcomer here. Most servers still speak TCP 443, and every browser does.",
      },
      {
        text: "Both: TCP for the older versions of HTTP, UDP for HTTP/3",
        right: true,
        because:
          "HTTP/1.1 and HTTP/2 run over TCP. HTTP/3 runs over QUIC in UDP datagrams, usually to port 443 as well.",
      },
    ],
  },
  {
    id: "udp-443",
    kind: "choose-one",
    prompt:
      "A row in your listing shows UDP, with the peer `198.51.100.7:443`, held by your browser. What is the best reading?",
    choices: [
      {
        text: "A fault in the listing, since HTTPS uses TCP",
        because:
          "TCP 443 is what most people learned first. UDP 443 is registered for https as well, and HTTP/3 uses it.",
        belief: "https-tcp-only",
      },
      {
        text: "Probably a web page or video over HTTP/3",
        right: true,
        because:
          "Browser, UDP and port 443 fit HTTP/3. “Probably” is right too: the number alone proves nothing.",
      },
      {
        text: "Certainly an attack that hides behind port 443",
        because:
          "A port can be misused, and 443 often is. But an ordinary explanation is at hand, and one row proves neither.",
      },
      {
        text: "The same connection as TCP 443, shown twice",
        because:
          "TCP 443 and UDP 443 are different ports, with different sockets. A browser may have both kinds at once.",
        belief: "tcp-udp-clash",
      },
    ],
  },
  {
    id: "which-use-udp",
    kind: "choose-several",
    prompt: "Which of these services normally use UDP, alone or besides TCP?",
    choices: [
      { text: "DHCP", right: true, because: "UDP only: 67 on the server, 68 on the client." },
      {
        text: "SSH",
        because:
          "It sends one key at a time, so single messages might do. But SSH is TCP 22: a login needs a stream that is complete and in order.",
      },
      { text: "DNS", right: true, because: "UDP 53 for most questions, TCP 53 for long answers." },
      {
        text: "NTP",
        right: true,
        because: "UDP 123. A small message with the time; if one is lost, the next will do.",
      },
      {
        text: "SMTP",
        because: "SMTP is TCP 25. No part of a mail may be lost on the way.",
      },
    ],
  },
  {
    id: "mail-tls",
    kind: "choose-one",
    prompt:
      "A mail program should read mail that stays on the server, with encryption from the first byte. Which port does it need?",
    choices: [
      {
        text: "TCP 143",
        because:
          "143 is IMAP, the right service. But it begins in plain text and may switch to TLS later.",
      },
      {
        text: "TCP 443",
        because:
          "443 is encrypted from the start, but it is HTTPS. It differs from IMAP's 143 by one digit, and the two are often confused.",
      },
      {
        text: "TCP 465",
        because:
          "465 is encrypted from the start, but it is for handing over new mail, not for reading.",
      },
      {
        text: "TCP 993",
        right: true,
        because: "993 is IMAP over TLS. Its plain partner is 143.",
      },
    ],
  },
  {
    id: "ssh-port",
    kind: "type-number",
    prompt: "On which TCP port does an SSH server wait, unless somebody has changed it?",
    answer: 22,
    because: "TCP 22, a System Port.",
    near: [
      {
        value: 23,
        because: "One too high: 23 is Telnet, the unencrypted login that SSH replaced.",
      },
      { value: 21, because: "One too low: 21 is FTP's control channel." },
      {
        value: 2222,
        because:
          "2222 is a habit of people who move SSH away from its own port. The registered port is 22.",
        belief: "habit-is-registration",
      },
    ],
  },
  {
    id: "ftp-firewall",
    kind: "choose-one",
    prompt:
      "A firewall lets a client reach one port of an FTP server, TCP 21, and no other. The client logs in and asks for a file. What is likely to happen?",
    choices: [
      {
        text: "The login works, and the transfer does not.",
        right: true,
        because:
          "21 carries the commands. The file needs a second connection with another port, which this firewall does not let through.",
      },
      {
        text: "Both work, since 21 is FTP's port.",
        because:
          "Short lists say only “21: FTP”. It is the control channel; the data goes over other ports.",
      },
      {
        text: "Neither works, since FTP needs UDP too.",
        because:
          "A part is missing, so the thought is near. But FTP runs over TCP only, and the missing part is a second TCP connection.",
      },
    ],
  },
] as const satisfies readonly Question[];
