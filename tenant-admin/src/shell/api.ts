import createClient, { type Middleware } from "openapi-fetch";
import { createContext, useContext } from "react";
import type { paths } from "../../target/api";
import { Problem } from "./problem";
import { type Session, TOKEN } from "./session";

/** The public API with the session's cookie and token. Whatever is no success is thrown as a `Problem`. */
export function apiOf(session: Session, whenOver: () => void) {
  const spoken: Middleware = {
    onRequest({ request }) {
      request.headers.set(TOKEN, session.token);
      return request;
    },
    async onResponse({ response }) {
      if (response.ok) {
        return undefined;
      }
      const problem = await Problem.of(response);
      if (problem.status === 401) {
        whenOver();
      }
      throw problem;
    },
    onError() {
      return Problem.unreachable();
    },
  };
  const client = createClient<paths>({ baseUrl: window.location.origin, credentials: "same-origin" });
  client.use(spoken);
  return client;
}

export type Api = ReturnType<typeof apiOf>;

const ApiContext = createContext<Api | null>(null);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) {
    throw new Error("Nobody is signed in here");
  }
  return api;
}
