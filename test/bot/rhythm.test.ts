import assert from 'node:assert/strict';
import { Rhythm } from '../../bot/rhythm.ts';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { type Duration, HOUR, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { type SearchPace } from '../../services/domain/spending.ts';
import { settings } from '../support/dialogue-facts.ts';
import { readByRhythm } from '../support/reading-by-rhythm.ts';
import { setUpX, type XSetup } from '../support/x-server/x-setup.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const SEARCH = 'GET /2/tweets/search/recent';
const PRIVATE = 'GET /2/dm_events';
/** Who we are is asked once. */
const ONCE = { 'GET /2/users/me': 2 };
const KNOWN = { 'GET /2/users/me': 0 };
const OWN = 'GET /2/users/:id/tweets';

describe('The rhythm of reading', () => {
  let setup: XSetup;
  let pace: SearchPace;
  beforeEach(async () => {
    pace = 'normal';
    setup = await setUpX({}, { watch: settings.watch });
  });
  afterEach(() => setup.x.close());

  const during = (length: Duration, fixed: Duration | null = null): ReturnType<typeof readByRhythm> =>
    readByRhythm(setup, length, { fixed, pace });

  it('asks X 16 times in a quiet hour of the night, and 218 times in one of the day', async () => {
    setup.clock.at = Date.UTC(2026, 10, 24, 1);
    const night = await during(HOUR);
    assert.deepEqual(night, { ...ONCE, [MENTIONS]: 2 * 4, [SEARCH]: 2, [OWN]: 2, [PRIVATE]: 2 * 2 });
    setup.clock.at = Date.UTC(2026, 10, 24, 9);
    const day = await during(HOUR);
    assert.deepEqual(day, { ...KNOWN, [MENTIONS]: 2 * 60, [SEARCH]: 30, [OWN]: 2 * 4, [PRIVATE]: 2 * 30 });
    assert.deepEqual(setup.x.overLimit(), {});
  });

  it('asks for mentions every 20 seconds for ten minutes after one came in, and after a reply went out', async () => {
    setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan wanneer?', at: setup.clock.at - SECOND });
    const lively = await during(10 * MINUTE);
    assert.equal(lively[MENTIONS], 30 + 10);
    const rhythm = new Rhythm({
      calendar: createCalendar(settings),
      fixed: null,
      searchPace: () => Promise.resolve('normal'),
    });
    const { network, source, clock } = setup;
    const watched = rhythm.watching(network, { now: () => clock.at });
    const [ask] = setup.x.posts('jan_wormer');
    await watched.place({ account: 'GemOostzaan', inReplyTo: ask!.id, text: 'Dinsdag.' });
    assert.deepEqual(await rhythm.next(watched, source, clock.at), { wait: 20 * SECOND, heldBack: false });
  });

  it('leaves searches out when spending stops them, and takes them up again', async () => {
    pace = 'stop';
    assert.equal((await during(12 * MINUTE))[SEARCH] ?? 0, 0);
    pace = 'slow';
    const slow = await during(20 * MINUTE);
    assert.deepEqual([slow[SEARCH], slow[MENTIONS]], [3, 2 * 20]);
  });

  it('is the same day and night when a fixed pace is set, and still waits when X asks for it', async () => {
    setup.clock.at = Date.UTC(2026, 10, 24, 1);
    assert.deepEqual([(await during(20 * MINUTE, MINUTE))[MENTIONS]], [40]);
    setup.x.fault({ match: MENTIONS, kind: '429', resetIn: 600, times: 2 });
    assert.equal((await during(10 * MINUTE, MINUTE))[MENTIONS], 2);
  });
});
