/** A part of a title that means something: chapters have names, the others may be skipped. Times are seconds. */
export interface Marker {
  kind: "chapter" | "intro" | "recap" | "credits";
  start: number;
  end: number;
  label?: string;
}

/** Of an attribute's JSON. What is no marker is left out; page authors find the reason in the console. */
export function markersOf(json: string | null): Marker[] {
  if (!json) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isMarker) : [];
  } catch (failure) {
    console.warn("streamverse-player: the attribute markers is no JSON", failure);
    return [];
  }
}

function isMarker(it: unknown): it is Marker {
  const marker = it as Marker | null;
  const named = ["chapter", "intro", "recap", "credits"].includes(marker?.kind ?? "");
  return named && Number.isFinite(marker?.start) && Number.isFinite(marker?.end) && marker!.end > marker!.start;
}

/** What can be skipped at a time, if it is worth a button. */
export function skippableAt(markers: Marker[], seconds: number): Marker | undefined {
  return markers.find(
    (it) => (it.kind === "intro" || it.kind === "recap") && seconds >= it.start && seconds < it.end - 1,
  );
}

/** From when on the next title is offered. */
export function creditsAt(markers: Marker[], duration: number): number {
  return markers.find((it) => it.kind === "credits")?.start ?? Math.max(duration - 15, duration * 0.9);
}
