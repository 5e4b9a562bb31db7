import { NativeSelect } from "@mantine/core";
import { type Language, LANGUAGES, useSpoken } from "../words/words";

const choices = Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }));

export function LanguageChoice() {
  const { language, words, speak } = useSpoken();
  return (
    <NativeSelect
      aria-label={words.language}
      size="xs"
      value={language}
      data={choices}
      onChange={(event) => speak(event.currentTarget.value as Language)}
    />
  );
}
