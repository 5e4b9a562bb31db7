import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { en, type Words } from "./en";
import { fr } from "./fr";

/** A language is added by a file and a line here. */
export const LANGUAGES = { en: { name: "English", words: en }, fr: { name: "Français", words: fr } };
export type Language = keyof typeof LANGUAGES;

const KEPT = "streamverse.language";

export function chosen(kept: string | null, wanted: readonly string[]): Language {
  const known = (tag: string | null): tag is Language => tag !== null && tag in LANGUAGES;
  return [kept, ...wanted.map((tag) => tag.split("-")[0] ?? "")].find(known) ?? "en";
}

/** What a code of the API is called; the code itself where it is newer than these words. */
export const called = (names: Record<string, string>, code: string): string => names[code] ?? code;

/** Of what is named in several languages: in this one if it can be. */
export function nameIn(language: string, texts: Record<string, { name: string }>): string | undefined {
  return (texts[language] ?? texts["en"] ?? Object.values(texts)[0])?.name;
}

interface Spoken {
  language: Language;
  words: Words;
  speak: (language: Language) => void;
}

const WordsContext = createContext<Spoken | null>(null);

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => chosen(localStorage.getItem(KEPT), navigator.languages));
  const speak = (next: Language) => {
    localStorage.setItem(KEPT, next);
    setLanguage(next);
  };
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsContext.Provider value={{ language, words: LANGUAGES[language].words, speak }}>
      {children}
    </WordsContext.Provider>
  );
}

export function useSpoken(): Spoken {
  const spoken = useContext(WordsContext);
  if (!spoken) {
    throw new Error("Words are asked for outside of WordsProvider");
  }
  return spoken;
}

export const useWords = (): Words => useSpoken().words;
