import { en } from "./en";
import type { Texts } from "./texts";

/** Words of a language, and those of media-chrome's controls that the player does not name itself. */
export interface Language {
  texts: Texts;
  controls: Record<string, string>;
}

/** Each in a file of its own that is fetched when somebody needs it. */
const OTHERS: Record<string, () => Promise<Language>> = {
  ar: () => import("./ar"),
  de: () => import("./de"),
  fr: () => import("./fr"),
};

/** The first of the wanted languages that the player speaks, else English. A file that does not come is English, too. */
export async function languageOf(wanted: readonly string[]): Promise<Language> {
  for (const tag of wanted) {
    const name = tag.toLowerCase().split("-")[0] ?? "";
    const load = OTHERS[name];
    if (load) return load().catch(() => ENGLISH);
    if (name === "en") break;
  }
  return ENGLISH;
}

const ENGLISH: Language = { texts: en, controls: {} };
