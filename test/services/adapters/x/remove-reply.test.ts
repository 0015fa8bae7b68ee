import assert from 'node:assert/strict';
import { SECOND } from '../../../../services/domain/instant.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

const DELETE = 'DELETE /2/tweets/:id';

describe('Taking a reply off X', () => {
  let setup: XSetup;
  let id: string;
  beforeEach(async () => {
    setup = await setUpX();
    id = setup.x.addPost({ author: 'GemOostzaan', text: 'Vergissing ^AB' }).id;
  });
  afterEach(() => setup.x.close());

  it('removes it, and is content when it was gone already', async () => {
    assert.deepEqual(await setup.network.remove('GEMOOSTZAAN', id), { outcome: 'removed' });
    assert.deepEqual(setup.x.posts('GemOostzaan'), []);
    assert.deepEqual(await setup.network.remove('GemOostzaan', id), { outcome: 'absent' });
    assert.deepEqual(await setup.network.remove('GemOostzaan', '123'), { outcome: 'absent' });
  });

  it('does not remove what another account wrote', async () => {
    const removing = await setup.network.remove('GemWormerland', id);
    assert.ok(removing.outcome === 'refused' && removing.reason === 'other');
    assert.match(removing.detail, /not authorized to delete/);
    assert.equal(setup.x.posts('GemOostzaan').length, 1);
  });

  for (const kind of ['503', 'cut-before', 'cut-after', 'truncated', 'html'] as const)
    it(`asks to try again in doubt (${kind}), which does no harm`, async () => {
      setup.x.fault({ match: DELETE, kind });
      const removing = await setup.network.remove('GemOostzaan', id);
      assert.ok(removing.outcome === 'later', JSON.stringify(removing));
      assert.equal(removing.at, setup.clock.at + 30 * SECOND);
      assert.match((await setup.network.remove('GemOostzaan', id)).outcome, /^(removed|absent)$/);
      assert.deepEqual(setup.x.posts('GemOostzaan'), []);
    });

  it('waits for a rate limit, and says what must be done about keys', async () => {
    setup.x.fault({ match: DELETE, kind: '429', resetIn: 77 });
    const limited = await setup.network.remove('GemOostzaan', id);
    assert.ok(limited.outcome === 'later');
    assert.equal(limited.at, setup.clock.at + 77 * SECOND);
    setup.clock.at += 78 * SECOND;
    setup.x.fault({ match: DELETE, kind: '401' });
    const refused = await setup.network.remove('GemOostzaan', id);
    assert.ok(refused.outcome === 'refused' && refused.reason === 'sign-in');
    assert.match(refused.detail, /set X_ACCESS_TOKEN_GEMOOSTZAAN/);
  });

  it('asks nothing for what is no id of X', async () => {
    assert.equal((await setup.network.remove('GemOostzaan', '../users/me')).outcome, 'refused');
    assert.deepEqual(setup.x.requests(), {});
  });
});
