import { useEffect } from "preact/hooks";
import { api, dataOf, type Profile } from "../api";
import { choose, currentLanguage, nameOf, speak, wantedLanguages } from "../language";
import { client, profilesQuery } from "../queries";
import { chosenProfile, useApp, useLanguage, useSignedIn, useTexts } from "../store";

export function Languages() {
  const texts = useTexts();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const app = useApp();
  const spoken = [...new Set(app.languages.map((it) => choose([it], app.languages)))];
  const take = async (tag: string) => {
    if (signedIn) await keep(tag).catch(() => undefined);
    await speak(tag, true);
    await client.invalidateQueries();
  };
  if (spoken.length < 2) return null;
  return (
    <label className="languages">
      <span>{texts.language}</span>
      <select value={language} onChange={(event) => void take(event.currentTarget.value)}>
        {spoken.map((it) => (
          <option key={it} value={it} lang={it}>
            {nameOf(it)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In whose language titles are told, on each of their devices. Who may not change profiles reads them as before. */
async function keep(language: string): Promise<void> {
  const { data } = await client.fetchQuery(profilesQuery());
  const id = chosenProfile() ?? data[0]?.id;
  if (id === undefined) return;
  await dataOf(
    api.PATCH("/viewer/v1/profiles/{id}", {
      params: { path: { id } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body: { language },
    }),
  );
}

/** The app speaks as its titles do: whoever turns into another profile turns into its language. */
export function useItsLanguage(profile: Profile | undefined): void {
  const app = useApp();
  const { id, language } = profile ?? {};
  useEffect(() => {
    if (!language) return;
    const tag = choose([language, ...wantedLanguages()], app.languages);
    if (tag !== currentLanguage()) void speak(tag, true);
  }, [id, language, app]);
}
