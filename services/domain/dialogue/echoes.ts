/** How often, and up to three who did: handles without `@`. */
export interface Echoes {
  readonly count: number;
  readonly handles: readonly string[];
}
