/** The rank of the headings within an answer. */
export type AnswerHeading = "h2" | "h3";
