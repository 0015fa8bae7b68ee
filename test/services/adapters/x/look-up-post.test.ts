import assert from 'node:assert/strict';
import { postIdIn } from '../../../../services/adapters/x/look-up-post.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

describe('The link of a post on X', () => {
  for (const link of [
    'https://x.com/GemOostzaan/status/1800000000000000001',
    'https://www.x.com/GemOostzaan/status/1800000000000000001?s=20&t=abc',
    'https://twitter.com/GemOostzaan/status/1800000000000000001',
    'https://mobile.twitter.com/GemOostzaan/statuses/1800000000000000001/photo/1',
    'http://m.twitter.com/i/status/1800000000000000001#top',
    'x.com/i/web/status/1800000000000000001',
    '  https://X.com/GemOostzaan/status/1800000000000000001/ \n',
  ])
    it(`is read: ${link.trim()}`, () => {
      assert.equal(postIdIn(link), '1800000000000000001');
    });

  for (const link of [
    '',
    '1800000000000000001',
    'https://x.com/GemOostzaan',
    'https://x.com/GemOostzaan/status/',
    'https://x.com/GemOostzaan/status/18abc',
    'https://x.com.evil.example/a/status/1',
    'https://evil.example/x.com/a/status/1',
    'https://evil.example/?x.com/a/status/1',
    'javascript:x.com/a/status/1',
    'https://user@x.com/a/status/1',
    'https://x.com/a/status/12345678901234567890',
  ])
    it(`is none: ${link || 'nothing'}`, () => {
      assert.equal(postIdIn(link), null);
    });
});

describe('Looking up a post that was placed by hand', () => {
  for (const spelling of ['tweet', 'post'] as const)
    it(`gives who placed it, what it answers and its words, in X's ${spelling} spelling`, async () => {
      const { x, network, clock } = await setUpX({ spelling });
      const asked = x.addPost({ author: 'jan_wormer', text: 'Lantaarnpaal in Jisp staat scheef' });
      const text = 'We komen kijken & <melden> het. ^AB';
      const { id } = x.addPost({ author: 'GemOostzaan', text, inReplyTo: asked.id });
      assert.deepEqual(await network.lookUpPost('GemOostzaan', `https://twitter.com/x/status/${id}?s=20`), {
        outcome: 'found',
        id,
        link: `https://x.com/GemOostzaan/status/${id}`,
        at: clock.at,
        account: 'GemOostzaan',
        inReplyTo: asked.id,
        text: `@jan_wormer ${text}`,
      });
      await x.close();
    });

  describe('when', () => {
    let setup: XSetup;
    beforeEach(async () => {
      setup = await setUpX();
    });
    afterEach(() => setup.x.close());
    const link = (id: string): string => `https://x.com/a/status/${id}`;

    it('another account placed it, names that account', async () => {
      const { id } = setup.x.addPost({ author: 'bram_prive', text: 'We komen kijken.' });
      const found = await setup.network.lookUpPost('GemOostzaan', link(id));
      assert.ok(found.outcome === 'found');
      assert.deepEqual([found.account, found.inReplyTo], ['bram_prive', null]);
    });

    it('it is not there (any more), says so', async () => {
      const { id } = setup.x.addPost({ author: 'GemOostzaan', text: 'Weg.' });
      setup.x.deletePost(id);
      assert.deepEqual(await setup.network.lookUpPost('GemOostzaan', link(id)), { outcome: 'absent' });
      assert.deepEqual(await setup.network.lookUpPost('GemOostzaan', link('1')), { outcome: 'absent' });
    });

    it('the author hides it from us, says so', async () => {
      const type = 'https://api.twitter.com/2/problems/not-authorized-for-resource';
      const body = { errors: [{ title: 'Authorization Error', type }] };
      setup.x.fault({ match: 'GET /2/tweets/:id', kind: 'answer', answer: { status: 200, body } });
      assert.deepEqual(await setup.network.lookUpPost('GemOostzaan', link('1')), { outcome: 'absent' });
    });

    it('the link is none, asks X nothing', async () => {
      const looked = await setup.network.lookUpPost('GemOostzaan', 'https://facebook.com/a/status/1');
      assert.deepEqual([looked, setup.x.calls()], [{ outcome: 'unreadable' }, []]);
    });

    for (const kind of ['429', '401', '503', 'cut-after', 'truncated', 'html'] as const)
      it(`X cannot be read (${kind}), gives what the link says and no more`, async () => {
        const { id } = setup.x.addPost({ author: 'GemOostzaan', text: 'Staat er.' });
        setup.x.fault({ match: 'GET /2/tweets/:id', kind });
        const looked = await setup.network.lookUpPost('GemOostzaan', link(id));
        assert.deepEqual(looked, { outcome: 'unavailable', id, link: `https://x.com/i/status/${id}` });
      });

    it('an answer says nothing, takes it for no answer', async () => {
      for (const body of [{}, { data: {} }, { errors: [{ type: 'about:blank' }] }, []]) {
        setup.x.fault({ match: 'GET /2/tweets/:id', kind: 'answer', answer: { status: 200, body } });
        assert.equal((await setup.network.lookUpPost('GemOostzaan', link('12'))).outcome, 'unavailable');
      }
    });

    it('there are no keys to ask with, gives what the link says', async () => {
      assert.equal((await setup.network.lookUpPost('GemZaandam', link('12'))).outcome, 'unavailable');
    });
  });
});
