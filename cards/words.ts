import en from './text/en.json' with { type: 'json' };
import nl from './text/nl.json' with { type: 'json' };
import { type Instant } from '../services/domain/instant.ts';
import { type FindingKind, type MaskLabels } from '../services/domain/mask.ts';
import { formats } from './formats.ts';

export type Language = 'nl' | 'en';

/** The name of a sentence in the catalogue; both languages have the same. */
export type Key = keyof typeof nl;

/** Keys with a form for one and a form for more: `refusal.too-long.one` and `refusal.too-long.other`. */
export type CountedKey = Key extends infer K ? (K extends `${infer Stem}.one` ? Stem : never) : never;

/** What goes into the placeholders of a sentence. Numbers are written in the reader's way. */
export type Values = Readonly<Record<string, string | number>>;

/** Names that come from settings, networks or the domain, and have a word of their own when the catalogue knows them. */
export type Group = 'network' | 'via' | 'kind' | 'role' | 'outcome' | 'course' | 'mask' | 'way';

/** Everything people read, in one language and one time zone. */
export interface Words {
  readonly language: Language;
  /** A sentence with its placeholders filled. A placeholder without a value is a mistake of ours, and throws. */
  say(key: Key, values?: Values): string;
  /** The form for this number; `{count}` is the number. */
  many(key: CountedKey, count: number, values?: Values): string;
  /** The word for a name; a name that the catalogue does not know is shown as it is. */
  label(group: Group, name: string): string;
  /** "10:42" */
  time(at: Instant): string;
  /** "dinsdag 24 november" */
  fullDay(at: Instant): string;
  /** "2026-11-24", as an input of a card takes it; its time goes with `time`. */
  dateField(at: Instant): string;
  /** "10:42:15" */
  exactTime(at: Instant): string;
  /** "10:42" on the local day of `now`, else "di 24 nov 10:42". Without `now` always with the day. */
  moment(at: Instant, now?: Instant): string;
  /** "di 24 nov", with the year when it is another than that of `now`. */
  date(at: Instant, now: Instant): string;
  /** The same in a running sentence: "om 10:42", "op di 24 nov om 10:42". */
  when(at: Instant, now?: Instant): string;
  /** "US$ 12,50" */
  dollars(amount: number): string;
  /** "€ 4,50" */
  euros(amount: number): string;
  /** "50%", for 0.5. */
  percent(share: number): string;
  /** "1 u 20 min", for 80: whole minutes. */
  minutes(count: number): string;
  /** "november 2026", for `2026-11`. */
  month(month: string): string;
  /** "Anna de Boer, Bram Kok of Els Prins" */
  either(names: readonly string[]): string;
  /** "Anna de Boer, Bram Kok en Els Prins" */
  all(names: readonly string[]): string;
  /** "Turks", for a BCP 47 tag; a tag that nobody knows is shown as it is. */
  languageName(tag: string): string;
  readonly maskLabels: MaskLabels;
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { nl, en };
const MASKS = ['bsn', 'iban', 'phone', 'email', 'address', 'plate'] as const satisfies FindingKind[];

/** The words of a language. `timezone` is an IANA name, as `webcare.yml` gives it; an unknown one throws a RangeError. */
export function words(language: Language, timezone: string): Words {
  const catalogue = CATALOGUES[language];
  const format = formats(language, timezone);

  function say(key: Key, values: Values = {}): string {
    return catalogue[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${key}" has no value for {${name}}`);
      return typeof value === 'number' ? format.number(value) : value;
    });
  }
  function isToday(at: Instant, now: Instant | undefined): boolean {
    return now !== undefined && format.day(at) === format.day(now);
  }
  function dayAndTime(at: Instant): Values {
    return { day: format.day(at), time: format.time(at) };
  }

  return {
    language,
    say,
    many: (key, count, values) =>
      say(format.plural(count) === 'one' ? `${key}.one` : `${key}.other`, { ...values, count }),
    label: (group, name) => {
      const key = `${group}.${name}`;
      return isKey(key, catalogue) ? catalogue[key] : name;
    },
    time: format.time,
    fullDay: format.fullDay,
    dateField: format.dateField,
    exactTime: format.exactTime,
    moment: (at, now) => (isToday(at, now) ? format.time(at) : say('moment.otherDay', dayAndTime(at))),
    date: (at, now) => (format.year(at) === format.year(now) ? format.day(at) : `${format.day(at)} ${format.year(at)}`),
    when: (at, now) => say(isToday(at, now) ? 'time.today' : 'time.otherDay', dayAndTime(at)),
    dollars: format.dollars,
    euros: format.euros,
    percent: format.percent,
    minutes: (count) => {
      const [hours, rest] = [Math.floor(count / 60), count % 60];
      const parts = [
        ...(hours > 0 ? [format.hours(hours)] : []),
        ...(rest > 0 || hours === 0 ? [format.minutes(rest)] : []),
      ];
      return parts.join(' ');
    },
    month: format.month,
    either: format.either,
    all: format.all,
    languageName: format.languageName,
    maskLabels: Object.fromEntries(MASKS.map((kind) => [kind, catalogue[`mask.${kind}`]])) as Record<
      FindingKind,
      string
    >,
  };
}

function isKey(key: string, catalogue: object): key is Key {
  return Object.hasOwn(catalogue, key);
}
