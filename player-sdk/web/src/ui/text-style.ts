/** How a viewer likes subtitles. */
export interface TextStyle {
  size: "small" | "medium" | "large" | "huge";
  colour: "white" | "yellow" | "cyan" | "green";
  background: "solid" | "half" | "none";
  font: "sans" | "serif" | "mono";
}

export const USUAL: TextStyle = { size: "medium", colour: "white", background: "half", font: "sans" };

const SIZES = { small: "0.75", medium: "1", large: "1.4", huge: "1.9" };
const COLOURS = { white: "#fff", yellow: "#ffe14d", cyan: "#5ff0ff", green: "#7dff8a" };
const BACKGROUNDS = { solid: "#000", half: "rgb(0 0 0 / .72)", none: "transparent" };
const FONTS = {
  sans: "system-ui, sans-serif",
  serif: "Georgia, 'Noto Serif', serif",
  mono: "ui-monospace, 'Courier New', monospace",
};

/** Makes subtitles below an element look so. */
export function apply(style: TextStyle, to: HTMLElement): void {
  to.style.setProperty("--sv-text-size", SIZES[style.size]);
  to.style.setProperty("--sv-text-colour", COLOURS[style.colour]);
  to.style.setProperty("--sv-text-background", BACKGROUNDS[style.background]);
  to.style.setProperty("--sv-text-font", FONTS[style.font]);
}
