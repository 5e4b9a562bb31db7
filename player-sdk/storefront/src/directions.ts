/** Where something focusable lies on the screen. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const ASIDE = 2.5;
const TOUCHING = 4;

/** Of what lies in that direction the nearest; what is straight ahead is nearer than what is aside. Left and right stay in a row. */
export function nearest<T>(from: Box, direction: Direction, others: readonly (readonly [T, Box])[]): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const [thing, box] of others) {
    const distance = distanceTo(from, direction, box);
    if (distance < least) {
      least = distance;
      best = thing;
    }
  }
  return best;
}

function distanceTo(from: Box, direction: Direction, to: Box): number {
  const upright = direction === "ArrowUp" || direction === "ArrowDown";
  const ahead = {
    ArrowUp: from.top - to.bottom,
    ArrowDown: to.top - from.bottom,
    ArrowLeft: from.left - to.right,
    ArrowRight: to.left - from.right,
  }[direction];
  if (ahead < -TOUCHING) return Infinity;
  const aside = upright ? gap(from.left, from.right, to.left, to.right) : gap(from.top, from.bottom, to.top, to.bottom);
  if (aside > 0 && !upright) return Infinity;
  return Math.max(0, ahead) + ASIDE * aside;
}

/** None where they overlap. */
function gap(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.max(0, otherStart - end, start - otherEnd);
}

const FOCUSABLE = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex='0']";
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

function isDirection(key: string): key is Direction {
  return KEYS.includes(key);
}

/** Arrow keys lead from one thing to the next, as on a television; the player keeps them for itself. */
export function walkByArrows(): void {
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!isDirection(key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
      return;
    if (!(target instanceof HTMLElement) || target.closest("streamverse-player") || keepsArrow(target, key)) return;
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", inline: "center", behavior: pace() });
  });
}

function keepsArrow(target: HTMLElement, key: Direction): boolean {
  if (target instanceof HTMLSelectElement) return key === "ArrowUp" || key === "ArrowDown";
  if (!(target instanceof HTMLInputElement) || target.type === "checkbox") return false;
  return (key === "ArrowLeft" || key === "ArrowRight") && target.value !== "";
}

function neighbour(target: HTMLElement, key: Direction): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (it) => it !== target && it.tabIndex >= 0 && it.checkVisibility() && !it.classList.contains("skip"),
  );
  // The skip link leads to the page's whole content, which is no thing among others: the first in it is next.
  if (target === document.body || target.matches("main")) return all.find((it) => it.closest("main")) ?? all[0];
  return nearest(
    target.getBoundingClientRect(),
    key,
    all.map((it) => [it, it.getBoundingClientRect()] as const),
  );
}

/** Nothing glides for those who asked their device for less motion; a style sheet cannot say that to a script. */
export function pace(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

/** A screen across the room: televisions say so, and `?tv=1` does for everybody else. */
export function isTenFoot(userAgent: string, search: string): boolean {
  return (
    new URLSearchParams(search).get("tv") === "1" ||
    /\b(SMART-?TV|SmartTV|Tizen|Web0S|webOS|BRAVIA|AFT[A-Z]|GoogleTV|HbbTV)\b/i.test(userAgent)
  );
}
