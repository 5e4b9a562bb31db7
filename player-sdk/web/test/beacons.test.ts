import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Beacons, type Consent } from "../src/beacons";
import { Service } from "./service";

interface Body {
  consent: string;
  events: { id: string; seq: number; type: string; positionMs: number; at: string; data: unknown }[];
}

let service: Service;
let sent: string[];

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  service = new Service();
  sent = [];
  Object.defineProperty(navigator, "onLine", { value: true, configurable: true });
  Object.defineProperty(navigator, "sendBeacon", { value: (url: string) => sent.push(url) > 0, configurable: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function beacons(consent: Consent = "granted"): Beacons {
  return new Beacons({
    url: "https://a.example/events",
    sessionId: "pbs_1",
    consent,
    player: { name: "streamverse-web", version: "0.1.0" },
    device: { kind: "web", os: "Linux", browser: "Chrome" },
  });
}

const bodies = () => service.asked.map((it) => it.body as Body);

test("events wait ten seconds for each other", async () => {
  service.says(202);
  const told = beacons();
  told.add("start", 0);
  told.add("firstFrame", 0, { startupMs: 210 });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(service.asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);

  expect(bodies()[0]!.events.map((it) => [it.seq, it.type])).toEqual([
    [1, "start"],
    [2, "firstFrame"],
  ]);
});

test("twenty events do not wait", async () => {
  service.says(202);
  const told = beacons();
  for (let i = 0; i < 20; i++) told.add("seek", i);
  await vi.advanceTimersByTimeAsync(0);

  expect(bodies()[0]!.events).toHaveLength(20);
});

test("a busy server is left in peace as long as it asks, and nothing is lost or doubled", async () => {
  service.says(429, {}, { "retry-after": "60" }).says(202);
  const told = beacons();
  told.add("start", 0);
  await vi.advanceTimersByTimeAsync(10_000);
  told.add("playing", 1);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(service.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(bodies()[1]!.events.map((it) => it.type)).toEqual(["start", "playing"]);
  expect(bodies()[1]!.events[0]!.id).toBe(bodies()[0]!.events[0]!.id);
});

test("without a network it asks ever less often", async () => {
  const told = beacons();
  told.add("start", 0);
  await vi.advanceTimersByTimeAsync(600_000);

  expect(service.asked.length).toBeGreaterThan(5);
  expect(service.asked.length).toBeLessThan(16);
});

test("a batch that is refused is not sent again", async () => {
  service.says(422);
  const told = beacons();
  told.add("start", 0);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(service.asked).toHaveLength(1);
});

test("it holds five hundred events at most, the newest", async () => {
  const told = beacons();
  for (let i = 0; i < 700; i++) told.add("seek", i);
  service.says(202);
  await vi.advanceTimersByTimeAsync(5_000);

  expect(bodies().at(-1)!.events[0]!.seq).toBeGreaterThanOrEqual(201);
});

test("a page that closes sends what waits", () => {
  const told = beacons();
  told.add("start", 0);
  told.flushLast();

  expect(sent).toEqual(["https://a.example/events"]);
});

test("a page that closes without a network leaves it for the next playback", async () => {
  Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
  const told = beacons();
  told.add("start", 0);
  told.flushLast();
  service.says(202);
  beacons();
  await vi.advanceTimersByTimeAsync(0);

  expect(bodies()[0]!.events[0]!.type).toBe("start");
  expect(localStorage.length).toBe(0);
});

test("what was left goes to the address of its own playback, as often as it takes", async () => {
  localStorage.setItem("streamverse.beacons", JSON.stringify([{ url: "https://a.example/old", body: "{}" }]));
  beacons();
  await vi.advanceTimersByTimeAsync(0);
  beacons();

  expect(service.asked.map((it) => it.url)).toEqual(["https://a.example/old", "https://a.example/old"]);
});

test("nothing is left in the browser of one who did not agree", () => {
  Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
  const told = beacons("unset");
  told.add("start", 0);
  told.flushLast();

  expect(localStorage.length).toBe(0);
});

test("what is sent has the shape that the service documents", async () => {
  const golden = JSON.parse(readFileSync("../../openapi/examples/PlayerEvents.json", "utf8")) as Body;
  service.says(202);
  const told = beacons();
  golden.events.forEach((it) => told.add(it.type as "start", it.positionMs / 1000, it.data as Record<string, unknown>));
  await vi.advanceTimersByTimeAsync(10_000);

  const [body] = bodies();
  expect(Object.keys(body!).sort()).toEqual(Object.keys(golden).sort());
  expect(Object.keys(body!.events[0]!).sort()).toEqual(Object.keys(golden.events[1]!).sort());
});
