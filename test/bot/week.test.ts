import assert from 'node:assert/strict';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { Week } from '../support/week/week.ts';

const POSTS = 3_000;
/** USD that X may charge for looking twice, as a part of the least that it can charge. */
const MORE = 0.02;

function idsOf({ posts }: Dialogue): readonly string[] {
  return posts.map(({ id }) => id);
}

describe('A week of 3,000 posts, with outages of X, lost answers, crashes and a second bot now and then', function () {
  this.timeout(300_000);
  let week: Week;
  let histories: ReadonlyMap<string, readonly Happened[]>;
  before(async () => {
    week = await Week.begin(3);
    await week.live(7, POSTS);
    const ids = [...week.dialogues];
    histories = new Map(await Promise.all(ids.map(async (id) => [id, await week.store.history(id)] as const)));
  });
  after(async () => {
    const { x, least, crashes, dialogues, weather } = week;
    const asked = Object.values(x.requests()).reduce((sum, count) => sum + count, 0);
    const more = ((x.bill() / least.usd - 1) * 100).toFixed(2);
    console.log(
      `      ${week.stored.size} posts in ${dialogues.size} dialogues, ${crashes} crashes; X was down: ${weather.outages.join(', ')};`,
      `\n      replies into ${JSON.stringify(weather.lost)}; ${asked} requests, $${x.bill()}, ${more}% more than the least`,
    );
    await x.close();
  });

  it('is bad enough to prove something', () => {
    const { crashes, weather, x } = week;
    const lost = Object.values(weather.lost).reduce((sum, count) => sum + count, 0);
    assert.ok(crashes >= 30, `${crashes} crashes`);
    assert.ok(lost >= 30, `${lost} replies went out into bad weather`);
    assert.equal(weather.outages.length, 7);
    assert.ok(x.posts('GemWormerland').length + x.posts('GemOostzaan').length >= 100, 'too few were answered');
  });

  it('ends with every post in one dialogue, and each dialogue with one live root card', async () => {
    const where = new Map<string, string[]>();
    for (const id of week.dialogues) {
      const { dialogue } = (await week.store.load(id))!;
      for (const post of dialogue.posts) where.set(post.id, [...(where.get(post.id) ?? []), id]);
      const shown = (await week.store.unsettled(id))!.shown;
      const root = week.channel.message(shown.root!.activity);
      assert.deepEqual([root.kind, root.removed, root.thread], ['root', false, shown.thread]);
      assert.equal(root.views.at(-1)!.dialogue.id, id);
      assert.deepEqual(idsOf(root.views.at(-1)!.dialogue), idsOf(dialogue), 'the card shows other posts');
    }
    const expected = week.x.posts().filter((post) => week.isForUs(post));
    assert.ok(expected.length > POSTS * 0.95);
    for (const post of expected) assert.equal(where.get(post.history[0]!)?.length, 1, `${post.id}: ${post.text}`);
  });

  it('has every reply that was said yes to once on X, unless the card says that it is not', () => {
    const onX = new Map<string, number>();
    for (const handle of ['GemWormerland', 'GemOostzaan'])
      for (const { typed } of week.x.posts(handle)) onX.set(typed, (onX.get(typed) ?? 0) + 1);
    let unanswered = 0;
    for (const history of histories.values()) {
      const types = history.map(({ type }) => type);
      const frozen = history.flatMap((event, at) =>
        event.type === 'frozen' ? [{ text: event.publication.text, at }] : [],
      );
      for (const { text, at } of frozen) {
        const end = types.slice(at).find((type) => type === 'published' || type === 'notPlaced');
        assert.ok(end, `no end: ${text}`);
        assert.equal(onX.get(text) ?? 0, end === 'published' ? 1 : 0, `${end}: ${text}`);
        onX.delete(text);
      }
      if (
        frozen.length > 0 &&
        !types.includes('published') &&
        !types.includes('postGone') &&
        !types.includes('finished')
      )
        unanswered += 1;
    }
    assert.deepEqual([...onX.keys()], [], 'on X, and nobody said yes');
    assert.equal(unanswered, 0);
  });

  it('makes no request over a limit, and no cursor is ever ahead of what is stored', () => {
    assert.deepEqual(week.x.overLimit(), {});
    assert.deepEqual(week.skipped, []);
  });

  it('costs no more than 2% above the least that X can charge for it', () => {
    const ratio = week.x.bill() / week.least.usd;
    assert.ok(
      ratio >= 1 && ratio <= 1 + MORE,
      `$${week.x.bill()} of $${week.least.usd.toFixed(3)}: ${ratio.toFixed(4)}`,
    );
  });

  it('is in our ledger as on the bill of X, but for replies of which X lost the request', async () => {
    const { usd } = await week.ledger.spent('x', '2026-11');
    // The bot cannot know that nothing was done, and counts them at $0.01; what was in memory at a crash is not counted.
    const uncertain = (week.weather.lost['cut-before'] ?? 0) * 0.01;
    const bill = week.x.bill();
    assert.ok(usd > bill - 0.05 && usd < bill + uncertain + 0.05, `$${usd} of $${bill}`);
  });
});
