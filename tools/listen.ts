/** Takes the next port when its own is busy. */
import type { AddressInfo, Server } from "node:net";

const TRIES = 50;

/** The port it took: `first`, or the next free one; 0 takes any. Rejects after 50 busy ports. */
export async function listen(server: Server, first: number, host: string): Promise<number> {
  const last = Math.min(first + TRIES - 1, 65535);
  for (let port = first; port <= last; port++) {
    const taken = await tryPort(server, port, host);
    if (taken !== null) return taken;
  }
  throw new Error(`Ports ${first} to ${last} are all in use.`);
}

/** Null where the port is in use; rejects for any other reason. */
function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((taken, failed) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE") taken(null);
      else failed(error);
    };
    const onListening = () => {
      server.off("error", onError);
      taken((server.address() as AddressInfo).port);
    };
    server.once("error", onError).once("listening", onListening).listen(port, host);
  });
}
