import { expect, test } from "vitest";
import { called, chosen, LANGUAGES } from "./words";

test("what was chosen once comes before what the browser wants", () => {
  expect(chosen("fr", ["en-GB"])).toBe("fr");
  expect(chosen(null, ["de-DE", "fr-CA", "en"])).toBe("fr");
  expect(chosen("tlh", ["de"])).toBe("en");
});

test("every language has every word", () => {
  const all = (words: object): string[] =>
    Object.values(words).flatMap((it: string | object) => (typeof it === "string" ? [it] : all(it)));
  for (const { words } of Object.values(LANGUAGES)) {
    expect(all(words).every((word) => word.trim() !== "")).toBe(true);
  }
});

test("a code that is newer than the words is shown as it is", () => {
  expect(called(LANGUAGES.fr.words.deviceKinds, "tv")).toBe("Téléviseur");
  expect(called(LANGUAGES.fr.words.deviceKinds, "glasses")).toBe("glasses");
});
