/** What `GET /viewer/v1/app` says of a service's looks, as far as the player wears it: always the dark side. */
interface App {
  theme: { dark: Record<string, string> };
  corners?: string;
  typeface?: string;
}

/** Our custom properties, and what they are in the service's palette. */
const COLOURS = {
  "--sv-accent": "accent",
  "--sv-primary": "primary",
  "--sv-on-primary": "onPrimary",
  "--sv-text": "text",
  "--sv-muted": "muted",
  "--sv-surface": "surface",
};
const RADII: Record<string, string> = { square: "0px", soft: "8px", round: "18px" };
const FONTS: Record<string, string> = {
  serif: 'ui-serif, Charter, Georgia, "Noto Serif", serif',
  rounded: "ui-rounded, Nunito, Quicksand, system-ui, sans-serif",
  mono: 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/** Wears the service's brand. What the page set on the element itself stays; a service that does not answer changes nothing. */
export async function dress(element: HTMLElement, host: string): Promise<void> {
  try {
    const answer = await fetch(`${host}/viewer/v1/app`, { signal: AbortSignal.timeout(5_000) });
    if (answer.ok) wear(element.style, (await answer.json()) as App);
  } catch {
    // Dark and calm will do.
  }
}

function wear(style: CSSStyleDeclaration, { theme, corners = "", typeface = "" }: App): void {
  const values = Object.entries(COLOURS).map(([property, name]) => [property, theme.dark[name]] as const);
  for (const [property, value] of [
    ...values,
    ["--sv-radius", RADII[corners]],
    ["--sv-font", FONTS[typeface]],
  ] as const) {
    if (value !== undefined && style.getPropertyValue(property) === "") style.setProperty(property, value);
  }
}
