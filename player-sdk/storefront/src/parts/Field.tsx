import type { InputHTMLAttributes } from "preact";
import { type MutableRef, useId, useLayoutEffect, useRef } from "preact/hooks";

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
}

/** A field with its name above, and what is wrong with it below. */
export function Field({ label, hint, fault, autoFocus, ...input }: FieldProps) {
  const id = useId();
  const field = useFocus(autoFocus);
  const note = fault ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        aria-invalid={fault !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...input}
      />
      {note && (
        <p id={`${id}-note`} className={fault ? "fault" : "hint"}>
          {note}
        </p>
      )}
    </div>
  );
}

/** Of a field that is written in at once. Browsers heed `autofocus` but once in a page's life. */
export function useFocus(wanted: unknown = true): MutableRef<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (wanted) field.current?.focus();
  }, []);
  return field;
}
