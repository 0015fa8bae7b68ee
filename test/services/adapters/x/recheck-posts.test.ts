import assert from 'node:assert/strict';
import { MINUTE } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { type Network } from '../../../../services/ports/network.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

const ENDPOINT = 'GET /2/tweets';

async function stateOf(network: Network, id: string): Promise<string | undefined> {
  const outcome = await network.recheck([id]);
  return outcome.outcome === 'checked' ? outcome.posts.get(id)?.state : outcome.outcome;
}

describe('Asking X what became of a post', () => {
  let setup: XSetup;
  let id: string;
  beforeEach(async () => {
    setup = await setUpX();
    ({ id } = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan hoe laat?' }));
  });
  afterEach(() => setup.x.close());

  it('costs one request, without users and without what stands around it', async () => {
    const other = setup.x.addPost({ author: 'ans_neck', text: 'en?', quotes: id });
    assert.equal(await stateOf(setup.network, other.id), 'there');
    assert.deepEqual(
      setup.x.calls().map(({ endpoint, query }) => ({ endpoint, ...query })),
      [{ endpoint: ENDPOINT, ids: other.id, 'tweet.fields': 'edit_history_tweet_ids,note_tweet' }],
    );
  });

  it('asks twice only for what X gave in an older edition', async () => {
    setup.x.editPost(id, '@GemOostzaan hoe laat morgen?');
    assert.equal(await stateOf(setup.network, id), 'there');
    assert.equal(setup.x.requests()[ENDPOINT], 2);
  });

  it('takes what is protected for gone', async () => {
    setup.x.protectUser('jan_wormer');
    assert.equal(await stateOf(setup.network, id), 'gone');
  });

  it('never takes a broken answer for gone', async () => {
    const answers = [
      { data: [] },
      { data: [{ id: 'x' }] },
      { errors: [{ type: 'https://api.x.com/2/problems/resource-not-found', resource_type: 'user', resource_id: id }] },
      { errors: [{ type: 'about:blank', resource_type: 'tweet', resource_id: id }] },
    ];
    for (const body of answers) {
      setup.x.fault({ match: ENDPOINT, kind: 'answer', answer: { status: 200, body } });
      assert.equal(await stateOf(setup.network, id), 'unknown', JSON.stringify(body));
    }
    for (const kind of ['503', 'cut-after', 'truncated', 'html', '403', '404'] as const) {
      setup.x.fault({ match: ENDPOINT, kind });
      await assert.rejects(setup.network.recheck([id]), Fault, kind);
    }
    setup.x.fault({ match: ENDPOINT, kind: 'answer', answer: { status: 200, body: { meta: {} } } });
    await assert.rejects(setup.network.recheck([id]), Fault);
  });

  it('waits as long as X asks for', async () => {
    setup.x.fault({ match: ENDPOINT, kind: '429', resetIn: 240 });
    const outcome = await setup.network.recheck([id]);
    assert.ok(outcome.outcome === 'later');
    assert.equal(outcome.at, setup.clock.at + 4 * MINUTE);
  });
});
