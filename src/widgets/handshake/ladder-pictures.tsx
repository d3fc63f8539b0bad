import { useState } from "react";
import { type PictureWish, ladderAsPainting, ladderAsSvg } from "#figures/ladder-picture";
import { ladderOf } from "#simulator/ladder-of";
import { Button } from "#ui/button";
import { saveFile } from "#ui/out-of-page";
import type { Session } from "./session.model.ts";
import type { Numbering } from "./settings.model.ts";

interface LadderPicturesProps {
  readonly session: Session;
  readonly numbers: Numbering;
  readonly title: string;
  /** Of the file, without what follows the dot. */
  readonly name: string;
}

const WIDTH = 900;
/** Pixels of the picture for one of the drawing. */
const SCALE = 2;

/** The whole ladder as a file, in the colours of the page. */
export function LadderPictures({ session, numbers, title, name }: LadderPicturesProps) {
  const [trouble, setTrouble] = useState("");
  const ladder = () => ladderOf(session.timeline, session.ghost);
  const wish = (): PictureWish => ({ width: WIDTH, numbers, theme: themeNow(), title });

  async function saveAsPng() {
    setTrouble("");
    try {
      saveFile(await painted(ladder(), wish()), `${name}.png`);
    } catch {
      setTrouble("This browser could not paint the picture. The SVG holds the same.");
    }
  }

  return (
    <>
      <Button
        onClick={() =>
          saveFile(
            new Blob([ladderAsSvg(ladder(), wish())], { type: "image/svg+xml" }),
            `${name}.svg`,
          )
        }
      >
        {`${name}.svg`}
      </Button>
      <Button onClick={() => void saveAsPng()}>{`${name}.png`}</Button>
      <span role="status" className="text-[0.95rem]">
        {trouble}
      </span>
    </>
  );
}

const themeNow = (): PictureWish["theme"] =>
  getComputedStyle(document.documentElement).colorScheme === "dark" ||
  (document.documentElement.dataset["theme"] === undefined &&
    window.matchMedia("(prefers-color-scheme: dark)").matches)
    ? "dark"
    : "light";

/** On a canvas: the policy lets no picture be loaded that the page made itself. */
async function painted(ladder: ReturnType<typeof ladderOf>, wish: PictureWish): Promise<Blob> {
  const { width, height, paint } = ladderAsPainting(ladder, wish, SCALE);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("No canvas");
  await document.fonts.ready;
  paint(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("No picture")) : resolve(blob)));
  });
}
