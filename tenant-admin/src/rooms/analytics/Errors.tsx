import { Code, Paper, Table, Text, Title } from "@mantine/core";
import { ProblemAlert } from "../../shell/ProblemAlert";
import { useSpoken } from "../../words/words";
import { numbersIn } from "./numbers";
import { type Span, useErrors } from "./questions";

export function Errors({ span }: { span: Span }) {
  const { words, language } = useSpoken();
  const write = numbersIn(language);
  const errors = useErrors(span);
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="sm">
        {words.errors}
      </Title>
      {errors.isError && <ProblemAlert problem={errors.error} onRetry={() => errors.refetch()} />}
      {errors.data?.data.length === 0 && <Text c="dimmed">{words.noErrors}</Text>}
      {!!errors.data?.data.length && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.code}</Table.Th>
              <Table.Th scope="col" ta="end">
                {words.errors}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                {words.fatalErrors}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                {words.sessions}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.data.data.map((it) => (
              <Table.Tr key={it.code}>
                <Table.Th scope="row" fw={400}>
                  <Code>{it.code}</Code>
                </Table.Th>
                <Table.Td ta="end" className="figure">
                  {write.whole(it.errors)}
                </Table.Td>
                <Table.Td ta="end" className="figure">
                  {write.whole(it.fatalErrors)}
                </Table.Td>
                <Table.Td ta="end" className="figure">
                  {write.whole(it.sessions)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}
