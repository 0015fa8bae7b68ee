import assert from 'node:assert/strict';
import { type Duration, HOUR, type Instant, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { type PaceFacts, type SourceKind, untilNextRead } from '../../../services/domain/poll-pace.ts';

const MIDNIGHT = Date.UTC(2026, 10, 24);
/** Open from 08:30 to 17:00, on a clock of UTC. */
const OPEN = { from: MIDNIGHT + 8.5 * HOUR, until: MIDNIGHT + 17 * HOUR };

function facts(hour: number, more: Partial<PaceFacts> = {}): PaceFacts {
  return {
    at: MIDNIGHT + hour * HOUR,
    activeAt: null,
    searchPace: 'normal',
    openHours: (from: Instant, until: Instant) =>
      from < OPEN.until && until > OPEN.from
        ? [{ from: Math.max(from, OPEN.from), until: Math.min(until, OPEN.until) }]
        : [],
    clockTime: (at) => ((at - MIDNIGHT) / MINUTE) % 1_440,
    ...more,
  };
}

describe('How long until a source is read again', () => {
  const table: Readonly<Record<SourceKind, readonly [Duration, Duration, Duration]>> = {
    asked: [MINUTE, 5 * MINUTE, 15 * MINUTE],
    unasked: [2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
    private: [2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
    own: [15 * MINUTE, HOUR, HOUR],
  };
  for (const [kind, [open, closed, night]] of Object.entries(table) as [SourceKind, readonly Duration[]][])
    it(`goes by the hour (${kind})`, () => {
      assert.equal(untilNextRead(kind, facts(12)), open);
      assert.equal(untilNextRead(kind, facts(20)), closed);
      for (const hour of [23, 24, 29.9]) assert.equal(untilNextRead(kind, facts(hour)), night);
      assert.equal(untilNextRead(kind, facts(6)), closed);
    });

  it('is short within ten minutes of activity, in opening hours and where we are asked only', () => {
    const active = (hour: number, ago: Duration): PaceFacts => facts(hour, { activeAt: MIDNIGHT + hour * HOUR - ago });
    assert.equal(untilNextRead('asked', active(12, 0)), 20 * SECOND);
    assert.equal(untilNextRead('asked', active(12, 10 * MINUTE - 1)), 20 * SECOND);
    assert.equal(untilNextRead('asked', active(12, 10 * MINUTE)), MINUTE);
    assert.equal(untilNextRead('asked', active(20, 0)), 5 * MINUTE);
    assert.equal(untilNextRead('unasked', active(12, 0)), 2 * MINUTE);
    assert.equal(untilNextRead('private', active(12, 0)), 2 * MINUTE);
  });

  it('never goes past the next opening', () => {
    assert.equal(untilNextRead('own', facts(8)), 30 * MINUTE);
    assert.equal(untilNextRead('asked', facts(8.45)), 3 * MINUTE);
  });

  it('goes by spending for searches, and for nothing else', () => {
    assert.equal(untilNextRead('unasked', facts(12, { searchPace: 'slow' })), 8 * MINUTE);
    assert.equal(untilNextRead('unasked', facts(12, { searchPace: 'stop' })), null);
    for (const kind of ['asked', 'private', 'own'] as const)
      for (const searchPace of ['slow', 'stop'] as const)
        assert.equal(untilNextRead(kind, facts(12, { searchPace })), untilNextRead(kind, facts(12)));
  });

  it('leaves half of what X takes of private messages: 15 in 15 minutes', () => {
    for (let hour = 0; hour < 24; hour += 0.25)
      assert.ok((untilNextRead('private', facts(hour)) ?? 0) >= 90 * SECOND || hour === 8.25, String(hour));
  });
});
