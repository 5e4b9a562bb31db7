import type { PlayerError } from "../errors";
import type { Texts } from "../texts/texts";
import { action, element } from "./dom";
import { WARNING } from "./icons";

/** What a viewer can do about an error. */
export interface Ways {
  again(): void;
  takeOver(sessionId: string): void;
  stopOthers(): void;
}

/** Who has a place, as `facts.sessions` says it. */
interface Holder {
  sessionId: string;
  deviceName: string;
}

/** Says what happened and what to do, and gives what the support asks for. */
export function errorScreen(error: PlayerError, texts: Texts, ways: Ways): HTMLElement {
  const { title, help } = error.words(texts);
  const icon = element("span", { "aria-hidden": "true" });
  icon.innerHTML = WARNING;
  const facts = [fact(texts.code, `${error.number} · ${error.code}`)];
  if (error.requestId) facts.push(fact(texts.request, error.requestId));
  return element(
    "div",
    {
      class: "error",
      role: "alertdialog",
      "aria-labelledby": "error-title",
      "aria-describedby": "error-help",
      dir: texts.direction,
    },
    icon,
    element("h2", { id: "error-title" }, title),
    element("p", { id: "error-help" }, help),
    element("div", { class: "acts" }, ...actions(error, texts, ways)),
    element("p", { class: "facts" }, ...facts),
  );
}

function actions(error: PlayerError, texts: Texts, ways: Ways): Node[] {
  if (error.code !== "playback.denied.concurrency") return [action(texts.tryAgain, "button first", () => ways.again())];
  const holders = Array.isArray(error.facts.sessions) ? (error.facts.sessions as Holder[]) : [];
  const taking = holders
    .slice(0, 4)
    .map(({ sessionId, deviceName }) =>
      action(texts.takeOver(deviceName), "button first", () => ways.takeOver(sessionId)),
    );
  const all = action(texts.stopOthers, "button", () => ways.stopOthers());
  return [...taking, ...(holders.length === 1 ? [] : [all]), action(texts.tryAgain, "button", () => ways.again())];
}

/** Codes and ids are read from left to right in every language. */
function fact(name: string, value: string): HTMLElement {
  return element("span", {}, `${name}: `, element("bdi", { dir: "ltr" }, value));
}
