import { AreaChart } from "@mantine/charts";
import "@mantine/charts/styles.css";
import { Group, NativeSelect, Paper, Skeleton, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { useSpoken } from "../../words/words";
import { FiguresTable } from "./FiguresTable";
import { numbersIn } from "./numbers";
import { type Figures, type Span, SPANS, stepsOf, useTimeSeries } from "./questions";

type Measure = "sessions" | "watchedSeconds" | "startupP50Ms" | "rebufferRatio" | "errors";
const MOST_DOTS = 31;
/** Of which there is none, rather than nothing known, while nobody watches. */
const COUNTED: Measure[] = ["sessions", "watchedSeconds", "errors"];

/** The numbers over time, as a picture or as a table. */
export function Over({ span }: { span: Span }) {
  const { words, language } = useSpoken();
  const [measure, setMeasure] = useState<Measure>("sessions");
  const [isTable, setTable] = useState(false);
  const series = useTimeSeries(span);
  const write = numbersIn(language);
  const measures: Record<Measure, { label: string; write: (value: number) => string }> = {
    sessions: { label: words.sessions, write: write.whole },
    watchedSeconds: { label: words.watched, write: write.time },
    startupP50Ms: { label: words.startup, write: write.millis },
    rebufferRatio: { label: words.rebuffer, write: write.share },
    errors: { label: words.errors, write: write.whole },
  };
  const time = timeIn(language, span);
  const points = series.data?.data ?? [];
  const { label, write: writeMeasure } = measures[measure];
  const known = new Map(points.map((it: Figures) => [Date.parse(it.key), it[measure]]));
  const steps = stepsOf(span, Date.now());
  const nothing = COUNTED.includes(measure) ? 0 : null;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h5">
          {words.overTime}
        </Title>
        <Group>
          <NativeSelect
            size="xs"
            aria-label={words.measure}
            value={measure}
            data={Object.entries(measures).map(([value, it]) => ({ value, label: it.label }))}
            onChange={(event) => setMeasure(event.currentTarget.value as Measure)}
          />
          <Switch label={words.asTable} checked={isTable} onChange={(event) => setTable(event.currentTarget.checked)} />
        </Group>
      </Group>
      {series.isError && <ProblemAlert problem={series.error} onRetry={() => series.refetch()} />}
      {series.isPending && <Skeleton h={260} />}
      {series.data && points.length === 0 && <Text c="dimmed">{words.nothingYet}</Text>}
      {points.length > 0 && isTable && <FiguresTable rows={points} keyLabel={words.time} nameOf={time} />}
      {points.length > 0 && !isTable && (
        <AreaChart
          h={260}
          role="figure"
          aria-label={label}
          data={steps.map((it) => ({ time: time(it), [label]: known.get(it) ?? nothing }))}
          dataKey="time"
          series={[{ name: label, color: "indigo.6" }]}
          curveType="monotone"
          withDots={nothing === null || steps.length <= MOST_DOTS}
          withLegend
          valueFormatter={writeMeasure}
          yAxisProps={{ width: 72, allowDecimals: write.whole !== writeMeasure }}
        />
      )}
    </Paper>
  );
}

function timeIn(language: string, span: Span) {
  const style: Intl.DateTimeFormatOptions =
    SPANS[span].interval === "day"
      ? { month: "short", day: "numeric", timeZone: "UTC" }
      : span === "week"
        ? { weekday: "short", hour: "2-digit", minute: "2-digit" }
        : { hour: "2-digit", minute: "2-digit" };
  const format = new Intl.DateTimeFormat(language, style);
  return (at: string | number) => format.format(new Date(at));
}
