import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { useFocus } from "../parts/Field";
import { Grid, GridBones } from "../parts/Grid";
import type { ProblemError } from "../problem";
import { searchQuery } from "../queries";
import { go } from "../router";
import { useLanguage, usePlace, useProfileId, useTexts } from "../store";

export function Search(): ComponentChildren {
  const texts = useTexts();
  useProfileId();
  useLanguage();
  const q = usePlace().search.get("q") ?? "";
  const field = useFocus();
  const words = q.trim();
  const { data, error, isPlaceholderData, refetch } = useQuery(searchQuery(words));
  const look = (said: string) => void go(`/search?${new URLSearchParams({ q: said })}`, { replace: true });
  const found = words === "" ? undefined : data?.data;
  return (
    <div className="page">
      <h1>{texts.search}</h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{texts.searchLabel}</span>
          <input
            ref={field}
            type="search"
            value={q}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            onInput={(event) => look(event.currentTarget.value)}
          />
        </label>
      </form>
      <p role="status" className="hint">
        {words === "" && texts.searchHint}
        {found && !isPlaceholderData && found.length > 0 && fill(texts.searchFound, { count: found.length })}
        {found && !isPlaceholderData && found.length === 0 && fill(texts.searchNone, { words })}
      </p>
      {error && <Failure problem={error as ProblemError} again={() => void refetch()} />}
      {words !== "" && !found && !error && <GridBones />}
      {found && <Grid titles={found} />}
    </div>
  );
}
