/** What `steering.json` beside a manifest says, as HLS and DASH have it. */
interface SteeringDocument {
  VERSION: number;
  TTL?: number;
  "PATHWAY-PRIORITY"?: string[];
  "PATHWAY-CLONES"?: { ID: string; "URI-REPLACEMENT": { HOST?: string } }[];
}

const USUAL_TTL_SECONDS = 300;
const PATIENCE_MS = 10_000;
/** So long a host that failed comes last. */
const REST_MS = 300_000;

/**
 * The hosts that a session may fetch its media from: the service puts them in order, and those that failed come last for a
 * while. shaka-player follows no steering where addresses are relative, as ours are, so each request is told its host.
 */
export class Pathways {
  private hosts: string[] = [];
  private askAt = 0;
  private readonly restUntil = new Map<string, number>();

  /** `manifest` brings the manifest's address with the token of now. Asks for the order at once, and again when it is old. */
  constructor(private readonly manifest: () => string) {
    this.refresh();
  }

  /** The same address on the host of now. Waits for nothing: until the order is known it stays where it is. */
  on(address: string): string {
    this.refresh();
    const host = this.best();
    if (host === undefined) return address;
    const moved = new URL(address);
    moved.hostname = host;
    return moved.href;
  }

  /** Nothing came from there; the next ones are tried first. */
  failed(address: string): void {
    if (navigator.onLine) this.restUntil.set(new URL(address).hostname, Date.now() + REST_MS);
  }

  /** Of hosts that all failed, the one whose failure is the oldest. */
  private best(): string | undefined {
    const now = Date.now();
    const rest = (host: string) => Math.max(now, this.restUntil.get(host) ?? 0);
    return [...this.hosts].sort((one, other) => rest(one) - rest(other))[0];
  }

  private refresh(): void {
    if (Date.now() < this.askAt) return;
    this.askAt = Infinity;
    void this.ask().then((seconds) => (this.askAt = Date.now() + seconds * 1000));
  }

  /** For how long the answer holds. Without one everything stays as it is. */
  private async ask(): Promise<number> {
    const manifest = this.manifest();
    try {
      const answer = await fetch(new URL("steering.json", manifest).href, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!answer.ok) return USUAL_TTL_SECONDS;
      const document = (await answer.json()) as SteeringDocument;
      if (document.VERSION === 1) this.hosts = hostsOf(document, new URL(manifest).hostname);
      return document.TTL ?? USUAL_TTL_SECONDS;
    } catch {
      return USUAL_TTL_SECONDS;
    }
  }
}

function hostsOf(document: SteeringDocument, here: string): string[] {
  const clones = document["PATHWAY-CLONES"] ?? [];
  const replaced = (id: string) => clones.find((it) => it.ID === id)?.["URI-REPLACEMENT"].HOST;
  return (document["PATHWAY-PRIORITY"] ?? []).map((id) => replaced(id) ?? here);
}
