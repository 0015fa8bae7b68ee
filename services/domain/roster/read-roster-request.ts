import { type Instant, type Interval } from '../instant.ts';
import { type Member } from '../people.ts';
import { dayAfter, readDay } from './read-day.ts';
import { type RosterCommand } from './roster-messages.ts';

/** What is known where something is typed. */
export interface RosterDesk {
  readonly by: Member;
  readonly team: readonly Member[];
  readonly at: Instant;
  /** `yyyy-mm-dd` */
  readonly today: string;
  /** The moment of a local day and clock time `hh:mm`; null where there is none. */
  readonly momentOf: (day: string, time: string) => Instant | null;
}

/** What was typed and not understood. */
export type Unread =
  | { readonly code: 'unknown-person'; readonly typed: string }
  | { readonly code: 'unknown-day'; readonly typed: string };

export type ReadRequest = { readonly command: RosterCommand } | { readonly unread: Unread };

const UNTIL = /(?:^|\s)(?:t\/m|tot en met|until|through)\s+(.+)$/i;
const FROM = /(?:^|\s)(?:van|vanaf|from)\s+(.+)$/i;
const HOURS = /(?:^|\s)(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})$/;

/** `[wie] [van dag] [t/m dag]`: without a name who types, without a day from now on, without an end until they are back. */
export function readAbsence(text: string, desk: RosterDesk): ReadRequest {
  const untilText = UNTIL.exec(text);
  const before = untilText === null ? text : text.slice(0, untilText.index);
  const fromText = FROM.exec(before);
  const name = (fromText === null ? before : before.slice(0, fromText.index)).trim();
  const who = name === '' ? desk.by : personIn(name, desk.team);
  if (who === null) return { unread: { code: 'unknown-person', typed: name } };
  const from = fromText === null ? desk.at : startOf(fromText[1] ?? '', desk);
  if (from === null) return { unread: { code: 'unknown-day', typed: fromText?.[1] ?? '' } };
  const until = untilText === null ? null : endOf(untilText[1] ?? '', desk);
  if (untilText !== null && until === null) return { unread: { code: 'unknown-day', typed: untilText[1] ?? '' } };
  // A day that began is missed from now on.
  const command = { type: 'reportAbsent', by: desk.by, who, from: Math.max(from, desk.at), until } as const;
  return { command };
}

export function readBack(text: string, { by, team }: RosterDesk): ReadRequest {
  const who = text.trim() === '' ? by : personIn(text, team);
  return who === null
    ? { unread: { code: 'unknown-person', typed: text.trim() } }
    : { command: { type: 'reportBack', by, who } };
}

/** `<wie> [wie] [dag] [uren] [tegen dag]`: with one name it is who types that swaps; without a day it is today. */
export function readSwap(text: string, desk: RosterDesk): ReadRequest {
  const words = text.trim().split(/\s+/);
  const first = personIn(words[0] ?? '', desk.team);
  if (first === null) return { unread: { code: 'unknown-person', typed: words[0] ?? '' } };
  const second = personIn(words[1] ?? '', desk.team);
  const rest = words.slice(second === null ? 1 : 2).join(' ');
  const during: Interval[] = [];
  for (const part of rest.split(/\s*(?:,|\btegen\b|\ben\b|\bfor\b|\band\b)\s*/i)) {
    const stretch = stretchIn(part, desk);
    if (stretch === null) return { unread: { code: 'unknown-day', typed: part } };
    during.push(stretch);
  }
  const [one, other] = second === null ? [desk.by, first] : [first, second];
  return { command: { type: 'swapDuty', by: desk.by, one, other, during } };
}

/** A day, or some hours of it. */
function stretchIn(text: string, desk: RosterDesk): Interval | null {
  const hours = HOURS.exec(text);
  const typedDay = (hours === null ? text : text.slice(0, hours.index)).trim();
  const day = typedDay === '' ? desk.today : readDay(typedDay, desk.today);
  if (day === null) return null;
  const time = (hour: string | undefined, minute: string | undefined): string =>
    `${(hour ?? '').padStart(2, '0')}:${minute ?? ''}`;
  const from = desk.momentOf(day, hours === null ? '00:00' : time(hours[1], hours[2]));
  const until =
    hours === null ? desk.momentOf(dayAfter(day, 1), '00:00') : desk.momentOf(day, time(hours[3], hours[4]));
  return from === null || until === null || until <= from ? null : { from, until };
}

function startOf(typed: string, { today, momentOf }: RosterDesk): Instant | null {
  const day = readDay(typed, today);
  return day === null ? null : momentOf(day, '00:00');
}

/** The last moment of a day. */
function endOf(typed: string, { today, momentOf }: RosterDesk): Instant | null {
  const day = readDay(typed, today);
  return day === null ? null : momentOf(dayAfter(day, 1), '00:00');
}

/** By initials, sign-in name, name or a first name that only one has. */
export function personIn(typed: string, team: readonly Member[]): Member | null {
  const wanted = typed.trim().toLowerCase();
  const same = team.find(({ initials, email, name }) =>
    [initials?.toLowerCase(), email, name.toLowerCase()].includes(wanted),
  );
  if (same !== undefined) return same;
  const named = team.filter(({ name }) => name.toLowerCase().split(' ')[0] === wanted);
  return named.length === 1 ? (named[0] ?? null) : null;
}
