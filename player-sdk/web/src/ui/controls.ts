import "media-chrome/dist/media-airplay-button.js";
import "media-chrome/dist/media-control-bar.js";
import "media-chrome/dist/media-controller.js";
import "media-chrome/dist/media-fullscreen-button.js";
import "media-chrome/dist/media-loading-indicator.js";
import "media-chrome/dist/media-mute-button.js";
import "media-chrome/dist/media-pip-button.js";
import "media-chrome/dist/media-play-button.js";
import "media-chrome/dist/media-preview-chapter-display.js";
import "media-chrome/dist/media-preview-time-display.js";
import "media-chrome/dist/media-seek-backward-button.js";
import "media-chrome/dist/media-seek-forward-button.js";
import "media-chrome/dist/media-time-display.js";
import "media-chrome/dist/media-time-range.js";
import "media-chrome/dist/media-volume-range.js";
import { addTranslation, setLanguage } from "media-chrome/dist/utils/i18n.js";
import type { Language } from "../texts";
import type { Texts } from "../texts/texts";
import { CAST, SETTINGS, SUBTITLES } from "./icons";

/** media-chrome's controls read their words when they are made: call this before. */
export function speak({ texts, controls }: Language): void {
  addTranslation(texts.language, controls);
  setLanguage(texts.language);
}

/** The bar and what lies on the picture. Ids are those of the shadow root. Readers hear the time from the time line. */
export function controlsOf(texts: Texts): string {
  return /* html */ `
    <div slot="top-chrome" class="top" id="heading" dir="${texts.direction}"></div>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <media-play-button slot="centered-chrome" class="big" notooltip aria-hidden="true"></media-play-button>
    <div class="shade"></div>
    <media-time-range>
      <div slot="preview" class="thumb" id="thumb" hidden></div>
      <media-preview-chapter-display slot="preview"></media-preview-chapter-display>
      <media-preview-time-display slot="preview"></media-preview-time-display>
    </media-time-range>
    <media-control-bar>
      <media-play-button></media-play-button>
      <media-seek-backward-button class="wide" seekoffset="10"></media-seek-backward-button>
      <media-seek-forward-button class="wide" seekoffset="10"></media-seek-forward-button>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      <media-time-display showduration notoggle aria-hidden="true"></media-time-display>
      <span class="gap"></span>
      ${button("choose", texts.audioAndSubtitles, SUBTITLES)}
      ${button("adjust", texts.settings, SETTINGS)}
      <button class="control" id="cast" hidden title="${texts.cast}" aria-label="${texts.cast}">${CAST}</button>
      <media-airplay-button></media-airplay-button>
      <media-pip-button class="wide"></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>`;
}

function button(id: string, label: string, icon: string): string {
  return `<button class="control" id="${id}" title="${label}" aria-label="${label}" aria-haspopup="dialog" aria-expanded="false">${icon}</button>`;
}
