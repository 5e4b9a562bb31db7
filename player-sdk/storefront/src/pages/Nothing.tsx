import type { ComponentChildren } from "preact";
import { Failure } from "../parts/Failure";
import { ProblemError } from "../problem";

export function Nothing(): ComponentChildren {
  return <Failure problem={new ProblemError("http.route.unknown", 404, "")} />;
}
