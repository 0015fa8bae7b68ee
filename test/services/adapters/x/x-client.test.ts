import assert from 'node:assert/strict';
import { createXClient } from '../../../../services/adapters/x/x-client.ts';
import { SECOND } from '../../../../services/domain/instant.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

describe('The X client', () => {
  let setup: XSetup;
  before(async () => {
    setup = await setUpX();
  });
  after(() => setup.x.close());

  it('gives the headers of an answer, as of a refusal, for every verb', async () => {
    const { keys, url } = setup.x;
    const client = createXClient({ ...keys, ...keys.accounts[0]! }, url);
    const asked = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan wanneer?' });
    const body = { text: 'Dinsdag.', reply: { in_reply_to_tweet_id: asked.id } };
    const placed = await client.post('tweets', body, SECOND);
    const [own] = setup.x.posts('GemOostzaan');
    const answers = [
      placed,
      await client.get('users/me', {}, SECOND),
      await client.delete(`tweets/${own!.id}`, SECOND),
      await client.post('tweets', { text: '' }, SECOND),
    ];
    assert.deepEqual(
      answers.map((answer) => answer.kind),
      ['ok', 'ok', 'ok', 'no'],
    );
    for (const answer of answers)
      assert.match(String('headers' in answer ? answer.headers['x-rate-limit-remaining'] : null), /^\d+$/);
  });
});
