import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { fill } from "../language";
import { appQuery, profilesQuery } from "../queries";
import { session } from "../session";
import { useDoubt, useLanguage, useProfileId, useSignedIn, useTexts } from "../store";
import { Failure } from "./Failure";
import { Languages, useItsLanguage } from "./Languages";

const GOLDEN_ANGLE = 137.5;
const RETRY_MS = 3_000;

/** Around each page but the one that plays. */
export function Shell(): React.ReactNode {
  const texts = useTexts();
  const doubt = useDoubtUntilItPasses();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useFocusOnNewPage(path);
  if (path.startsWith("/watch/") && !doubt) return <Outlet />;
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <Header asksWho={!doubt && !path.startsWith("/sign-")} />
      <main id="main" ref={main} tabIndex={-1}>
        {doubt ? <Failure problem={doubt} again={() => void session.restore()} /> : <Outlet />}
      </main>
      <footer>
        <Languages />
      </footer>
    </>
  );
}

function Header({ asksWho }: { asksWho: boolean }) {
  const texts = useTexts();
  const { data: app } = useSuspenseQuery(appQuery());
  const language = useLanguage();
  const tagline = (app.texts[language] ?? app.texts[app.languages[0] ?? ""])?.tagline;
  return (
    <header>
      <Link to="/" className="brand" aria-label={app.name} title={tagline}>
        {app.logoUrl ? <img src={app.logoUrl} alt="" /> : app.name}
      </Link>
      <nav aria-label={texts.menu}>
        <Link to="/">{texts.home}</Link>
        <Link to="/all">{texts.all}</Link>
        <Link to="/search" search={{ q: "" }} className="find">
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
      <Link to="/sign-in" search={{ to: "/" }} className="button primary">
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
export function Face({ name, place }: { name: string; place: number }): React.ReactNode {
  const letter = [...name.trim()][0]?.toUpperCase() ?? "·";
  const turn = place > 0 ? ({ "--turn": place * GOLDEN_ANGLE } as React.CSSProperties) : undefined;
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
      strokeWidth="2"
    >
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" strokeLinecap="round" />
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
