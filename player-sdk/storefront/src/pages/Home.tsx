import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Failure } from "../parts/Failure";
import { Hero } from "../parts/Hero";
import { Rail } from "../parts/Rail";
import type { ProblemError } from "../problem";
import { homeQuery } from "../queries";
import { useLanguage, useProfileId, useSignedIn, useTexts } from "../store";

export function Home(): ComponentChildren {
  const texts = useTexts();
  useSignedIn();
  useProfileId();
  useLanguage();
  const { data, error, refetch } = useQuery(homeQuery());
  useEffect(() => {
    if (data) performance.mark("interactive");
  }, [data]);
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  if (!data) return <Bones label={texts.loading} />;
  if (data.rails.length === 0) {
    return (
      <section className="empty">
        <h1>{texts.emptyTitle}</h1>
        <p>{texts.emptyHint}</p>
      </section>
    );
  }
  return (
    <>
      {data.featured && <Hero title={data.featured} />}
      <div className="rails">
        {data.rails.map(({ name, titles }, index) => (
          <Rail key={name} name={name} titles={titles} first={index === 0} />
        ))}
      </div>
    </>
  );
}

function Bones({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <div className="hero bones" />
      <div className="rails bones" aria-hidden="true">
        {[0, 1].map((rail) => (
          <section className="rail" key={rail}>
            <span className="name" />
            <div className="row">
              <ul>
                {[0, 1, 2, 3, 4, 5].map((tile) => (
                  <li key={tile}>
                    <span className="tile">
                      <span className="picture" />
                      <span className="name" />
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}
