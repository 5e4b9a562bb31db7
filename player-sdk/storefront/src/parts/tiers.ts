import type { App } from "../api";
import { useApp, useLanguage } from "../store";

type Tier = App["tiers"][number];

/** What the service calls its tiers, in the language that is spoken here. */
export function useTiers(): { find: (code: string) => Tier | undefined; called: (code: string) => string } {
  const language = useLanguage();
  const app = useApp();
  const find = (code: string) => app.tiers.find(({ name }) => name === code);
  const called = (code: string) => {
    const texts = find(code)?.texts;
    return (texts?.[language] ?? texts?.["en"])?.name ?? code;
  };
  return { find, called };
}
