import { useMutation, useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api, dataOf, type Profile } from "../api";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { Field } from "../parts/Field";
import { Fault, Form } from "../parts/Form";
import { Navigate, via } from "../parts/Link";
import { Face } from "../parts/Shell";
import { LockIcon } from "../parts/Tile";
import type { ProblemError } from "../problem";
import { client, profilesQuery } from "../queries";
import { go } from "../router";
import { chooseProfile, useProfileId, useSignedIn, useTexts } from "../store";

const MOST = 8;

interface Wish {
  profile: Profile;
  proof: { pin?: string; password?: string };
}

type Opening = ReturnType<typeof useOpening>;

/** Who of the people behind the account watches here. */
export function Profiles(): ComponentChildren {
  const texts = useTexts();
  const signedIn = useSignedIn();
  const chosen = useProfileId();
  const [form, setForm] = useState<"new" | "pin">();
  const [asked, setAsked] = useState<Profile>();
  const opening = useOpening(setAsked);
  const { data, error, refetch } = useQuery({ ...profilesQuery(), enabled: !!signedIn });
  if (!signedIn) return <Navigate to={via("/sign-in", "/profiles")} />;
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  const profiles = data?.data ?? [];
  const isGuarded = profiles.some((it) => it.hasPin);
  const current = profiles.find(({ id }) => id === chosen) ?? (isGuarded ? undefined : profiles[0]);
  const mayChange = !isGuarded || current?.hasPin;
  const leave = (profile: Profile) => {
    setAsked(undefined);
    document.getElementById(profile.id)?.focus();
  };
  return (
    <div className="page narrow">
      <h1>{texts.who}</h1>
      <ul className="faces">
        {profiles.map((profile, index) => (
          <li key={profile.id}>
            <button
              type="button"
              id={profile.id}
              className="person"
              aria-current={profile === current}
              disabled={opening.isPending}
              onClick={() => opening.mutate({ profile, proof: {} })}
            >
              <Face name={profile.name} place={index} />
              <span dir="auto">{profile.name}</span>
              {profile.kids && <small>{texts.kids}</small>}
              {profile.hasPin && (
                <small>
                  <LockIcon /> {texts.pinHas}
                </small>
              )}
            </button>
            {index > 0 && mayChange && <Remove profile={profile} />}
          </li>
        ))}
      </ul>
      {opening.error && !asked && <Fault problem={opening.error} />}
      {asked && <AskPin profile={asked} opening={opening} done={() => leave(asked)} />}
      {!asked && form === "new" && <Make done={() => setForm(undefined)} />}
      {!asked && form === "pin" && current && <SetPin profile={current} done={() => setForm(undefined)} />}
      {!asked && !form && data && !mayChange && <p className="hint">{texts.pinGuards}</p>}
      {!asked && !form && current && mayChange && (
        <p className="actions">
          {profiles.length < MOST && (
            <button type="button" className="button" onClick={() => setForm("new")}>
              {texts.profileNew}
            </button>
          )}
          {current.hasPin ? (
            <RemovePin profile={current} />
          ) : (
            !current.kids && (
              <button type="button" className="button" onClick={() => setForm("pin")}>
                {fill(texts.pinSet, { name: current.name })}
              </button>
            )
          )}
        </p>
      )}
    </div>
  );
}

/** Goes on as that profile, or asks for its PIN. */
function useOpening(ask: (profile: Profile | undefined) => void) {
  return useMutation<unknown, ProblemError, Wish>({
    mutationFn: ({ profile, proof }) =>
      dataOf(api.POST("/viewer/v1/profiles/{id}/opening", { params: { path: { id: profile.id } }, body: proof })),
    onSuccess: (_, { profile }) => {
      chooseProfile(profile.id);
      return go("/");
    },
    onError: (problem, { profile }) => {
      if (problem.code === "viewers.profile.locked") ask(profile);
    },
  });
}

