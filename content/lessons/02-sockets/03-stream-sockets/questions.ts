import type { Question } from "#learning/question";

export const questions = [
  {
    id: "two-sends-one-recv",
    kind: "choose-one",
    prompt:
      'A client calls `send(b"one")` and then `send(b"two")` on a TCP connection. A moment later the server calls `recv(100)`, once. What can it get?',
    choices: [
      {
        text: "Always `one`; the next `recv` gets `two`.",
        because:
          "It is what most people expect, and what datagrams do. A TCP socket keeps no mark between the two calls.",
        belief: "send-equals-recv",
      },
      {
        text: "Always `onetwo`, because 100 bytes were asked for.",
        because:
          "Very often it will. But if only the first bytes have arrived, `recv` returns those. It does not wait for the rest.",
      },
      {
        text: "Any beginning of `onetwo`, even `o` alone.",
        right: true,
        because:
          "It gets what has arrived by then, at least one byte and in order. How the bytes were sent does not show.",
      },
      {
        text: "An error, since it asked for more than was sent.",
        because:
          "The number is an upper limit. `recv` returns what there is; only when nothing is there does it wait.",
      },
    ],
  },
  {
    id: "is-it-a-bug",
    kind: "choose-one",
    prompt:
      "A program sends messages of 200 bytes, each with one `send`. The receiver calls `recv(200)` and treats each result as one message. In tests on one machine it has never failed. What is so?",
    choices: [
      {
        text: "It is wrong: `recv` may return fewer than 200 bytes.",
        right: true,
        because:
          "200 is the most it returns. The receiver has to go on calling until 200 bytes are together.",
      },
      {
        text: "It is right: each `recv(200)` gets exactly one message.",
        because:
          "The number fits, and on one machine it nearly always works. But `recv` may return the first part of a message, and then every later one is cut wrongly.",
        belief: "send-equals-recv",
      },
      {
        text: "It is wrong: `recv` may return two messages at once.",
        because:
          "Two messages do not fit into 200 bytes, so this cannot happen here. With a larger number it could. The danger is the other one: a part of a message.",
      },
      {
        text: "It is right as long as no segment is lost.",
        because:
          "What is lost is sent again, so loss is not the point. Bytes may come in pieces on the best of networks.",
      },
    ],
  },
  {
    id: "which-program-is-slow",
    kind: "choose-one",
    prompt:
      "A server sends reports to two clients. The first of them seems to be stuck. If the server's table shows these rows, what do they suggest?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0 689248 192.0.2.10:9000         192.0.2.20:41002        ESTABLISHED
tcp        0      0 192.0.2.10:9000         192.0.2.21:41002        ESTABLISHED`,
    choices: [
      {
        text: "The server's program has stopped reading on the first connection.",
        because:
          "Then bytes would stand in `Recv-Q`. It is 0: everything that arrived has been read.",
      },
      {
        text: "The first client does not read, or cannot be reached well.",
        right: true,
        because:
          "The server's program has handed over 689248 bytes which the other host has not acknowledged. The cause lies there, or on the way.",
      },
      {
        text: "Both clients use port 41002, and so they disturb each other.",
        because:
          "They are two hosts, and each has a port 41002 of its own. The address tells the two connections apart.",
      },
      {
        text: "The bytes have been lost and must be sent again by the program.",
        because:
          "They are kept in the send buffer so that the kernel can repeat them. The program has nothing to do.",
      },
    ],
  },
  {
    id: "empty-recv",
    kind: "choose-one",
    prompt: "In Python, on a connection, `recv(1024)` returns `b''`. What does it mean?",
    choices: [
      {
        text: "Nothing has arrived yet; call it again later.",
        because:
          "In that case `recv` waits and does not return. A loop that calls again on `b''` runs for ever, at full speed.",
      },
      {
        text: "The other end has sent an empty message.",
        because:
          "In a stream there is no empty message: sending no bytes sends nothing. For datagrams it would be possible.",
        belief: "send-equals-recv",
      },
      {
        text: "The connection has broken; data may be lost.",
        because:
          "A broken connection gives an error, such as “Connection reset by peer”. This is the orderly end.",
      },
      {
        text: "The other end sends no more, and all is read.",
        right: true,
        because:
          "It is end of file. This end may still send, if the other only ended its own direction.",
      },
    ],
  },
  {
    id: "after-shutdown",
    kind: "choose-several",
    prompt:
      "A client has called `shutdown(SHUT_WR)` on its connection. The server has called nothing yet. What is so?",
    choices: [
      {
        text: "The server can still send, and the client receive.",
        right: true,
        because: "That direction has not ended. It ends when the server ends it.",
      },
      {
        text: "The connection is over for both.",
        because:
          "“Shutdown” sounds like it. But a FIN ends one direction, that of the end which sent it.",
        belief: "close-ends-both",
      },
      {
        text: "The client can still send what it had forgotten.",
        because:
          "It still has its descriptor, so it seems possible. But it has said that nothing follows: `send` fails with EPIPE, “Broken pipe”.",
      },
      {
        text: "The server will read end of file after the last byte.",
        right: true,
        because:
          "The FIN comes after all the data, and it reaches the program as a `recv` without bytes.",
      },
      {
        text: "The server's row leaves CLOSE_WAIT by itself after a while.",
        because:
          "The name sounds like a pause. It lasts until the server's own program closes, for ever if it does not.",
        belief: "close-wait-timer",
      },
    ],
  },
  {
    id: "send-returned",
    kind: "choose-one",
    prompt:
      "A program sends an order of 40 bytes, and `send()` returns 40. What does it know about the order?",
    choices: [
      {
        text: "The other program has received it.",
        because:
          "40 looks like a receipt. It counts the bytes that this host's own kernel has taken over.",
        belief: "send-means-delivered",
      },
      {
        text: "The other host has received it, perhaps not yet the program.",
        because:
          "An acknowledgment would tell that, and it goes to the kernel. `send` does not wait for it.",
        belief: "send-means-delivered",
      },
      {
        text: "Its own kernel has taken it and will try to deliver it.",
        right: true,
        because:
          "To know more, the program needs an answer from the other program, such as “order 17 is booked”.",
      },
      {
        text: "The whole order has left this machine in one segment.",
        because:
          "Perhaps. But the bytes may be waiting in the send buffer, and how they are cut into segments is the kernel's affair.",
      },
    ],
  },
] as const satisfies readonly Question[];
