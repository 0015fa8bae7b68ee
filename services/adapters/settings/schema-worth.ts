import { z } from 'zod/v4';
import { type Way, WAYS } from '../../domain/figures/way.ts';
import { type WorthSettings } from '../../domain/work-instruction/worth-settings.ts';
import { group } from './groups.ts';
import { wholeNumber } from './scalars.ts';
import { below, type Issue, type Spot } from './spots.ts';

const EUROS = 'an amount in euros, 0 or more, such as 4.50';
const euros = z.number({ error: EUROS }).min(0, { error: EUROS }).optional();
const PEOPLE = 'a whole number of people';

/** The chapter `worth`. */
export const worthSchema: z.ZodType<WorthSettings> = group({
  price: group(Object.fromEntries(WAYS.map((way) => [way, euros])) as Record<Way, typeof euros>).prefault({}),
  poll: group({
    asked: wholeNumber(`${PEOPLE}, at least 1`, 1, 1_000_000),
    wouldHaveCalled: wholeNumber(PEOPLE, 0, 1_000_000),
  })
    .nullable()
    .default(null),
});

/** No more would have called than were asked. */
export function pollInFile(file: Spot): readonly Issue[] {
  const [asked, called] = ['asked', 'wouldHaveCalled'].map((name) => below(file, 'worth', 'poll', name));
  if (typeof asked?.value !== 'number' || typeof called?.value !== 'number' || called.value <= asked.value) return [];
  return [{ path: called.path, says: `must not be more than asked (${asked.value})` }];
}
