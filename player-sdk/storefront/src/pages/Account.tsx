import { useMutation, useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { api, dataOf } from "../api";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { Link, Navigate, via } from "../parts/Link";
import { useTiers } from "../parts/tiers";
import type { ProblemError } from "../problem";
import { accountQuery, client, sessionsQuery } from "../queries";
import { go } from "../router";
import { session } from "../session";
import { chooseProfile, useLanguage, useSignedIn, useTexts } from "../store";

export function Account(): ComponentChildren {
  const texts = useTexts();
  const signedIn = useSignedIn();
  const { data, error, refetch } = useQuery({ ...accountQuery(), enabled: !!signedIn });
  const leave = useMutation({
    mutationFn: () => session.signOut(),
    onSuccess: async () => {
      chooseProfile(undefined);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "app" });
      await go("/");
    },
  });
  if (!signedIn) return leave.isIdle ? <Navigate to={via("/sign-in", "/account")} /> : null;
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  return (
    <div className="page narrow">
      <h1>{texts.account}</h1>
      <dl className="facts-list">
        {data?.email && (
          <>
            <dt>{texts.email}</dt>
            <dd dir="ltr">{data.email}</dd>
          </>
        )}
        <dt>{texts.tier}</dt>
        <dd>{data ? <Plan name={data.tier ?? undefined} /> : "…"}</dd>
      </dl>
      <p className="actions">
        <Link to="/profiles" className="button">
          {texts.profiles}
        </Link>
        <Link to="/history" className="button">
          {texts.history}
        </Link>
        <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {texts.signOut}
        </button>
      </p>
      <Sessions />
    </div>
  );
}

function Plan({ name }: { name: string | undefined }) {
  const texts = useTexts();
  const { find, called } = useTiers();
  const tier = name && find(name);
  if (!tier) return <>{name ?? texts.tierNone}</>;
  const height = tier.maximumHeight;
  return (
    <>
      <strong>{called(tier.name)}</strong>
      <small>
        {fill(texts.tierScreens, { count: tier.streams })}
        {height != null && fill(texts.tierHeight, { height })}
      </small>
    </>
  );
}

function Sessions() {
  const texts = useTexts();
  const language = useLanguage();
  const here = useSignedIn();
  const { data } = useQuery(sessionsQuery());
  const end = useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE("/viewer/v1/sessions/{id}", { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries(sessionsQuery()),
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const open = data?.data.filter((it) => !it.endedAt && new Date(it.endsAt) > new Date()) ?? [];
  return (
    <section>
      <h2>{texts.sessions}</h2>
      <ul className="sessions">
        {open.map((it) => (
          <li key={it.id}>
            <span>
              <strong>
                <bdi>{it.device ?? texts.sessionUnknown}</bdi>
                {it.id === here?.sessionId && <span className="here">{texts.sessionHere}</span>}
              </strong>
              <small>
                {fill(texts.sessionSince, {
                  day: day.format(new Date(it.createdAt)),
                  used: moment.format(new Date(it.refreshedAt)),
                })}
              </small>
            </span>
            {it.id !== here?.sessionId && (
              <button type="button" className="button" onClick={() => end.mutate(it.id)}>
                {texts.sessionEnd}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
