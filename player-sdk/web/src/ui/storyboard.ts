import type { Player } from "../player";

const WIDTH = 160;

/** Shows the storyboard's picture above the time line. The last question asked is the one that is answered. */
export function storyboard(controller: HTMLElement, thumb: HTMLElement, player: Player): void {
  let asked = 0;
  controller.addEventListener("mediapreviewrequest", (event) => {
    const at = (event as CustomEvent<number | undefined>).detail;
    const question = ++asked;
    if (at === undefined || at === null) return;
    void player
      .thumbnail(at)
      .catch(() => null)
      .then((found) => {
        if (question !== asked) return;
        thumb.hidden = found === null;
        if (found) draw(thumb, found);
      });
  });
}

interface Picture {
  uris: string[];
  positionX: number;
  positionY: number;
  width: number;
  height: number;
  imageWidth: number;
  imageHeight: number;
}

function draw(
  thumb: HTMLElement,
  { uris, positionX, positionY, width, height, imageWidth, imageHeight }: Picture,
): void {
  const scale = WIDTH / width;
  Object.assign(thumb.style, {
    height: `${Math.round(height * scale) + 4}px`,
    backgroundImage: `url("${(uris[0] ?? "").replace(/["\\\n]/g, (it) => encodeURIComponent(it))}")`,
    backgroundPosition: `${-positionX * scale}px ${-positionY * scale}px`,
    backgroundSize: `${imageWidth * scale}px ${imageHeight * scale}px`,
  });
}