function AskPin({ profile, opening, done }: { profile: Profile; opening: Opening; done: () => void }) {
  const texts = useTexts();
  const [isForgotten, setForgotten] = useState(false);
  const isAskedFirst = opening.error?.code === "viewers.profile.locked";
  return (
    <Form
      key={String(isForgotten)}
      heading={<h2 dir="auto">{fill(texts.pinAsk, { name: profile.name })}</h2>}
      send={texts.pinOpen}
      sending={isAskedFirst ? { ...opening, error: null } : opening}
      onSend={(form) => {
        const said = String(form.get("proof"));
        opening.mutate({ profile, proof: isForgotten ? { password: said } : { pin: said } });
      }}
      onCancel={done}
      meanings={{ "viewers.login.refused": "passwordRefused" }}
      after={
        !isForgotten && (
          <button type="button" className="link" onClick={() => setForgotten(true)}>
            {texts.pinForgotten}
          </button>
        )
      }
    >
      {isForgotten ? (
        <Field label={texts.password} name="proof" type="password" autoComplete="current-password" required autoFocus />
      ) : (
        <PinField key={opening.submittedAt} name="proof" />
      )}
    </Form>
  );
}

function PinField({ name, hint }: { name: string; hint?: string }) {
  const texts = useTexts();
  return (
    <Field
      label={texts.pin}
      hint={hint}
      name={name}
      type="password"
      inputMode="numeric"
      pattern="[0-9]{4}"
      maxLength={4}
      autoComplete="off"
      dir="ltr"
      required
      autoFocus
    />
  );
}

function SetPin({ profile, done }: { profile: Profile; done: () => void }) {
  const texts = useTexts();
  const set = useMutation<unknown, ProblemError, string>({
    mutationFn: (pin) =>
      dataOf(api.PUT("/viewer/v1/profiles/{id}/pin", { params: { path: { id: profile.id } }, body: { pin } })),
    onSuccess: async () => {
      chooseProfile(profile.id);
      await client.invalidateQueries(profilesQuery());
      done();
    },
  });
  return (
    <Form
      heading={<h2 dir="auto">{fill(texts.pinSet, { name: profile.name })}</h2>}
      send={texts.save}
      sending={set}
      onSend={(form) => set.mutate(String(form.get("pin")))}
      onCancel={done}
    >
      <PinField name="pin" hint={texts.pinHint} />
    </Form>
  );
}

function RemovePin({ profile }: { profile: Profile }) {
  const texts = useTexts();
  const remove = useMutation<unknown, ProblemError>({
    mutationFn: () => dataOf(api.DELETE("/viewer/v1/profiles/{id}/pin", { params: { path: { id: profile.id } } })),
    onSuccess: () => client.invalidateQueries(profilesQuery()),
  });
  return (
    <>
      <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {fill(texts.pinRemove, { name: profile.name })}
      </button>
      {remove.error && <Fault problem={remove.error} />}
    </>
  );
}

function Remove({ profile }: { profile: Profile }) {
  const texts = useTexts();
  const chosen = useProfileId();
  const remove = useMutation({
    mutationFn: () => dataOf(api.DELETE("/viewer/v1/profiles/{id}", { params: { path: { id: profile.id } } })),
    onSuccess: () => {
      if (chosen === profile.id) chooseProfile(undefined);
      return client.invalidateQueries(profilesQuery());
    },
  });
  const label = fill(texts.profileDelete, { name: profile.name });
  return (
    <button type="button" className="remove" aria-label={label} title={label} onClick={() => remove.mutate()}>
      ×
    </button>
  );
}

function Make({ done }: { done: () => void }) {
  const texts = useTexts();
  const make = useMutation<unknown, ProblemError, FormData>({
    mutationFn: (form) =>
      dataOf(
        api.POST("/viewer/v1/profiles", {
          body: { name: String(form.get("name")).trim(), kids: form.get("kids") !== null },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries(profilesQuery());
      done();
    },
  });
  return (
    <Form
      heading={<h2>{texts.profileNew}</h2>}
      send={texts.profileMake}
      sending={make}
      onSend={make.mutate}
      onCancel={done}
    >
      <Field
        label={texts.profileName}
        name="name"
        required
        maxLength={60}
        autoFocus
        fault={make.error?.fields["name"]}
      />
      <label className="check">
        <input type="checkbox" name="kids" />
        <span>
          {texts.profileKids}
          <small>{texts.profileKidsHint}</small>
        </span>
      </label>
    </Form>
  );
}
