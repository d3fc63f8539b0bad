/** What is practised, as progress tells it apart. The order is that of the course. */
export const TOPICS = {
  "port-ranges": "Port ranges",
  services: "Services",
  endpoints: "Endpoints and socket types",
  "socket-calls": "Socket calls",
  connections: "Handshake and states",
  "reading-netstat": "Reading netstat",
  exposure: "Binding and exposure",
  troubleshooting: "Troubleshooting",
} as const;

export type Topic = keyof typeof TOPICS;
