import { nameOf } from "@streamverse/player/device";
import { ProblemError, problemOf } from "./problem";

interface Tokens {
  viewerId: string;
  sessionId: string;
  accessToken: string;
  expiresInSeconds: number;
}

export interface SignedIn {
  readonly viewerId: string;
  readonly sessionId: string;
}

/** Says no more than that asking for a session may be worth it. */
const MARK = "sv.signed-in";
const EARLY_MS = 60_000;
const AUTH = "/viewer/v1/auth";

/**
 * Who is signed in. The access token lives in this page's memory; the refresh token in a cookie that no script can read, so
 * that a script that should not be here finds nothing that lasts.
 */
export class Session {
  private access = "";
  private until = 0;
  private who: SignedIn | undefined;
  private trouble: ProblemError | undefined;
  private refreshing: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> = localStorage) {}

  /** Undefined for a guest. */
  readonly current = (): SignedIn | undefined => this.who;

  /** Why nobody knows yet whether somebody is signed in; undefined where it is known. */
  readonly doubt = (): ProblemError | undefined => this.trouble;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Finds out whether this browser is signed in still, or leaves a doubt. */
  async restore(): Promise<void> {
    if (!this.storage.getItem(MARK)) return;
    try {
      await this.token();
    } catch (failure) {
      this.trouble = failure instanceof ProblemError ? failure : ProblemError.ofNetwork();
      this.tell();
    }
  }

  /** One that holds for a while; empty for a guest. */
  async token(): Promise<string> {
    const mayBe = this.who !== undefined || this.storage.getItem(MARK) !== null;
    if (mayBe && Date.now() > this.until - EARLY_MS) {
      this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
      await this.refreshing;
    }
    return this.access;
  }

  async signIn(email: string, password: string): Promise<void> {
    this.take(await this.ask("login", { email, password, device: nameOf(navigator.userAgent) }));
  }

  async signUp(name: string, email: string, password: string, locale: string): Promise<void> {
    const device = nameOf(navigator.userAgent);
    this.take(await this.ask("register", { name, email, password, locale, device }));
  }

  async signOut(): Promise<void> {
    await this.ask("logout", undefined).catch(() => undefined);
    this.forget();
  }

  forget(): void {
    this.access = "";
    this.until = 0;
    this.who = this.trouble = undefined;
    this.storage.removeItem(MARK);
    this.tell();
  }

  private async refresh(): Promise<void> {
    try {
      this.take(await this.ask("refresh", undefined));
    } catch (failure) {
      if (!(failure instanceof ProblemError) || failure.status !== 401) throw failure;
      this.forget();
    }
  }

  private take(tokens: Tokens): void {
    this.access = tokens.accessToken;
    this.until = Date.now() + tokens.expiresInSeconds * 1000;
    this.storage.setItem(MARK, "1");
    this.trouble = undefined;
    if (this.who?.sessionId === tokens.sessionId) return;
    this.who = { viewerId: tokens.viewerId, sessionId: tokens.sessionId };
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }

  private async ask(route: string, body: unknown): Promise<Tokens> {
    const headers = new Headers({ "StreamVerse-Session": "cookie" });
    if (body !== undefined) headers.set("Content-Type", "application/json");
    let answer: Response;
    try {
      answer = await fetch(`${AUTH}/${route}`, {
        method: "POST",
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
    } catch {
      throw ProblemError.ofNetwork();
    }
    const said: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
    if (!answer.ok) throw problemOf(answer.status, said);
    return said as Tokens;
  }
}

export const session = new Session();
