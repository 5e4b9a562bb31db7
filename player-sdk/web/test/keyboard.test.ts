import { expect, test } from "vitest";
import { keysOf, type KeyActions, press } from "../src/ui/keyboard";
import { en } from "../src/texts/en";

function pressed(key: string, target: HTMLElement = document.body, more: KeyboardEventInit = {}): string[] {
  const done: string[] = [];
  const act = new Proxy({} as KeyActions, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        done.push([String(name), ...values].join(" ")) > 0,
  });
  const listen = (event: KeyboardEvent) => void press(event, act);
  document.addEventListener("keydown", listen);
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...more }));
  document.removeEventListener("keydown", listen);
  return done;
}

function within(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
}

test.each([
  [" ", "togglePlay"],
  ["k", "togglePlay"],
  ["K", "togglePlay"],
  ["ArrowLeft", "seekBy -5"],
  ["l", "seekBy 10"],
  ["ArrowUp", "changeVolume 0.05"],
  ["m", "toggleMute"],
  ["f", "toggleFullscreen"],
  ["c", "toggleText"],
  ["7", "seekToPart 0.7"],
  ["?", "showKeys"],
  ["Escape", "close"],
])("%s means %s", (key, act) => {
  expect(pressed(key)).toEqual([act]);
});

test("keys with Ctrl are the browser's", () => {
  expect(pressed("f", document.body, { ctrlKey: true })).toEqual([]);
});

test.each([
  ["<button>", " "],
  ["<input type='radio'>", "ArrowDown"],
  ["<select>", "ArrowUp"],
  ["<media-time-range></media-time-range>", "ArrowRight"],
])("%s keeps its own key", (html, key) => {
  expect(pressed(key, within(html))).toEqual([]);
});

test("who writes a comment does not mute the film", () => {
  expect(pressed("m", within("<input type='text'>"))).toEqual([]);
});

test("every key in the list has words", () => {
  expect(keysOf(en).every(([keys, words]) => keys.length > 0 && words !== "")).toBe(true);
});
