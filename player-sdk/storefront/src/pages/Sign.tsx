import { useMutation } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { Field } from "../parts/Field";
import type { ProblemError } from "../problem";
import { client } from "../queries";
import { signInRoute, signUpRoute } from "../router";
import { session } from "../session";
import { chooseProfile, useLanguage, useTexts } from "../store";
import type { Texts } from "../texts/en";

export function SignIn(): React.ReactNode {
  const texts = useTexts();
  const { to } = signInRoute.useSearch();
  const enter = useEntering(to, (form) => session.signIn(text(form, "email"), text(form, "password")));
  return (
    <Form title={texts.signIn} entering={enter}>
      <Field label={texts.email} name="email" type="email" autoComplete="username" required autoFocus />
      <Field label={texts.password} name="password" type="password" autoComplete="current-password" required />
      <Send entering={enter} label={texts.signIn} />
      <p className="hint">
        {texts.noAccount}{" "}
        <Link to="/sign-up" search={{ to }}>
          {texts.signUp}
        </Link>
      </p>
    </Form>
  );
}

export function SignUp(): React.ReactNode {
  const texts = useTexts();
  const language = useLanguage();
  const { to } = signUpRoute.useSearch();
  const enter = useEntering(to, (form) =>
    session.signUp(text(form, "name"), text(form, "email"), text(form, "password"), language),
  );
  const faults = enter.error?.fields ?? {};
  return (
    <Form title={texts.signUp} entering={enter}>
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
      <Send entering={enter} label={texts.signUp} />
      <p className="hint">
        {texts.haveAccount}{" "}
        <Link to="/sign-in" search={{ to }}>
          {texts.signIn}
        </Link>
      </p>
    </Form>
  );
}

type Entering = ReturnType<typeof useEntering>;

function useEntering(to: string, enter: (form: FormData) => Promise<void>) {
  const router = useRouter();
  return useMutation<void, ProblemError, FormData>({
    mutationFn: enter,
    onSuccess: () => {
      chooseProfile(undefined);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "app" });
      router.history.replace(to.startsWith("/") && !to.startsWith("//") ? to : "/");
    },
  });
}

function Form({ title, entering, children }: { title: string; entering: Entering; children: React.ReactNode }) {
  const texts = useTexts();
  const problem = entering.error;
  const isSaidBelow = problem !== null && Object.keys(problem.fields).length > 0;
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate(new FormData(event.currentTarget));
      }}
    >
      <h1>{title}</h1>
      {problem && !isSaidBelow && (
        <p role="alert" className="fault">
          {wordsFor(problem, texts)}
        </p>
      )}
      {children}
    </form>
  );
}

function Send({ entering, label }: { entering: Entering; label: string }) {
  return (
    <button type="submit" className="button primary wide" disabled={entering.isPending}>
      {label}
    </button>
  );
}

function wordsFor(problem: ProblemError, texts: Texts): string {
  if (problem.status === 0) return `${texts.errorOffline}. ${texts.errorOfflineHint}`;
  if (problem.code === "viewers.login.refused") return texts.signInRefused;
  if (problem.code === "viewers.email.taken") return texts.emailTaken;
  if (problem.status === 429) return texts.tooManyTries;
  return `${problem.message || texts.errorOurs} (${problem.code}${problem.requestId ? `, ${problem.requestId}` : ""})`;
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "");
}
