import { Badge, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Problem } from "../../shell/problem";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { called, useSpoken } from "../../words/words";
import { useLatest, useTitleNames } from "./questions";

/** Whose session it may be that somebody asks for: the last ones that began, the newest first. */
export function Latest() {
  const { words, language } = useSpoken();
  const latest = useLatest();
  const sessions = latest.data?.data ?? [];
  const names = useTitleNames([...new Set(sessions.map((it) => it.titleId))]);
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "medium" });
  if (latest.error instanceof Problem && latest.error.status === 403) {
    return null;
  }
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="sm">
        {words.latest}
      </Title>
      {latest.isError && <ProblemAlert problem={latest.error} onRetry={() => latest.refetch()} />}
      {latest.isPending && <Skeleton h={160} />}
      {latest.data && sessions.length === 0 && <Text c="dimmed">{words.nobodyYet}</Text>}
      {sessions.length > 0 && (
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="group" aria-label={words.latest}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.began}</Table.Th>
                <Table.Th scope="col">{words.title}</Table.Th>
                <Table.Th scope="col">{words.device}</Table.Th>
                <Table.Th scope="col">{words.state}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sessions.map((it) => (
                <Table.Tr key={it.id}>
                  <Table.Td className="figure">
                    <Link className="link" to="/sessions/$sessionId" params={{ sessionId: it.id }}>
                      {moment.format(new Date(it.startedAt))}
                    </Link>
                  </Table.Td>
                  <Table.Td>{names.get(it.titleId) ?? it.titleId}</Table.Td>
                  <Table.Td>{`${it.device.name} (${called(words.deviceKinds, it.device.kind)})`}</Table.Td>
                  <Table.Td>
                    <Badge variant="dot" color={it.state === "running" ? "green" : "gray.6"} tt="none">
                      {called(words.states, it.state)}
                    </Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
