/**
 * Where the two profiles differ, and what that rests on: RFC 9293 to the letter, and Linux 6.18 as recorded traces and
 * measurements show it (between two network namespaces; "measured" where no trace of kernel-traces/ has it). Each row
 * has a test by its id.
 */
export interface ProfileDifference {
  readonly id: string;
  /** What happens by the RFC, one sentence for a learner. */
  readonly rfc: string;
  readonly linux: string;
  /** The traces' numbers, or "measured". */
  readonly seenIn: readonly string[];
  /** Why Linux may, or does. */
  readonly reason: string;
}

export const PROFILE_DIFFERENCES = [
  {
    id: "simultaneous-open",
    rfc: "The SYN-ACK of the other end establishes the connection and is not answered (Figure 7).",
    linux: "It is answered with an ACK, so two more segments go over the wire.",
    seenIn: ["04"],
    reason: "To Linux the SYN in it repeats what it had, and repetitions are acknowledged.",
  },
  {
    id: "repeated-syn",
    rfc: "A SYN that repeats the first lies before the window: the answer is an ACK (§3.10.7.4, first check).",
    linux: "The answer is the SYN-ACK again, and its timer begins anew.",
    seenIn: ["08", "11"],
    reason: "A client that repeats its SYN has missed the SYN-ACK.",
  },
  {
    id: "syn-after-reset",
    rfc: "A client that reset an old connection's answer repeats its SYN when its timeout comes.",
    linux: "It repeats the SYN within some milliseconds.",
    seenIn: ["11", "12"],
    reason: "The reset has cleared the way, so there is nothing to wait for.",
  },
  {
    id: "syn-timeouts",
    rfc: "The wait for an answer to a SYN doubles each time: 1, 2, 4, 8 seconds.",
    linux:
      "The first four repetitions come every second (tcp_syn_linear_timeouts), then it doubles.",
    seenIn: ["07"],
    reason: "One lost SYN should not cost seconds (Linux 6.5).",
  },
  {
    id: "least-timeout",
    rfc: "A retransmission timeout is at least one second (RFC 6298 §2.4).",
    linux: "It is a round trip and at least 200 ms.",
    seenIn: ["15", "16", "38"],
    reason: "Clocks are fine enough for it today.",
  },
  {
    id: "tail-loss-probe",
    rfc: "Only the timeout finds a loss at the end of the data.",
    linux: "The last segment is sent once more before the timeout, to get an answer (RFC 8985).",
    seenIn: ["05", "15", "16", "38"],
    reason: "Without an answer nothing tells what is missing.",
  },
  {
    id: "loss-detection",
    rfc: "Three acknowledgments of one number tell of a loss (RFC 5681).",
    linux:
      "SACK tells what arrived; what was sent before it and is missing a little later is lost.",
    seenIn: ["measured"],
    reason: "RFC 2018 and RFC 8985 are extensions that the RFC allows.",
  },
  {
    id: "delayed-ack",
    rfc: "Data and FINs are acknowledged at once.",
    linux:
      "After the first segments an acknowledgment waits up to 40 ms for data to go with; a FIN's waits from the first.",
    seenIn: ["01", "02", "05", "13c", "14", "measured"],
    reason: "§3.8.6.3 allows 500 ms; an acknowledgment that goes with data is free.",
  },
  {
    id: "challenge-limit",
    rfc: "Every segment that is not awaited is answered.",
    linux: "Without data in it, one in 500 ms is (tcp_invalid_ratelimit).",
    seenIn: ["21"],
    reason: "Two ends could else answer each other for ever; RFC 5961 §7 asks for a limit.",
  },
  {
    id: "time-wait",
    rfc: "TIME-WAIT lasts two segment lifetimes, four minutes (§3.4.2, §3.6.1).",
    linux: "It lasts 60 seconds.",
    seenIn: ["30"],
    reason: "TCP_TIMEWAIT_LEN is fixed in Linux; four minutes would keep too many ports.",
  },
  {
    id: "time-wait-reuse",
    rfc: "A SYN in TIME-WAIT is answered with an ACK (§3.10.7.4, fourth check).",
    linux: "A SYN with a higher number, or newer timestamps, begins a connection at once.",
    seenIn: ["measured"],
    reason: "MAY-2 of §3.6.1 allows it.",
  },
  {
    id: "orphan-fin-wait-2",
    rfc: "FIN-WAIT-2 waits as long as the other end does not close.",
    linux: "If no program has the socket any more, it waits 60 seconds (tcp_fin_timeout).",
    seenIn: ["01", "34"],
    reason: "Other ends that never close would fill the table.",
  },
  {
    id: "abort",
    rfc: "An abort sends RST alone (§3.10.5).",
    linux: "It sends RST with ACK.",
    seenIn: ["13", "12d"],
    reason: "It does no harm, and what was received is told.",
  },
  {
    id: "data-before-reset",
    rfc: "A reset flushes what a program has not read (§3.10.7.4, second check).",
    linux: "What had arrived can still be read; then the error is told.",
    seenIn: ["measured"],
    reason: "The queue belongs to the socket, not to the connection.",
  },
  {
    id: "reset-in-close-wait",
    rfc: "A reset is told as such: ECONNRESET.",
    linux: "In CLOSE-WAIT it is told as EPIPE.",
    seenIn: ["14"],
    reason: "Only writing can have brought it.",
  },
  {
    id: "window-probe",
    rfc: "A shut window is probed with a byte of new data (§3.8.6.1).",
    linux: "It is probed with an old number and no data.",
    seenIn: ["measured"],
    reason: "Any answer tells the window.",
  },
  {
    id: "nagle",
    rfc: "A little segment waits while anything is unacknowledged (§3.7.4).",
    linux: "It waits only while an earlier little one is unacknowledged.",
    seenIn: ["measured"],
    reason: "Minshall's change: the end of a large write need not wait.",
  },
  {
    id: "push-pairs",
    rfc: "PSH is on the last segment of what a program wrote.",
    linux: "It is on every second full segment as well.",
    seenIn: ["measured"],
    reason: "Linux hands segments to the interface in pairs, and marks each pair's end.",
  },
  {
    id: "options",
    rfc: "A SYN offers the MSS.",
    linux:
      "It offers SACK, timestamps and window scaling besides; a full segment is 1448 bytes then.",
    seenIn: ["01"],
    reason: "RFC 2018 and RFC 7323 are extensions that the RFC allows.",
  },
  {
    id: "icmp-while-opening",
    rfc: "Host unreachable is a soft error: the SYN is repeated (§3.9.2.2).",
    linux: "It ends connect() with EHOSTUNREACH.",
    seenIn: ["10"],
    reason: "There is nothing to lose yet.",
  },
] as const satisfies readonly ProfileDifference[];
