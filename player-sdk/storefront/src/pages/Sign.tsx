import { useMutation } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { Field } from "../parts/Field";
import { Form } from "../parts/Form";
import { Link, via } from "../parts/Link";
import type { ProblemError } from "../problem";
import { client } from "../queries";
import { go } from "../router";
import { session } from "../session";
import { chooseProfile, useLanguage, usePlace, useTexts } from "../store";

export function SignIn(): ComponentChildren {
  const texts = useTexts();
  const to = useGoal();
  const entering = useEntering(to, (form) => session.signIn(text(form, "email"), text(form, "password")));
  return (
    <Form
      heading={<h1>{texts.signIn}</h1>}
      send={texts.signIn}
      sending={entering}
      onSend={entering.mutate}
      after={
        <p className="hint">
          {texts.noAccount} <Link to={via("/sign-up", to)}>{texts.signUp}</Link>
        </p>
      }
    >
      <Field label={texts.email} name="email" type="email" autoComplete="username" required autoFocus />
      <Field label={texts.password} name="password" type="password" autoComplete="current-password" required />
    </Form>
  );
}

export function SignUp(): ComponentChildren {
  const texts = useTexts();
  const language = useLanguage();
  const to = useGoal();
  const entering = useEntering(to, (form) =>
    session.signUp(text(form, "name"), text(form, "email"), text(form, "password"), language),
  );
  const faults = entering.error?.fields ?? {};
  return (
    <Form
      heading={<h1>{texts.signUp}</h1>}
      send={texts.signUp}
      sending={entering}
      onSend={entering.mutate}
      after={
        <p className="hint">
          {texts.haveAccount} <Link to={via("/sign-in", to)}>{texts.signIn}</Link>
        </p>
      }
    >
      <Field
        label={texts.yourName}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        autoFocus
        fault={faults["name"]}
      />
      <Field label={texts.email} name="email" type="email" autoComplete="username" required fault={faults["email"]} />
      <Field
        label={texts.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint={texts.passwordHint}
        fault={faults["password"]}
      />
    </Form>
  );
}

/** Where a person goes once signed in. */
function useGoal(): string {
  return usePlace().search.get("to") ?? "/";
}

function useEntering(to: string, enter: (form: FormData) => Promise<void>) {
  return useMutation<void, ProblemError, FormData>({
    mutationFn: enter,
    onSuccess: () => {
      chooseProfile(undefined);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "app" });
      return go(to.startsWith("/") && !to.startsWith("//") ? to : "/", { replace: true });
    },
  });
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "");
}
