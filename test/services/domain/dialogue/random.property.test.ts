import assert from 'node:assert/strict';
import fc from 'fast-check';
import { live, story } from '../../../support/random-story.ts';

describe('Whatever five people, the citizen, the network and the clock do', () => {
  it('there are never two claims, no words are placed that nobody allowed, no text and no event is lost', () => {
    let replies = 0;
    let nudges = 0;
    let expiries = 0;
    fc.assert(
      fc.property(story, (one) => {
        const watched = live(one);
        watched.replay();
        replies += watched.dialogue?.receipts.length ?? 0;
        nudges += watched.clock.nudges;
        expiries += watched.clock.expiries;
      }),
      { numRuns: 300 },
    );
    assert.ok(replies > 0 && nudges > 0 && expiries > 0, 'the stories get somewhere');
  });
});
