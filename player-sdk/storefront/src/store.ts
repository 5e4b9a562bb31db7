import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { App } from "./api";
import { currentLanguage, currentTexts, onLanguage } from "./language";
import type { ProblemError } from "./problem";
import { onPlace, type Place, place } from "./router";
import { type SignedIn, session } from "./session";
import type { Texts } from "./texts/en";

/** What is current in a store, drawn anew when it changes. */
function useStore<T>(subscribe: (listener: () => void) => () => void, current: () => T): T {
  const [, draw] = useState(current);
  useLayoutEffect(() => {
    const look = () => draw(current);
    look();
    return subscribe(look);
  }, [subscribe, current]);
  return current();
}

export const useSignedIn = (): SignedIn | undefined => useStore(session.subscribe, session.current);

/** Why it is not known who is signed in. */
export const useDoubt = (): ProblemError | undefined => useStore(session.subscribe, session.doubt);

export const useTexts = (): Texts => useStore(onLanguage, currentTexts);

export const useLanguage = (): string => useStore(onLanguage, currentLanguage);

export const AppContext = createContext<App | undefined>(undefined);

/** How the service looks and what it offers. */
export const useApp = (): App => useContext(AppContext)!;

export const usePlace = (): Place => useStore(onPlace, place);

const PROFILE = "sv.profile";
const listeners = new Set<() => void>();

/** Which of the profiles watches here; the account's first one until one is chosen. */
export const chosenProfile = (): string | undefined => localStorage.getItem(PROFILE) ?? undefined;

export function chooseProfile(id: string | undefined): void {
  if (id === undefined) localStorage.removeItem(PROFILE);
  else localStorage.setItem(PROFILE, id);
  listeners.forEach((listener) => listener());
}

function onProfile(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useProfileId(): string | undefined {
  const id = useStore(onProfile, chosenProfile);
  return useSignedIn() ? id : undefined;
}
