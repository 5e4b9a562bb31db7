import { QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem";

const isWorthAnotherTry = (problem: unknown) =>
  problem instanceof Problem && (problem.status === 0 || problem.status === 429 || problem.status >= 502);

/** What was read; forgotten when the session ends. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, problem) => failures < 2 && isWorthAnotherTry(problem), staleTime: 1_000 },
  },
});
