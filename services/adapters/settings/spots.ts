import { type SettingPath } from './lines.ts';

/** A value as it stands in the file, not checked yet, and the way to it. */
export interface Spot {
  readonly path: SettingPath;
  readonly value: unknown;
}

/** Something wrong at a place in the file. `says` begins after the name of the setting. */
export interface Issue {
  readonly path: SettingPath;
  readonly says: string;
}

/** The settings without those of which nothing is filled in (`places:`): they count as left out. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (!isGroup(value)) return value;
  const filled = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(filled.map(([name, inner]) => [name, filledIn(inner)]));
}

/** The spot further down, whether or not anything stands there. */
export function below(spot: Spot, ...steps: readonly (string | number)[]): Spot {
  return steps.reduce<Spot>(({ path, value }, step) => {
    const holds = (isGroup(value) || Array.isArray(value)) && Object.hasOwn(value, step);
    return { path: [...path, step], value: holds ? (value as Record<string | number, unknown>)[step] : undefined };
  }, spot);
}

/** What stands directly in a list or group, in the order of the file; nothing for a single value. */
export function each(spot: Spot): readonly Spot[] {
  if (Array.isArray(spot.value)) return spot.value.map((_, index) => below(spot, index));
  return isGroup(spot.value) ? Object.keys(spot.value).map((name) => below(spot, name)) : [];
}

/** The spots at which a text stands, with that text. */
export function texts(spots: readonly Spot[]): readonly (Spot & { readonly value: string })[] {
  return spots.flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));
}

export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
