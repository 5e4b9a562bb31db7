import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/preact-query";
import { api, dataOf } from "./api";
import { currentLanguage } from "./language";
import { ProblemError } from "./problem";
import { session } from "./session";
import { chooseProfile, chosenProfile } from "./store";

const MINUTE = 60_000;
const PAGE = 48;

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: MINUTE,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ProblemError && problem.mayPass && navigator.onLine,
      throwOnError: false,
      // Asks without a network as well: who waits for one is to be told so.
      networkMode: "always",
      refetchOnReconnect: true,
    },
    mutations: { networkMode: "always" },
  },
});

/** Whose answers these are: nobody sees what was kept of another. */
function mine(...key: unknown[]): unknown[] {
  return [...key, session.current()?.viewerId ?? "guest", profileId() ?? "", currentLanguage()];
}

function profileId(): string | undefined {
  return session.current() ? chosenProfile() : undefined;
}

function whose(): { profileId?: string } {
  const id = profileId();
  return id === undefined ? {} : { profileId: id };
}

/** A profile that is gone is chosen no more. */
async function asProfile<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (problem) {
    if (!(problem instanceof ProblemError) || problem.code !== "viewers.profile.unknown") throw problem;
    chooseProfile(undefined);
    return call();
  }
}

export const appQuery = () =>
  queryOptions({ queryKey: ["app"], queryFn: () => dataOf(api.GET("/viewer/v1/app")), staleTime: 10 * MINUTE });

export const homeQuery = () =>
  queryOptions({
    queryKey: mine("home"),
    queryFn: () => asProfile(() => dataOf(api.GET("/viewer/v1/home", { params: { query: whose() } }))),
    refetchInterval: ({ state }) => (state.data?.rails.length === 0 ? 5_000 : false),
  });

export const titleQuery = (id: string) =>
  queryOptions({
    queryKey: mine("title", id),
    queryFn: () =>
      asProfile(() => dataOf(api.GET("/viewer/v1/titles/{id}", { params: { path: { id }, query: whose() } }))),
  });

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: mine("search", q),
    queryFn: () => asProfile(() => dataOf(api.GET("/viewer/v1/search", { params: { query: { q, ...whose() } } }))),
    enabled: q !== "",
    placeholderData: (before) => before,
  });

export const allQuery = () =>
  infiniteQueryOptions({
    queryKey: mine("all"),
    queryFn: ({ pageParam }) =>
      asProfile(() =>
        dataOf(api.GET("/viewer/v1/titles", { params: { query: { limit: PAGE, ...after(pageParam), ...whose() } } })),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const historyQuery = () =>
  infiniteQueryOptions({
    queryKey: mine("history"),
    queryFn: ({ pageParam }) =>
      asProfile(() =>
        dataOf(api.GET("/viewer/v1/history", { params: { query: { limit: PAGE, ...after(pageParam), ...whose() } } })),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

export const profilesQuery = () =>
  queryOptions({ queryKey: mine("profiles"), queryFn: () => dataOf(api.GET("/viewer/v1/profiles")) });

export const accountQuery = () =>
  queryOptions({ queryKey: mine("account"), queryFn: () => dataOf(api.GET("/viewer/v1/account")), staleTime: 0 });

export const sessionsQuery = () =>
  queryOptions({ queryKey: mine("sessions"), queryFn: () => dataOf(api.GET("/viewer/v1/sessions")), staleTime: 0 });

export async function forgetTitle(id: string): Promise<void> {
  await dataOf(api.DELETE("/viewer/v1/history/{titleId}", { params: { path: { titleId: id }, query: whose() } }));
  await client.invalidateQueries();
}

/** What was watched a moment ago shows. */
export function watched(): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => ["home", "title", "history"].includes(String(queryKey[0])),
  });
}

function after(cursor: string): { after?: string } {
  return cursor === "" ? {} : { after: cursor };
}
