import type shaka from "shaka-player/dist/shaka-player.dash-es2021.js";
import { Api, claims, type Tokens } from "./api";
import { Beacons, type Consent } from "./beacons";
import { Connection } from "./connection";
import { browserOf, type Device, device, systemOf } from "./device";
import { Emitter } from "./emitter";
import { engineConfig } from "./engine-config";
import { PlayerError } from "./errors";
import { Pathways } from "./pathways";
import { Qoe } from "./qoe";
import { Session, type StartRequest } from "./session";
import { ofShaka } from "./shaka-errors";
import { Tracks } from "./tracks";
import { VERSION } from "./version";

type Shaka = typeof shaka;

let engine: Promise<Shaka> | undefined;

/**
 * Fetches shaka-player, once. Call it before a viewer presses play, and the first frame comes sooner. Resolves when it is here, and
 * when it did not come: whoever plays asks again.
 */
export async function preload(): Promise<void> {
  await Promise.allSettled([device(), shakaPlayer()]);
}

function shakaPlayer(): Promise<Shaka> {
  engine ??= import("./engine").then((it) => it.default);
  return engine;
}

/** What a player needs to know of where it stands. */
export interface PlayerOptions {
  /** The service's host, such as `https://aurora.example.com`; the page's own where it is empty. */
  host: string;
  /** The viewer's access token, or who brings one. */
  tokens: Tokens;
  /** Whether the viewer agreed to be measured; `unset` where nobody asked. */
  consent?: Consent;
  /** Where subtitles are drawn; the browser draws them where it is left out. */
  textContainer?: HTMLElement;
}

/** What to play, and from where. */
export interface PlayRequest extends StartRequest {
  /** In seconds; where the viewer left off, where it is left out. */
  startAt?: number | undefined;
  /** Languages that are tried first, in BCP 47; the film's own where left out. */
  audioLanguage?: string | undefined;
  /** A language, or nothing for no subtitles. */
  textLanguage?: string | undefined;
  /** Lines of the picture that are enough. */
  maxHeight?: number | null | undefined;
}

export interface PlayerEvents {
  /** The session is there and the film is loaded. */
  loaded: { session: Session };
  /** What can be chosen has changed, or was chosen. */
  tracks: void;
  /** No bytes come; the player waits and goes on by itself. */
  connection: "lost" | "back";
  /** `fatal` ones end playback; the others the player gets over by itself. */
  error: PlayerError;
}

const RECOVERABLE = 1;
const NETWORK = 1;
const REFUSED_TOKEN = 1006;

/**
 * Plays titles in a video element: decision, tokens, licences, subtitles, beacons. Has no controls of its own. One at a time: a
 * new `load` ends what played before.
 */
