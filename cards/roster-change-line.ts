import { type Instant, type Interval } from '../services/domain/instant.ts';
import { type RosterChange } from '../services/domain/roster/roster-change.ts';
import { type Words } from './words.ts';

/**
 * What was changed, in words: "Bram Kok afwezig di 24 nov t/m do 26 nov". Why somebody is away is not said: we do not
 * know it. `until`: the end as it is known now.
 */
export function changeText(change: RosterChange, until: Instant, now: Instant, words: Words): string {
  switch (change.type) {
    case 'absence': {
      const values = { who: change.who.name, from: momentText(change.from, now, words) };
      return Number.isFinite(until)
        ? words.say('roster.change.absent', { ...values, until: endText(until, now, words) })
        : words.say('roster.change.absent.open', values);
    }
    case 'back':
      return words.say('roster.change.back', { who: change.who.name, from: momentText(change.at, now, words) });
    case 'swap': {
      const days = words.all(change.during.map((stretch) => stretchText(stretch, now, words)));
      return words.say('roster.change.swap', { one: change.one.name, other: change.other.name, days });
    }
  }
}

/** Who recorded it, and when. */
export function recordedText({ by, at }: RosterChange, now: Instant, words: Words): string {
  return words.say('roster.recorded', { who: by.name, when: words.moment(at, now) });
}

/** A day, or a day and a time. */
function momentText(at: Instant, now: Instant, words: Words): string {
  const day = words.date(at, now);
  return words.time(at) === '00:00' ? day : words.say('moment.otherDay', { day, time: words.time(at) });
}

/** The last day, where it ends with one. */
function endText(until: Instant, now: Instant, words: Words): string {
  return words.time(until) === '00:00' ? words.date(until - 1, now) : momentText(until, now, words);
}

function stretchText({ from, until }: Interval, now: Instant, words: Words): string {
  const day = words.date(from, now);
  const whole = words.time(from) === '00:00' && words.time(until) === '00:00';
  return whole ? day : `${day} ${words.time(from)}–${words.time(until)}`;
}
