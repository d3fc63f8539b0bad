import type { Question } from "#learning/question";

export const questions = [
  {
    id: "lost-data",
    kind: "choose-one",
    prompt:
      "Over an established TCP connection, a program sends five bytes. On the way the segment is lost. What does the program notice?",
    choices: [
      {
        text: "send() fails with an error, and the program has to send again.",
        because:
          "Somebody has to send again, but not the program. Its send() had returned before anybody could know of the loss.",
      },
      {
        text: "Nothing: send() has succeeded, and the kernel repeats the bytes.",
        right: true,
        because:
          "The kernel keeps a copy until it is acknowledged, and repeats it. The program sees at most a delay.",
      },
      {
        text: "The other side reports what is missing, and send() waits for that.",
        because:
          "A receiver cannot miss what it never heard of. And send() does not wait for the other side.",
      },
      {
        text: "The bytes are missing from what the other program receives.",
        because:
          "This happens over UDP. A TCP stream is delivered without gaps, or the connection fails.",
      },
    ],
  },
  {
    id: "next-ack",
    kind: "type-number",
    prompt:
      "Everything before this segment has arrived. Which acknowledgment number will the receiver answer with?",
    listing: `IP 192.0.2.20.46102 > 192.0.2.10.8080: Flags [P.], seq 6:11, ack 4, win 63, length 5: HTTP`,
    answer: 11,
    because:
      "The bytes are 6, 7, 8, 9 and 10. The acknowledgment names the next number expected: 11.",
    near: [
      {
        value: 10,
        because:
          "10 is the last byte that arrived. An acknowledgment names the one after it: what is expected next.",
      },
      {
        value: 5,
        because:
          "Five bytes are what is acknowledged, and 5 is the length of this segment. But the numbers go on counting from the first byte.",
      },
      {
        value: 4,
        because:
          "ack 4 is what the sender of this segment acknowledges, in the other direction. Each direction has its own numbers.",
      },
    ],
  },
  {
    id: "fin-number",
    kind: "type-number",
    prompt:
      "Counted from its SYN as 0, a client sends 20 bytes of data in all, and then a FIN. Which number does the server's acknowledgment of the FIN carry?",
    answer: 22,
    because: "SYN 0, data 1 to 20, FIN 21. What comes next would be 22.",
    near: [
      {
        value: 21,
        because:
          "It would be 21 if the FIN took no number; but it takes 21 itself, so that it can be acknowledged.",
        belief: "syn-has-no-number",
      },
      {
        value: 20,
        because:
          "20 is the number of the last byte. The FIN takes the next one, and the acknowledgment is one more.",
        belief: "syn-has-no-number",
      },
    ],
  },
  {
    id: "what-is-certain",
    kind: "choose-one",
    prompt:
      "A program's `send()` has returned 5, the number of bytes. Its host's table shows this row. What is certain?",
    listing: `ESTAB     0      5         192.0.2.20:46102   192.0.2.10:8080 timer:(on,164ms,1)`,
    choices: [
      {
        text: "The other program has received the five bytes.",
        because:
          "send() returned a number, so it looks done. But it counts what the kernel took over. The 5 under Send-Q shows that nobody has acknowledged it.",
        belief: "send-means-delivered",
      },
      {
        text: "The other host has the five bytes, but its program has not read them.",
        because:
          "Then they would be acknowledged, and Send-Q would be 0. Unread bytes stand under Recv-Q, on the other host.",
        belief: "send-means-delivered",
      },
      {
        text: "The five bytes are lost.",
        because:
          "They may be. But perhaps they arrived, and the acknowledgment was lost or is still on its way.",
      },
      {
        text: "This host's kernel has the five bytes, and they are not acknowledged.",
        right: true,
        because: "That is all that can be known on this side, and so the kernel will repeat them.",
      },
    ],
  },
  {
    id: "ack-lost",
    kind: "choose-one",
    prompt:
      "The data arrives and is read by the program. Then the acknowledgment is lost, and the sender sends the same data again. What does the receiving program see?",
    choices: [
      {
        text: "Nothing of it: the kernel drops the copy.",
        right: true,
        because:
          "The kernel knows the numbers, so it drops the copy and acknowledges again. That is what the sender lacked.",
      },
      {
        text: "The data twice, since two segments with it arrived.",
        because:
          "Over UDP it would. TCP looks at the numbers: it has these bytes already, so the copy is thrown away.",
      },
      {
        text: "An error, and the connection is over.",
        because:
          "A repeated segment is nothing unusual. TCP was made for it, and the program need not be told.",
      },
    ],
  },
  {
    id: "one-send-one-recv",
    kind: "choose-several",
    prompt:
      "A program calls `send()` with 10 bytes, then again with 10 bytes. What may the other program's first `recv(100)` on the stream return?",
    choices: [
      {
        text: "20 bytes",
        right: true,
        because: "If all of them have arrived, it gets them in one piece.",
      },
      {
        text: "The second 10 bytes, before the first",
        because:
          "The numbers prevent it. If the second part overtakes the first on the way, it is kept until the gap is filled.",
      },
      {
        text: "10 bytes",
        right: true,
        because: "If only the first ten have arrived so far. It happens to look like one message.",
      },
      {
        text: "Exactly 10 bytes, always",
        because: "It would be so if a stream kept each send() apart. It does not; datagrams do.",
        belief: "send-equals-recv",
      },
      {
        text: "7 bytes",
        right: true,
        because:
          "A segment may end anywhere. It is unusual with so few bytes, and everyday with many.",
      },
    ],
  },
] as const satisfies readonly Question[];
