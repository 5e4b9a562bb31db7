import { Problem } from "./problem";

/** A session of the console. Its key stands in a cookie that scripts cannot read; the token goes beside it. */
export interface Session {
  token: string;
  environment: "live" | "test";
  expiresAt: string;
}

const ADDRESS = "/admin/session";
export const TOKEN = "StreamVerse-Console";

async function ask(init: { method?: string; headers?: Record<string, string> }): Promise<Response> {
  try {
    const headers = { Accept: "application/json", ...init.headers };
    return await fetch(ADDRESS, { ...init, headers, credentials: "same-origin" });
  } catch {
    throw Problem.unreachable();
  }
}

export async function current(): Promise<Session | null> {
  const response = await ask({});
  if (response.status === 401) {
    return null;
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as Session;
}

export async function begin(key: string): Promise<Session> {
  const response = await ask({ method: "POST", headers: { Authorization: `Bearer ${key.trim()}` } });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as Session;
}

export async function end(session: Session): Promise<void> {
  const response = await ask({ method: "DELETE", headers: { [TOKEN]: session.token } });
  if (!response.ok && response.status !== 401) {
    throw await Problem.of(response);
  }
}
