import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { Failure } from "../parts/Failure";
import { Hero } from "../parts/Hero";
import type { ProblemError } from "../problem";
import { titleQuery } from "../queries";
import { useLanguage, usePlace, useProfileId, useSignedIn, useTexts } from "../store";

export function TitlePage(): ComponentChildren {
  const texts = useTexts();
  useSignedIn();
  useProfileId();
  useLanguage();
  const { id } = usePlace();
  const { data, error, refetch } = useQuery(titleQuery(id));
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  if (!data) return <div className="hero full bones" role="status" aria-label={texts.loading} />;
  return <Hero title={data} full />;
}
