import { useMutation, useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, dataOf, type Profile } from "../api";
import { fill } from "../language";
import { Failure } from "../parts/Failure";
import { Field } from "../parts/Field";
import { Face } from "../parts/Shell";
import type { ProblemError } from "../problem";
import { client, profilesQuery } from "../queries";
import { chooseProfile, useProfileId, useSignedIn, useTexts } from "../store";

const MOST = 8;

/** Who of the people behind the account watches here. */
export function Profiles(): React.ReactNode {
  const texts = useTexts();
  const signedIn = useSignedIn();
  const chosen = useProfileId();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const { data, error, refetch } = useQuery({ ...profilesQuery(), enabled: !!signedIn });
  if (!signedIn) return <Navigate to="/sign-in" search={{ to: "/profiles" }} replace />;
  if (error && !data) return <Failure problem={error as ProblemError} again={() => void refetch()} />;
  const profiles = data?.data ?? [];
  const choose = (id: string) => {
    chooseProfile(id);
    void navigate({ to: "/" });
  };
  return (
    <div className="page narrow">
      <h1>{texts.who}</h1>
      <ul className="faces">
        {profiles.map((profile, index) => (
          <li key={profile.id}>
            <button
              type="button"
              className="person"
              aria-current={profile.id === (chosen ?? profiles[0]?.id)}
              onClick={() => choose(profile.id)}
            >
              <Face name={profile.name} />
              <span dir="auto">{profile.name}</span>
              {profile.kids && <small>{texts.kids}</small>}
            </button>
            {index > 0 && <Remove profile={profile} />}
          </li>
        ))}
      </ul>
      {isMaking ? (
        <Make done={() => setMaking(false)} />
      ) : (
        data &&
        profiles.length < MOST && (
          <p className="actions">
            <button type="button" className="button" onClick={() => setMaking(true)}>
              {texts.profileNew}
            </button>
          </p>
        )
      )}
    </div>
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
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(new FormData(event.currentTarget));
      }}
    >
      <h2>{texts.profileNew}</h2>
      {make.error && Object.keys(make.error.fields).length === 0 && (
        <p role="alert" className="fault">
          {make.error.message || texts.errorOurs} ({make.error.code})
        </p>
      )}
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
      <p className="actions">
        <button type="submit" className="button primary" disabled={make.isPending}>
          {texts.profileMake}
        </button>
        <button type="button" className="button" onClick={done}>
          {texts.cancel}
        </button>
      </p>
    </form>
  );
}
