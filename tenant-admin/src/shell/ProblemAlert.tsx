import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { useWords } from "../words/words";
import { Problem } from "./problem";

/** What failed, its code and request id, and the next thing to do. */
export function ProblemAlert({
  problem,
  advice,
  onRetry,
}: {
  problem: unknown;
  advice?: string;
  onRetry?: () => void;
}) {
  const words = useWords();
  const known = problem instanceof Problem ? problem : new Problem("console.failure", String(problem), 0, null);
  return (
    <Alert color="red" title={known.code === "network" ? words.unreachable : words.failed} role="alert">
      <Text size="sm">{known.code === "network" ? words.unreachableDetail : (advice ?? known.message)}</Text>
      <Group mt="xs" gap="xs">
        <Code>{known.code}</Code>
        {known.requestId && <Code>{known.requestId}</Code>}
        {onRetry && (
          <Button size="compact-sm" variant="light" color="red" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
