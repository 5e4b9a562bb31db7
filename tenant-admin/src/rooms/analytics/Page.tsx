import { Group, SegmentedControl, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/words";
import { Unrated } from "../catalog/Unrated";
import { Breakdown } from "./Breakdown";
import { Errors } from "./Errors";
import { Over } from "./Over";
import type { Span } from "./questions";
import { Tiles } from "./Tiles";

export default function Page() {
  const words = useWords();
  const [span, setSpan] = useState<Span>("day");
  const spans: { value: Span; label: string }[] = [
    { value: "hour", label: words.lastHour },
    { value: "day", label: words.lastDay },
    { value: "week", label: words.lastWeek },
    { value: "month", label: words.lastMonth },
  ];
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {words.numbers}
        </Title>
        <SegmentedControl
          aria-label={words.span}
          data={spans}
          value={span}
          onChange={(value) => setSpan(value as Span)}
        />
      </Group>
      <Unrated />
      <Tiles span={span} />
      <Over span={span} />
      <Breakdown span={span} />
      <Errors span={span} />
    </Stack>
  );
}
