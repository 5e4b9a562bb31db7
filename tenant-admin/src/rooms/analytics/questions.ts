import { useQueries, useQuery } from "@tanstack/react-query";
import type { components } from "../../../target/api";
import { useApi } from "../../shell/api";
import { nameIn, useSpoken } from "../../words/words";

export type Figures = components["schemas"]["AnalyticsFigures"];
export type Dimension = components["schemas"]["AnalyticsDimension"];
type Interval = components["schemas"]["AnalyticsInterval"];

export const SPANS = {
  hour: { hours: 1, interval: "minute" },
  day: { hours: 24, interval: "hour" },
  week: { hours: 7 * 24, interval: "hour" },
  month: { hours: 30 * 24, interval: "day" },
} satisfies Record<string, { hours: number; interval: Interval }>;

export type Span = keyof typeof SPANS;

const STEP_MS = { minute: 60_000, hour: 3_600_000, day: 24 * 3_600_000 };
const LIVE_MS = 5_000;

/** From when, for a span that ends now. */
export function beginOf(span: Span, now: number): string {
  return new Date(now - SPANS[span].hours * 3_600_000).toISOString();
}

/** When each of the span's intervals begins, also of those in which nobody watched. */
export function stepsOf(span: Span, now: number): number[] {
  const step = STEP_MS[SPANS[span].interval];
  const first = Math.floor(Date.parse(beginOf(span, now)) / step);
  const count = Math.floor(now / step) - first + 1;
  return Array.from({ length: count }, (_, place) => (first + place) * step);
}

const asked = (span: Span) => ({ from: beginOf(span, Date.now()) });

export function useConcurrent() {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "concurrent"],
    queryFn: async () => (await api.GET("/v1/analytics/concurrent")).data!,
    refetchInterval: LIVE_MS,
  });
}

export function useSummary(span: Span) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "summary", span],
    queryFn: async () => (await api.GET("/v1/analytics/summary", { params: { query: asked(span) } })).data!,
    refetchInterval: LIVE_MS,
  });
}

export function useTimeSeries(span: Span) {
  const api = useApi();
  const { interval } = SPANS[span];
  return useQuery({
    queryKey: ["analytics", "timeseries", span],
    queryFn: async () =>
      (await api.GET("/v1/analytics/timeseries", { params: { query: { ...asked(span), interval } } })).data!,
    refetchInterval: LIVE_MS,
  });
}

export function useBreakdown(span: Span, by: Dimension) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "breakdown", span, by],
    queryFn: async () =>
      (await api.GET("/v1/analytics/breakdown", { params: { query: { ...asked(span), by } } })).data!,
    refetchInterval: LIVE_MS,
  });
}

export function useErrors(span: Span) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "errors", span],
    queryFn: async () => (await api.GET("/v1/analytics/errors", { params: { query: asked(span) } })).data!,
    refetchInterval: LIVE_MS,
  });
}

export function useRetention(titleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "retention", titleId],
    queryFn: async () => (await api.GET("/v1/analytics/retention/{titleId}", { params: { path: { titleId } } })).data!,
  });
}

export function useTimeline(sessionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["analytics", "session", sessionId],
    queryFn: async () => (await api.GET("/v1/analytics/sessions/{id}", { params: { path: { id: sessionId } } })).data!,
    enabled: sessionId !== "",
    refetchInterval: LIVE_MS,
  });
}

export function useLatest() {
  const api = useApi();
  return useQuery({
    queryKey: ["playback-sessions"],
    queryFn: async () => (await api.GET("/v1/playback-sessions", { params: { query: { limit: 20 } } })).data!,
    refetchInterval: LIVE_MS,
  });
}

/** A title's name, in the reader's language if it can be, where the key may read the catalogue; else its id. */
export function useTitleNames(ids: string[]): Map<string, string> {
  const api = useApi();
  const { language } = useSpoken();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ["title", id],
      queryFn: async () => (await api.GET("/v1/titles/{id}", { params: { path: { id } } })).data!,
      staleTime: Infinity,
      retry: false,
    })),
    combine: (answers) =>
      new Map(ids.map((id, place) => [id, nameIn(language, answers[place]?.data?.texts ?? {}) ?? id])),
  });
}

/** The same numbers as a file, as the API writes it. */
export function useCsv(span: Span, by: Dimension) {
  const api = useApi();
  return async () => {
    const { data } = await api.GET("/v1/analytics/export", {
      params: { query: { ...asked(span), report: "breakdown", by } },
      parseAs: "blob",
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(data as Blob);
    link.download = `${by}-${span}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
