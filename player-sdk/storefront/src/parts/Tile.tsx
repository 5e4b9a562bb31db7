import type { Title } from "../api";
import { fill } from "../language";
import { useTexts } from "../store";
import { Link } from "./Link";
import { useTiers } from "./tiers";

export function pictureOf(title: Title, ...kinds: string[]): string | undefined {
  return kinds.map((kind) => title.artwork.find((it) => it.kind === kind)?.url).find((it) => it !== undefined);
}

export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}

/** One title among others. */
export function Tile({ title, eager = false }: { title: Title; eager?: boolean }) {
  const texts = useTexts();
  const tiers = useTiers();
  const picture = pictureOf(title, "thumbnail", "hero", "poster");
  const left =
    title.durationSeconds && title.positionSeconds ? title.durationSeconds - title.positionSeconds : undefined;
  return (
    <Link to={`/titles/${title.id}`} className="tile">
      <span className="picture">
        {picture ? (
          <img src={picture} alt="" loading={eager ? "eager" : "lazy"} decoding="async" width="320" height="180" />
        ) : (
          <span className="initial" aria-hidden="true">
            {[...title.name][0]}
          </span>
        )}
        {title.locked && (
          <span className="badge">
            <LockIcon />
            {tiers.called(title.access.tier ?? "")}
          </span>
        )}
        {left !== undefined && left > 0 && <Progress title={title} />}
      </span>
      <span className="name" lang={title.language} dir="auto">
        {title.name}
      </span>
      <span className="facts">
        {left !== undefined && left > 0
          ? fill(texts.left, { count: minutesOf(left) })
          : title.durationSeconds != null && fill(texts.minutes, { count: minutesOf(title.durationSeconds) })}
        <Age title={title} />
      </span>
    </Link>
  );
}

export function Age({ title }: { title: Title }) {
  const texts = useTexts();
  const rating = title.ageRating;
  if (!rating) return null;
  if (rating.minimumAge === 0) return <span>{texts.allAges}</span>;
  const from = fill(texts.ages, { age: rating.minimumAge });
  if (!rating.label) return <span>{from}</span>;
  return (
    <abbr className="rating" title={from}>
      {rating.label}
    </abbr>
  );
}

export function Progress({ title }: { title: Title }) {
  const share = Math.min(1, (title.positionSeconds ?? 0) / (title.durationSeconds ?? 1));
  return (
    <span className="progress" aria-hidden="true">
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

export function LockIcon() {
  return (
    <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true" fill="currentColor">
      <path d="M7 10V8a5 5 0 0 1 10 0v2h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zm2 0h6V8a3 3 0 0 0-6 0z" />
    </svg>
  );
}
