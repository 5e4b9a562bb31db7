/** Typed events of classes that are no elements. */
export class Emitter<Events> {
  private readonly listeners = new Map<keyof Events, Set<(event: never) => void>>();

  /** Calls `listener` at each such event until the function that this returns is called. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void {
    const all = this.listeners.get(name) ?? new Set();
    all.add(listener);
    this.listeners.set(name, all);
    return () => all.delete(listener);
  }

  protected emit<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    this.listeners.get(name)?.forEach((listener) => (listener as (it: Events[Name]) => void)(event));
  }
}
