import type shaka from "shaka-player/dist/shaka-player.dash-es2021.js";

/** Something a viewer can choose. */
export interface Choice {
  id: string;
  label: string;
  language: string;
  active: boolean;
}

/** What can be chosen of the film that plays. Empty until it is loaded. */
export class Tracks {
  private ceiling: number | null = null;

  constructor(private readonly player: () => shaka.Player | undefined) {}

  /** Languages and kinds of sound. `languageOfNames` is the one their names are written in. */
  audio(languageOfNames = "en"): Choice[] {
    return (this.player()?.getAudioTracks() ?? []).map((track) => ({
      id: idOf(track),
      label: labelOf(track, languageOfNames),
      language: track.language,
      active: track.active,
    }));
  }

  chooseAudio(id: string): void {
    const track = this.player()
      ?.getAudioTracks()
      .find((it) => idOf(it) === id);
    if (track) this.player()?.selectAudioTrack(track);
  }

  /** Subtitles; none is active while they are off. */
  text(languageOfNames = "en"): Choice[] {
    return this.textTracks().map((track) => ({
      id: String(track.id),
      label: labelOf(track, languageOfNames),
      language: track.language,
      active: track.active,
    }));
  }

  /** `null` turns them off. */
  chooseText(id: string | null): void {
    this.player()?.selectTextTrack(this.textTracks().find((it) => String(it.id) === id) ?? null);
  }

  /** The first subtitles of a language, if there are any; none where no language is named. */
  showText(language: string | undefined): void {
    const found = this.textTracks().find((it) => it.language.split("-")[0] === language?.split("-")[0]);
    this.chooseText(found ? String(found.id) : null);
  }

  /** Heights of the picture that there are, the greatest first. */
  heights(): number[] {
    const heights = (this.player()?.getVideoTracks() ?? []).map((it) =>
      Math.min(it.height ?? 0, it.width ?? it.height ?? 0),
    );
    return [...new Set(heights)].filter((it) => it > 0).sort((a, b) => b - a);
  }

  get cappedAt(): number | null {
    return this.ceiling;
  }

  /** The greatest picture that may be shown; what is in the buffer already still is. */
  cap(height: number | null): void {
    this.ceiling = height;
    this.player()?.configure("abr.restrictions.maxHeight", height ?? Infinity);
  }

  async thumbnail(at: number): Promise<shaka.extern.Thumbnail | null> {
    const player = this.player();
    const [track] = player?.getImageTracks() ?? [];
    return track ? player!.getThumbnails(track.id, at) : null;
  }

  private textTracks(): shaka.extern.TextTrack[] {
    return this.player()?.getTextTracks() ?? [];
  }
}

function idOf(track: shaka.extern.AudioTrack): string {
  return [track.language, track.label, track.channelsCount, track.roles.join("+")].join("/");
}

/** What the tenant called it, else the language's name. */
export function labelOf(track: { label: string | null; language: string }, languageOfNames: string): string {
  const name = track.label ?? nameOf(track.language, languageOfNames);
  return name.charAt(0).toLocaleUpperCase(languageOfNames) + name.slice(1);
}

function nameOf(language: string, languageOfNames: string): string {
  if (language === "" || language === "und") return "–";
  try {
    return new Intl.DisplayNames([languageOfNames], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
