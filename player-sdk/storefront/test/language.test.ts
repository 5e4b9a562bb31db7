import { expect, test } from "vitest";
import { choose, fill, isRightToLeft } from "../src/language";
import { texts as ar } from "../src/texts/ar";
import { texts as de } from "../src/texts/de";
import { texts as en } from "../src/texts/en";
import { texts as fr } from "../src/texts/fr";

test("the first wanted language that the service speaks is chosen", () => {
  expect(choose(["pt-BR", "fr-CA", "en"], ["en", "fr"])).toBe("fr");
  expect(choose(["ja"], ["de", "en"])).toBe("de");
  expect(choose([], ["xx"])).toBe("en");
});

test("Arabic runs from right to left", () => {
  expect(isRightToLeft("ar-EG")).toBe(true);
  expect(isRightToLeft("de")).toBe(false);
});

test("what is filled in is text, and what is unknown stays", () => {
  expect(fill("{count} of {other}", { count: 3 })).toBe("3 of {other}");
});

test.each([
  ["fr", fr],
  ["de", de],
  ["ar", ar],
])("%s fills in what English does", (_, words) => {
  for (const [name, text] of Object.entries(en)) {
    const holes = [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const theirs = [...words[name as keyof typeof en].matchAll(/\{\w+\}/g)].map(String).sort();
    expect(theirs, name).toEqual(holes);
  }
});
