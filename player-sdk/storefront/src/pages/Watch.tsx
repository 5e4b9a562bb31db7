import { useQuery } from "@tanstack/preact-query";
import { type ComponentChildren, createElement, type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Failure } from "../parts/Failure";
import { Link, Navigate, via } from "../parts/Link";
import { pictureOf } from "../parts/Tile";
import { ProblemError } from "../problem";
import { titleQuery, watched } from "../queries";
import { go } from "../router";
import { session } from "../session";
import { useLanguage, usePlace, useProfileId, useSignedIn, useTexts } from "../store";

/** One and the same, or the player would begin anew. */
const TOKENS = () => session.token();

/** The player has the page for itself; how it is handled is its own affair. */
export function Watch(): ComponentChildren {
  const texts = useTexts();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const profileId = useProfileId();
  const { id } = usePlace();
  const { data: title, error } = useQuery(titleQuery(id));
  const isLoaded = usePlayer();
  const stage = useRef<HTMLElement>(null);
  useLeaving(stage, id);
  if (!signedIn) return <Navigate to={via("/sign-in", `/watch/${id}`)} />;
  if (error && !title) return <Failure problem={error as ProblemError} />;
  const picture = title && pictureOf(title, "hero", "thumbnail");
  return (
    <main className="watch" ref={stage}>
      <h1 className="unseen">{title?.name ?? texts.loading}</h1>
      {isLoaded &&
        createElement("streamverse-player", {
          "title-id": id,
          "profile-id": profileId,
          heading: title?.name,
          poster: picture,
          lang: language,
          autoplay: "",
          brand: "",
          tokens: TOKENS,
        })}
      <Link to={`/titles/${id}`} className="leave" aria-label={texts.back} title={texts.back} replace>
        <svg
          viewBox="0 0 24 24"
          width="26"
          height="26"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
        >
          <path d="M15 5 8 12l7 7" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
      </Link>
    </main>
  );
}

/** It is large, and fetched by those who watch, or point at what would have them watch: then this script is here already. */
const loadPlayer = () => import("@streamverse/player").catch(() => undefined);
void loadPlayer();

function usePlayer(): boolean {
  const [isLoaded, setLoaded] = useState(() => customElements.get("streamverse-player") !== undefined);
  useEffect(() => void loadPlayer().then((it) => setLoaded(it !== undefined)), []);
  return isLoaded;
}

/** Back to the title once it ended, with what was watched shown. */
function useLeaving(stage: RefObject<HTMLElement>, id: string): void {
  useEffect(() => {
    const leave = () => void go(`/titles/${id}`, { replace: true });
    const node = stage.current;
    node?.addEventListener("player-ended", leave);
    return () => {
      node?.removeEventListener("player-ended", leave);
      setTimeout(() => void watched(), 500);
    };
  }, [stage, id]);
}
