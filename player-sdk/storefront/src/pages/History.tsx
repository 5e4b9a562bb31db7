import { useInfiniteQuery, useMutation } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { Grid, GridBones } from "../parts/Grid";
import { Navigate, via } from "../parts/Link";
import type { ProblemError } from "../problem";
import { forgetTitle, historyQuery } from "../queries";
import { useLanguage, useProfileId, useSignedIn, useTexts } from "../store";

export function History(): ComponentChildren {
  const texts = useTexts();
  const signedIn = useSignedIn();
  useProfileId();
  useLanguage();
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...historyQuery(),
    enabled: !!signedIn,
  });
  const forget = useMutation({ mutationFn: forgetTitle });
  if (!signedIn) return <Navigate to={via("/sign-in", "/history")} />;
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  const titles = data?.pages.flatMap((page) => page.data);
  return (
    <div className="page">
      <h1>{texts.history}</h1>
      {titles?.length === 0 && <p className="hint">{texts.historyNone}</p>}
      {titles ? (
        <Grid
          titles={titles}
          extra={(title) => (
            <button
              type="button"
              className="remove"
              aria-label={fill(texts.historyForget, { name: title.name })}
              title={fill(texts.historyForget, { name: title.name })}
              onClick={() => forget.mutate(title.id)}
            >
              ×
            </button>
          )}
        />
      ) : (
        <GridBones />
      )}
      {hasNextPage && (
        <p className="actions">
          <button type="button" className="button" onClick={() => void fetchNextPage()}>
            {texts.loadMore}
          </button>
        </p>
      )}
    </div>
  );
}
