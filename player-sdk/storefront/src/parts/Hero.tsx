import type { Title } from "../api";
import { fill } from "../language";
import { useSignedIn, useTexts } from "../store";
import { Link, via } from "./Link";
import { useTiers } from "./tiers";
import { Age, LockIcon, minutesOf, pictureOf, Progress } from "./Tile";

/** A title large, with what can be done about it. */
export function Hero({ title, full = false }: { title: Title; full?: boolean }) {
  const texts = useTexts();
  const tier = useTiers().called(title.access.tier ?? "");
  const picture = pictureOf(title, "hero", "thumbnail", "poster");
  const goesOn =
    !!title.positionSeconds && !!title.durationSeconds && title.positionSeconds < title.durationSeconds * 0.95;
  return (
    <section className={full ? "hero full" : "hero"}>
      {picture && <img className="backdrop" src={picture} alt="" fetchPriority="high" />}
      <div className="about">
        <h1 lang={title.language} dir="auto">
          {title.name}
        </h1>
        <p className="facts">
          {title.durationSeconds != null && (
            <span>{fill(texts.minutes, { count: minutesOf(title.durationSeconds) })}</span>
          )}
          <Age title={title} />
          {title.access.kind === "free" && <span>{texts.free}</span>}
          {title.locked && (
            <span className="tier">
              <LockIcon /> {tier}
            </span>
          )}
        </p>
        {title.synopsis && (
          <p className="synopsis" lang={title.language} dir="auto">
            {title.synopsis}
          </p>
        )}
        {goesOn && <Progress title={title} />}
        <p className="actions">
          <PlayButton title={title} goesOn={goesOn} />
          {!full && (
            <Link to={`/titles/${title.id}`} className="button">
              {texts.more}
            </Link>
          )}
        </p>
        {title.locked && full && <p className="hint">{fill(texts.lockedHint, { tier })}</p>}
      </div>
    </section>
  );
}

function PlayButton({ title, goesOn }: { title: Title; goesOn: boolean }) {
  const texts = useTexts();
  const signedIn = useSignedIn();
  const tier = useTiers().called(title.access.tier ?? "");
  const to = `/watch/${title.id}`;
  if (!signedIn) {
    return (
      <Link to={via("/sign-in", to)} className="button primary large">
        <PlayIcon /> {texts.signInToPlay}
      </Link>
    );
  }
  if (title.locked) {
    return (
      <span className="button large locked">
        <LockIcon /> {fill(texts.locked, { tier })}
      </span>
    );
  }
  return (
    <Link to={`/watch/${title.id}`} className="button primary large">
      <PlayIcon /> {goesOn ? texts.goOn : texts.play}
    </Link>
  );
}

function PlayIcon() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
      <path d="M7 4.5v15a.8.8 0 0 0 1.2.7l12-7.5a.8.8 0 0 0 0-1.4l-12-7.5A.8.8 0 0 0 7 4.5z" />
    </svg>
  );
}
