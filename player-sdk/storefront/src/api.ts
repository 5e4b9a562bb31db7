import createClient from "openapi-fetch";
import { session } from "./session";
import { currentLanguage } from "./language";
import { ProblemError, problemOf } from "./problem";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];
export type App = Schemas["ViewerApp"];
export type Home = Schemas["Home"];
export type Profile = Schemas["Profile"];
export type RailName = Schemas["HomeRailName"];
export type Title = Schemas["ViewerTitle"];

/** Everybody's: it waits for no session, and is kept for when there is no network. */
const BRAND = "/viewer/v1/app";

/** This host's own API. */
export const api = createClient<paths>({
  fetch: async (request) => {
    const token = new URL(request.url).pathname === BRAND ? "" : await session.token();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    request.headers.set("Accept-Language", currentLanguage());
    return fetch(request);
  },
});

/** The answer's data; whatever else comes is thrown as what the API, or the network, says is wrong. */
export async function dataOf<T>(
  call: Promise<{ data?: T | undefined; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  let answer;
  try {
    answer = await call;
  } catch (failure) {
    throw failure instanceof ProblemError ? failure : ProblemError.ofNetwork();
  }
  if (!answer.response.ok) {
    const problem = problemOf(answer.response.status, answer.error);
    if (problem.status === 401 && problem.code.startsWith("viewers.token")) session.forget();
    throw problem;
  }
  return answer.data as NonNullable<T>;
}
