import assert from 'node:assert/strict';
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { claimed, mentioned, QUESTION, repliesTo } from '../support/loop/scenes.ts';

const CROWD = Array.from({ length: 20 }, (_, n) => ({
  name: `Collega ${n + 1}`,
  email: `collega.${n + 1}@over-gemeenten.example`,
  initials: `C${n + 1}`,
  roles: ['webcare'],
}));

describe('Several people on one dialogue', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop({ webcare: (webcare) => void webcare.team.push(...CROWD) });
  });
  after(() => loop.stop());

  const versionOf = async (root: Parameters<Loop['fresh']>[0]): Promise<unknown> =>
    buttonOn(await loop.fresh(root), 'takeOver').data['seen'];

  it('of twenty who click at the same moment one wins, and nineteen are told who', async () => {
    const root = await loop.rootOf(await loop.post({ text: QUESTION }));
    const answers = await Promise.all(CROWD.map(({ email }) => loop.click(email, root, 'claim')));
    const work = await loop.offering(root, 'keep');
    const winner = /^Concept van (Collega \d+), namens/m.exec(textOf(work))?.[1];
    const late = answers.filter(({ text }) => says('refusal.taken').test(text));
    assert.equal(late.length, 19);
    for (const { text } of late) assert.match(text, says('refusal.taken', { who: winner! }));
    const won = answers[CROWD.findIndex(({ name }) => name === winner)]!;
    assert.ok(!late.includes(won));
    assert.match(won.text, says('status.claimed', { name: winner! }));
    await loop.reading(root, says('status.claimed', { name: winner! }));
    assert.equal((await loop.thread(root)).length, 2);
  });

  it('a click that Teams delivers twice does nothing twice, and is answered the same', async () => {
    const root = await loop.rootOf(await loop.post({ text: QUESTION }));
    const { text, again } = await loop.click(BRAM, root, 'claim', {}, true);
    assert.match(text, says('status.claimed', { name: 'Bram Kok' }));
    assert.equal(again?.text, text);
    const work = await loop.offering(root, 'keep');
    await loop.click(BRAM, work, 'keep', { concept: 'Een half antwoord' }, true);
    const placed = await loop.click(BRAM, work, 'place', { concept: 'Morgen.' }, true);
    assert.match(placed.again!.text, /^Wordt (?:nu )?geplaatst|^✓ Geplaatst/m);
    assert.equal(placed.again!.kind, 'card');
    assert.doesNotMatch(placed.again!.text, /ⓘ/, 'the second delivery is no refusal');
    await loop.reading(root, says('receipt.head'));
    assert.equal((await loop.placed()).filter(({ text: reply }) => reply === 'Morgen. ^BK').length, 1);
    assert.equal((await loop.thread(root)).length, 2);
  });

  it('a second click of the same person changes nothing', async () => {
    const { root } = await claimed(loop, BRAM, { text: QUESTION });
    const version = await versionOf(root);
    const again = await loop.click(BRAM, root, 'claim');
    assert.match(again.text, says('status.claimed', { name: 'Bram Kok' }));
    assert.equal(again.kind, 'card');
    assert.doesNotMatch(again.text, /ⓘ/);
    assert.equal(await versionOf(root), version);
    assert.equal((await loop.thread(root)).length, 2);
  });

  it('who loses a dialogue to a colleague is told, and what was being typed is kept', async () => {
    const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(ELS, await loop.offering(root, 'takeOver'), 'takeOver');
    const news = await loop.reading(root, says('news.taken-over', { by: 'Els Prins' }));
    assert.deepEqual(mentioned(news), ['Bram Kok']);
    await loop.reading(root, says('status.claimed', { name: 'Els Prins' }));
    const work = await loop.offering(root, 'keep');
    assert.notEqual(work.id, card.id, 'she writes on a card of her own');

    const late = await loop.click(BRAM, card, 'place', { concept: 'Mijn halve antwoord' });
    assert.match(late.text, says('refusal.not-yours', { who: 'Els Prins' }));
    const kept = await loop.click(ELS, work, 'keep', { concept: 'Haar antwoord' });
    assert.match(kept.text, /Tekst van Bram Kok \(.*\), apart bewaard\nMijn halve antwoord/);
    await loop.until(async () => verbsOf(await loop.fresh(card)).length === 0, 'an end to the card of before');
    assert.deepEqual(await repliesTo(loop, post), []);
  });

  it('who falls ill is off the roster, and what they held waits for somebody else, until it is undone', async () => {
    const { root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(BRAM, card, 'keep', { concept: 'Tot zover kwam ik.' });
    await loop.say(BRAM, root.thread, 'ziek t/m morgen');
    const away = await loop.reading(root, /^Bram Kok is afwezig van .* t\/m /m);
    await loop.until(async () => verbsOf(await loop.fresh(root)).includes('claim'), 'a dialogue that waits again');
    await loop.click(ELS, root, 'claim');
    assert.equal(buttonOn(await loop.offering(root, 'keep'), 'keep').inputs['concept'], 'Tot zover kwam ik.');

    await loop.say(ELS, root.thread, '/rooster');
    const roster = await loop.offering(root, 'rosterUndoForm');
    assert.match(textOf(roster), /Bram Kok is afwezig .* vastgelegd door Bram Kok/);
    const form = await loop.click(ELS, roster, 'rosterSwapForm');
    assert.match(form.text, says('swap.intro'));
    const refused = await loop.click(CROWD[0]!.email, away, 'rosterUndo');
    assert.match(refused.text, says('refusal.not-your-roster'));
    assert.match((await loop.click(BRAM, away, 'rosterUndo')).text, says('roster.undone'));
  });

  it('while placing is paused an approved reply waits, whoever reads the channel knows, and it goes out afterwards', async () => {
    const { post, root, card } = await claimed(loop, ELS, { text: QUESTION });
    await loop.say(BRAM, root.thread, 'plaatsen stilzetten');
    await loop.reading(root, says('refusal.may-not-pause'));
    await loop.say(ELS, root.thread, 'plaatsen stilzetten grote brand');
    const paused = await loop.offering(root, 'resumePlacing');
    await loop.click(ELS, card, 'place', { concept: 'Maandag.' });
    await loop.reading(root, says('placing.held'));
    await loop.reading(root, says('status.held', { who: 'Els Prins' }));
    const told = async (pattern: RegExp): Promise<number> =>
      (await loop.standing()).filter((message) => message.thread !== root.thread && pattern.test(textOf(message)))
        .length;
    await loop.until(async () => (await told(says('alert.paused', { who: 'Els Prins' }))) === 1, 'a word to everybody');
    assert.deepEqual(await repliesTo(loop, post), []);

    assert.match((await loop.click(ELS, paused, 'resumePlacing')).text, says('pause.lifted'));
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Maandag. ^EP']);
    await loop.until(
      async () => (await told(says('alert.resumed', { by: 'Els Prins' }))) === 1,
      'a word that it is over',
    );
  });
});
