import { vi } from "vitest";

/** A service that answers what it was told to, in order, and remembers what it was asked. */
export class Service {
  readonly asked: { method: string; url: string; headers: Record<string, string>; body: unknown }[] = [];
  private readonly answers: (() => Response | Promise<Response>)[] = [];

  constructor() {
    vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
      const { method = "GET", headers = {}, body } = init;
      const json = typeof body === "string" ? (JSON.parse(body) as unknown) : undefined;
      this.asked.push({ method, url, headers: headers as Record<string, string>, body: json });
      const answer = this.answers.shift();
      return answer ? Promise.resolve().then(answer) : Promise.reject(new TypeError("Failed to fetch"));
    });
  }

  says(status: number, body: unknown = undefined, headers: Record<string, string> = {}): this {
    this.answers.push(() => new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
    return this;
  }

  /** Nobody answers: the network is away. */
  isAway(times = 1): this {
    for (let i = 0; i < times; i++) this.answers.push(() => Promise.reject(new TypeError("Failed to fetch")));
    return this;
  }

  /** Nothing more is expected of the past. */
  paths(): string[] {
    return this.asked.map(({ method, url }) => `${method} ${url}`);
  }
}

/** An unsigned token, as far as a page can see. */
export function tokenUntil(seconds: number, more: Record<string, unknown> = {}): string {
  return `h.${btoa(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + seconds, ...more }))}.s`;
}

export const ANSWER = {
  sessionId: "pbs_1",
  manifests: {
    hls: "https://a.example/URISigningPackage=old/m/s/a/1/w/main.m3u8",
    dash: "https://a.example/URISigningPackage=old/m/s/a/1/w/main.mpd",
  },
  drm: { clearkey: { licenceUrl: "https://a.example/ck" }, widevine: { licenceUrl: "https://a.example/wv" } },
  token: "old",
  renewAfterSeconds: 180,
  heartbeatSeconds: 30,
  resumeAtSeconds: 12,
  beaconUrl: "https://a.example/viewer/v1/events?token=t",
};
