import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Beacons } from "../src/beacons";
import { Connection } from "../src/connection";
import { PlayerError } from "../src/errors";
import { Qoe } from "../src/qoe";

const FIGURES = { kbps: 800, height: 360, droppedFrames: 0, bufferMs: 9000, cdn: "a.example" };
let told: [string, Record<string, unknown>][];
let video: HTMLVideoElement;
let state: { currentTime: number; paused: boolean; seeking: boolean; ended: boolean };
let firstFrame: () => void;
let qoe: Qoe;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  state = { currentTime: 0, paused: false, seeking: false, ended: false };
  video = document.createElement("video");
  for (const name of Object.keys(state)) {
    Object.defineProperty(video, name, { get: () => state[name as keyof typeof state] });
  }
  video.requestVideoFrameCallback = (shown) => ((firstFrame = () => shown(0, {} as VideoFrameCallbackMetadata)), 1);
  const beacons = {
    add: (type: string, _: number, data: Record<string, unknown> = {}) => told.push([type, data]),
    flush: () => Promise.resolve(),
    flushLast: () => told.push(["sent", {}]),
  } as unknown as Beacons;
  qoe = new Qoe(video, beacons, () => FIGURES, performance.now());
});

afterEach(() => vi.useRealTimers());

const happens = (...names: string[]) => names.forEach((it) => video.dispatchEvent(new Event(it)));
const types = () => told.map(([type]) => type);

function plays(): void {
  vi.advanceTimersByTime(300);
  firstFrame();
  happens("playing");
}

test("the first frame comes with the time since the wish, and the bitrate", () => {
  plays();

  expect(told).toEqual([
    ["start", {}],
    ["firstFrame", { startupMs: 300 }],
    ["bitrate", { kbps: 800, height: 360, droppedFrames: 0 }],
    ["playing", {}],
  ]);
});

test("a stall lasts until it plays again", () => {
  plays();
  happens("waiting");
  vi.advanceTimersByTime(1_200);
  happens("playing");

  expect(told.slice(-2)).toEqual([
    ["stall", {}],
    ["resume", { stalledMs: 1200 }],
  ]);
});

test("waiting for a seek or the start is no stall", () => {
  happens("waiting");
  plays();
  state.seeking = true;
  happens("seeking", "waiting");

  expect(types()).not.toContain("stall");
});

function seeks(seconds: number): void {
  happens("timeupdate");
  state.seeking = true;
  state.currentTime = seconds;
  happens("seeking", "waiting");
  state.seeking = false;
  happens("seeked", "playing");
}

test("a seek says where from", () => {
  plays();
  state.currentTime = 4;
  seeks(14);

  expect(told.filter(([type]) => type === "seek")).toEqual([["seek", { fromMs: 4000 }]]);
});

test("neither where playback begins nor what a player does to switch the sound is a seek", () => {
  seeks(30);
  plays();
  seeks(29.999);

  expect(types()).not.toContain("seek");
  expect(types()).not.toContain("stall");
});

test("what was watched is told every ten seconds, without pauses", () => {
  plays();
  vi.advanceTimersByTime(4_700);
  state.paused = true;
  happens("pause");
  vi.advanceTimersByTime(5_000);

  expect(told.at(-1)).toEqual(["progress", { watchedMs: 4700, bufferMs: 9000, kbps: 800, cdn: "a.example" }]);
});

test("after its end nothing is told, and a page that was left has sent it", () => {
  plays();
  qoe.end("left");
  happens("pause", "seeking");
  qoe.end("stopped");

  expect(types().filter((it) => it === "end")).toHaveLength(1);
  expect(types().at(-1)).toBe("sent");
});

test("a network that is away is asked ever less often, and told of once", () => {
  const retry = vi.fn();
  const changed = vi.fn();
  const connection = new Connection({ retry, changed });
  const error = new PlayerError("player.network.offline");
  retry.mockImplementation(() => connection.failed(error));
  connection.failed(error);
  vi.advanceTimersByTime(60_000);
  connection.answered();
  connection.answered();
  connection.destroy();

  expect(retry.mock.calls.length).toBeGreaterThan(5);
  expect(retry.mock.calls.length).toBeLessThan(12);
  expect(changed.mock.calls.map(([state]) => state as string)).toEqual(["lost", "back"]);
});
