import type { MediaController } from "media-chrome/dist/media-controller.js";
import type { PlayerError } from "../errors";
import { creditsAt, type Marker, skippableAt } from "../markers";
import type { Player } from "../player";
import type { Preferences } from "../preferences";
import type { Language } from "../texts";
import type { Texts } from "../texts/texts";
import { controlsOf, speak } from "./controls";
import { action, element } from "./dom";
import { errorScreen, type Ways } from "./error-screen";
import { keysOf, type KeyActions, press } from "./keyboard";
import { CLOSE } from "./icons";
import { NextCard, type NextTitle } from "./next-card";
import { Panels } from "./panel";
import { storyboard } from "./storyboard";

/** What the controls need of the element. */
export interface UiParts {
  host: HTMLElement;
  stage: HTMLElement;
  controller: MediaController;
  video: HTMLVideoElement;
  player: Player;
  preferences: Preferences;
  language: Language;
  ways: Ways;
  /** The viewer, or the countdown, goes on to the next title. */
  goOn(): void;
  /** Somebody wants the film on another screen; nothing where the page has no way to it. */
  cast: (() => void) | undefined;
}

/** The controls and all that lies on the picture. */
export class Ui implements KeyActions {
  private readonly texts: Texts;
  private readonly panels: Panels;
  private readonly spoken: HTMLElement;
  private readonly stopping = new AbortController();
  private markers: Marker[] = [];
  private card: NextCard | undefined;
  private skip: HTMLElement | undefined;
  private toast: HTMLElement | undefined;
  private failure: HTMLElement | undefined;
  private keys: HTMLElement | undefined;

  constructor(private readonly parts: UiParts) {
    const { controller, stage, language, player, video, preferences } = parts;
    this.texts = language.texts;
    speak(language);
    controller.setAttribute("aria-label", this.texts.player);
    controller.fullscreenElement = stage;
    controller.insertAdjacentHTML("beforeend", controlsOf(this.texts));
    // The same button once more, for fingers: keys and readers have the one in the bar.
    controller.querySelector<HTMLElement>(".big")!.tabIndex = -1;
    this.spoken = element("div", { class: "spoken", role: "status", "aria-live": "polite", dir: this.texts.direction });
    stage.append(this.spoken);
    this.panels = new Panels(stage, player, video, preferences, this.texts);
    storyboard(controller, stage.querySelector("#thumb")!, player);
    this.bindCast();
    video.addEventListener("timeupdate", () => this.moved(), { signal: this.stopping.signal });
    controller.addEventListener("userinactivechange", () => this.rest(), { signal: this.stopping.signal });
    ["play", "pause"].forEach((it) => video.addEventListener(it, () => this.rest(), { signal: this.stopping.signal }));
    this.rest();
    document.addEventListener("keydown", (event) => this.pressed(event), { signal: this.stopping.signal });
    const unhear = player.on("connection", (state) => this.connection(state));
    this.stopping.signal.addEventListener("abort", unhear);
  }

  /** Takes the controls away, for another language. */
  remove(): void {
    this.stopping.abort();
    this.parts.host.removeAttribute("resting");
    this.clear();
    this.spoken.remove();
    this.parts.controller.querySelectorAll(":scope > :not(video, .text)").forEach((it) => it.remove());
  }

  set heading(text: string) {
    this.parts.stage.querySelector("#heading")!.textContent = text;
  }

  /** Chapters on the time line, and what may be skipped. */
  set parting(markers: Marker[]) {
    this.markers = markers;
    const { video } = this.parts;
    const track = [...video.textTracks].find((it) => it.kind === "chapters") ?? video.addTextTrack("chapters", "", "");
    track.mode = "hidden";
    [...(track.cues ?? [])].forEach((cue) => track.removeCue(cue));
    const chapters = markers.filter((it) => it.kind === "chapter");
    chapters.forEach((it) => track.addCue(new VTTCue(it.start, it.end, it.label ?? "")));
    video.textTracks.dispatchEvent(new Event("change"));
  }

  set next(next: NextTitle | undefined) {
    this.card?.hide();
    this.card = next && new NextCard(this.parts.stage, this.texts, next, () => this.parts.goOn());
  }

  /** Another title, or the same once more: nothing of the last one stays. */
  clear(): void {
    this.panels.close();
    [this.failure, this.skip, this.toast, this.keys].forEach((it) => it?.remove());
    this.failure = this.skip = this.toast = this.keys = undefined;
    this.parts.stage.classList.remove("failed");
    this.parts.controller.inert = false;
    this.card?.hide();
  }

  failed(error: PlayerError): void {
    const focused = this.parts.host.matches(":focus-within");
    this.clear();
    const { stage, ways, controller } = this.parts;
    this.failure = errorScreen(error, this.texts, ways);
    this.parts.host.removeAttribute("resting");
    stage.classList.add("failed");
    controller.inert = true;
    stage.append(this.failure);
    if (focused) this.failure.querySelector("button")?.focus();
  }

