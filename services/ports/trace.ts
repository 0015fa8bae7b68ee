/** What a piece of work is about: ids and codes, never a text, a handle or a name of a person. */
export interface About {
  /** The click, message or turn of the clock that all of it comes from: the same in every line that is logged meanwhile. */
  readonly operation?: string;
  readonly dialogue?: string;
}

/**
 * Follows work through all layers: what is logged inside carries what it is about, and so does what is inside of that. Where
 * telemetry is on, each is also a span.
 */
export interface Trace {
  /** Does the work and gives what it gives, faults included. `step` is one of few names: `turn`, `settle`, `teams PUT`. */
  within<T>(step: string, about: About, work: () => Promise<T>): Promise<T>;
  /** What it all comes from, for work that is done later; null: nothing is under way. */
  operation(): string | null;
}

/** Nobody follows. */
export const noTrace: Trace = { within: (_step, _about, work) => work(), operation: () => null };
