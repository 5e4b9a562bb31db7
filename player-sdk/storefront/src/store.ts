import { useSyncExternalStore } from "react";
import { currentLanguage, currentTexts, onLanguage } from "./language";
import type { ProblemError } from "./problem";
import { type SignedIn, session } from "./session";
import type { Texts } from "./texts/en";

export const useSignedIn = (): SignedIn | undefined => useSyncExternalStore(session.subscribe, session.current);

/** Why it is not known who is signed in. */
export const useDoubt = (): ProblemError | undefined => useSyncExternalStore(session.subscribe, session.doubt);

export const useTexts = (): Texts => useSyncExternalStore(onLanguage, currentTexts);

export const useLanguage = (): string => useSyncExternalStore(onLanguage, currentLanguage);

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
  const id = useSyncExternalStore(onProfile, chosenProfile);
  return useSignedIn() ? id : undefined;
}
