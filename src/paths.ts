/** Every address of the app as a function, without the base path: the router adds that. */
export const paths = {
  home: () => "/",
  course: () => "/course",
  lesson: (chapter: string, lesson: string) => `/course/${chapter}/${lesson}`,
  glossary: () => "/glossary",
  term: (id: string) => `/glossary#${id}`,
  ports: () => "/ports",
  port: (port: number) => `/ports/${port}`,
  portQuery: (query: string) => `/ports?q=${encodeURIComponent(query)}`,
  netstat: () => "/netstat",
  handshake: () => "/handshake",
  scenario: (id: string) => `/handshake/${id}`,
  freePlay: () => "/handshake/free-play",
  socketTypes: () => "/handshake/three-socket-types",
  about: () => "/about",
} as const;
