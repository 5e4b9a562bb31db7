/** What went wrong, as RFC 9457 has it; of the network, as `network`. */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly requestId = "",
    readonly fields: Readonly<Record<string, string>> = {},
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = "ProblemError";
  }

  static ofNetwork(): ProblemError {
    return new ProblemError("network", 0, "");
  }

  /** Whether trying once more may help. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface Said {
  code?: unknown;
  detail?: unknown;
  requestId?: unknown;
  errors?: { pointer?: string; detail?: string }[];
  facts?: Record<string, unknown>;
}

export function problemOf(status: number, body: unknown): ProblemError {
  const said: Said = typeof body === "object" && body !== null ? body : {};
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of said.errors ?? []) {
    if (pointer && detail) fields[pointer.replace(/^[/?]/, "")] = detail;
  }
  return new ProblemError(
    typeof said.code === "string" ? said.code : `http.${status}`,
    status,
    typeof said.detail === "string" ? said.detail : "",
    typeof said.requestId === "string" ? said.requestId : "",
    fields,
    said.facts,
  );
}
