import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words";

export function Missing() {
  const words = useWords();
  return (
    <Stack align="start">
      <Title order={1} size="h3">
        {words.noSuchPage}
      </Title>
      <Text c="dimmed">{words.noSuchPageHelp}</Text>
      <Anchor component={Link} to="/">
        {words.numbers}
      </Anchor>
    </Stack>
  );
}
