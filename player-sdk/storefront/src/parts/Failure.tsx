import type { ComponentChildren } from "preact";
import { ProblemError } from "../problem";
import { useTexts } from "../store";
import type { Texts } from "../texts/en";
import { Navigate } from "./Link";

/** What went wrong, what to do, and what to tell those who can mend it. */
export function Failure({ problem, again }: { problem: ProblemError; again?: () => void }): ComponentChildren {
  const texts = useTexts();
  if (problem.code === "viewers.profile.locked") return <Navigate to="/profiles" />;
  const [title, hint] = wordsFor(problem, texts);
  return (
    <section className="failure" role="alert">
      <h1>{title}</h1>
      <p>{hint}</p>
      <p className="actions">
        {again && problem.status !== 404 && (
          <button type="button" className="button primary" onClick={again}>
            {texts.tryAgain}
          </button>
        )}
        <a className="button" href="/">
          {texts.toStart}
        </a>
      </p>
      <dl className="fine">
        <dt>{texts.code}</dt>
        <dd>{problem.code}</dd>
        {problem.requestId && (
          <>
            <dt>{texts.requestNumber}</dt>
            <dd>{problem.requestId}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function wordsFor(problem: ProblemError, texts: Texts): [string, string] {
  if (problem.status === 0) return [texts.errorOffline, texts.errorOfflineHint];
  if (problem.status === 404 || problem.status === 410) return [texts.errorGone, texts.errorGoneHint];
  if (problem.status === 403) return [texts.errorClosed, texts.errorClosedHint];
  return [texts.errorOurs, texts.errorOursHint];
}
