import { Center, Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ApiProvider, apiOf } from "./api";
import { House } from "./House";
import { ProblemAlert } from "./ProblemAlert";
import { current, end, type Session } from "./session";
import { SignIn } from "./SignIn";

const SESSION = ["session"];

/** In front of everything: who has no session signs in, and what one account saw the next does not find. */
export function Door() {
  const memory = useQueryClient();
  const session = useQuery({ queryKey: SESSION, queryFn: current, staleTime: Infinity });
  const leave = useCallback(() => {
    memory.setQueryData(SESSION, null);
    memory.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    memory.getMutationCache().clear();
  }, [memory]);

  if (session.isError) {
    return (
      <Center h="100vh" p="md">
        <ProblemAlert problem={session.error} onRetry={() => session.refetch()} />
      </Center>
    );
  }
  if (session.isPending) {
    return (
      <Center h="100vh">
        <Loader />
      </Center>
    );
  }
  if (!session.data) {
    return <SignIn onDone={(begun) => memory.setQueryData(SESSION, begun)} />;
  }
  return <Inside key={session.data.token} session={session.data} onLeave={leave} />;
}

function Inside({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const api = useMemo(() => apiOf(session, onLeave), [session, onLeave]);
  return (
    <ApiProvider value={api}>
      <House session={session} onSignOut={() => end(session).then(onLeave)} />
    </ApiProvider>
  );
}
