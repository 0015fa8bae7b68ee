import assert from 'node:assert/strict';
import { type OwnPost } from '../../../../services/ports/network.ts';
import { minutesAgo, setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

describe('Reading what our accounts posted on X', () => {
  let setup: XSetup;
  beforeEach(async () => {
    setup = await setUpX();
  });
  afterEach(() => setup.x.close());

  async function read(cursor = ''): Promise<{ own: readonly OwnPost[]; cursor: string }> {
    const outcome = await setup.network.read({ name: 'own:GemOostzaan', kind: 'own' }, cursor);
    assert.ok(outcome.outcome === 'read', JSON.stringify(outcome));
    assert.deepEqual(outcome.batch.posts, []);
    return { own: outcome.batch.own ?? [], cursor: outcome.batch.cursor };
  }

  it('gives news and replies of that account alone, with whom a reply answers', async () => {
    const at = minutesAgo(setup, 8);
    const { id, author } = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan hoe laat?', at });
    setup.x.addPost({ author: 'GemOostzaan', text: 'Morgen zijn we dicht & stil.', at: minutesAgo(setup, 6) });
    setup.x.addPost({ author: 'GemOostzaan', text: 'Om 9 uur.', inReplyTo: id, at: minutesAgo(setup, 2) });
    setup.x.addPost({ author: 'GemWormerland', text: 'Wij niet.', at: minutesAgo(setup, 1) });
    const { own, cursor } = await read();
    assert.deepEqual(
      own.map(({ text, inReplyTo, thread }) => [text, inReplyTo, thread === id]),
      [
        ['Morgen zijn we dicht & stil.', null, false],
        ['@jan_wormer Om 9 uur.', { post: id, author: author.id }, true],
      ],
    );
    setup.clock.at += 10 * 60_000;
    // The newest is read again, for X shows posts late.
    assert.deepEqual(
      (await read(cursor)).own.map(({ text }) => text),
      ['@jan_wormer Om 9 uur.'],
    );
  });

  it('asks for nothing beside the posts, since all that comes along is charged', async () => {
    await read();
    const asked = setup.x.calls().find(({ endpoint }) => endpoint === 'GET /2/users/:id/tweets')?.query ?? {};
    assert.deepEqual([asked['expansions'], asked['exclude']], [undefined, 'retweets']);
  });

  it('reads a stretch of time back, whatever the cursor', async () => {
    for (const minutes of [50, 40, 30])
      setup.x.addPost({ author: 'GemOostzaan', text: `${minutes}`, at: minutesAgo(setup, minutes) });
    const source = { name: 'own:GemOostzaan', kind: 'own' } as const;
    const outcome = await setup.network.readBack?.(source, minutesAgo(setup, 45), minutesAgo(setup, 35));
    assert.ok(outcome?.outcome === 'read');
    assert.deepEqual(
      outcome.batch.own?.map(({ text }) => text),
      ['40'],
    );
  });
});