export class Player extends Emitter<PlayerEvents> {
  readonly tracks: Tracks;
  private shaka: shaka.Player | undefined;
  private prepared: Promise<shaka.Player> | undefined;
  private session: Session | undefined;
  private pathways: Pathways | undefined;
  private qoe: Qoe | undefined;
  private request: PlayRequest | undefined;
  private loaded = false;
  private left = false;
  private loads = 0;
  private readonly connection = new Connection({
    retry: () => {
      this.prefetchNothing();
      this.shaka?.retryStreaming(0.1);
    },
    changed: (state, error) => this.heard(state, error),
  });
  private readonly api: Api;
  private readonly leaving = () => {
    this.left = this.loaded;
    this.stop("left");
  };
  private readonly seeking = () => {
    if (this.loaded) this.prefetchNothing();
  };
  /** Back from the browser's memory of pages that were left. */
  private readonly returning = (event: PageTransitionEvent) => {
    if (event.persisted && this.left) void this.reload().catch(() => undefined);
  };

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly options: PlayerOptions,
  ) {
    super();
    this.api = new Api(options.host, options.tokens);
    this.tracks = new Tracks(() => this.shaka);
    void this.prepare().catch(() => undefined);
    video.addEventListener("seeking", this.seeking);
    globalThis.addEventListener("pagehide", this.leaving);
    globalThis.addEventListener("pageshow", this.returning);
  }

  /** Decides, loads and resolves when the film is ready to play. Rejects with a `PlayerError`, which is emitted as well. */
  async load(request: PlayRequest): Promise<void> {
    this.stop("left");
    const load = ++this.loads;
    const beganAt = performance.now();
    this.request = request;
    try {
      const [session, player] = await this.begin(request);
      if (load !== this.loads) return session.end();
      this.adopt(session, beganAt, await device());
      await this.open(player, session, request);
      if (load !== this.loads) return;
      this.loaded = true;
      this.emit("loaded", { session });
    } catch (failure) {
      if (load !== this.loads) return;
      throw this.fail(ofShaka(failure));
    }
  }

  /** The same title again, from where it stands; for what a viewer can do after an error. */
  async reload(change: Partial<PlayRequest> = {}): Promise<void> {
    if (this.request === undefined) throw new PlayerError("player.misuse", { cause: "reload() comes after load()" });
    const startAt = this.video.currentTime || this.request.startAt;
    return this.load({ ...this.request, takeOver: undefined, stopOthers: undefined, startAt, ...change });
  }

  /** Ends the playback and frees its place. The video element keeps its last picture until something else is loaded. */
  stop(reason: "left" | "stopped" = "stopped"): void {
    this.loads++;
    this.connection.reset();
    this.qoe?.end(reason);
    this.qoe = undefined;
    this.session?.end();
    this.session = this.pathways = undefined;
    this.loaded = false;
  }

  /** Whose token it is; asks for the first one. */
  async viewer(): Promise<string | undefined> {
    const { sub } = claims(await this.api.token());
    return typeof sub === "string" ? sub : undefined;
  }

  /** Ends for good, and takes the video element back. */
  async destroy(): Promise<void> {
    this.stop("left");
    this.connection.destroy();
    this.video.removeEventListener("seeking", this.seeking);
    globalThis.removeEventListener("pagehide", this.leaving);
    globalThis.removeEventListener("pageshow", this.returning);
    const player = await this.prepared?.catch(() => undefined);
    this.prepared = this.shaka = undefined;
    await player?.destroy();
  }

  /** Lines of the picture that are enough; `null` leaves it to the player. */
  capQuality(height: number | null): void {
    this.tracks.cap(height);
    this.qoe?.quality(height);
  }

  set consent(consent: Consent) {
    this.options.consent = consent;
    if (this.qoe) this.qoe.consent = consent;
    this.shaka?.configure("cmcd.enabled", consent !== "denied");
  }

  /** The picture of the storyboard at a time, in seconds; `null` where there is none. */
  async thumbnail(at: number): Promise<shaka.extern.Thumbnail | null> {
    const found = await this.tracks.thumbnail(at);
    const session = this.session;
    return found && session ? { ...found, uris: found.uris.map((uri) => session.fresh(uri)) } : null;
  }

  /** Asks and gets ready at the same time. */
  private async begin(request: PlayRequest): Promise<[Session, shaka.Player]> {
    const { titleId, profileId, takeOver, stopOthers } = request;
    const preparing = this.prepare();
    const known = await device();
    return Promise.all([Session.start(this.api, { titleId, profileId, takeOver, stopOthers }, known), preparing]);
  }

  private async prepare(): Promise<shaka.Player> {
    try {
      this.prepared ??= shakaPlayer().then((engine) => this.attach(engine));
      return await this.prepared;
    } catch (failure) {
      engine = undefined;
      this.prepared = undefined;
      throw new PlayerError("player.network.offline", { cause: failure });
    }
  }

  private adopt(session: Session, beganAt: number, known: Device): void {
    this.session = session;
    session.position = () => (this.loaded ? this.video.currentTime : undefined);
    session.on("ended", (error) => this.fail(error));
    session.on("trouble", (error) => this.emit("error", error));
    // A browser that reads HLS by itself is steered by its manifest.
    if (known.player !== "native") this.pathways = new Pathways(() => session.fresh(session.answer.manifests.dash));
    const agent = navigator.userAgent;
    const beacons = new Beacons({
      url: session.answer.beaconUrl ?? "",
      sessionId: session.id,
      consent: this.options.consent ?? "unset",
      player: { name: "streamverse-web", version: VERSION },
      device: { kind: known.kind, os: systemOf(agent), browser: browserOf(agent) },
    });
    this.qoe = new Qoe(this.video, beacons, () => this.figures(session), beganAt);
  }

  private async open(player: shaka.Player, session: Session, request: PlayRequest): Promise<void> {
    const native = (await device()).player === "native";
    const { manifests, resumeAtSeconds } = session.answer;
    player.resetConfiguration();
    player.configure(engineConfig(session.answer, request, this.options.consent ?? "unset"));
    this.tracks.cap(request.maxHeight ?? null);
    const type = native ? "application/x-mpegurl" : "application/dash+xml";
    await player.load(native ? manifests.hls : manifests.dash, request.startAt ?? (resumeAtSeconds || null), type);
    this.tracks.showText(request.textLanguage);
  }

  private async attach(engine: Shaka): Promise<shaka.Player> {
    const player = new engine.Player();
    if (this.options.textContainer) player.setVideoContainer(this.options.textContainer);
    player.addEventListener("error", (event) => this.broke((event as unknown as { detail: shaka.util.Error }).detail));
    player.addEventListener("adaptation", () => this.changed());
    player.addEventListener("variantchanged", () => this.changed());
    for (const name of ["trackschanged", "textchanged", "texttrackvisibility", "audiotrackschanged"]) {
      player.addEventListener(name, () => this.emit("tracks", undefined));
    }
    this.filter(engine, player);
    await player.attach(this.video);
    this.shaka = player;
    return player;
  }

  /** Media goes by the token in its address, licences by the viewer's own. */
  private filter(engine: Shaka, player: shaka.Player): void {
    const { LICENSE, SERVER_CERTIFICATE } = engine.net.NetworkingEngine.RequestType;
    const network = player.getNetworkingEngine()!;
    network.registerRequestFilter(async (type, request) => {
      const session = this.session;
      if (session === undefined) return;
      if (type === LICENSE || type === SERVER_CERTIFICATE) {
        request.headers.Authorization = `Bearer ${await this.api.token()}`;
        return;
      }
      await session.ready();
      const [address] = request.uris;
      if (address === undefined || !session.owns(address)) return;
      if (request.attempt > 0) this.pathways?.failed(address);
      const fresh = session.fresh(address);
      request.uris = [this.pathways?.on(fresh) ?? fresh];
    });
    network.registerResponseFilter(() => this.connection.answered());
  }

  /**
   * Prefetching brings the first frame sooner. After that shaka-player (5.2.12) must do without: an init segment whose prefetch
   * failed, or was aborted by a seek, it takes for the answer for ever, and never asks again.
   */
  private prefetchNothing(): void {
    if (this.shaka?.getConfiguration().streaming.segmentPrefetchLimit === 0) return;
    this.shaka?.configure("streaming.segmentPrefetchLimit", 0);
  }

  private broke(detail: shaka.util.Error): void {
    if (this.session === undefined) return;
    const error = ofShaka(detail);
    if (detail.severity === RECOVERABLE) {
      this.emit("error", error.asPassing());
    } else if (error.code === "player.drm.expired") {
      this.emit("error", error.asPassing());
      void this.reload().catch(() => undefined);
    } else if (detail.category === NETWORK && error.number <= REFUSED_TOKEN) {
      this.wait(error);
    } else {
      this.fail(error);
    }
  }

  /** The buffer plays on meanwhile. */
  private wait(error: PlayerError): void {
    this.connection.failed(error);
    if (error.number === REFUSED_TOKEN) void this.session?.renew().then(() => this.connection.retryNow());
  }

  private heard(state: "lost" | "back", error?: PlayerError): void {
    this.emit("connection", state);
    if (error) this.emit("error", error.asPassing());
  }

  private changed(): void {
    this.qoe?.bitrate();
    this.emit("tracks", undefined);
  }

  private fail(error: PlayerError): PlayerError {
    this.qoe?.error(error);
    this.qoe?.end("error");
    this.qoe = undefined;
    this.stop();
    void this.shaka?.unload().catch(() => undefined);
    this.emit("error", error);
    return error;
  }

  private figures(session: Session) {
    const stats = this.shaka?.getStats();
    const ranges = this.shaka?.getBufferedInfo().total ?? [];
    const now = this.video.currentTime;
    const range = ranges.find((it) => it.start <= now + 0.1 && it.end >= now);
    return {
      kbps: Math.round((stats?.streamBandwidth ?? 0) / 1000) || 0,
      height: this.video.videoHeight,
      droppedFrames: stats?.droppedFrames ?? 0,
      bufferMs: range ? Math.round((range.end - now) * 1000) : 0,
      cdn: new URL(this.pathways?.on(session.answer.manifests.dash) ?? session.answer.manifests.dash).host,
    };
  }
}
