import type { ComponentType } from "preact";

/** Where a person is in this app. */
export interface Place {
  /** All of it but the host. */
  readonly address: string;
  readonly path: string;
  readonly search: URLSearchParams;
  /** Of what the page is about: the second part of the path. */
  readonly id: string;
  /** Of its entry in the browser's history. */
  readonly key: string;
  readonly Page: ComponentType;
}

/** Each page's component, by the first part of its path; a promise where its script is yet to come. */
export type Pages = (name: string) => ComponentType | Promise<ComponentType>;

/** How far down the page was, and how far along each of its rows. */
interface Scrolled {
  down: number;
  along: number[];
}

/** Of the browser's history. */
interface Entry {
  key: string;
}

const KEPT = "sv.scrolled";
const ROWS = ".row > ul";

/** Of the pages of this tab, where it has any yet. */
const scrolled: Record<string, Scrolled> = history.state ? JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") : {};
const listeners = new Set<() => void>();
let pages: Pages;
let here: Place | undefined;
let wanted = "";

/** Only once `start` is done. */
export const place = (): Place => here!;

export function onPlace(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begins with the page that the address names. */
export function start(those: Pages): Promise<void> {
  pages = those;
  if (!history.state) history.replaceState(newEntry(), "");
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => {
    if (addressOf(location) === here?.address) return;
    keepScroll();
    void show();
  });
  addEventListener("pagehide", () => {
    keepScroll();
    sessionStorage.setItem(KEPT, JSON.stringify(scrolled));
  });
  return show();
}

/** To an address of this app. What is there stays until the page's script is here. */
export function go(to: string, { replace = false } = {}): Promise<void> {
  keepScroll();
  if (!replace) history.pushState(atTop(), "", to);
  else history.replaceState(pathOf(to) === here?.path ? history.state : atTop(), "", to);
  return show();
}

/** Fetches the script of the page there, which may be opened soon. */
export function prepare(to: string): void {
  const [, name = ""] = pathOf(to).split("/");
  void Promise.resolve(pages(name)).catch(() => undefined);
}

/** As its page was left, or to the top of a new one. */
export function scroll({ key }: Place): void {
  const left = scrolled[key];
  if (!left) return;
  scrollTo({ top: left.down, behavior: "instant" });
  document.querySelectorAll(ROWS).forEach((row, index) => (row.scrollLeft = left.along[index] ?? 0));
}

function keepScroll(): void {
  if (!here) return;
  const along = [...document.querySelectorAll(ROWS)].map((row) => row.scrollLeft);
  scrolled[here.key] = { down: scrollY, along };
}

async function show(): Promise<void> {
  const { pathname: path, search } = location;
  const { key } = (history.state as Entry | null) ?? newEntry();
  const address = (wanted = addressOf(location));
  const [, name = "", id = ""] = path.split("/");
  const page = pages(name);
  const Page = page instanceof Promise ? await page.catch(failing) : page;
  if (wanted !== address) return;
  here = { address, path, search: new URLSearchParams(search), id, key, Page };
  listeners.forEach((listener) => listener());
}

function failing(failure: unknown): ComponentType {
  return () => {
    throw failure;
  };
}

function addressOf({ pathname, search }: { pathname: string; search: string }): string {
  return pathname + search;
}

function pathOf(to: string): string {
  return new URL(to, location.href).pathname;
}

function atTop(): Entry {
  const entry = newEntry();
  scrolled[entry.key] = { down: 0, along: [] };
  return entry;
}

function newEntry(): Entry {
  return { key: Math.random().toString(36).slice(2) };
}
