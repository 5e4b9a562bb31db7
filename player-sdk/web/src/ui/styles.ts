/**
 * How it looks. What a brand changes are the custom properties that begin with `--sv-`, set on the element or above it; the
 * shadow root's own defaults are dark, calm and meet AA.
 */
export const STYLES = /* css */ `
:host {
  --_accent: var(--sv-accent, #7aa2ff);
  --_primary: var(--sv-primary, var(--_accent));
  --_on-primary: var(--sv-on-primary, #0b1020);
  --_text: var(--sv-text, #fff);
  --_muted: var(--sv-muted, #c3c8d4);
  --_surface: var(--sv-surface, #14161d);
  --_radius: var(--sv-radius, 10px);
  --_font: var(--sv-font, system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif);
  display: block;
  aspect-ratio: 16 / 9;
  background: #000;
  color: var(--_text);
  font: 400 15px/1.45 var(--_font);
  -webkit-font-smoothing: antialiased;
}
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
#stage { position: relative; width: 100%; height: 100%; overflow: hidden; background: #000; container: stage / size; border-radius: var(--sv-frame-radius, 0); }
#stage:focus { outline: none; }
#stage:fullscreen { border-radius: 0; }
media-controller, video { display: block; width: 100%; height: 100%; }
video { object-fit: contain; background: #000; }
media-controller {
  --media-primary-color: var(--_text);
  --media-text-color: var(--_text);
  --media-icon-color: var(--_text);
  --media-secondary-color: transparent;
  --media-control-background: transparent;
  --media-control-hover-background: rgb(255 255 255 / .14);
  --media-control-padding: 10px;
  --media-control-height: 24px;
  --media-font-family: var(--_font);
  --media-font-size: 14px;
  --media-range-bar-color: var(--_accent);
  --media-range-track-background: rgb(255 255 255 / .28);
  --media-range-track-height: 4px;
  --media-range-track-border-radius: 4px;
  --media-range-thumb-background: var(--_accent);
  --media-range-thumb-width: 14px;
  --media-range-thumb-height: 14px;
  --media-time-range-buffered-color: rgb(255 255 255 / .38);
  --media-range-segment-hover-height: 8px;
  --media-tooltip-background-color: var(--_surface);
  --media-tooltip-background: var(--_surface);
  --media-tooltip-border-radius: 6px;
  --media-preview-background: color-mix(in srgb, var(--_surface) 90%, transparent);
  --media-preview-border-radius: 6px;
  --media-focus-box-shadow: inset 0 0 0 2px var(--_accent);
  --media-loading-indicator-icon-height: 72px;
  direction: ltr;
}
.shade { position: absolute; inset: auto 0 0; height: min(45%, 220px); pointer-events: none; background: linear-gradient(transparent, rgb(0 0 0 / .78)); }
.top { align-self: stretch; padding: var(--sv-heading-top, 18px) 22px 46px; padding-inline-start: var(--sv-heading-start, 22px); font-size: 17px; font-weight: 600; line-height: 1.3; background: linear-gradient(rgb(0 0 0 / .62), transparent); pointer-events: none; text-shadow: 0 1px 2px rgb(0 0 0 / .5); }
.top:empty { visibility: hidden; }
media-time-range { --media-control-hover-background: transparent; width: 100%; height: 26px; padding: 0 18px; }
media-airplay-button[mediaairplayunavailable], media-pip-button[mediapipunavailable], media-fullscreen-button[mediafullscreenunavailable], media-volume-range[mediavolumeunavailable] { display: none; }
media-control-bar { position: relative; width: 100%; padding: 0 8px 8px; align-items: center; }
.gap { flex: 1; }
media-control-bar media-volume-range { width: 92px; }
media-preview-chapter-display { white-space: nowrap; }
media-time-display { font-variant-numeric: tabular-nums; padding-inline: 8px; }
.control, .key {
  display: inline-grid; place-items: center; width: 44px; height: 44px; padding: 10px; border: 0; border-radius: 8px;
  background: none; color: inherit; font: inherit; cursor: pointer;
}
.control svg { width: 24px; height: 24px; }
.control:hover { background: rgb(255 255 255 / .14); }
media-play-button, media-mute-button, media-seek-backward-button, media-seek-forward-button, media-pip-button, media-airplay-button, media-fullscreen-button { border-radius: 8px; }
.big { --media-button-icon-height: 44px; --media-button-icon-width: 44px; width: 88px; height: 88px; border-radius: 50% !important; background: rgb(10 12 18 / .62); backdrop-filter: blur(6px); animation: appear .2s .15s both; }
media-controller:not([mediapaused]) .big, #stage.failed .big, #stage.busy .big { display: none; }
button:focus-visible, select:focus-visible, summary:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
.row:focus-within:has(:focus-visible) { outline: 2px solid var(--_accent); outline-offset: -2px; }

.text { position: absolute !important; inset: 4% 5% 5%; pointer-events: none !important; transition: bottom .2s; font-size: calc(max(4.6cqh, 15px) * var(--sv-text-size, 1)); line-height: 1.35; }
media-controller:is(:not([userinactive]), [mediapaused]) > .text { bottom: 92px; }
.text .shaka-text-container { position: absolute; inset: 0; font-family: var(--sv-text-font, var(--_font)); text-shadow: 0 0 4px #000, 0 1px 2px #000; }
.text .shaka-text-container * { color: var(--sv-text-colour, #fff) !important; font-family: inherit !important; background-color: transparent !important; }
.text .shaka-text-container span:not(:has(span)) { background-color: var(--sv-text-background, rgb(0 0 0 / .72)) !important; padding: .08em .38em; border-radius: .18em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }

.panel, .keys { position: absolute; z-index: 1; right: 14px; bottom: 86px; max-width: calc(100% - 28px); max-height: calc(100% - 104px); overflow: auto; overscroll-behavior: contain;
  padding: 8px; border: 1px solid rgb(255 255 255 / .1); border-radius: var(--_radius); background: color-mix(in srgb, var(--_surface) 95%, transparent); box-shadow: 0 12px 40px rgb(0 0 0 / .55); backdrop-filter: blur(14px); animation: rise .14s ease-out; }
.columns { display: flex; gap: 4px; }
fieldset { min-width: 190px; margin: 0; padding: 0; border: 0; }
legend, .panel h2, .keys h2 { margin: 0; padding: 8px 12px 6px; color: var(--_muted); font: 600 12px/1.4 var(--_font); letter-spacing: .04em; }
.row { position: relative; display: flex; align-items: center; gap: 10px; min-height: 40px; padding: 8px 14px 8px 12px; border-radius: 7px; cursor: pointer; }
.row:hover { background: rgb(255 255 255 / .09); }
.row input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.row::before { content: ""; flex: none; width: 16px; height: 16px; border: 2px solid var(--_muted); border-radius: 50%; }
.row:has(:checked)::before { border: 5px solid var(--_accent); background: var(--_surface); }
.row:has(:checked) { font-weight: 600; }
.style { margin: 6px 4px 0; border-top: 1px solid rgb(255 255 255 / .12); }
summary { padding: 12px 8px; border-radius: 7px; cursor: pointer; list-style-position: inside; }
.style label { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 5px 8px; }
select { min-height: 36px; min-width: 132px; padding: 4px 10px; border: 1px solid rgb(255 255 255 / .28); border-radius: 7px; background: #23262f; color: var(--_text); font: inherit; }
.sample { margin: 8px; padding: 12px; border-radius: 7px; text-align: center; background: linear-gradient(120deg, #33527a, #8a5a44); }
.sample span { padding: .08em .38em; border-radius: .18em; font-size: calc(15px * var(--sv-text-size, 1)); font-family: var(--sv-text-font, var(--_font)); color: var(--sv-text-colour, #fff); background: var(--sv-text-background, rgb(0 0 0 / .72)); text-shadow: 0 0 4px #000, 0 1px 2px #000; }

.keys { inset: 0; margin: auto; width: min(430px, calc(100% - 28px)); height: fit-content; max-height: calc(100% - 28px); padding: 10px 16px 16px; }
.keys header { display: flex; align-items: center; justify-content: space-between; }
.keys h2 { padding-inline: 0; font-size: 15px; color: var(--_text); letter-spacing: 0; }
.keys dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 18px; margin: 0; align-items: center; }
.keys dt { direction: ltr; text-align: start; white-space: nowrap; }
.keys dd { margin: 0; color: var(--_muted); }
kbd { display: inline-block; min-width: 26px; padding: 2px 7px; border-radius: 5px; background: rgb(255 255 255 / .14); font: 600 13px/1.5 ui-monospace, monospace; text-align: center; }

.button { min-height: 44px; padding: 10px 20px; border: 1px solid rgb(255 255 255 / .35); border-radius: var(--_radius); background: rgb(20 22 29 / .78); color: var(--_text); font: 600 15px/1.3 var(--_font); cursor: pointer; }
.button:hover { background: rgb(52 56 68 / .9); }
.button.first { border-color: transparent; background: var(--_primary); color: var(--_on-primary); }
.button.first:hover { filter: brightness(1.1); }
.button:focus-visible { outline: 2px solid var(--_text); outline-offset: 2px; }
.skip { position: absolute; inset-inline-end: 22px; bottom: 92px; animation: rise .2s ease-out; }
.next { position: absolute; inset-inline-end: 22px; bottom: 92px; display: flex; gap: 14px; width: min(430px, calc(100% - 44px)); padding: 14px; border: 1px solid rgb(255 255 255 / .1); border-radius: var(--_radius); background: color-mix(in srgb, var(--_surface) 95%, transparent); box-shadow: 0 12px 40px rgb(0 0 0 / .55); animation: rise .2s ease-out; }
.next img { flex: none; width: 128px; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 6px; }
.next .about { flex: 1; min-width: 0; }
.next p { margin: 0; color: var(--_muted); font-size: 13px; }
.next strong { display: block; overflow-wrap: anywhere; }
.next .acts { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.next .button { min-height: 38px; padding: 6px 14px; }
.toast { position: absolute; inset: 18px 0 auto; width: fit-content; max-width: calc(100% - 36px); margin: auto; padding: 9px 18px; border-radius: 99px; background: color-mix(in srgb, var(--_surface) 95%, transparent); box-shadow: 0 4px 20px rgb(0 0 0 / .5); text-align: center; }
.hint { position: absolute; inset: 0; display: grid; place-items: center; pointer-events: none; }
.hint span { padding: 10px 20px; border-radius: 99px; background: rgb(10 12 18 / .7); font: 600 17px/1.3 var(--_font); font-variant-numeric: tabular-nums; animation: fade 1s forwards; }
.error { position: absolute; inset: 0; display: grid; place-content: safe center; justify-items: center; gap: 8px; padding: 24px; overflow: auto; background: radial-gradient(120% 120% at 50% 0, #232733, #0d0f14 70%); text-align: center; }
.error svg { width: 46px; height: 46px; margin-bottom: 4px; color: var(--_accent); }
.error h2 { margin: 0; font: 650 clamp(19px, 3.6cqw, 27px)/1.25 var(--_font); text-wrap: balance; }
.error p { margin: 0; max-width: 46ch; color: var(--_muted); text-wrap: balance; }
.error .acts { display: flex; flex-wrap: wrap; justify-content: center; gap: 10px; margin: 14px 0 6px; }
.error .acts:has(> :nth-child(3)) { display: grid; }
.error .facts { display: flex; flex-wrap: wrap; justify-content: center; gap: 2px 16px; font-size: 13px; }
.error bdi { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.thumb { width: 164px; margin-bottom: 6px; border-radius: 6px; border: 2px solid rgb(255 255 255 / .85); background-color: #000; background-repeat: no-repeat; box-shadow: 0 4px 18px rgb(0 0 0 / .5); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@container stage (max-width: 620px) {
  .wide, media-control-bar media-volume-range { display: none; }
  .panel { inset: auto 0 0; max-width: none; max-height: calc(100% - 12px); border-radius: var(--_radius) var(--_radius) 0 0; border-width: 1px 0 0; }
  .columns { width: 100%; }
  fieldset { min-width: 0; flex: 1; }
  .top { padding: var(--sv-heading-top, 12px) 16px 34px; padding-inline-start: var(--sv-heading-start, 16px); font-size: 15px; }
  .next img { width: 92px; }
  .skip, .next { inset-inline-end: 14px; bottom: 84px; }
  .big { width: 72px; height: 72px; --media-button-icon-height: 34px; --media-button-icon-width: 34px; }
  .error svg { width: 34px; height: 34px; }
  media-control-bar { padding: 0 2px 2px; }
}
@container stage (max-height: 260px) { .error { gap: 4px; padding: 10px; } .error > span { display: none; } .error .acts { margin: 6px 0 2px; } }
@media (hover: none) { media-time-range { height: 34px; } }
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation-duration: .01ms !important; transition-duration: .01ms !important; }
  .hint span { animation: fade 1s steps(1, jump-end) forwards !important; animation-duration: 1s !important; }
}
@media (forced-colors: active) { .row:has(:checked)::before { border-color: Highlight; } .button, .control { border: 1px solid ButtonText; } }
@keyframes rise { from { opacity: 0; transform: translateY(6px); } }
@keyframes appear { from { opacity: 0; } }
@keyframes fade { 60% { opacity: 1; } to { opacity: 0; } }
`;
