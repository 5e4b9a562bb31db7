import { expect, test } from "vitest";
import { chosen, LANGUAGES } from "./words";

test("what was chosen once comes before what the browser wants", () => {
  expect(chosen("fr", ["en-GB"])).toBe("fr");
  expect(chosen(null, ["de-DE", "fr-CA", "en"])).toBe("fr");
  expect(chosen("tlh", ["de"])).toBe("en");
});

test("every language has every word", () => {
  for (const { words } of Object.values(LANGUAGES)) {
    expect(Object.values(words).every((word) => word.trim() !== "")).toBe(true);
  }
});
