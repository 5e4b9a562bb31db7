import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pathways } from "../src/pathways";
import { ANSWER, Service } from "./service";

const MANIFEST = ANSWER.manifests.dash;
const SEGMENT = "https://a.example/URISigningPackage=old/m/s/a/1/v/1.m4s";
let service: Service;

beforeEach(() => {
  vi.useFakeTimers();
  service = new Service();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function order(...hosts: string[]) {
  const clones = hosts.map((host) => ({ "BASE-ID": ".", ID: host[0], "URI-REPLACEMENT": { HOST: host } }));
  return { VERSION: 1, TTL: 60, "PATHWAY-PRIORITY": [...clones.map((it) => it.ID), "."], "PATHWAY-CLONES": clones };
}

async function told(...hosts: string[]): Promise<Pathways> {
  service.says(200, order(...hosts));
  const pathways = new Pathways(() => MANIFEST);
  await vi.advanceTimersByTimeAsync(0);
  return pathways;
}

const host = (pathways: Pathways) => new URL(pathways.on(SEGMENT)).hostname;

test("nothing waits for the order, and everything goes by it once it is there", async () => {
  service.says(200, order("x.example"));
  const pathways = new Pathways(() => MANIFEST);
  expect(pathways.on(SEGMENT)).toBe(SEGMENT);

  await vi.advanceTimersByTimeAsync(0);
  expect(pathways.on(SEGMENT)).toBe("https://x.example/URISigningPackage=old/m/s/a/1/v/1.m4s");
  expect(service.paths()).toEqual(["GET https://a.example/URISigningPackage=old/m/s/a/1/w/steering.json"]);
});

test("a host that failed is followed by the next, and in the end by where the manifest came from", async () => {
  const pathways = await told("x.example", "y.example");
  const seen = [1, 2, 3, 4].map(() => {
    const address = pathways.on(SEGMENT);
    pathways.failed(address);
    vi.advanceTimersByTime(1);
    return new URL(address).hostname;
  });

  expect(seen).toEqual(["x.example", "y.example", "a.example", "x.example"]);
});

test("after a while a host that failed is tried again", async () => {
  const pathways = await told("x.example");
  pathways.failed(pathways.on(SEGMENT));
  expect(host(pathways)).toBe("a.example");

  service.says(200, order("x.example"));
  await vi.advanceTimersByTimeAsync(301_000);
  expect(host(pathways)).toBe("x.example");
});

test("no host is to blame for a network that is away", async () => {
  const pathways = await told("x.example");
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  pathways.failed(pathways.on(SEGMENT));

  expect(host(pathways)).toBe("x.example");
});

test("an order that is old is asked for again, and kept where no answer comes", async () => {
  const pathways = await told("x.example");
  await vi.advanceTimersByTimeAsync(61_000);
  service.says(200, order("y.example"));
  expect(host(pathways)).toBe("x.example");
  await vi.advanceTimersByTimeAsync(0);
  expect(host(pathways)).toBe("y.example");

  service.isAway();
  await vi.advanceTimersByTimeAsync(61_000);
  expect(host(pathways)).toBe("y.example");
  await vi.advanceTimersByTimeAsync(0);
  expect(host(pathways)).toBe("y.example");
});

test("a service with one host changes nothing", async () => {
  const pathways = await told();

  expect(pathways.on(SEGMENT)).toBe(SEGMENT);
});
