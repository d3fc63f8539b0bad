import { createSocket } from "node:dgram";

const [host, port] = process.argv.slice(2);

const server = createSocket("udp4");
let received = 0;

server.on("message", (question, sender) => {
  console.log("received", question.toString(), "from", sender.address);
  received += 1;
  server.send(question.toString().toUpperCase(), sender.port, sender.address, () => {
    if (received === 2) server.close();
  });
});

server.bind(Number(port), host, () => console.log("bound"));
