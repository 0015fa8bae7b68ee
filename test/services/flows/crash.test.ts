import assert from 'node:assert/strict';
import { evolveAll } from '../../../services/domain/dialogue/evolve.ts';
import { type Happened } from '../../../services/domain/dialogue/messages.ts';
import { periodFigures } from '../../../services/domain/figures/period-figures.ts';
import { sharesOf } from '../../../services/domain/figures/shares.ts';
import { DAY, MINUTE } from '../../../services/domain/instant.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { CrashStory, isBehind, type LostAnswer, type Repeat } from '../../support/crash-story.ts';
import { createMemoryFigures } from '../../support/memory/figures.ts';
import { type CrashPoint } from '../../support/fuse.ts';

/** What must be true however and whenever the bot died. */
async function nothingIsLostOrDoubled(story: CrashStory): Promise<void> {
  await story.later(11 * MINUTE);
  await eachPostIsInOneDialogueWithItsWords(story);
  for (const id of story.dialogues) {
    const history = await story.world.outside.store.history(id);
    assert.deepEqual(evolveAll(null, history), await story.world.head(id), 'the history is the dialogue');
    assert.equal((await story.world.head(id)).version, history.length);
    await oneLiveRoot(story, id);
  }
  await theFiguresAreThoseOfTheHistory(story);
  await whatWasSaidYesToStandsThereOnce(story);
  everyLineWasSent(story);
  const { store } = story.world.outside;
  assert.deepEqual(await store.due(story.world.now, 100), [], 'a due row that would wake forever');
  await story.later(30 * DAY);
  assert.deepEqual(await store.due(Infinity, 100), [], 'a due row of what ended');
}

async function eachPostIsInOneDialogueWithItsWords({ world, dialogues }: CrashStory): Promise<void> {
  const { posts } = world.outside.network;
  assert.deepEqual([...dialogues].sort(), [...new Set(posts.map((post) => dialogueOf(world.bot.world, post)))].sort());
  const heads = await Promise.all(dialogues.map((id) => world.head(id)));
  const kept = heads.flatMap((head) => head.posts.filter(({ from }) => from === 'citizen').map(({ id }) => id));
  assert.deepEqual(kept.sort(), posts.map(({ id }) => id).sort());
  const stored = await Promise.all(dialogues.map((id) => world.settled(id)));
  const words = new Map(stored.flatMap(({ stored: { texts } }) => [...texts]));
  for (const { id, text } of [...posts, ...world.outside.network.placed]) assert.equal(words.get(id), text);
}

async function whatWasSaidYesToStandsThereOnce({ world, dialogues }: CrashStory): Promise<void> {
  const histories = await Promise.all(dialogues.map((id) => world.outside.store.history(id)));
  const events = histories.flat();
  const published = events.flatMap((event) => (event.type === 'published' ? [event.receipt.id] : []));
  const { placed } = world.outside.network;
  assert.deepEqual(
    placed.map(({ id }) => id),
    published,
    'what stands on the network, and what is said to',
  );
  const frozen = events.flatMap((event) => (event.type === 'frozen' ? [event.publication.text] : []));
  assert.deepEqual(
    placed.map(({ text }) => text),
    frozen,
    'each text that was said yes to, once and to the letter',
  );
  assert.deepEqual(
    placed.map(({ removed }) => removed),
    [false, true],
  );
}

async function oneLiveRoot({ world }: CrashStory, id: string): Promise<void> {
  const { stored, shown, announcements } = await world.settled(id);
  assert.ok(!isBehind({ stored, shown, announcements }), 'a card is behind');
  const root = await world.root(id);
  assert.equal(root.kind, 'root');
  assert.equal(root.removed, false);
  assert.equal(root.thread, shown.thread);
  assert.equal(await world.outside.store.dialogueOfThread(root.thread), id);
  assert.deepEqual(root.views.at(-1)?.dialogue.stage, stored.dialogue.stage, 'the root card shows something else');
  for (const { activity, generation } of shown.work) {
    const message = world.outside.channel.message(activity);
    assert.equal(message.removed, false);
    assert.equal(message.thread, root.thread);
    assert.equal(message.generation, generation);
  }
  assert.equal(new Set(shown.work.map(({ generation }) => generation)).size, shown.work.length);
}

async function theFiguresAreThoseOfTheHistory({ world, dialogues }: CrashStory): Promise<void> {
  const { store, figures } = world.outside;
  const { calendar } = world.bot.world;
  const right = createMemoryFigures();
  for (const id of dialogues) {
    const history = await store.history(id);
    await right.record(id, history.length, sharesOf(history, world.now, calendar));
  }
  const ever = { from: '2026-11-01', until: '2027-01-01' };
  const about = { mode: 'live', days: ever, at: world.now } as const;
  const of = async (one: typeof figures): Promise<unknown> =>
    periodFigures(await one.days(ever), await one.open(), about, (from, until) => calendar.openHours(from, until));
  assert.deepEqual(await of(figures), await of(right), 'the figures are not those of the history');
}

