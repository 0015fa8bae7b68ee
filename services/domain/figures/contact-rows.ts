import { type Happened } from '../dialogue/messages.ts';
import { type Instant } from '../instant.ts';
import { type Contact, type Verdict, verdictOn } from './contact.ts';
import { contactsOf, stepsOf } from './contacts-of.ts';
import { type About, isInDays, scopeKey } from './period-figures.ts';
import { minutes, promiseOf, type TownClock } from './shares.ts';

/** One contact as the export tells it: no word, name or handle of a citizen, and nobody of the team. */
export interface ContactRow {
  /** Counts the dialogues of the export from 1: the same number is the same dialogue. */
  readonly dialogue: number;
  /** Which contact of its dialogue it is. */
  readonly number: number;
  readonly municipality: string | null;
  readonly source: string;
  readonly contact: Contact;
  /** Opening-hours minutes up to the first reply; null: there is none. */
  readonly replyMinutes: number | null;
  readonly verdict: Verdict | null;
  readonly promise: 'kept' | 'broken' | null;
}

/**
 * The contacts that began in a period, from the histories of the dialogues that have any: the very contacts of which the
 * figures of that period are the counts.
 */
export function contactRows(
  histories: readonly (readonly Happened[])[],
  about: About,
  clock: TownClock,
): readonly ContactRow[] {
  return histories
    .map((history) => rowsOf(history, about, clock))
    .filter((rows) => rows.length > 0)
    .sort(([one], [other]) => postedAt(one) - postedAt(other))
    .flatMap((rows, index) => rows.map((row) => ({ ...row, dialogue: index + 1 })));
}

function rowsOf(history: readonly Happened[], about: About, clock: TownClock): readonly Omit<ContactRow, 'dialogue'>[] {
  const steps = stepsOf(history);
  const last = steps.at(-1)?.after;
  if (last === undefined || last.mode !== about.mode) return [];
  const { mode, municipality, via, network } = last;
  if (about.municipality !== undefined && scopeKey({ mode, municipality: about.municipality }) !== scopeKey(last))
    return [];
  return contactsOf(steps)
    .map((contact, index) => ({ contact, number: index + 1 }))
    .filter(({ contact }) => isInDays(clock.localTime(contact.postedAt).day, about.days))
    .map(({ contact, number }) => ({
      number,
      municipality,
      source: via ?? network,
      contact,
      replyMinutes:
        contact.first === null ? null : Number(minutes(clock.openHours, contact.postedAt, contact.first.at)),
      verdict: verdictOn(contact, about.at),
      promise: promiseOf(contact, about.at),
    }));
}

function postedAt(row: { readonly contact: Contact } | undefined): Instant {
  return row?.contact.postedAt ?? 0;
}
