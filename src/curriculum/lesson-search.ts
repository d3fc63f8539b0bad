/** What search reads of the lessons and the glossary; some hundred kilobytes, so only search imports it. */
export { lessons as LESSON_SECTIONS } from "virtual:lesson-sections";
export { GLOSSARY } from "./glossary.ts";
