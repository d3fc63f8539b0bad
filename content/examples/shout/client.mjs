import { connect } from "node:net";

const [host, port] = process.argv.slice(2);

const connection = connect(Number(port), host, () => {
  connection.write("hello");
});

connection.on("data", (answer) => {
  console.log("answered", answer.toString());
  connection.end();
});
