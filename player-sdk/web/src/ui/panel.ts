import type { Player } from "../player";
import type { Preferences } from "../preferences";
import type { Texts } from "../texts/texts";
import { element } from "./dom";
import { apply, type TextStyle } from "./text-style";

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface Option {
  value: string;
  label: string;
  chosen: boolean;
}

/** What viewers choose, in two panels of radio buttons, which every screen reader and remote control knows. */
export class Panels {
  private open: { panel: HTMLElement; button: HTMLElement } | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly player: Player,
    private readonly video: HTMLVideoElement,
    private readonly preferences: Preferences,
    private readonly texts: Texts,
  ) {
    apply(preferences.textStyle, stage);
    this.bind("choose", () => this.tracks());
    this.bind("adjust", () => this.settings());
    stage.addEventListener("pointerdown", (event) => this.closeOutside(event));
  }

  private get controller(): HTMLElement {
    return this.stage.querySelector("#controller")!;
  }

  get isOpen(): boolean {
    return this.open !== undefined;
  }

  close(): void {
    if (!this.open) return;
    const { panel, button } = this.open;
    this.open = undefined;
    const within = panel.matches(":focus-within");
    panel.remove();
    this.controller.removeAttribute("autohide");
    button.setAttribute("aria-expanded", "false");
    if (within) button.focus();
  }

  /** Turns subtitles on in the viewer's language, or off. Says what is shown now. */
  toggleText(): string {
    const all = this.player.tracks.text(this.texts.language);
    const shown = all.some((it) => it.active);
    const wanted = this.preferences.lastTextLanguage ?? this.texts.language;
    const next = shown ? undefined : (all.find((it) => it.language.startsWith(wanted)) ?? all[0]);
    this.chooseText(next?.id ?? "");
    return `${this.texts.subtitles}: ${next?.label ?? this.texts.off}`;
  }

  private bind(id: string, build: () => (Node | string)[]): void {
    const button = this.stage.querySelector<HTMLElement>(`#${id}`)!;
    button.addEventListener("click", () => {
      const again = this.open?.button === button;
      this.close();
      if (!again) this.show(button, build());
    });
  }

  private show(button: HTMLElement, content: (Node | string)[]): void {
    const label = button.getAttribute("aria-label")!;
    const panel = element(
      "div",
      { class: "panel", role: "dialog", "aria-label": label, dir: this.texts.direction },
      ...content,
    );
    this.stage.append(panel);
    this.controller.setAttribute("autohide", "-1");
    button.setAttribute("aria-expanded", "true");
    this.open = { panel, button };
    panel.querySelector<HTMLElement>("input:checked, input, select")?.focus();
    panel.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next instanceof Node && !panel.contains(next) && next !== button) this.close();
    });
  }

  private closeOutside(event: Event): void {
    const path = event.composedPath();
    if (this.open && !path.includes(this.open.panel) && !path.includes(this.open.button)) this.close();
  }

  private tracks(): Node[] {
    const { tracks } = this.player;
    const { texts } = this;
    const language = texts.language;
    const audio = tracks.audio(language).map(({ id, label, active }) => ({ value: id, label, chosen: active }));
    const text = tracks.text(language).map(({ id, label, active }) => ({ value: id, label, chosen: active }));
    const off = { value: "", label: texts.off, chosen: !text.some((it) => it.chosen) };
    return [
      element(
        "div",
        { class: "columns" },
        ...(audio.length > 0 ? [group(texts.audio, "audio", audio, (id) => this.chooseAudio(id))] : []),
        group(texts.subtitles, "text", [off, ...text], (id) => this.chooseText(id)),
      ),
      this.appearance(),
    ];
  }

  private settings(): Node[] {
    const { texts, player, video } = this;
    const capped = player.tracks.cappedAt;
    const heights = player.tracks
      .heights()
      .map((it) => ({ value: String(it), label: `${it}p`, chosen: it === capped }));
    const automatic = { value: "", label: texts.automatic, chosen: capped === null };
    const speeds = SPEEDS.map((it) => ({
      value: String(it),
      label: it === 1 ? texts.normal : `${it.toLocaleString(texts.language)}×`,
      chosen: video.playbackRate === it,
    }));
    return [
      element(
        "div",
        { class: "columns" },
        group(texts.quality, "quality", [automatic, ...heights], (height) => this.cap(height)),
        group(texts.speed, "speed", speeds, (speed) => (video.playbackRate = Number(speed))),
      ),
    ];
  }

  private appearance(): HTMLElement {
    const { texts } = this;
    return element(
      "details",
      { class: "style" },
      element("summary", {}, texts.appearance),
      this.select(texts.size, "size", texts.sizes),
      this.select(texts.colour, "colour", texts.colours),
      this.select(texts.background, "background", texts.backgrounds),
      this.select(texts.font, "font", texts.fonts),
      element("div", { class: "sample" }, element("span", {}, texts.sample)),
    );
  }

  private select(label: string, name: keyof TextStyle, labels: Record<string, string>): HTMLElement {
    const style = this.preferences.textStyle;
    const select = element(
      "select",
      {},
      ...Object.entries(labels).map(([value, text]) =>
        element("option", { value, ...(style[name] === value ? { selected: "" } : {}) }, text),
      ),
    );
    select.addEventListener("change", () => {
      this.preferences.textStyle = { ...this.preferences.textStyle, [name]: select.value };
      apply(this.preferences.textStyle, this.stage);
    });
    return element("label", {}, label, select);
  }

  private chooseAudio(id: string): void {
    this.player.tracks.chooseAudio(id);
    this.preferences.audioLanguage = this.player.tracks.audio().find((it) => it.id === id)?.language;
  }

  private chooseText(id: string): void {
    this.player.tracks.chooseText(id === "" ? null : id);
    this.preferences.textLanguage = this.player.tracks.text().find((it) => it.id === id)?.language;
  }

  private cap(height: string): void {
    const lines = height === "" ? null : Number(height);
    this.player.capQuality(lines);
    this.preferences.maxHeight = lines;
  }
}

function group(legend: string, name: string, options: Option[], choose: (value: string) => void): HTMLElement {
  const rows = options.map(({ value, label, chosen }) => {
    const input = element("input", { type: "radio", name, value, ...(chosen ? { checked: "" } : {}) });
    input.addEventListener("change", () => choose(value));
    return element("label", { class: "row" }, input, label);
  });
  return element("fieldset", {}, element("legend", {}, legend), ...rows);
}
