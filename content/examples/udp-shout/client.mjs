import { createSocket } from "node:dgram";

const [host, port] = process.argv.slice(2);

const client = createSocket("udp4");
const words = ["hello", "again"];

function ask() {
  const word = words.shift();
  if (word === undefined) client.close();
  else client.send(word, Number(port), host);
}

client.on("message", (answer) => {
  console.log("answered", answer.toString());
  ask();
});

ask();
