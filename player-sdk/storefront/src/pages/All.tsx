import { useInfiniteQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { Failure } from "../parts/Failure";
import { Grid, GridBones } from "../parts/Grid";
import type { ProblemError } from "../problem";
import { allQuery } from "../queries";
import { useLanguage, useProfileId, useSignedIn, useTexts } from "../store";

export function All(): ComponentChildren {
  const texts = useTexts();
  useSignedIn();
  useProfileId();
  useLanguage();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(allQuery());
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  const titles = data?.pages.flatMap((page) => page.data);
  return (
    <div className="page">
      <h1>{texts.all}</h1>
      {titles ? <Grid titles={titles} /> : <GridBones count={12} />}
      {titles?.length === 0 && <p className="hint">{texts.emptyTitle}</p>}
      {hasNextPage && (
        <p className="actions">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {texts.loadMore}
          </button>
        </p>
      )}
    </div>
  );
}
