import { Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { called, useWords } from "../../words/words";
import { Latest } from "./Latest";
import { useTimeline, useTitleNames } from "./questions";
import { Timeline } from "./Timeline";

/** What one viewer saw, moment by moment. */
export default function SessionPage() {
  const words = useWords();
  const { sessionId = "" } = useParams({ strict: false });
  const [wanted, setWanted] = useState(sessionId);
  const navigate = useNavigate();
  const timeline = useTimeline(sessionId);
  const names = useTitleNames(timeline.data ? [timeline.data.titleId] : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/sessions/$sessionId", params: { sessionId: wanted.trim() } });
  };
  return (
    <Stack gap="lg">
      <Title order={1} size="h3">
        {words.oneSession}
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            label={words.sessionId}
            description={words.sessionIdHelp}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            required
            miw={320}
          />
          <Button type="submit" disabled={!wanted.trim()}>
            {words.show}
          </Button>
        </Group>
      </form>
      {!sessionId && <Latest />}
      {timeline.isLoading && <Skeleton h={240} />}
      {timeline.isError && <ProblemAlert problem={timeline.error} onRetry={() => timeline.refetch()} />}
      {timeline.data && (
        <Paper withBorder p="md">
          <Text size="sm" c="dimmed" mb="sm">
            {[
              names.get(timeline.data.titleId) ?? timeline.data.titleId,
              called(words.deviceKinds, timeline.data.device),
              timeline.data.os,
              timeline.data.browser,
              timeline.data.country,
              timeline.data.player,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          <Timeline events={timeline.data.data} />
        </Paper>
      )}
    </Stack>
  );
}
