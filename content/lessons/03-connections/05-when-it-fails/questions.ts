import type { Question } from "#learning/question";

export const questions = [
  {
    id: "nobody-listens",
    kind: "choose-one",
    prompt:
      "A host is switched on and reachable, without any firewall. No program on it listens on port 80. A client calls `connect()` to that port. What happens?",
    choices: [
      {
        text: "Nothing comes back, and connect() fails after a minute or two.",
        because:
          "It seems natural: nobody there, no answer. But the host's kernel is there, and it answers for ports that nobody has.",
      },
      {
        text: "An answer comes back at once, and connect() fails within a moment.",
        right: true,
        because: "The kernel sends a reset. The client sees “Connection refused”.",
      },
      {
        text: "“Connection refused”, which shows that a firewall is there after all.",
        because:
          "The word does sound like a guard at the door. But no guard is needed: a kernel refuses by itself where nobody listens.",
        belief: "refused-is-firewall",
      },
      {
        text: "connect() succeeds, and the first send() fails.",
        because:
          "Over UDP it can be so. But without a listener there is no SYN-ACK, and without a SYN-ACK connect() does not succeed.",
      },
    ],
  },
  {
    id: "what-refused-proves",
    kind: "choose-one",
    prompt:
      "You get “Connection refused” from `192.0.2.10:80`, at once. What is the most useful next step?",
    choices: [
      {
        text: "Open port 80 in the firewall.",
        because:
          "The usual advice on the web. A firewall can refuse, but mostly it is silent. First look for the simple cause: nobody listens.",
        belief: "refused-is-firewall",
      },
      {
        text: "Check whether the host is switched on.",
        because:
          "Something answered, and mostly that is the host itself. A host that is off refuses nothing.",
      },
      {
        text: "Wait a minute, since the port is in TIME-WAIT.",
        because:
          "Connections in TIME-WAIT can hinder a new bind(). They do not refuse clients: a listener would answer all the same.",
      },
      {
        text: "Look on that host who listens on port 80, and on which address.",
        right: true,
        because:
          "A reset mostly comes from a kernel that has no listener there: not started, another port, or bound to loopback alone.",
      },
    ],
  },
  {
    id: "open-and-filtered",
    kind: "choose-one",
    prompt:
      "From the office, a test says that port 443 of a host is open. From home, at the same time, it says filtered. What follows?",
    choices: [
      {
        text: "One of the two tests is wrong: a port is either open or filtered.",
        because:
          "The words sound like a property of the port. They describe an answer, or its absence, as one tester saw it.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "The program on port 443 has crashed in between.",
        because:
          "Then the host would send a reset, and the test would say closed. Filtered means that no such answer came.",
      },
      {
        text: "Both can be right: the word says what came back to the one who asked.",
        right: true,
        because: "A filter on the way may let one network in and drop the other's SYNs.",
      },
    ],
  },
  {
    id: "which-symptom",
    kind: "choose-several",
    prompt: "`connect()` gets no answer at all and times out. Which causes fit?",
    choices: [
      {
        text: "A firewall drops the SYN.",
        right: true,
        because: "To drop is to throw away without a word.",
      },
      {
        text: "The host is switched off, on another network.",
        right: true,
        because: "Nobody is there to send a reset. The last router may report it; many do not.",
      },
      {
        text: "Nobody listens on the port, and no filter is involved.",
        because:
          "Nobody there, no answer: so it seems. But the kernel is there and sends a reset, and the answer is “refused”, at once.",
        belief: "refused-is-firewall",
      },
      {
        text: "The answers of the server are lost on the way back.",
        right: true,
        because: "Seen from the client, a lost answer is no answer.",
      },
      {
        text: "The server is bound to its loopback address alone.",
        because:
          "Others cannot use it, so it seems silent to them. But towards its other addresses nobody listens, and the kernel refuses at once.",
      },
    ],
  },
  {
    id: "first-send",
    kind: "choose-one",
    prompt:
      "The peer has called `close()`, and its FIN has arrived. Now this program calls `send()` with three bytes, and it returns 3. What is true?",
    choices: [
      {
        text: "The kernel has sent them; a reset will come back, and the next send() fails.",
        right: true,
        because:
          "The peer's socket is gone. The error reaches the program only with its next call, as EPIPE.",
      },
      {
        text: "The peer's program has received three bytes.",
        because:
          "The peer's program has closed its socket and will never read them. send() only says that this kernel took them.",
        belief: "send-means-delivered",
      },
      {
        text: "It should have failed: a connection that the peer has closed is closed.",
        because:
          "A FIN ends one direction. This side may still send, and the kernel cannot know yet that nobody will read it.",
        belief: "close-ends-both",
      },
      {
        text: "The peer's kernel keeps the bytes until somebody reads them.",
        because:
          "It would, if the socket were still there. After close() nobody can ever read them, so the kernel sends a reset.",
      },
    ],
  },
  {
    id: "estab-for-days",
    kind: "choose-one",
    prompt:
      "For three days this row has stood in a server's table. Keepalive is off, and neither program has sent anything. Is the client still there?",
    listing: `ESTAB  0      0         192.0.2.10:22      192.0.2.20:34254`,
    choices: [
      {
        text: "Yes. If it were gone, the row would have changed its state.",
        because:
          "It changes when a segment arrives, or when one stays unanswered. A host that lost its power sends nothing, and here nobody asks.",
      },
      {
        text: "No. A connection that is idle for so long is always dead.",
        because:
          "TCP has no limit for silence. Two hosts may be connected and say nothing for weeks.",
      },
      {
        text: "Nobody can tell from this row.",
        right: true,
        because: "The row says what this side believes. To find out, it must send something.",
      },
      {
        text: "The client has closed, and this program has not noticed.",
        because:
          "After the client's FIN the state would be CLOSE-WAIT, whether or not the program noticed.",
      },
    ],
  },
] as const satisfies readonly Question[];
