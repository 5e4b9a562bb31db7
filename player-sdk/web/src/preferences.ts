import { keep, kept } from "./storage";
import { type TextStyle, USUAL } from "./ui/text-style";

interface Stored {
  audioLanguage?: string | undefined;
  textLanguage?: string | undefined;
  lastTextLanguage?: string | undefined;
  maxHeight?: number | null;
  textStyle?: TextStyle;
}

/** What a viewer chose once, kept in this browser for each viewer and profile apart. */
export class Preferences {
  private readonly name: string;
  private stored: Stored;

  constructor(viewer: string | undefined, profileId: string | undefined) {
    this.name = `preferences.${profileId ?? viewer ?? "anybody"}`;
    this.stored = kept<Stored>(this.name) ?? {};
  }

  get audioLanguage(): string | undefined {
    return this.stored.audioLanguage;
  }

  set audioLanguage(audioLanguage: string | undefined) {
    this.change({ audioLanguage });
  }

  /** Nothing where subtitles are off. */
  get textLanguage(): string | undefined {
    return this.stored.textLanguage;
  }

  set textLanguage(textLanguage: string | undefined) {
    this.change({ textLanguage, ...(textLanguage === undefined ? {} : { lastTextLanguage: textLanguage }) });
  }

  /** The language to come back to where subtitles are turned on again. */
  get lastTextLanguage(): string | undefined {
    return this.stored.lastTextLanguage;
  }

  get maxHeight(): number | null {
    return this.stored.maxHeight ?? null;
  }

  set maxHeight(maxHeight: number | null) {
    this.change({ maxHeight });
  }

  get textStyle(): TextStyle {
    return { ...USUAL, ...this.stored.textStyle };
  }

  set textStyle(textStyle: TextStyle) {
    this.change({ textStyle });
  }

  private change(change: Partial<Stored>): void {
    this.stored = { ...this.stored, ...change };
    keep(this.name, this.stored);
  }
}
