import { createServer } from "node:net";

const [host, port] = process.argv.slice(2);

const listener = createServer((connection) => {
  console.log("a client came from", connection.remoteAddress);

  connection.on("data", (data) => {
    console.log("received", data.toString());
    connection.write(data.toString().toUpperCase());
  });

  connection.on("end", () => {
    console.log("the client has closed");
    listener.close();
  });
});

listener.listen(Number(port), host, 5, () => console.log("listening"));
