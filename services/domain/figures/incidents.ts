import { type Dialogue, type Holder } from '../dialogue/dialogue.ts';
import { type Happened } from '../dialogue/messages.ts';
import { type Instant, MINUTE, SECOND } from '../instant.ts';
import { type Step } from './contacts-of.ts';
import { type Group } from './counts.ts';

/** One thing that counts, on the day on which it happened. */
export interface Incident {
  readonly at: Instant;
  readonly group: Group;
  readonly key: string;
}

/** What counts by itself, whatever contact it belongs to, by the event that tells it. */
const COUNTS: Readonly<Partial<Record<Happened['type'], readonly [Group, string]>>> = {
  removed: ['trouble', 'removed'],
  submitted: ['approvals', 'submitted'],
  amended: ['approvals', 'amended'],
  reacted: ['own', 'reactions'],
};

/** Two people replied to the same words within this time. Source: the definitions of the product, "dubbele reactie". */
const DOUBLE_WITHIN = 30 * MINUTE;

/** A publication whose outcome is not known by then is a silent failure. */
export const SILENT_AFTER = 60 * SECOND;

export function incidentsOf(steps: readonly Step[]): readonly Incident[] {
  return [...steps.flatMap(direct), ...claims(steps), ...sentBack(steps), ...doubles(steps), ...silent(steps)];
}

function direct({ event, after }: Step): readonly Incident[] {
  const { at } = event;
  const counts = COUNTS[event.type];
  const own = counts === undefined ? [] : [{ at, group: counts[0], key: counts[1] }];
  if (event.type === 'notPlaced' && event.hitch.why === 'refused')
    return [...own, { at, group: 'trouble', key: 'notPlaced' }];
  if (event.type !== 'published') return own;
  const { byHand } = event.receipt;
  return [
    ...own,
    ...(byHand !== null && !byHand.checked ? [{ at, group: 'trouble', key: 'unchecked' } as const] : []),
    ...(after.own === true ? [{ at, group: 'own', key: 'placed' } as const] : []),
  ];
}

/** Each time that somebody came to hold it; that it expired counts where it began, so that no day has more of it than of claims. */
function claims(steps: readonly Step[]): readonly Incident[] {
  return steps.flatMap(({ event, before, after }): readonly Incident[] => {
    const held = holding(before);
    const holds = holding(after);
    if (event.type === 'claimExpired' && held !== null) return [{ at: held.since, group: 'trouble', key: 'expired' }];
    const begins = holds !== null && (held === null || held.by.email !== holds.by.email);
    return begins ? [{ at: event.at, group: 'trouble', key: 'claims' }] : [];
  });
}

function holding(dialogue: Dialogue | null): { readonly by: Holder; readonly since: Instant } | null {
  return dialogue !== null && 'since' in dialogue.stage ? dialogue.stage : null;
}

/** A text that was submitted and came back; where it was submitted, once. */
function sentBack(steps: readonly Step[]): readonly Incident[] {
  const found: Incident[] = [];
  let submittedAt: Instant | null = null;
  for (const { event } of steps) {
    if (event.type === 'submitted') submittedAt = event.at;
    if (event.type !== 'sentBack' || submittedAt === null) continue;
    found.push({ at: submittedAt, group: 'approvals', key: 'sentBack' });
    submittedAt = null;
  }
  return found;
}

/** A holding reply and the answer that it promised are two replies by intent. */
function doubles(steps: readonly Step[]): readonly Incident[] {
  const found: Incident[] = [];
  let last: { readonly at: Instant; readonly by: string } | null = null;
  for (const { event, after } of steps) {
    const words = (event.type === 'received' && !event.post.thanks) || (event.type === 'edited' && !event.thanks);
    if (words || event.type === 'removed') last = null;
    const placed = event.type === 'published' || event.type === 'answeredOutside';
    if (!placed || after.own === true || event.receipt.holds !== undefined) continue;
    const { at, by } = event.receipt;
    const who = by.email || by.name;
    if (last !== null && last.by !== who && at - last.at <= DOUBLE_WITHIN)
      found.push({ at, group: 'trouble', key: 'double' });
    last = { at, by: who };
  }
  return found;
}

const RESOLVES: ReadonlySet<Happened['type']> = new Set(['published', 'notPlaced', 'postponed', 'answeredOutside']);

function silent(steps: readonly Step[]): readonly Incident[] {
  return attempts(steps)
    .filter(({ at, until }) => until !== null && until - at > SILENT_AFTER)
    .map(({ at }) => ({ at, group: 'trouble', key: 'silent' }));
}

/** The attempt of which nothing is known yet; null: there is none. */
export function openAttempt(steps: readonly Step[]): Instant | null {
  const last = attempts(steps).at(-1);
  return last !== undefined && last.until === null ? last.at : null;
}

/** Each try to place, until something was known of it; a further try of the same text is the same one. */
function attempts(steps: readonly Step[]): readonly { readonly at: Instant; readonly until: Instant | null }[] {
  const all: { at: Instant; until: Instant | null }[] = [];
  for (const { event } of steps) {
    const last = all.at(-1);
    const pending = last !== undefined && last.until === null;
    if (event.type === 'attempted' && !pending) all.push({ at: event.at, until: null });
    if (RESOLVES.has(event.type) && pending) last.until = event.at;
  }
  return all;
}
