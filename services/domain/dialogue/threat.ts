import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { THREAT } from '../work-instruction/preferred-reason.ts';

/** Somebody set it aside as a threat: by whom, when, and whether the coordinator knows. */
export interface Threat {
  readonly by: Person;
  readonly at: Instant;
  readonly told: boolean;
}

export interface Threatened {
  /** Not there: nobody set it aside as one. */
  readonly threat?: Threat;
}

/** What setting aside for this reason makes of it: the first threat of a dialogue is told, and no other. */
export function threatOf(
  { threat }: Threatened,
  { by, at, reason }: { readonly by: Person; readonly at: Instant; readonly reason: string },
): Threatened {
  if (reason !== THREAT || threat !== undefined) return {};
  return { threat: { by: { name: by.name, email: by.email }, at, told: false } };
}
