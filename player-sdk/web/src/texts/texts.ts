/** What happened, and what a viewer can do. */
export interface ErrorText {
  title: string;
  help: string;
}

/** All that the player says, in one language. A language is one file like `en.ts`. */
export interface Texts {
  language: string;
  direction: "ltr" | "rtl";
  player: string;
  play: string;
  pause: string;
  mute: string;
  unmute: string;
  volume: string;
  cast: string;
  audioAndSubtitles: string;
  audio: string;
  subtitles: string;
  off: string;
  settings: string;
  quality: string;
  automatic: string;
  speed: string;
  normal: string;
  appearance: string;
  size: string;
  sizes: { small: string; medium: string; large: string; huge: string };
  colour: string;
  colours: { white: string; yellow: string; cyan: string; green: string };
  background: string;
  backgrounds: { solid: string; half: string; none: string };
  font: string;
  fonts: { sans: string; serif: string; mono: string };
  sample: string;
  close: string;
  keys: string;
  keyNames: {
    play: string;
    seek: string;
    jump: string;
    volume: string;
    mute: string;
    fullscreen: string;
    subtitles: string;
    part: string;
    help: string;
    close: string;
  };
  skipIntro: string;
  skipRecap: string;
  next: string;
  playNow: string;
  cancel: string;
  startsIn: (seconds: number) => string;
  tryAgain: string;
  takeOver: (device: string) => string;
  stopOthers: string;
  code: string;
  request: string;
  reconnecting: string;
  seconds: (seconds: number) => string;
  at: (percent: number) => string;
  errors: Record<number, ErrorText>;
}