function everyLineWasSent({ promised, world }: CrashStory): void {
  const sent = world.outside.channel.messages.map(({ announcement }) => JSON.stringify(announcement));
  const lines = promised.map((line) => JSON.stringify(line));
  for (const line of new Set(lines)) {
    const times = (all: readonly string[]): number => all.filter((one) => one === line).length;
    assert.ok(times(sent) >= times(lines), `a line that was never sent: ${line}`);
  }
}

/** What happens in the story however it goes: the way to the network may be longer, and a text may be kept once more. */
function deedsOf(history: readonly Happened[]): readonly string[] {
  const toAndFro = ['attempted', 'lookedUp', 'becameUnclear'];
  const types = history.map(({ type }) => type).filter((type) => !toAndFro.includes(type));
  return types.filter((type, index) => type !== 'kept' || types[index - 1] !== 'kept');
}

type Call = CrashStory['fuse']['calls'][number];

interface Way {
  readonly when: CrashPoint['when'];
  readonly repeat: Repeat;
  readonly lost: LostAnswer;
  readonly fits: (call: Call, index: number, calls: readonly Call[]) => boolean;
}

const SEEKING = 20;
/** From the call whose answer is lost until some time after the network was asked about it. */
const seeking: Way['fits'] = (_, index, calls) => {
  const last = calls.findLastIndex(({ name }) => name === 'network.findPlaced');
  return index >= calls.findIndex(({ name }) => name === 'network.place') && index <= last + SEEKING;
};

/** Every call is a place to die; whether the click is repeated as it was matters only where somebody waited for an answer. */
const WAYS: readonly Way[] = [
  { when: 'before', repeat: 'redelivered', lost: null, fits: () => true },
  { when: 'after', repeat: 'redelivered', lost: null, fits: () => true },
  { when: 'halfway', repeat: 'redelivered', lost: null, fits: ({ name }) => name === 'store.commit' },
  { when: 'before', repeat: 'clicked-anew', lost: null, fits: ({ clicking }) => clicking },
  { when: 'after', repeat: 'clicked-anew', lost: null, fits: ({ clicking }) => clicking },
  { when: 'after', repeat: 'redelivered', lost: 'stands', fits: seeking },
  { when: 'after', repeat: 'redelivered', lost: 'is absent', fits: seeking },
];

function nameOf({ when, repeat, lost }: Way): string {
  const clicked = repeat === 'redelivered' ? '' : ', and the click is made anew';
  return `${when} the deed${clicked}${lost === null ? '' : `, and a reply without an answer ${lost}`}`;
}

async function lived(point: CrashPoint | null, repeat: Repeat, lost: LostAnswer): Promise<CrashStory> {
  const story = new CrashStory(point, repeat, lost);
  await story.live();
  await nothingIsLostOrDoubled(story);
  return story;
}

async function deedsIn({ world, dialogues }: CrashStory): Promise<readonly string[]> {
  const histories = await Promise.all(dialogues.map((id) => world.outside.store.history(id)));
  return histories.flatMap(deedsOf);
}

describe('A crash at any call of any port', () => {
  const survived: string[] = [];
  after(() => {
    console.log(`      survived: ${survived.join('; ')}`);
  });

  it('is tried at every kind of call that the flows make', async () => {
    const clean = await Promise.all([null, 'is absent' as const].map((lost) => lived(null, 'redelivered', lost)));
    const made = new Set(clean.flatMap(({ fuse }) => fuse.calls.map(({ name }) => name)));
    const expected = [
      ...['acquire', 'save'].map((name) => `leases.${name}`),
      ...['read', 'recheck', 'place', 'findPlaced', 'remove'].map((name) => `network.${name}`),
      ...['openThread', 'updateRoot', 'postWork', 'updateWork', 'announce'].map((name) => `channel.${name}`),
      ...['load', 'commit', 'unsettled', 'announced', 'lockShown', 'saveShown', 'unlockShown'].map((n) => `store.${n}`),
      ...['nameThread', 'bindPost', 'due', 'settled'].map((name) => `store.${name}`),
      ...['teamStore.load', 'store.history', 'figures.record'],
    ];
    assert.deepEqual([...made].sort(), expected.sort());
  });

  for (const way of WAYS) {
    it(`loses nothing and doubles nothing: ${nameOf(way)}`, async function () {
      this.timeout(120_000);
      const { when, repeat, lost, fits } = way;
      const clean = await lived(null, repeat, lost);
      const { calls } = clean.fuse;
      const deeds = await deedsIn(clean);
      const points = calls.flatMap((call, index) => (fits(call, index, calls) ? [index + 1] : []));
      assert.ok(points.length > 0);
      for (const call of points) {
        try {
          const story = await lived({ call, when }, repeat, lost);
          assert.ok(story.fuse.blown, 'the call was never made');
          assert.deepEqual(await deedsIn(story), deeds);
        } catch (cause) {
          throw new Error(`died ${when} call ${call}, ${String(calls[call - 1]?.name)}`, { cause });
        }
      }
      survived.push(`${points.length} × ${nameOf(way)}`);
    });
  }
});
