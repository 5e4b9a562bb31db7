import { keep, kept } from "./storage";

/** What plays, as `POST /viewer/v1/playbacks` wants to know it. */
export interface Device {
  id: string;
  name: string;
  kind: "web" | "tv";
  codecs: string[];
  drm: string[];
  player: "shaka" | "native";
}

const CODECS = {
  h264: 'video/mp4; codecs="avc1.640028"',
  hevc: 'video/mp4; codecs="hvc1.1.6.L120.90"',
  vp9: 'video/mp4; codecs="vp09.00.40.08"',
  av1: 'video/mp4; codecs="av01.0.08M.08"',
};

/** Our names of key systems, those of browsers, and which the browser should try first. */
export const KEY_SYSTEMS = {
  widevine: "com.widevine.alpha",
  playready: "com.microsoft.playready.recommendation",
  fairplay: "com.apple.fps",
  clearkey: "org.w3.clearkey",
} as const;

let known: Promise<Device> | undefined;

/** This device. Asked once; the browser takes some milliseconds to say which key systems it has. */
export function device(): Promise<Device> {
  known ??= look();
  return known;
}

async function look(): Promise<Device> {
  const drm = (await Promise.all(Object.keys(KEY_SYSTEMS).map(openable))).filter((it) => it !== undefined);
  // Without MSE, and where only FairPlay protects, the browser itself reads HLS.
  const native = mediaSource() === undefined || drm.includes("fairplay");
  const agent = navigator.userAgent;
  return {
    id: deviceId(),
    name: nameOf(agent),
    kind: isTv(agent) ? "tv" : "web",
    codecs: Object.entries(CODECS)
      .filter(([, type]) => decodes(type))
      .map(([name]) => name),
    drm,
    player: native ? "native" : "shaka",
  };
}

function mediaSource(): { isTypeSupported(type: string): boolean } | undefined {
  const page = globalThis as { ManagedMediaSource?: typeof MediaSource; MediaSource?: typeof MediaSource };
  return page.MediaSource ?? page.ManagedMediaSource;
}

function decodes(type: string): boolean {
  return mediaSource()?.isTypeSupported(type) ?? document.createElement("video").canPlayType(type) !== "";
}

async function openable(name: string): Promise<string | undefined> {
  const video = [{ contentType: CODECS.h264 }];
  const audio = [{ contentType: 'audio/mp4; codecs="mp4a.40.2"' }];
  const initDataTypes = name === "fairplay" ? ["skd", "sinf", "cenc"] : ["cenc", "keyids"];
  try {
    await navigator.requestMediaKeySystemAccess(KEY_SYSTEMS[name as keyof typeof KEY_SYSTEMS], [
      { initDataTypes, videoCapabilities: video, audioCapabilities: audio },
    ]);
    return name;
  } catch {
    return undefined;
  }
}

function deviceId(): string {
  const id = kept<string>("device") ?? uuid();
  keep("device", id);
  return id;
}

/** Random, also where the page is not secure enough for `crypto.randomUUID`. */
export function uuid(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (it) => it.toString(16).padStart(2, "0")).join("");
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What somebody would call this device. */
export function nameOf(agent: string): string {
  return `${browserOf(agent)}, ${systemOf(agent)}`;
}

/** A browser's name, from the words it calls itself by. */
export function browserOf(agent: string): string {
  const names: [RegExp, string][] = [
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/SamsungBrowser\//, "Samsung Internet"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/Chrom(e|ium)\/|CriOS\//, "Chrome"],
    [/Safari\//, "Safari"],
  ];
  return names.find(([sign]) => sign.test(agent))?.[1] ?? "Browser";
}

/** An operating system's name, likewise. */
export function systemOf(agent: string): string {
  const names: [RegExp, string][] = [
    [/Web0S|webOS/, "webOS"],
    [/Tizen/, "Tizen"],
    [/Android/, "Android"],
    [/iPhone|iPad|iPod/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/CrOS/, "ChromeOS"],
    [/Linux/, "Linux"],
  ];
  return names.find(([sign]) => sign.test(agent))?.[1] ?? "other";
}

function isTv(agent: string): boolean {
  return /SMART-TV|SmartTV|Web0S|webOS|Tizen.*TV|AFT[A-Z]|BRAVIA|GoogleTV/.test(agent);
}
