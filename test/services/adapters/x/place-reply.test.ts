import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { type Reply } from '../../../../services/ports/network.ts';
import { type FaultKind } from '../../../support/x-server/faults.ts';
import { DETAILS } from '../../../support/x-server/problems.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

const POST = 'POST /2/tweets';

describe('Placing a reply on X', () => {
  let setup: XSetup;
  let reply: Reply & { readonly inReplyTo: string };
  beforeEach(async () => {
    setup = await setUpX({}, { timeoutMs: 1_000 });
    const post = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan wanneer komt het grofvuil?' });
    reply = { account: 'gemoostzaan', inReplyTo: post.id, text: 'Donderdag! Zie oostzaan.nl/grofvuil. ^AB' };
  });
  afterEach(() => setup.x.close());
  const standing = () => setup.x.posts('GemOostzaan').length;
  const posted = () => setup.x.requests()[POST] ?? 0;

  it('proves it with the id, a link and the time of the network', async () => {
    const placing = await setup.network.place(reply);
    const [post] = setup.x.posts('GemOostzaan');
    const link = `https://x.com/GemOostzaan/status/${post!.id}`;
    assert.deepEqual(placing, { outcome: 'placed', placed: { id: post!.id, link, at: setup.clock.at } });
    assert.equal(post!.inReplyTo, reply.inReplyTo);
    assert.equal(post!.typed, reply.text);
    assert.equal(posted(), 1);
  });

  it('places as the account that was asked for', async () => {
    const post = setup.x.addPost({ author: 'ans_neck', text: '@GemWormerland en in Neck?' });
    await setup.network.place({ ...reply, account: 'GemWormerland', inReplyTo: post.id });
    assert.equal(setup.x.posts('GemWormerland').length, 1);
    assert.equal(standing(), 0);
  });

  const refusals = [
    ['401', undefined, 'sign-in', /set X_ACCESS_TOKEN_GEMOOSTZAAN/],
    ['402', undefined, 'credits', /does not have any credits/],
    ['usage-capped', undefined, 'credits', /Usage cap exceeded/],
    ['403', DETAILS.notSummoned.toUpperCase(), 'reply-not-allowed', /NOT BEEN MENTIONED/],
    ['403', DETAILS.repliesClosed, 'reply-not-allowed', /not permitted to reply/],
    [
      '403',
      'You can only reply to or quote posts where you are mentioned or are the author.',
      'reply-not-allowed',
      /only/,
    ],
    ['403', DETAILS.deleted, 'post-deleted', /deleted or not visible/],
    ['403', DETAILS.suspended, 'suspended', /Your account is suspended/],
    ['403', DETAILS.noPermission, 'forbidden', /oauth1 app permissions/],
    ['403', 'Something that nobody has seen yet.', 'other', /^Something that nobody has seen yet\.$/],
    ['404', undefined, 'other', /^Not Found$/],
  ] as const satisfies readonly (readonly [FaultKind, string | undefined, string, RegExp])[];
  for (const [kind, detail, reason, words] of refusals)
    it(`takes ${kind} "${detail ?? ''}" for a refusal: ${reason}`, async () => {
      setup.x.fault({ match: POST, kind, ...(detail === undefined ? {} : { detail }) });
      const placing = await setup.network.place(reply);
      assert.ok(placing.outcome === 'refused', JSON.stringify(placing));
      assert.equal(placing.reason, reason);
      assert.match(placing.detail, words);
      assert.equal(posted(), 1);
      assert.equal(standing(), 0);
    });

  it('is refused where the author did not mention us, in the plan that every town starts with', async () => {
    const post = setup.x.addPost({ author: 'ans_neck', text: 'Oostzaan is mooi' });
    const placing = await setup.network.place({ ...reply, inReplyTo: post.id });
    assert.ok(placing.outcome === 'refused');
    assert.equal(placing.reason, 'reply-not-allowed');
  });

  it('is refused under a post that was deleted', async () => {
    setup.x.deletePost(reply.inReplyTo);
    const placing = await setup.network.place(reply);
    assert.ok(placing.outcome === 'refused');
    assert.equal(placing.reason, 'post-deleted');
  });

  it('is told that the same words stand there already', async () => {
    await setup.network.place(reply);
    assert.deepEqual(await setup.network.place(reply), { outcome: 'duplicate' });
    assert.equal(standing(), 1);
  });

  it('may try again after a rate limit, by the clock of X', async () => {
    setup.ours.ahead = -40 * MINUTE;
    setup.x.fault({ match: POST, kind: '429', resetIn: 60 });
    const placing = await setup.network.place(reply);
    assert.ok(placing.outcome === 'later');
    assert.equal(placing.at, setup.clock.at - 40 * MINUTE + 60 * SECOND);
    assert.equal(standing(), 0);
  });

  it('waits for the daily limit when that is the one that is used up', async () => {
    await setup.x.close();
    setup = await setUpX({ limits: { 'POST /2/tweets per day': 0 } });
    const post = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan en nu?' });
    const placing = await setup.network.place({ ...reply, inReplyTo: post.id });
    assert.ok(placing.outcome === 'later');
    assert.equal(placing.at, setup.clock.at + 24 * 60 * MINUTE);
  });

  for (const kind of ['500', '502', '503', '504', 'cut-before'] as const)
    it(`does not know after ${kind}, and sends nothing twice`, async () => {
      setup.x.fault({ match: POST, kind });
      assert.equal((await setup.network.place(reply)).outcome, 'unknown');
      assert.equal(await setup.network.findPlaced(reply, setup.clock.at), null);
      assert.equal(posted(), 1);
    });

  for (const kind of ['503', 'cut-after', 'cut-mid', 'truncated', 'html', 'slow', 'drip'] as const)
    it(`does not know when the answer is lost after the deed (${kind}), finds it, and one stands there`, async () => {
      setup.x.fault({ match: POST, kind, after: true });
      const placing = await setup.network.place(reply);
      assert.equal(placing.outcome, 'unknown', JSON.stringify(placing));
      const found = await setup.network.findPlaced(reply, setup.clock.at);
      assert.equal(found?.id, setup.x.posts('GemOostzaan')[0]?.id);
      assert.equal(found?.at, setup.clock.at);
      assert.equal(posted(), 1);
      assert.equal(standing(), 1);
      assert.match(setup.lines.join('\n'), /the answer was lost/);
    });

  it('answers within its own time limit', async () => {
    setup.x.fault({ match: POST, kind: 'drip' });
    const started = performance.now();
    await setup.network.place(reply);
    assert.ok(performance.now() - started < setup.network.timeout + 3_000);
  });

  it('may try again when X was never reached', async () => {
    await setup.network.read(setup.source, '');
    await setup.x.close();
    const placing = await setup.network.place(reply);
    assert.ok(placing.outcome === 'later', JSON.stringify(placing));
    assert.equal(placing.at, setup.clock.at + 30 * SECOND);
    assert.match(placing.detail, /ECONNREFUSED/);
  });

  for (const kind of ['503', 'cut-after', 'slow'] as const)
    it(`sends no post before it knows whose the keys are (${kind})`, async () => {
      setup.x.fault({ match: 'GET /2/users/me', kind });
      const placing = await setup.network.place(reply);
      assert.ok(placing.outcome === 'later', JSON.stringify(placing));
      assert.equal(posted(), 0);
      assert.equal((await setup.network.place(reply)).outcome, 'placed');
    });

  it('sends nothing with keys of another account, or without keys', async () => {
    const [oostzaan, wormerland] = setup.x.keys.accounts;
    await setup.x.close();
    setup = await setUpX({}, { accounts: [{ ...wormerland!, handle: oostzaan!.handle }] });
    const swapped = await setup.network.place(reply);
    assert.ok(swapped.outcome === 'refused' && swapped.reason === 'sign-in');
    assert.match(swapped.detail, /belong to @GemWormerland/);
    const without = await setup.network.place({ ...reply, account: 'GemZaandam' });
    assert.ok(without.outcome === 'refused' && without.reason === 'sign-in');
    assert.match(without.detail, /set X_ACCESS_TOKEN_GEMZAANDAM/);
    assert.equal(posted(), 0);
  });

  it('shows no key and no text of a citizen in what it logs and says', async () => {
    const said: string[] = [];
    for (const kind of ['401', '403', '429', '503', 'cut-after', 'truncated', 'html'] as const) {
      setup.x.fault({ match: POST, kind, detail: 'no' });
      said.push(JSON.stringify(await setup.network.place(reply)));
      setup.x.fault({ match: 'GET /2/users/:id/mentions', kind });
      const read = await setup.network.read(setup.source, '').catch((error: unknown) => error);
      said.push(JSON.stringify(read), String(read), read instanceof Error ? String(read.cause) : '');
    }
    const all = [...said, ...setup.lines].join('\n');
    const { appKey, appSecret, accounts } = setup.x.keys;
    for (const secret of [appKey, appSecret, ...accounts.flatMap((one) => [one.accessToken, one.accessSecret])])
      assert.ok(!all.includes(secret), `${secret} was shown`);
    assert.ok(!all.includes('grofvuil'));
  });
});
