import { LineChart } from "@mantine/charts";
import { Modal, Skeleton, Text } from "@mantine/core";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { useSpoken } from "../../words/words";
import { numbersIn } from "./numbers";
import { useRetention } from "./questions";

export function Retention({ titleId, name, onClose }: { titleId: string; name: string; onClose: () => void }) {
  const { words, language } = useSpoken();
  const write = numbersIn(language);
  const retention = useRetention(titleId);
  const points = retention.data?.data ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${name}: ${words.retention}`}
      size="lg"
      closeButtonProps={{ "aria-label": words.close }}
    >
      {retention.isError && <ProblemAlert problem={retention.error} onRetry={() => retention.refetch()} />}
      {retention.isPending && <Skeleton h={240} />}
      {retention.data && points.length === 0 && <Text c="dimmed">{words.nothingYet}</Text>}
      {points.length > 0 && (
        <LineChart
          h={240}
          role="figure"
          aria-label={words.retention}
          data={points.map((it) => ({ place: `${it.percent} %`, [words.stillWatching]: Number(it.share) }))}
          dataKey="place"
          series={[{ name: words.stillWatching, color: "indigo.6" }]}
          withDots={false}
          withLegend
          valueFormatter={write.share}
        />
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {words.retentionHelp}
      </Text>
    </Modal>
  );
}
