import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { ROOM_TEAM } from '../../infra/local/room/identity.ts';
import { textOf, verbsOf } from '../support/loop/card-reading.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { says } from '../support/loop/catalogue.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { type PostedLine } from '../support/loop/practice-files.ts';

describe('A storm', function () {
  this.timeout(300_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(async () => {
    await loop.stop();
  });

  /** The newest message with this button that reads so. */
  function card(verb: string, pattern = /./): Promise<RoomMessage> {
    return loop.until(
      async () =>
        (await loop.standing()).findLast((message) => verbsOf(message).includes(verb) && pattern.test(textOf(message))),
      `a card with ${verb} that reads ${String(pattern)}`,
    );
  }

  /** Its own card: on a list, and on the card of the storm, it is a line. */
  async function ownCards(post: PostedLine): Promise<readonly RoomMessage[]> {
    return (await loop.rootsOf(post)).filter((message) =>
      verbsOf(message).some((verb) => verb === 'claim' || verb === 'takeOver'),
    );
  }

  it('is switched on, bundles what comes but the live cable, and ends with who heard nothing', async () => {
    await loop.say(BRAM, ROOM_TEAM, 'drukte aan');
    const storm = await card('busyOff', says('storm.on.title'));
    const two = [
      await loop.post({ text: 'Wanneer komt mijn kliko?' }),
      await loop.post({ text: 'En mijn kliko dan?' }),
    ];
    const cable = await loop.post({ text: 'Vonkende kabel bij de school!' });
    const list = await card('takeNext', /2 wachten/);
    assert.equal(await loop.until(async () => (await ownCards(cable)).length || null, 'the card of the cable'), 1);
    for (const post of two) assert.deepEqual(await ownCards(post), []);

    const taken = await loop.click(ELS, list, 'takeNext', {}, true);
    assert.match(taken.text, says('busy.done.takeNext'));
    // They may have come at the same moment.
    const [first, second] = [true, false].map(
      (hers) => two.find(({ handle }) => taken.text.includes(`@${handle}`) === hers) as PostedLine,
    ) as [PostedLine, PostedLine];
    assert.equal(taken.again?.text, taken.text, 'a click that comes twice takes one');
    const root = await loop.until(async () => (await ownCards(first))[0], 'the card of what was taken');
    assert.match(textOf(await loop.offering(root, 'place')), says('work.taken', { name: '<at>Els Prins</at>' }));

    await loop.click(BRAM, list, 'writeMany');
    const form = await card('submitMany');
    await loop.click(BRAM, form, 'submitMany', { manyTemplate: 'Beste {naam}, we komen morgen.' });
    const draft = await card('approveMany');
    assert.match((await loop.click(BRAM, draft, 'approveMany')).text, says('busy.no.many-own-text'));
    await loop.click(ELS, draft, 'approveMany');
    const [reply] = await loop.until(async () => {
      const placed = await loop.placed();
      return placed.length > 0 && placed;
    }, 'the text that was placed');
    assert.equal(reply?.text, 'Hallo, we komen morgen. ^BK');
    assert.equal(reply.inReplyTo, second.id);
    assert.deepEqual(await ownCards(second), [], 'answered without a card of its own');

    await loop.click(BRAM, storm, 'busyOff');
    const left = await loop.until(
      async () => (await loop.standing()).find((message) => says('storm.unheard.title').test(textOf(message))),
      'who heard nothing',
    );
    assert.match(textOf(left), /2 inwoners hoorden nog niets/);
  });
});
