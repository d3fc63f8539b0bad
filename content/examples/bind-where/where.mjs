import { createServer } from "node:net";

const server = createServer();
server.listen(5611, "127.0.0.1", () => {
  const { address, port } = server.address();
  console.log(`listens on ${address}:${port}`);
  server.close();
});
