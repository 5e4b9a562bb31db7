/** What went wrong, as the API says it; `network` where no answer came. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly status: number,
    readonly requestId: string | null,
  ) {
    super(detail);
    this.name = "Problem";
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    const fields = (body ?? {}) as { code?: string; detail?: string; title?: string; requestId?: string };
    return new Problem(
      fields.code ?? `http.${response.status}`,
      fields.detail ?? fields.title ?? response.statusText,
      response.status,
      fields.requestId ?? response.headers.get("Request-Id"),
    );
  }

  static unreachable(): Problem {
    return new Problem("network", "", 0, null);
  }
}
