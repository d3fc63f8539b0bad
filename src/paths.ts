/** Every address of the app as a function, without the base path: the router adds that. */
export const paths = {
  home: () => "/",
  course: () => "/course",
  lesson: (chapter: string, lesson: string) => `/course/${chapter}/${lesson}`,
  chapterTest: (chapter: string) => `/course/${chapter}/test`,
  cheatSheet: (chapter: string) => `/course/${chapter}/cheat-sheet`,
  glossary: () => "/glossary",
  term: (id: string) => `/glossary#${id}`,
  search: (query = "") => (query === "" ? "/search" : `/search?q=${encodeURIComponent(query)}`),
  ports: () => "/ports",
  port: (port: number) => `/ports/${port}`,
  portQuery: (query: string) => `/ports?q=${encodeURIComponent(query)}`,
  netstat: () => "/netstat",
  /** With a listing that shows a belief to be wrong. */
  shownListing: (id: string) => `/netstat#shown=${id}`,
  handshake: () => "/handshake",
  scenario: (id: string) => `/handshake/${id}`,
  /** The moment of that run at which the belief is seen to be wrong. */
  proof: (scenario: string, belief: string) => `/handshake/${scenario}#belief=${belief}`,
  freePlay: () => "/handshake/free-play",
  socketTypes: () => "/handshake/three-socket-types",
  quiz: () => "/quiz",
  /** A quiz, told by its plan's query. */
  quizPlan: (query: string) => `/quiz?${query}`,
  quizResult: (code = "") => (code === "" ? "/quiz/result" : `/quiz/result#${code}`),
  practice: () => "/quiz/practice",
  review: () => "/quiz/review",
  cards: () => "/quiz/cards",
  practiceProgress: () => "/quiz/progress",
  about: () => "/about",
} as const;

/**
 * Whether the address names a place in a lesson's text. That text loads as it nears the view, so such an
 * address is opened as a page of its own: the browser finds the place in the prerendered text.
 */
export function isWithinLesson(address: string): boolean {
  return /^\/course\/[^#]+#/.test(address);
}
