import { afterEach, expect, test, vi } from "vitest";
import { dress } from "../src/brand";
import { browserOf, systemOf, uuid } from "../src/device";
import { drmConfig } from "../src/drm";
import { creditsAt, type Marker, markersOf, skippableAt } from "../src/markers";
import { Preferences } from "../src/preferences";
import { languageOf } from "../src/texts";
import { labelOf } from "../src/tracks";
import { ANSWER, Service } from "./service";

const INTRO: Marker = { kind: "intro", start: 10, end: 40 };

afterEach(() => vi.unstubAllGlobals());

test("the strongest key system that is offered comes first", () => {
  expect(drmConfig(ANSWER.drm).preferredKeySystems).toEqual(["com.widevine.alpha", "org.w3.clearkey"]);
  expect(drmConfig(ANSWER.drm).servers["org.w3.clearkey"]).toBe("https://a.example/ck");
  expect(drmConfig(undefined).servers).toEqual({});
});

test("an intro can be skipped while it lasts", () => {
  expect(skippableAt([INTRO], 9)).toBeUndefined();
  expect(skippableAt([INTRO], 10)).toBe(INTRO);
  expect(skippableAt([INTRO], 39.5)).toBeUndefined();
});

test("the next title is offered with the credits, else near the end", () => {
  expect(creditsAt([{ kind: "credits", start: 80, end: 100 }], 100)).toBe(80);
  expect(creditsAt([], 3600)).toBe(3585);
  expect(creditsAt([], 60)).toBe(54);
});

test("an attribute that is no list of markers is none", () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  expect(markersOf("nonsense")).toEqual([]);
  expect(
    markersOf('[{"kind":"intro","start":3,"end":1},{"kind":"chapter","start":0,"end":9,"label":"One"}]'),
  ).toHaveLength(1);
});

test("choices are kept for each viewer apart", () => {
  new Preferences("vwr_1", undefined).textLanguage = "fr";
  expect(new Preferences("vwr_1", undefined).textLanguage).toBe("fr");
  expect(new Preferences("vwr_2", undefined).textLanguage).toBeUndefined();
});

test("subtitles that were turned off come back in their language", () => {
  const preferences = new Preferences("vwr_3", undefined);
  preferences.textLanguage = "de";
  preferences.textLanguage = undefined;
  expect(preferences.lastTextLanguage).toBe("de");
});

test("the player speaks the first language that it knows", async () => {
  expect((await languageOf(["xx", "ar-EG", "fr"])).texts.direction).toBe("rtl");
  expect((await languageOf(["en-GB", "fr"])).texts.language).toBe("en");
  expect((await languageOf([])).texts.language).toBe("en");
});

test("a track without a name is called after its language", () => {
  expect(labelOf({ label: null, language: "fr" }, "en")).toBe("French");
  expect(labelOf({ label: "Commentary", language: "en" }, "fr")).toBe("Commentary");
});

test("a service's brand is worn, and the page's own colours stay", async () => {
  new Service().says(200, { corners: "round", theme: { dark: { accent: "#ff0000", text: "#eeeeee" } } });
  const element = document.createElement("div");
  element.style.setProperty("--sv-text", "#ffffff");
  await dress(element, "https://a.example");
  expect(element.style.getPropertyValue("--sv-accent")).toBe("#ff0000");
  expect(element.style.getPropertyValue("--sv-text")).toBe("#ffffff");
  expect(element.style.getPropertyValue("--sv-radius")).toBe("18px");
});

test("devices are called as people know them", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150 Safari/537.36 Edg/150";
  expect([browserOf(edge), systemOf(edge)]).toEqual(["Edge", "Windows"]);
  expect(systemOf("Mozilla/5.0 (Linux; Android 16)")).toBe("Android");
});

test("ids are random where the page is not secure, too", () => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
  expect(uuid()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});
