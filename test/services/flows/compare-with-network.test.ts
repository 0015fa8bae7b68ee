import assert from 'node:assert/strict';
import { type Compared } from '../../../services/domain/reconciliation.ts';
import { type Duration, HOUR, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { compareWithNetwork, comparisonLease } from '../../../services/flows/compare-with-network.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { settleDialogue } from '../../../services/flows/settle-dialogue.ts';
import { takeInPosts } from '../../../services/flows/take-in-posts.ts';
import { type World } from '../../../services/flows/world.ts';
import { type Source } from '../../../services/ports/network.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';
import { minutesAgo, setUpX, type XSetup } from '../../support/x-server/x-setup.ts';

describe('What stands on X and did not come in by itself', () => {
  let setup: XSetup;
  let world: TestWorld;
  /** The bot, with X itself in the place of a network in memory. */
  let onX: World;
  beforeEach(async () => {
    setup = await setUpX();
    world = createWorld();
    onX = { ...world.bot.world, networks: new Map([['x', setup.network]]), changed: () => undefined };
  });
  afterEach(() => setup.x.close());

  const source = (name: string): Source => setup.network.sources().find((one) => one.name === name)!;
  const read = async (name: string): Promise<unknown> => takeInPosts(onX, setup.network, source(name));
  const figures = async (name: string): Promise<Compared> => {
    const lease = await onX.leases.acquire(comparisonLease(setup.network, source(name)), onX.instance, SECOND);
    return JSON.parse(lease?.value ?? '') as Compared;
  };
  function later(by: Duration): void {
    setup.clock.at += by;
    world.advance(by);
  }
  function asks(text = '@GemWormerland wanneer is de kliko aan de beurt?', minutes = 5) {
    const post = setup.x.addPost({ author: 'jan_wormer', text, at: minutesAgo(setup, minutes) });
    return { post, dialogue: dialogueOf(onX, { network: 'x', thread: post.id, author: post.author }) };
  }
  const answersOnX = (inReplyTo: string, minutes = 1): void => {
    const text = 'Dinsdag, zet hem vóór 07.30 uur buiten.';
    setup.x.addPost({ author: 'GemWormerland', text, inReplyTo, at: minutesAgo(setup, minutes) });
  };

  it('an answer that somebody gave on X is recorded in the dialogue, once, with its words', async () => {
    const { post, dialogue } = asks();
    await read('mentions:GemWormerland');
    answersOnX(post.id);
    for (let round = 0; round < 2; round += 1) await read('own:GemWormerland');
    await world.settleAll();
    const { stored } = await world.settled(dialogue);
    assert.equal(stored.dialogue.stage.name, 'answered');
    assert.deepEqual(await world.course(dialogue), ['opened', 'answeredOutside']);
    const id = stored.dialogue.receipts[0]?.id ?? '';
    assert.equal(stored.texts.get(id), '@jan_wormer Dinsdag, zet hem vóór 07.30 uur buiten.');
    assert.match(stored.dialogue.receipts[0]?.link ?? '', new RegExp(`^https://x\\.com/GemWormerland/status/${id}$`));
  });

  it('a reply that the bot placed is no second answer, also when it is seen before its outcome is known', async () => {
    const { dialogue } = asks();
    await read('mentions:GemWormerland');
    await world.does(dialogue, 'Bram', { type: 'claim' });
    await world.does(dialogue, 'Bram', { type: 'place', text: 'Dinsdag.' });
    later(MINUTE);
    setup.x.fault({ match: 'POST /2/tweets', kind: 'cut-after' });
    await settleDialogue(onX, dialogue);
    assert.equal(setup.x.posts('GemWormerland').length, 1);
    const unmoved = await read('own:GemWormerland');
    assert.equal((unmoved as { waitUntil: number | null }).waitUntil, onX.clock.now() + MINUTE);
    later(5 * MINUTE);
    await settleDialogue(onX, dialogue);
    await read('own:GemWormerland');
    const head = await world.head(dialogue);
    assert.deepEqual([head.stage.name, head.receipts.length, head.receipts[0]?.byHand], ['answered', 1, null]);
  });

  it('posts of ours that answer nobody we know change nothing', async () => {
    setup.x.addPost({ author: 'GemWormerland', text: 'Morgen zijn we dicht.', at: minutesAgo(setup, 1) });
    const { post } = asks('zomaar iets over Jisp');
    answersOnX(post.id);
    await read('own:GemWormerland');
    assert.equal((await world.outside.store.due(Number.MAX_SAFE_INTEGER, 10)).length, 0);
  });

  it('is fetched once a day, at the end of the UTC day, and the figure is kept', async () => {
    const name = 'mentions:GemWormerland';
    await compareWithNetwork(onX, setup.network);
    await read(name);
    later(5 * HOUR);
    await read(name);
    asks('@GemWormerland de eerste', 1);
    later(2 * MINUTE);
    await read(name);
    // X shows it three hours after it was posted: no cursor goes back so far.
    const { dialogue } = asks('@GemWormerland de tweede', 180);
    later(5 * MINUTE);
    await read(name);
    await compareWithNetwork(onX, setup.network);
    assert.deepEqual((await figures(name)).days, []);
    later(9 * HOUR + 38 * MINUTE);
    await compareWithNetwork(onX, setup.network);
    assert.deepEqual((await figures(name)).days, [{ day: '2026-11-24', there: 2, missed: 1 }]);
    assert.equal((await world.head(dialogue)).posts.length, 1);
    const asked = setup.x.requests()['GET /2/users/:id/mentions'];
    later(10 * MINUTE);
    await compareWithNetwork(onX, setup.network);
    assert.equal(setup.x.requests()['GET /2/users/:id/mentions'], asked, 'compared twice in one night');
  });
});
