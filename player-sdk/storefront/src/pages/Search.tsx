import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { Grid, GridBones } from "../parts/Grid";
import type { ProblemError } from "../problem";
import { searchQuery } from "../queries";
import { searchRoute } from "../router";
import { useLanguage, useProfileId, useTexts } from "../store";

export function Search(): React.ReactNode {
  const texts = useTexts();
  useProfileId();
  useLanguage();
  const { q } = searchRoute.useSearch();
  const navigate = useNavigate();
  const words = q.trim();
  const { data, error, isPlaceholderData, refetch } = useQuery(searchQuery(words));
  const look = (said: string) => void navigate({ to: "/search", search: { q: said }, replace: true });
  const found = words === "" ? undefined : data?.data;
  return (
    <div className="page">
      <h1>{texts.search}</h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{texts.searchLabel}</span>
          <input
            type="search"
            value={q}
            maxLength={200}
            autoFocus
            autoComplete="off"
            enterKeyHint="search"
            onChange={(event) => look(event.target.value)}
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
