import type { Texts } from "./texts/en";

const KEPT = "sv.language";

interface Language {
  /** How it calls itself. `Intl` knows as well, after a wait that the first page feels. */
  name: string;
  file: () => Promise<{ texts: Texts }>;
}

/** What the app itself is written in; each is a file of its own, fetched when it is wanted. */
const SPOKEN: Record<string, Language> = {
  en: { name: "English", file: () => import("./texts/en") },
  fr: { name: "français", file: () => import("./texts/fr") },
  de: { name: "Deutsch", file: () => import("./texts/de") },
  ar: { name: "العربية", file: () => import("./texts/ar") },
};
const RIGHT_TO_LEFT = ["ar", "he", "fa", "ur"];

/** Until the service has said what it speaks. */
let language = choose(wantedLanguages(), navigator.languages);
let words: Texts | undefined;
const listeners = new Set<() => void>();

/** The first of the wanted languages that the service speaks, in any of its forms; else the service's first. */
export function choose(wanted: readonly string[], spoken: readonly string[]): string {
  const there = spoken.map(base).filter((it) => it in SPOKEN);
  return wanted.map(base).find((it) => there.includes(it)) ?? there[0] ?? "en";
}

export function wantedLanguages(): string[] {
  const kept = localStorage.getItem(KEPT);
  return [...(kept ? [kept] : []), ...navigator.languages];
}

export function isRightToLeft(tag: string): boolean {
  return RIGHT_TO_LEFT.includes(base(tag));
}

/** Puts it into force once its words are here. */
export async function speak(tag: string, keep = false): Promise<void> {
  const { file } = SPOKEN[tag] ?? SPOKEN["en"]!;
  words = (await file()).texts;
  language = tag;
  document.documentElement.lang = tag;
  document.documentElement.dir = isRightToLeft(tag) ? "rtl" : "ltr";
  if (keep) localStorage.setItem(KEPT, tag);
  listeners.forEach((listener) => listener());
}

export const currentLanguage = (): string => language;

/** Only after `speak`. */
export const currentTexts = (): Texts => words!;

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function nameOf(tag: string): string {
  return SPOKEN[tag]?.name ?? tag;
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function base(tag: string): string {
  return tag.toLowerCase().split("-")[0]!;
}
