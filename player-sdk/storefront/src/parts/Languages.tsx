import { useSuspenseQuery } from "@tanstack/react-query";
import { choose, nameOf, speak } from "../language";
import { appQuery, client } from "../queries";
import { useLanguage, useTexts } from "../store";

export function Languages() {
  const texts = useTexts();
  const language = useLanguage();
  const { data: app } = useSuspenseQuery(appQuery());
  const spoken = [...new Set(app.languages.map((it) => choose([it], app.languages)))];
  if (spoken.length < 2) return null;
  return (
    <label className="languages">
      <span>{texts.language}</span>
      <select
        value={language}
        onChange={(event) => void speak(event.target.value, true).then(() => client.invalidateQueries())}
      >
        {spoken.map((it) => (
          <option key={it} value={it} lang={it}>
            {nameOf(it)}
          </option>
        ))}
      </select>
    </label>
  );
}
