declare module "virtual:course" {
  /** Without descriptions, which only the map shows. */
  export const chapters: readonly import("./course.ts").Chapter[];
}

declare module "virtual:course-descriptions" {
  /** By the folder of a lesson or the slug of a chapter. */
  export const descriptions: Readonly<Record<string, string>>;
}

declare module "virtual:lesson-sections" {
  /** In reading order. */
  export const lessons: readonly import("./section.ts").LessonSections[];
}

declare module "virtual:cheat-sheets" {
  /** By the slug of a chapter. */
  export const sheets: Readonly<
    Record<string, () => Promise<{ readonly sheet: import("./cheat-sheet.ts").CheatSheet }>>
  >;
}
