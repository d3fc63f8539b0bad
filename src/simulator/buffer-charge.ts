/**
 * What a datagram takes of a socket's receive buffer, as Linux counts: not its own length but its memory (skb
 * truesize). Measured on Linux 6.18, on loopback, from 0 to 9,000 bytes: 832 up to 197 bytes of data (IPv4), then 1280,
 * 2304, 4352 and so on. That is 256 for the descriptor, and a block of 576, 1024, 2048, … that holds the data, its
 * headers and 320 more. Other interfaces differ a little.
 */
const DESCRIPTOR = 256;
const SMALLEST_BLOCK = 576;
const SHARED_INFO = 320;
const HEADERS: Readonly<Record<4 | 6, number>> = { 4: 59, 6: 72 };

export function bufferCharge(length: number, family: 4 | 6): number {
  const needed = length + HEADERS[family] + SHARED_INFO;
  let block = SMALLEST_BLOCK;
  if (needed > SMALLEST_BLOCK) for (block = 1024; block < needed; block *= 2);
  return DESCRIPTOR + block;
}
