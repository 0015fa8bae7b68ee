import { type Duration } from '../domain/instant.ts';

/**
 * Everything that is measured, by the name it has in Application Insights behind `gehoor.`: durations in milliseconds, counts
 * of what happened, and levels as they are now. What is measured here is listed in the README.
 */
export const MEASURES = {
  'click.to.answer': { kind: 'duration', says: 'from a click to the answer that the person sees' },
  'post.to.card': { kind: 'duration', says: 'from the posting on the network to the root card in the channel' },
  'call.duration': { kind: 'duration', says: 'one call to Teams, a network or the tables' },
  'effects.waiting': {
    kind: 'level',
    says: 'dialogues that wait to be brought up to date in Teams and on the network',
  },
  'limit.left': { kind: 'level', says: 'messages that Teams still takes in the webcare channel this hour' },
  'spending.dollars': { kind: 'level', says: 'what a network cost this month, by our own count' },
  'receipts.missing': { kind: 'count', says: 'times that a reply was sent and no receipt was found' },
  'receipts.got': { kind: 'count', says: 'replies placed, with the id of the network' },
  'clicks.refused': { kind: 'count', says: 'clicks that were refused, by the code of the reason' },
  'activities.refused': {
    kind: 'count',
    says: 'activities that were not looked at: wrong tenant, team, address or sender',
  },
  'requests.turned.away': {
    kind: 'count',
    says: 'requests that were not let in: no sign-in, too large, too many at once',
  },
} as const satisfies Readonly<Record<string, { readonly kind: 'duration' | 'level' | 'count'; readonly says: string }>>;

export type MeasureName = keyof typeof MEASURES;
type Named<Kind> = { [N in MeasureName]: (typeof MEASURES)[N]['kind'] extends Kind ? N : never }[MeasureName];
export type DurationName = Named<'duration'>;
export type LevelName = Named<'level'>;
export type CountName = Named<'count'>;

/** Codes and names of ours with few values, never a person, a handle or a text. */
export type Labels = Readonly<Record<string, string | number>>;

/** Where figures about the running bot go. Never waits, never fails. */
export interface Metrics {
  took(name: DurationName, duration: Duration, labels?: Labels): void;
  level(name: LevelName, value: number, labels?: Labels): void;
  count(name: CountName, labels?: Labels): void;
}

/** Nobody looks: without a connection string for Application Insights. */
export const noMetrics: Metrics = { took: () => undefined, level: () => undefined, count: () => undefined };
