import { Button, Group, Paper, Skeleton, Tabs, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { called, useSpoken } from "../../words/words";
import { FiguresTable } from "./FiguresTable";
import { type Dimension, type Span, useBreakdown, useCsv, useTitleNames } from "./questions";
import { Retention } from "./Retention";

/** The numbers told apart; a title opens how long it holds its viewers. */
export function Breakdown({ span }: { span: Span }) {
  const { words, language } = useSpoken();
  const [by, setBy] = useState<Dimension>("title");
  const [title, setTitle] = useState<string | null>(null);
  const rows = useBreakdown(span, by);
  const download = useMutation({ mutationFn: useCsv(span, by) });
  const names = useTitleNames(by === "title" ? (rows.data?.data ?? []).map((it) => it.key).filter(Boolean) : []);
  const countries = new Intl.DisplayNames(language, { type: "region" });
  const labels: Record<Dimension, string> = {
    title: words.title,
    device: words.device,
    country: words.country,
    edge: words.edge,
  };
  const nameOf = (key: string) => {
    if (!key) {
      return words.unknown;
    }
    if (by === "country") {
      return /^[A-Z]{2}$/.test(key) ? countries.of(key) : key;
    }
    if (by === "device") {
      return called(words.deviceKinds, key);
    }
    if (by === "edge") {
      return key;
    }
    return (
      <UnstyledButton className="name" onClick={() => setTitle(key)}>
        {names.get(key) ?? key}
      </UnstyledButton>
    );
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h5">
          {words.toldApart}
        </Title>
        <Button size="compact-sm" variant="default" loading={download.isPending} onClick={() => download.mutate()}>
          {words.asCsv}
        </Button>
      </Group>
      <Tabs value={by} onChange={(value) => setBy(value as Dimension)}>
        <Tabs.List mb="sm" className="tabs" aria-label={words.toldApart}>
          {Object.entries(labels).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={by}>
          {download.isError && <ProblemAlert problem={download.error} />}
          {rows.isError && <ProblemAlert problem={rows.error} onRetry={() => rows.refetch()} />}
          {rows.isPending && <Skeleton h={160} />}
          {rows.data?.data.length === 0 && <Text c="dimmed">{words.nothingYet}</Text>}
          {!!rows.data?.data.length && <FiguresTable rows={rows.data.data} keyLabel={labels[by]} nameOf={nameOf} />}
        </Tabs.Panel>
      </Tabs>
      {title && <Retention titleId={title} name={names.get(title) ?? title} onClose={() => setTitle(null)} />}
    </Paper>
  );
}
