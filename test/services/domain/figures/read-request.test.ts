import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { periodCode } from '../../../../services/domain/figures/period-code.ts';
import { readFiguresRequest } from '../../../../services/domain/figures/read-request.ts';
import { settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

const calendar = createCalendar(settings);
const AROUND = {
  municipalities: [...settings.municipalities, { id: 'land', name: 'Land van Cuijk', places: [] }],
  usual: 'live',
  today: '2026-11-24',
  periodIn: (text: string) => calendar.periodIn(text, TUESDAY_TEN),
} as const;

function read(text: string): string {
  const asked = readFiguresRequest(text, AROUND);
  if ('unread' in asked) return asked.unread;
  return [periodCode(asked.period), asked.mode, asked.municipality ?? 'all'].join(' ');
}

describe('What stands behind stats', () => {
  const READ: Readonly<Record<string, string>> = {
    '': '2026-W48 live all',
    'Oostzaan vorige maand': '2026-10 live oostzaan',
    'vorige maand  OOSTZAAN': '2026-10 live oostzaan',
    'oktober Land van Cuijk': '2026-10 live land',
    oefening: '2026-W48 practice all',
    'Wormerland practice 2026-Q3': '2026-Q3 practice wormerland',
    'listening gisteren': '2026-11-23 listening all',
    'Oostzaanse week': 'no-period',
    'hoe gaat het': 'no-period',
    'week Purmerend': 'no-period',
    '2027': 'future',
    '2026-W49': 'future',
    '2020-01-01..2026-01-01': 'too-long',
    '2023-11-25..2026-11-24': '2023-11-25..2026-11-24 live all',
  };
  for (const [typed, asked] of Object.entries(READ)) {
    it(`"${typed}": ${asked}`, () => {
      assert.equal(read(typed), asked);
    });
  }
});

describe('The code of a period', () => {
  it('is read as that very period, on whatever day', () => {
    const typed = [
      'vandaag',
      'week',
      'vorige week',
      'maand',
      'kwartaal',
      'jaar',
      '2026-10-01..2026-11-15',
      '2024-W01',
      '2020-W53',
    ];
    for (const text of typed) {
      const period = calendar.periodIn(text, TUESDAY_TEN);
      assert.ok(period !== null, text);
      assert.deepEqual(calendar.periodIn(periodCode(period), TUESDAY_TEN), period, text);
      const later = calendar.periodIn(periodCode(period), TUESDAY_TEN + 400 * 86_400_000);
      assert.deepEqual([later?.from, later?.until, later?.running], [period.from, period.until, false], text);
    }
  });
});