  ended(): void {
    this.card?.show();
  }

  togglePlay(): void {
    const { video } = this.parts;
    if (video.paused) void video.play().catch(() => undefined);
    else video.pause();
    this.say(video.paused ? this.texts.pause : this.texts.play);
  }

  seekBy(seconds: number): void {
    this.seekTo(this.parts.video.currentTime + seconds);
    this.say(this.texts.seconds(seconds));
  }

  seekToPart(part: number): void {
    this.seekTo(this.parts.video.duration * part);
    this.say(this.texts.at(Math.round(part * 100)));
  }

  changeVolume(by: number): void {
    const { video } = this.parts;
    video.volume = Math.min(1, Math.max(0, Math.round((video.volume + by) * 100) / 100));
    video.muted = video.volume === 0;
    this.say(`${this.texts.volume}: ${this.texts.at(Math.round(video.volume * 100))}`);
  }

  toggleMute(): void {
    const { video } = this.parts;
    video.muted = !video.muted;
    this.say(video.muted ? this.texts.mute : this.texts.unmute);
  }

  toggleFullscreen(): void {
    const type = document.fullscreenElement ? "mediaexitfullscreenrequest" : "mediaenterfullscreenrequest";
    this.parts.controller.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
  }

  toggleText(): void {
    this.say(this.panels.toggleText());
  }

  showKeys(): void {
    if (this.keys) return this.hideKeys();
    const close = action("", "control", () => this.hideKeys());
    close.innerHTML = CLOSE;
    close.setAttribute("aria-label", this.texts.close);
    const rows = keysOf(this.texts).flatMap(([names, what]) => [
      element("dt", {}, ...names.flatMap((it) => [element("kbd", {}, it), " "])),
      element("dd", {}, what),
    ]);
    const header = element("header", {}, element("h2", {}, this.texts.keys), close);
    const attributes = { class: "keys", role: "dialog", "aria-label": this.texts.keys, dir: this.texts.direction };
    this.keys = element("div", attributes, header, element("dl", {}, ...rows));
    this.parts.stage.append(this.keys);
    close.focus();
  }

  close(): boolean {
    if (this.keys) this.hideKeys();
    else if (this.panels.isOpen) this.panels.close();
    else return false;
    return true;
  }

  private hideKeys(): void {
    this.keys?.remove();
    this.keys = undefined;
    this.parts.stage.focus();
  }

  private seekTo(seconds: number): void {
    const { video } = this.parts;
    if (!Number.isFinite(video.duration)) return;
    video.currentTime = Math.min(Math.max(0, seconds), Math.max(0, video.duration - 0.1));
  }

  /** Keys mean the player while it has the focus, and while nothing on the page has it. */
  private pressed(event: KeyboardEvent): void {
    const { host, stage } = this.parts;
    const here = event.composedPath().includes(host) || document.activeElement === document.body;
    if (!here || (this.failure && event.key !== "Escape")) return;
    if (press(event, this)) {
      event.preventDefault();
      stage.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
    }
  }

  /** While only the picture is to be seen, the page may take away what it has laid on it. */
  private rest(): void {
    const { host, controller, video } = this.parts;
    host.toggleAttribute("resting", controller.hasAttribute("userinactive") && !video.paused);
  }

  private moved(): void {
    const { video } = this.parts;
    const marker = skippableAt(this.markers, video.currentTime);
    if (!marker) {
      this.skip?.remove();
      this.skip = undefined;
    } else if (!this.skip) {
      this.skip = this.offerSkip(marker);
    }
    if (!this.card || !Number.isFinite(video.duration)) return;
    if (video.currentTime >= creditsAt(this.markers, video.duration)) this.card.show();
    else this.card.hide();
  }

  private offerSkip(marker: Marker): HTMLElement {
    const label = marker.label ?? (marker.kind === "recap" ? this.texts.skipRecap : this.texts.skipIntro);
    const button = action(label, "button skip", () => this.seekTo(marker.end));
    button.dir = this.texts.direction;
    this.parts.stage.append(button);
    return button;
  }

  private connection(state: "lost" | "back"): void {
    this.toast?.remove();
    this.toast = undefined;
    if (state === "back") return;
    const attributes = { class: "toast", role: "status", dir: this.texts.direction };
    this.toast = element("div", attributes, this.texts.reconnecting);
    this.parts.stage.append(this.toast);
  }

  private bindCast(): void {
    const { stage, cast } = this.parts;
    const button = stage.querySelector<HTMLElement>("#cast")!;
    button.hidden = cast === undefined;
    button.addEventListener("click", () => cast?.());
  }

  /** On the picture for those who see, and aloud for those who listen. */
  private say(what: string): void {
    this.spoken.textContent = what;
    this.parts.stage.querySelector(".hint")?.remove();
    const hint = element("div", { class: "hint", "aria-hidden": "true" }, element("span", {}, what));
    hint.addEventListener("animationend", () => hint.remove());
    this.parts.stage.append(hint);
  }
}
