import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Api } from "../src/api";
import type { Device } from "../src/device";
import type { PlayerError } from "../src/errors";
import { Session } from "../src/session";
import { ANSWER, Service, tokenUntil } from "./service";

const DEVICE: Device = { id: "d", name: "Chrome, Linux", kind: "web", codecs: ["h264"], drm: [], player: "shaka" };
let service: Service;
let open: Session[];

beforeEach(() => {
  vi.useFakeTimers();
  service = new Service();
  open = [];
});

afterEach(() => {
  open.forEach((it) => it.end());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function started(tokens: () => string = () => tokenUntil(900)): Promise<Session> {
  service.says(201, ANSWER);
  const session = await Session.start(new Api("https://a.example", tokens), { titleId: "ttl_1" }, DEVICE);
  open.push(session);
  return session;
}

const renewal = (token: string) => ({ sessionId: "pbs_1", token, renewAfterSeconds: 180 });

test("a start names title, device and an idempotency key", async () => {
  await started();

  const [start] = service.asked;
  expect(start).toMatchObject({ method: "POST", url: "https://a.example/viewer/v1/playbacks" });
  expect(start!.body).toEqual({ titleId: "ttl_1", device: DEVICE });
  expect(start!.headers["Idempotency-Key"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a start that finds no network is tried again under the same key", async () => {
  service.isAway();
  const starting = started();
  await vi.advanceTimersByTimeAsync(1_000);
  await starting;

  const keys = service.asked.map((it) => it.headers["Idempotency-Key"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test("a refusal is thrown at once with the API's code, facts and request id", async () => {
  const facts = { limit: 1, sessions: [{ sessionId: "pbs_0" }] };
  service.says(403, { code: "playback.denied.concurrency", requestId: "req_1", facts });

  const refusal = Session.start(new Api("", "t"), { titleId: "ttl_1" }, DEVICE);

  await expect(refusal).rejects.toMatchObject({
    code: "playback.denied.concurrency",
    number: 2109,
    requestId: "req_1",
    facts,
  });
  expect(service.asked).toHaveLength(1);
});

test("the token in addresses is replaced once it was renewed, and nothing else is", async () => {
  const session = await started();
  for (let beats = 0; beats < 5; beats++) service.says(204);
  service.says(200, renewal("new"));
  await vi.advanceTimersByTimeAsync(180_000);

  expect(session.fresh(ANSWER.manifests.dash)).toBe("https://a.example/URISigningPackage=new/m/s/a/1/w/main.mpd");
  expect(session.fresh("https://b.example/picture.jpg")).toBe("https://b.example/picture.jpg");
});

test("a renewal that fails is tried again with growing patience, and tells of it", async () => {
  const session = await started();
  const trouble: PlayerError[] = [];
  session.on("trouble", (it) => trouble.push(it));
  service.isAway(40);
  await vi.advanceTimersByTimeAsync(300_000);

  const renewals = service.paths().filter((it) => it.endsWith("/renewal"));
  expect(renewals.length).toBeGreaterThanOrEqual(6);
  expect(renewals.length).toBeLessThanOrEqual(12);
  expect(trouble[0]).toMatchObject({ code: "player.network.offline", fatal: false });
});

test("the network that comes back is used at once", async () => {
  const session = await started();
  service.isAway(40);
  await vi.advanceTimersByTimeAsync(240_000);
  const before = service.paths().filter((it) => it.endsWith("/renewal")).length;
  globalThis.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);

  expect(service.paths().filter((it) => it.endsWith("/renewal"))).toHaveLength(before + 1);
  expect(session.id).toBe("pbs_1");
});

test("a device that slept renews before it fetches", async () => {
  const session = await started();
  vi.setSystemTime(Date.now() + 3_600_000);
  service.says(200, renewal("new"));
  await session.ready();

  expect(session.fresh("/URISigningPackage=old/x")).toBe("/URISigningPackage=new/x");
});

test("a session that another device took over ends, once", async () => {
  const session = await started();
  const ended: PlayerError[] = [];
  session.on("ended", (it) => ended.push(it));
  service.says(410, { code: "playback.session.ended" }).says(410, { code: "playback.session.ended" });
  await vi.advanceTimersByTimeAsync(90_000);

  expect(ended.map((it) => it.number)).toEqual([2112]);
  expect(service.asked).toHaveLength(2);
});

test("heartbeats say where the viewer is, and so does the end", async () => {
  const session = await started();
  session.position = () => 61.5;
  service.says(204).says(204);
  await vi.advanceTimersByTimeAsync(30_000);
  session.end();
  session.end();

  expect(service.asked[1]!.body).toEqual({ positionMs: 61_500 });
  expect(service.paths().at(-1)).toBe("DELETE https://a.example/viewer/v1/playbacks/pbs_1?positionMs=61500");
  expect(service.asked).toHaveLength(3);
});

test("an access token that has expired is asked for again, once for all who wait", async () => {
  const brought: string[] = [];
  const api = new Api("", (why) => {
    brought.push(why);
    return tokenUntil(why === "first" ? -1 : 900);
  });
  service.says(200, {}).says(200, {}).says(200, {});
  await api.send("GET", "/a");
  await Promise.all([api.send("GET", "/b"), api.send("GET", "/c")]);

  expect(brought).toEqual(["first", "expired"]);
});

test("a page that cannot bring a token has a viewer who is signed out", async () => {
  const signedOut = new Api("", () => Promise.reject(new Error("no session")));
  const offline = new Api("", () => fetch("/my-token").then((it) => it.text()));

  await expect(signedOut.token()).rejects.toMatchObject({ number: 2101 });
  await expect(offline.token()).rejects.toMatchObject({ number: 1001 });
});

test("a token that the service refuses is replaced and the call made again", async () => {
  const api = new Api("", () => tokenUntil(900));
  service.says(401, { code: "viewers.token.expired" }).says(200, { fine: true });

  await expect(api.send("GET", "/a")).resolves.toEqual({ fine: true });
});
