import type { UseMutationResult } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import type { ProblemError } from "../problem";
import { useTexts } from "../store";
import type { Texts } from "../texts/en";

interface FormProps {
  heading: ComponentChildren;
  send: string;
  sending: Pick<UseMutationResult<unknown, ProblemError, never>, "error" | "isPending">;
  onSend: (form: FormData) => void;
  onCancel?: () => void;
  after?: ComponentChildren;
  /** What codes mean here, where it is not what they mean elsewhere. */
  meanings?: Meanings;
  children: ComponentChildren;
}

/** Asks for something, says what is wrong with it, and can be left where there is something to go back to. */
export function Form({ heading, send, sending, onSend, onCancel, after, meanings, children }: FormProps) {
  const texts = useTexts();
  const { error, isPending } = sending;
  const isSaidBelow = error !== null && Object.keys(error.fields).length > 0;
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    >
      {heading}
      {error && !isSaidBelow && <Fault problem={error} meanings={meanings} />}
      {children}
      <p className="actions">
        <button type="submit" className="button primary" disabled={isPending}>
          {send}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        )}
      </p>
      {after}
    </form>
  );
}

export function Fault({ problem, meanings = {} }: { problem: ProblemError; meanings?: Meanings | undefined }) {
  const texts = useTexts();
  return (
    <p role="alert" className="fault">
      {wordsFor(problem, { ...MEANINGS, ...meanings }, texts)}
    </p>
  );
}

type Meanings = Readonly<Record<string, keyof Texts>>;

const MEANINGS: Meanings = {
  "viewers.login.refused": "signInRefused",
  "viewers.email.taken": "emailTaken",
  "viewers.pin.refused": "pinRefused",
  "viewers.profile.locked": "pinGuards",
};

function wordsFor(problem: ProblemError, meanings: Meanings, texts: Texts): string {
  if (problem.status === 0) return `${texts.errorOffline}. ${texts.errorOfflineHint}`;
  if (problem.status === 429) return texts.tooManyTries;
  const known = meanings[problem.code];
  if (known) return texts[known];
  const number = problem.requestId && `, ${problem.requestId}`;
  return `${problem.message || texts.errorOurs} (${problem.code}${number})`;
}
