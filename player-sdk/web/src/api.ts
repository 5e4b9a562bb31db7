import { PlayerError } from "./errors";

/**
 * A viewer's access token, or who brings one: asked for the first, and again for each that has expired. A token that is
 * given as text is used as long as it holds.
 */
export type Tokens = string | ((why: "first" | "expired") => string | Promise<string>);

const PATIENCE_MS = 10_000;
const EARLY_MS = 20_000;

/** The viewer's API of one service. */
export class Api {
  private held: string | undefined;
  private asking: Promise<string> | undefined;

  /** `host` is the service's, such as `https://aurora.example.com`; the page's own where it is empty. */
  constructor(
    readonly host: string,
    private readonly tokens: Tokens,
  ) {}

  /** A token that still holds for a while. */
  async token(): Promise<string> {
    if (this.held !== undefined && !expiresSoon(this.held)) return this.held;
    return this.another(this.held === undefined ? "first" : "expired");
  }

  /** Sends, and reads the answer's JSON; an answer that is a problem is thrown as a `PlayerError`. */
  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    let answer = await this.attempt(method, path, body, headers, await this.token());
    if (answer.status === 401 && typeof this.tokens === "function") {
      answer = await this.attempt(method, path, body, headers, await this.another("expired"));
    }
    const said = await answer.text().catch(() => "");
    if (!answer.ok) throw PlayerError.ofAnswer(answer.status, said, (name) => answer.headers.get(name));
    return (said === "" ? undefined : JSON.parse(said)) as T;
  }

  /** Sends from a page that closes: nobody reads the answer. */
  sendLast(method: string, path: string): void {
    if (this.held === undefined) return;
    const headers = { Authorization: `Bearer ${this.held}` };
    fetch(this.host + path, { method, headers, keepalive: true }).catch(() => undefined);
  }

  private async attempt(
    method: string,
    path: string,
    body: unknown,
    more: Record<string, string>,
    token: string,
  ): Promise<Response> {
    const headers: Record<string, string> = { Authorization: `Bearer ${token}`, ...more };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(this.host + path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (failure) {
      throw PlayerError.of(failure);
    }
  }

  /** One question at a time: a refresh token is good once. */
  private another(why: "first" | "expired"): Promise<string> {
    if (typeof this.tokens === "string") {
      this.held = this.tokens;
      return Promise.resolve(this.tokens);
    }
    this.asking ??= this.bring(this.tokens, why).finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async bring(tokens: Exclude<Tokens, string>, why: "first" | "expired"): Promise<string> {
    try {
      return (this.held = await tokens(why));
    } catch (failure) {
      const error = PlayerError.of(failure);
      throw error.passing ? error : new PlayerError("viewers.token.missing", { cause: failure });
    }
  }
}

/** What a JSON Web Token claims; nothing where it is none. */
export function claims(token: string): Record<string, unknown> {
  try {
    const part = token.split(".")[1] ?? "";
    return JSON.parse(atob(part.replace(/-/g, "+").replace(/_/g, "/"))) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function expiresSoon(token: string): boolean {
  const until = claims(token).exp;
  return typeof until === "number" && until * 1000 - Date.now() < EARLY_MS;
}
