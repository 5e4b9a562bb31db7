import { Failure } from "../parts/Failure";
import { ProblemError } from "../problem";

export function Nothing(): React.ReactNode {
  return <Failure problem={new ProblemError("http.route.unknown", 404, "")} />;
}
