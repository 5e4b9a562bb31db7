import type { MediaController } from "media-chrome/dist/media-controller.js";
import type { Tokens } from "./api";
import type { Consent } from "./beacons";
import { dress } from "./brand";
import { PlayerError } from "./errors";
import { type Marker, markersOf } from "./markers";
import { Player, type PlayRequest, preload } from "./player";
import { Preferences } from "./preferences";
import { languageOf } from "./texts";
import type { Tracks } from "./tracks";
import type { NextTitle } from "./ui/next-card";
import { STYLES } from "./ui/styles";
import type { Ui } from "./ui/ui";

/** What the element tells: `event.detail` of each. */
export interface PlayerElementEvents {
  "player-loaded": CustomEvent<{ sessionId: string; titleId: string }>;
  /** Also of errors that the player gets over by itself: `detail.fatal` says. */
  "player-error": CustomEvent<PlayerError>;
  "player-ended": CustomEvent<{ titleId: string }>;
  /** The next title should begin: set `titleId`. */
  "player-next": CustomEvent<NextTitle>;
  /** Somebody wants the film on another screen. Only where `castable` is set. */
  "player-cast": CustomEvent<{ titleId: string; position: number }>;
}

const TEMPLATE = /* html */ `<style>${STYLES}</style>
<div id="stage" part="stage" tabindex="-1">
  <media-controller id="controller" nohotkeys defaultstreamtype="on-demand"><video slot="media" playsinline crossorigin></video><div slot="top-chrome" class="text" noautohide></div></media-controller>
</div>`;

/**
 * `<streamverse-player>`: plays a title of a StreamVerse service, with controls.
 *
 * Attributes: `host`, `title-id`, `token`, `profile-id`, `heading`, `poster`, `start-at` (seconds), `autoplay`, `muted`, `lang`,
 * `consent` (`granted`, `denied`), `markers` (JSON), `brand` (fetch the service's colours), `castable`. Loads as soon as it has a
 * title and a token, and again when either of them, the host or the profile changes.
 */
export class StreamversePlayer extends HTMLElement {
  static readonly observedAttributes = [
    "host",
    "title-id",
    "token",
    "profile-id",
    "heading",
    "lang",
    "poster",
    "muted",
    "consent",
    "markers",
  ];
  private readonly root = this.attachShadow({ mode: "open" });
  private player: Player | undefined;
  private playerKey = "";
  private wanted = "";
  private ui: Ui | undefined;
  private given: Tokens | undefined;
  private parting: Marker[] | undefined;
  private following: NextTitle | undefined;
  private preferences = new Preferences(undefined, undefined);
  private lastFailure: PlayerError | undefined;
  private due = false;

  constructor() {
    super();
    this.root.innerHTML = TEMPLATE;
    this.video.addEventListener("ended", () => this.ended());
  }

  /** The video element inside, to read from. */
  get video(): HTMLVideoElement {
    return this.root.querySelector("video")!;
  }

  /** The viewer's access token, or a function that brings one whenever it is needed. Instead of the attribute `token`. */
  set tokens(tokens: Tokens | undefined) {
    this.given = tokens;
    this.playerKey = "";
    this.refresh();
  }

  get tokens(): Tokens | undefined {
    return this.given ?? this.getAttribute("token") ?? undefined;
  }

  get titleId(): string {
    return this.getAttribute("title-id") ?? "";
  }

  set titleId(titleId: string) {
    this.setAttribute("title-id", titleId);
  }

  /** Chapters, intro, recap and credits. Instead of the attribute `markers`. */
  set markers(markers: Marker[]) {
    this.parting = markers;
    if (this.ui) this.ui.parting = markers;
  }

  get markers(): Marker[] {
    return this.parting ?? markersOf(this.getAttribute("markers"));
  }

  /** What is offered at the end. The page sets `titleId` when it hears `player-next`. */
  set next(next: NextTitle | undefined) {
    this.following = next;
    if (this.ui) this.ui.next = next;
  }

  get next(): NextTitle | undefined {
    return this.following;
  }

  /** What can be chosen of the film; nothing before the first one is loaded. */
  get tracks(): Tracks | undefined {
    return this.player?.tracks;
  }

  /** Plays; resolves to false where the browser wants the viewer to press play. */
  async play(): Promise<boolean> {
    return this.video.play().then(
      () => true,
      () => false,
    );
  }

  pause(): void {
    this.video.pause();
  }

  /** Loads the title once more, from where it stands. */
  async reload(change: Partial<PlayRequest> = {}): Promise<void> {
    this.lastFailure = undefined;
    this.ui?.clear();
    await this.player?.reload(change).catch(() => undefined);
  }

  connectedCallback(): void {
    void preload();
    this.refresh();
  }

