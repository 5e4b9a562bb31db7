import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWords } from "../words/words";
import { Problem } from "./problem";
import { ProblemAlert } from "./ProblemAlert";
import { begin, type Session } from "./session";

const isRefusal = (problem: unknown) => problem instanceof Problem && problem.status === 401;

export function SignIn({ onDone }: { onDone: (session: Session) => void }) {
  const words = useWords();
  const [key, setKey] = useState("");
  const signIn = useMutation({ mutationFn: begin, onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(key);
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              {words.signInTitle}
            </Title>
            <Text size="sm" c="dimmed">
              {words.signInHelp}
            </Text>
            <PasswordInput
              label={words.apiKey}
              placeholder="sv_live_…"
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
              required
              autoFocus
            />
            {signIn.isError && (
              <ProblemAlert problem={signIn.error} {...(isRefusal(signIn.error) && { advice: words.keyRefused })} />
            )}
            <Button type="submit" loading={signIn.isPending} disabled={!key.trim()}>
              {words.signIn}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
