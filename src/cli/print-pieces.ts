/** Writes text in pieces to the standard output, no faster than it is taken. */
/** Many small pieces are written as one of about so many characters. */
const ENOUGH = 65_536;

/** Ends quietly where the reader at the other end of the pipe has gone, as `head` does. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  let isClosed = false;
  let goOn = () => {};
  stdout.on("drain", () => goOn());
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    isClosed = true;
    goOn();
  });
  const write = (text: string) =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      if (isClosed || stdout.write(text)) resolve();
    });
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < ENOUGH) continue;
    await write(waiting);
    waiting = "";
    if (isClosed) return;
  }
  await write(waiting);
}
