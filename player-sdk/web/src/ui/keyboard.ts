import type { Texts } from "../texts/texts";

/** What keys do; each answers what is said and shown of it. */
export interface KeyActions {
  togglePlay(): void;
  seekBy(seconds: number): void;
  seekToPart(part: number): void;
  changeVolume(by: number): void;
  toggleMute(): void;
  toggleFullscreen(): void;
  toggleText(): void;
  showKeys(): void;
  /** False where there was nothing to close. */
  close(): boolean;
}

const KEYS: Record<string, (act: KeyActions) => void> = {
  " ": (act) => act.togglePlay(),
  k: (act) => act.togglePlay(),
  ArrowLeft: (act) => act.seekBy(-5),
  ArrowRight: (act) => act.seekBy(5),
  j: (act) => act.seekBy(-10),
  l: (act) => act.seekBy(10),
  ArrowUp: (act) => act.changeVolume(0.05),
  ArrowDown: (act) => act.changeVolume(-0.05),
  m: (act) => act.toggleMute(),
  f: (act) => act.toggleFullscreen(),
  c: (act) => act.toggleText(),
  "?": (act) => act.showKeys(),
};

/** The keys that a focused control needs itself. */
const OWN: [string, string[]][] = [
  ["input, select, textarea", [" ", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]],
  ["media-time-range, media-volume-range", ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]],
  ["button, summary, [role=button]", [" "]],
];

/** Does what the key means, if it means something here. True where it did. */
export function press(event: KeyboardEvent, act: KeyActions): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return false;
  if (event.key === "Escape") return act.close();
  if (typesInto(event) || ownKey(event)) return false;
  if (/^[0-9]$/.test(event.key)) {
    act.seekToPart(Number(event.key) / 10);
    return true;
  }
  const found = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  found?.(act);
  return found !== undefined;
}

function ownKey(event: KeyboardEvent): boolean {
  const elements = event.composedPath().filter((it) => it instanceof Element);
  return OWN.some(([selector, keys]) => keys.includes(event.key) && elements.some((it) => it.matches(selector)));
}

function typesInto(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, input:not([type=radio]):not([type=range])");
}

/** The list of keys, in the order that it is shown. */
export function keysOf({ keyNames }: Texts): [string[], string][] {
  return [
    [["Space", "K"], keyNames.play],
    [["←", "→"], keyNames.seek],
    [["J", "L"], keyNames.jump],
    [["↑", "↓"], keyNames.volume],
    [["M"], keyNames.mute],
    [["F"], keyNames.fullscreen],
    [["C"], keyNames.subtitles],
    [["0 – 9"], keyNames.part],
    [["?"], keyNames.help],
    [["Esc"], keyNames.close],
  ];
}
