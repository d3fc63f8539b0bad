declare module "virtual:course" {
  export const chapters: readonly import("./course.ts").Chapter[];
}
