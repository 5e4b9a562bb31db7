import { Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { useSpoken } from "../../words/words";
import { numbersIn } from "./numbers";
import { type Span, useConcurrent, useSummary } from "./questions";

export function Tiles({ span }: { span: Span }) {
  const { words, language } = useSpoken();
  const write = numbersIn(language);
  const concurrent = useConcurrent();
  const summary = useSummary(span);
  if (summary.isError) {
    return <ProblemAlert problem={summary.error} onRetry={() => summary.refetch()} />;
  }
  const figures = summary.data?.data[0];
  const tiles: [string, string, string?][] = [
    [words.watchingNow, concurrent.data ? write.whole(concurrent.data.sessions) : "–", words.watchingNowHelp],
    [words.plays, write.whole(figures?.plays ?? 0)],
    [words.watched, write.hours(figures?.watchedSeconds ?? 0)],
    [words.startup, write.millis(figures?.startupP50Ms), `${words.slowest} ${write.millis(figures?.startupP95Ms)}`],
    [words.rebuffer, write.share(figures?.rebufferRatio), words.rebufferHelp],
    [words.fatalErrors, write.whole(figures?.fatalErrors ?? 0)],
    [words.bitrate, write.megabits(figures?.averageKbps)],
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 7 }} aria-busy={summary.isPending}>
      {tiles.map(([label, value, help]) => (
        <Paper key={label} withBorder p="md" className="tile">
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <Skeleton visible={summary.isPending}>
            <Text size="xl" fw={600} className="figure">
              {value}
            </Text>
          </Skeleton>
          {help && (
            <Text size="xs" c="dimmed">
              {help}
            </Text>
          )}
        </Paper>
      ))}
    </SimpleGrid>
  );
}
