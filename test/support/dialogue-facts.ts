import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSettings } from '../../services/adapters/settings/read-settings.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { DAY, HOUR, type Instant, type Interval, MINUTE } from '../../services/domain/instant.ts';
import { type Member } from '../../services/domain/people.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';

/** The settings that ship with the product. */
export const settings: Settings = read(new URL('../../webcare.yml', import.meta.url));

function read(file: URL): Settings {
  const result = readSettings(readFileSync(file, 'utf8'), 'webcare.yml');
  assert.ok(result.ok, JSON.stringify(result));
  return result.settings;
}

/** The example team, by first name. Carla is a trainee, Anna and Els approve, Dirk only sees figures. Gijs is of Communicatie, and not of the team. */
export type Name = 'Anna' | 'Bram' | 'Carla' | 'Els' | 'Dirk' | 'Gijs';
export const NAMES: readonly Name[] = ['Anna', 'Bram', 'Carla', 'Els', 'Dirk'];

export function member(name: Name): Member {
  const others = settings.departments.flatMap(({ people }) => people);
  const found =
    settings.team.find((one) => one.name.startsWith(`${name} `)) ??
    others.filter((one) => one.name.startsWith(`${name} `)).map((one) => ({ ...one, initials: null, roles: [] }))[0];
  assert.ok(found, `${name} is not in webcare.yml`);
  return found;
}

/** A local time in Amsterdam, in the winter of 2026: `11-24 10:00`. */
export function local(time: string): Instant {
  return Date.parse(`2026-${time.replace(' ', 'T')}:00+01:00`);
}

/** Tuesday 24 November 2026, ten o'clock in the morning: open, Bram and Els on duty. */
export const TUESDAY_TEN: Instant = local('11-24 10:00');

/** Monday to Friday 08:30–17:00 in Amsterdam, winter time, no holidays. */
export function officeHours(from: Instant, until: Instant): readonly Interval[] {
  const offset = HOUR;
  const hours: Interval[] = [];
  for (let day = Math.floor((from + offset) / DAY); day * DAY - offset < until; day += 1) {
    const midnight = day * DAY - offset;
    const weekend = [0, 6].includes(new Date(day * DAY).getUTCDay());
    const open = {
      from: Math.max(from, midnight + 8 * HOUR + 30 * MINUTE),
      until: Math.min(until, midnight + 17 * HOUR),
    };
    if (!weekend && open.from < open.until) hours.push(open);
  }
  return hours;
}

/** Facts without a package: one unit per code point, the text as its own fingerprint, and only 06-numbers as personal data. */
export function factsAt(at: Instant, onDuty: readonly Name[] = ['Bram', 'Els']): Facts {
  return {
    at,
    settings,
    openHours: officeHours,
    onDuty: () => onDuty.map(member),
    standBy: () => settings.standby,
    length: (text) => Array.from(text).length,
    limit: 280,
    privateLimit: 2_500,
    fingerprint: (text) => `of ${text}`,
    personalData: (text) =>
      [...text.matchAll(/\b06[- ]?\d{8}\b/gu)].map((found) => ({
        kind: 'phone',
        start: found.index,
        end: found.index + found[0].length,
      })),
  };
}
