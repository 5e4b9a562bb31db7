import { useQuery } from "@tanstack/react-query";
import { Failure } from "../parts/Failure";
import { Hero } from "../parts/Hero";
import type { ProblemError } from "../problem";
import { titleQuery } from "../queries";
import { titleRoute } from "../router";
import { useLanguage, useProfileId, useSignedIn, useTexts } from "../store";

export function TitlePage(): React.ReactNode {
  const texts = useTexts();
  useSignedIn();
  useProfileId();
  useLanguage();
  const { id } = titleRoute.useParams();
  const { data, error, refetch } = useQuery(titleQuery(id));
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  if (!data) return <div className="hero full bones" role="status" aria-label={texts.loading} />;
  return <Hero title={data} full />;
}