  /** Moving it within a page is no reason to stop. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      void this.player?.destroy();
      this.player = undefined;
      this.playerKey = "";
      this.ui?.remove();
      this.ui = undefined;
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === "heading" && this.ui) this.ui.heading = now ?? "";
    if (name === "poster") this.video.poster = now ?? "";
    if (name === "muted") this.video.muted = now !== null;
    if (name === "markers" && this.ui) this.ui.parting = this.markers;
    if (name === "consent" && this.player) this.player.consent = this.consent;
    if (name === "lang") void this.dressUp();
    if (["host", "title-id", "token", "profile-id"].includes(name)) this.refresh();
  }

  private get stage(): HTMLElement {
    return this.root.querySelector<HTMLElement>("#stage")!;
  }

  private get consent(): Consent {
    const said = this.getAttribute("consent");
    return said === "granted" || said === "denied" ? said : "unset";
  }

  /** After all attributes that change at once. */
  private refresh(): void {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      if (this.isConnected && this.titleId !== "" && this.tokens !== undefined && this.isOther()) void this.start();
    });
  }

  private async start(): Promise<void> {
    const player = this.playerOfNow();
    this.stage.classList.add("busy");
    this.lastFailure = undefined;
    this.ui?.clear();
    this.video.autoplay = this.hasAttribute("autoplay");
    const profileId = this.getAttribute("profile-id") ?? undefined;
    const preferences = (this.preferences = new Preferences(await player.viewer().catch(() => undefined), profileId));
    if (player !== this.player) return;
    const loading = player.load({
      titleId: this.titleId,
      profileId,
      startAt: this.hasAttribute("start-at") ? Number(this.getAttribute("start-at")) : undefined,
      audioLanguage: preferences.audioLanguage,
      textLanguage: preferences.textLanguage,
      maxHeight: preferences.maxHeight,
    });
    if (this.hasAttribute("brand")) void dress(this, this.host);
    await Promise.all([loading.catch(() => undefined), this.ui ?? this.dressUp()]);
    if (player === this.player) this.stage.classList.remove("busy");
  }

  /** Something else than what plays: an element that was moved goes on. */
  private isOther(): boolean {
    const wanted = JSON.stringify([this.titleId, this.getAttribute("profile-id"), this.playerKeyOfNow()]);
    if (this.player && wanted === this.wanted && this.playerKey !== "") return false;
    this.wanted = wanted;
    return true;
  }

  private playerKeyOfNow(): string {
    return JSON.stringify([this.host, this.given === undefined ? this.getAttribute("token") : "given"]);
  }

  private get host(): string {
    return (this.getAttribute("host") ?? "").replace(/\/$/, "");
  }

  /** One for each service and viewer. */
  private playerOfNow(): Player {
    const key = this.playerKeyOfNow();
    if (this.player && this.playerKey === key) return this.player;
    void this.player?.destroy();
    this.playerKey = key;
    this.player = new Player(this.video, {
      host: this.host,
      tokens: this.tokens!,
      consent: this.consent,
      textContainer: this.root.querySelector<HTMLElement>(".text")!,
    });
    this.player.on("loaded", ({ session }) =>
      this.tell("player-loaded", { sessionId: session.id, titleId: this.titleId }),
    );
    this.player.on("error", (error) => this.failed(error));
    this.ui?.remove();
    this.ui = undefined;
    return this.player;
  }

  /** Puts the controls on, in the page's language. */
  private async dressUp(): Promise<void> {
    const player = this.player;
    if (!player) return;
    const wanted = [this.closest("[lang]")?.getAttribute("lang") ?? "", ...navigator.languages].filter(
      (it) => it !== "",
    );
    const [language, { Ui }] = await Promise.all([languageOf(wanted), import("./ui/ui")]);
    if (player !== this.player || !this.isConnected) return;
    this.ui?.remove();
    this.ui = new Ui({
      host: this,
      stage: this.stage,
      controller: this.root.querySelector("media-controller") as MediaController,
      video: this.video,
      player,
      preferences: this.preferences,
      language,
      ways: {
        again: () => void this.reload(),
        takeOver: (takeOver) => void this.reload({ takeOver }),
        stopOthers: () => void this.reload({ stopOthers: true }),
      },
      goOn: () => this.following && this.tell("player-next", this.following),
      cast: this.hasAttribute("castable") ? () => this.cast() : undefined,
    });
    this.ui.heading = this.getAttribute("heading") ?? "";
    this.ui.parting = this.markers;
    this.ui.next = this.following;
    if (this.lastFailure) this.ui.failed(this.lastFailure);
  }

  private failed(error: PlayerError): void {
    if (error.fatal) {
      this.lastFailure = error;
      this.ui?.failed(error);
    }
    if (error.number >= 9000) console.error("streamverse-player", error.code, error.cause);
    this.tell("player-error", error);
  }

  private ended(): void {
    this.ui?.ended();
    this.tell("player-ended", { titleId: this.titleId });
  }

  private cast(): void {
    this.tell("player-cast", { titleId: this.titleId, position: this.video.currentTime });
  }

  private tell<Name extends keyof PlayerElementEvents>(name: Name, detail: PlayerElementEvents[Name]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "streamverse-player": StreamversePlayer;
  }
}
