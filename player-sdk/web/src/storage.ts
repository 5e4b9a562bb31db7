const PREFIX = "streamverse.";

/** What this browser remembers under a name; nothing where it may not remember. */
export function kept<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Remembers as long as the browser likes; quietly does not where it may not, or there is no room. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A page in a private window plays as well.
  }
}
