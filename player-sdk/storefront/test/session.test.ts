import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProblemError, problemOf } from "../src/problem";
import { Session } from "../src/session";

const kept = new Map<string, string>();
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
};
const calls: Request[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

function tokens(accessToken: string, expiresInSeconds = 900): () => Response {
  return () =>
    Response.json({ viewerId: "vwr_1", sessionId: "vse_1", accessToken, refreshToken: "", expiresInSeconds });
}

function refused(status: number, code: string): () => Response {
  return () => Response.json({ code, status, requestId: "req_1" }, { status });
}

beforeEach(() => {
  kept.clear();
  calls.length = 0;
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    calls.push(new Request(new URL(address, "http://aurora.localhost"), init));
    return answers.shift()!();
  });
});

afterEach(() => vi.unstubAllGlobals());

test("a guest asks for nothing", async () => {
  const session = new Session(storage);
  await session.restore();
  expect(await session.token()).toBe("");
  expect(calls).toHaveLength(0);
});

test("nothing that lasts is kept where scripts read", async () => {
  answers = [tokens("access-1")];
  const session = new Session(storage);
  await session.signIn("ada@example.com", "a horse, a staple");
  expect(await session.token()).toBe("access-1");
  expect(calls[0]!.headers.get("StreamVerse-Session")).toBe("cookie");
  expect([...kept.values()].join()).not.toContain("access");
});

test("many that need a token at once ask once", async () => {
  answers = [tokens("access-1", 30), tokens("access-2")];
  const session = new Session(storage);
  await session.signIn("ada@example.com", "a horse, a staple");
  const both = await Promise.all([session.token(), session.token()]);
  expect(both).toEqual(["access-2", "access-2"]);
  expect(calls.map((it) => new URL(it.url).pathname)).toEqual(["/viewer/v1/auth/login", "/viewer/v1/auth/refresh"]);
});

test("a session that is over makes a guest", async () => {
  kept.set("sv.signed-in", "1");
  answers = [refused(401, "viewers.refresh.refused")];
  const session = new Session(storage);
  await session.restore();
  expect(session.current()).toBeUndefined();
  expect(kept.size).toBe(0);
});

test("a network that fails makes nobody a guest", async () => {
  kept.set("sv.signed-in", "1");
  answers = [() => Promise.reject(new TypeError("no network"))];
  const session = new Session(storage);
  await session.restore();
  expect(kept.size).toBe(1);
  expect(session.doubt()?.code).toBe("network");
});

test("the doubt is over when the network is back", async () => {
  kept.set("sv.signed-in", "1");
  answers = [() => Promise.reject(new TypeError("no network")), tokens("access-1")];
  const session = new Session(storage);
  await session.restore();
  await session.restore();
  expect(session.doubt()).toBeUndefined();
  expect(session.current()?.viewerId).toBe("vwr_1");
});

test("a problem says which fields are wrong", () => {
  const problem = problemOf(422, {
    code: "x.y",
    errors: [{ pointer: "/email", detail: "is none" }],
    requestId: "req_1",
  });
  expect(problem.fields).toEqual({ email: "is none" });
  expect(problem.requestId).toBe("req_1");
  expect(problem.mayPass).toBe(false);
  expect(ProblemError.ofNetwork().mayPass).toBe(true);
  expect(problemOf(502, "<html>").code).toBe("http.502");
});
