import type { Texts } from "../texts/texts";
import { action, element } from "./dom";

/** The title that follows. */
export interface NextTitle {
  titleId: string;
  name: string;
  /** Such as "Season 1, episode 2". */
  about?: string;
  image?: string;
}

const COUNTDOWN_SECONDS = 10;

/** Offers what follows and begins it by itself, unless somebody says no. */
export class NextCard {
  private timer: ReturnType<typeof setInterval> | undefined;
  private card: HTMLElement | undefined;
  private refused = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly texts: Texts,
    private readonly next: NextTitle,
    private readonly begin: () => void,
  ) {}

  show(): void {
    if (this.card || this.refused) return;
    const { name, about, image } = this.next;
    const left = element("p", { role: "timer" });
    const words = element("div", { class: "about" }, element("p", {}, this.texts.next), element("strong", {}, name));
    if (about) words.append(element("p", {}, about));
    const now = action(this.texts.playNow, "button first", () => this.go());
    words.append(
      left,
      element(
        "div",
        { class: "acts" },
        now,
        action(this.texts.cancel, "button", () => this.refuse()),
      ),
    );
    const label = `${this.texts.next}: ${name}`;
    this.card = element("section", { class: "next", "aria-label": label, dir: this.texts.direction });
    if (image) this.card.append(element("img", { src: image, alt: "" }));
    this.card.append(words);
    this.stage.append(this.card);
    this.count(left);
  }

  /** Takes it away; it may be shown again. */
  hide(): void {
    clearInterval(this.timer);
    this.card?.remove();
    this.card = undefined;
  }

  private count(left: HTMLElement): void {
    let seconds = COUNTDOWN_SECONDS;
    const say = () => (left.textContent = this.texts.startsIn(seconds));
    say();
    this.timer = setInterval(() => (--seconds <= 0 ? this.go() : say()), 1000);
  }

  private go(): void {
    this.refused = true;
    this.hide();
    this.begin();
  }

  private refuse(): void {
    this.refused = true;
    this.hide();
  }
}
