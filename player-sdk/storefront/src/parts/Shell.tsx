import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren, ComponentType, CSSProperties } from "preact";
import { useEffect, useErrorBoundary, useLayoutEffect, useRef } from "preact/hooks";
import { fill } from "../language";
import { ProblemError } from "../problem";
import { profilesQuery } from "../queries";
import { scroll } from "../router";
import { session } from "../session";
import { useApp, useDoubt, useLanguage, usePlace, useProfileId, useSignedIn, useTexts } from "../store";
import { Failure } from "./Failure";
import { Languages, useItsLanguage } from "./Languages";
import { Link, via } from "./Link";

const GOLDEN_ANGLE = 137.5;
const RETRY_MS = 3_000;

/** Around each page but the one that plays. */
export function Shell(): ComponentChildren {
  const texts = useTexts();
  const doubt = useDoubtUntilItPasses();
  const place = usePlace();
  const { path } = place;
  const main = useFocusOnNewPage(path);
  useLayoutEffect(() => scroll(place), [path, place.key]);
  const page = <Sound key={path} Page={place.Page} />;
  if (path.startsWith("/watch/") && !doubt) return page;
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <Header path={path} asksWho={!doubt && !path.startsWith("/sign-")} />
      <main id="main" ref={main} tabIndex={-1}>
        {doubt ? <Failure problem={doubt} again={() => void session.restore()} /> : page}
      </main>
      <footer>
        <Languages />
      </footer>
    </>
  );
}

/** A page, or why there is none: its script did not come, or it broke. */
function Sound({ Page }: { Page: ComponentType }) {
  const [failure] = useErrorBoundary();
  if (failure === undefined) return <Page />;
  const isMissing = failure instanceof TypeError && /import|module/i.test(failure.message);
  const problem = isMissing ? ProblemError.ofNetwork() : new ProblemError("page", 500, "");
  return <Failure problem={problem} again={() => location.reload()} />;
}

function Header({ path, asksWho }: { path: string; asksWho: boolean }) {
  const texts = useTexts();
  const app = useApp();
  const current = (to: string) => (to === path ? "page" : undefined);
  const language = useLanguage();
  const tagline = (app.texts[language] ?? app.texts[app.languages[0] ?? ""])?.tagline;
  return (
    <header>
      <Link to="/" aria-current={current("/")} className="brand" aria-label={app.name} title={tagline}>
        {app.logoUrl ? <img src={app.logoUrl} alt="" /> : app.name}
      </Link>
      <nav aria-label={texts.menu}>
        <Link to="/" aria-current={current("/")}>
          {texts.home}
        </Link>
        <Link to="/all" aria-current={current("/all")}>
          {texts.all}
        </Link>
        <Link to="/search" aria-current={current("/search")} className="find">
          <SearchIcon />
          <span>{texts.search}</span>
        </Link>
      </nav>
      {asksWho && <Who />}
    </header>
  );
}

function Who() {
  const texts = useTexts();
  const signedIn = useSignedIn();
  const chosen = useProfileId();
  const { data } = useQuery({ ...profilesQuery(), enabled: signedIn !== undefined });
  const place = Math.max(0, data?.data.findIndex(({ id }) => id === chosen) ?? 0);
  const profile = data?.data[place];
  useItsLanguage(profile);
  if (!signedIn) {
    return (
      <Link to={via("/sign-in", "/")} className="button primary">
        {texts.signIn}
      </Link>
    );
  }
  return (
    <Link to="/account" className="who" aria-label={fill(texts.profileSwitch, { name: profile?.name ?? "" })}>
      <Face name={profile?.name ?? ""} place={place} />
    </Link>
  );
}

/** The account's first profile wears the brand's colour, each other one its own, as far from the others' as can be. */
export function Face({ name, place }: { name: string; place: number }): ComponentChildren {
  const letter = [...name.trim()][0]?.toUpperCase() ?? "·";
  const turn = place > 0 ? ({ "--turn": place * GOLDEN_ANGLE } as CSSProperties) : undefined;
  return (
    <span className={place > 0 ? "face turned" : "face"} aria-hidden="true" style={turn}>
      {letter}
    </span>
  );
}

function SearchIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    >
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" stroke-linecap="round" />
    </svg>
  );
}

/** Asks again and again, so that the page goes on as soon as it can. */
function useDoubtUntilItPasses() {
  const doubt = useDoubt();
  useEffect(() => {
    if (!doubt) return undefined;
    const next = setTimeout(() => void session.restore(), RETRY_MS);
    return () => clearTimeout(next);
  }, [doubt]);
  return doubt;
}

/** Whoever reads by ear hears the new page, and the arrow keys begin in it. */
function useFocusOnNewPage(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
