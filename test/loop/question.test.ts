import assert from 'node:assert/strict';
import { chatId } from '../../infra/local/room/identity.ts';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { claimed, mentioned, QUESTION, repliesTo } from '../support/loop/scenes.ts';
import { ESRA, FRITS } from '../support/question-asks.ts';

const AFVAL = `${ESRA.email}|Afval en openbare ruimte`;

/** The chat of somebody with the bot, to look at as at a thread. */
function chatOf(email: string): RoomMessage {
  return { thread: chatId(email) } as RoomMessage;
}

describe('A question to a colleague', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());

  it('is answered on its card, goes into the concept under what was typed, and costs five clicks and four messages', async () => {
    const before = (await loop.state()).counters.created;
    const { post, root, card } = await claimed(loop, BRAM, { text: `${QUESTION} Mijn nummer is 06-12345678.` });
    const { askText, askTo } = buttonOn(card, 'ask').inputs;
    assert.equal(askTo, AFVAL, 'the department of the topic is suggested');
    assert.match(askText ?? '', /De Haal\? Mijn nummer is \[telefoonnummer\]/);
    const mine = { concept: 'Dag, we zoeken het uit.', askText: 'Welke dag is dat?' };
    await loop.click(BRAM, card, 'ask', mine);
    await loop.reading(root, says('question.waits', { name: 'Esra Yilmaz' }));
    const asked = await loop.offering(chatOf(ESRA.email), 'answerQuestion');
    assert.match(textOf(asked), says('colleague.who', { name: 'Bram Kok' }));
    assert.match(textOf(asked), /^Welke dag is dat\?$/m);
    assert.doesNotMatch(textOf(asked), new RegExp(`${post.handle}|12345678`));

    const thanks = await loop.click(ESRA.email, asked, 'answerQuestion', { answer: 'Elke dinsdag; bel 06-87654321.' });
    assert.match(thanks.text, says('colleague.thanks', { asker: 'Bram Kok' }));
    await loop.reading(chatOf(ESRA.email), says('colleague.thanks'));

    const work = await loop.offering(root, 'intoConcept');
    assert.notEqual(work.id, card.id);
    assert.deepEqual(mentioned(work), ['Bram Kok']);
    assert.match(textOf(work), /^Elke dinsdag; bel 06-87654321\.$/m);
    assert.equal(buttonOn(work, 'intoConcept').inputs['concept'], 'Dag, we zoeken het uit.');
    await loop.click(BRAM, work, 'intoConcept');
    const filled = await loop.until(async () => {
      const now = await loop.fresh(work);
      return buttonOn(now, 'place').inputs['concept']?.endsWith('06-87654321.') && now;
    }, 'the answer in the concept');
    assert.equal(
      buttonOn(filled, 'place').inputs['concept'],
      'Dag, we zoeken het uit.\n\nElke dinsdag; bel 06-87654321.',
    );
    assert.match((await loop.click(BRAM, filled, 'place')).text, says('refusal.personal-data'));
    await loop.click(BRAM, await loop.offering(root, 'place'), 'place', { concept: 'Elke dinsdag.' });
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Elke dinsdag. ^BK']);
    assert.equal((await loop.state()).counters.created - before, 4);
  });

  it('is answered by typing in the chat; with several open it is asked which', async () => {
    const first = await claimed(loop, BRAM, { text: QUESTION });
    await loop.say(BRAM, first.root.thread, `doorvragen ${ESRA.email} Welke dag?`);
    await loop.offering(chatOf(ESRA.email), 'answerQuestion');
    await loop.say(ESRA.email, chatId(ESRA.email), 'Hoi, dank je!');
    await loop.reading(chatOf(ESRA.email), says('colleague.courtesy', { name: 'Bram Kok' }));
    await loop.say(ESRA.email, chatId(ESRA.email), 'Op dinsdag hoor.');
    await loop.reading(chatOf(ESRA.email), says('colleague.typed', { name: 'Bram Kok' }));
    assert.match(textOf(await loop.offering(first.root, 'intoConcept')), /^Op dinsdag hoor\.$/m);

    const second = await claimed(loop, BRAM, { text: QUESTION });
    for (const what of ['Hoe laat?', 'Waar?'])
      await loop.say(BRAM, second.root.thread, `navragen ${ESRA.email} ${what}`);
    await loop.until(
      async () =>
        (await loop.thread(chatOf(ESRA.email))).filter((one) => /^(Hoe laat|Waar)\?$/m.test(textOf(one))).length === 2,
      'both questions',
    );
    await loop.say(ESRA.email, chatId(ESRA.email), 'Vanaf zeven uur.');
    const which = await loop.reading(chatOf(ESRA.email), says('colleague.intro'));
    const { answer } = buttonOn(which, 'answerQuestion').inputs;
    assert.equal(answer, 'Vanaf zeven uur.');
    const choices = JSON.stringify(which.activity).match(/"value":"([^"]+ [^"]+)"/g) ?? [];
    const [value] = JSON.parse(`[${choices[0]!.slice('"value":'.length)}]`) as [string];
    await loop.click(ESRA.email, which, 'answerQuestion', { which: value });
    assert.match(textOf(await loop.offering(second.root, 'intoConcept')), /^Vanaf zeven uur\.$/m);
    await loop.reading(second.root, says('question.waits', { name: 'Esra Yilmaz' }));
  });

  it('of a colleague without the app stands in the thread, is theirs alone, and what they say is recorded', async () => {
    const { root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(BRAM, card, 'ask', { askTo: '', askMail: FRITS.email, askText: 'Weet jij het, Frits?' });
    const asked = await loop.offering(root, 'answerQuestion');
    assert.match(textOf(asked), /^Frits Bakker\n/);
    await loop.reading(root, says('question.thread'));
    assert.match((await loop.click(BRAM, asked, 'answerQuestion', { answer: 'Ja.' })).text, says('refusal.not-asked'));
    const work = await loop.until(async () => {
      const now = await loop.fresh(card);
      return verbsOf(now).includes('recordAnswer') && now;
    }, 'the way to record it');
    await loop.click(BRAM, work, 'recordAnswer', { recordText: 'Op donderdag, zei hij.' });
    await loop.reading(root, says('question.recorded', { name: 'Bram Kok' }));
    await loop.reading(root, says('colleague.thanks', { asker: 'Bram Kok' }));
    assert.equal((await loop.thread(root)).length, 3);
  });

  it('takes a holding reply along, both or neither, and that is withdrawn says so on the card of the colleague', async () => {
    const { card, root, post } = await claimed(loop, BRAM, { text: QUESTION });
    const both = { askText: 'Toch niet nodig?', askHold: 'true' };
    assert.equal(buttonOn(card, 'ask').inputs['askHold'], 'false', 'nothing goes to the citizen by itself');
    const no = await loop.click(BRAM, card, 'ask', { ...both, askHoldText: 'Bel 06-12345678, {wanneer}.' });
    assert.match(no.text, says('refusal.holding-refused'));
    await loop.click(BRAM, card, 'ask', both);
    const told = /^Bedankt voor uw bericht\. We zoeken het uit\. U hoort .* vóór \d\d:\d\d uur van ons\. \^BK$/;
    await loop.until(async () => (await repliesTo(loop, post)).some((reply) => told.test(reply)), 'the holding reply');
    const texts = (await loop.thread(chatOf(ESRA.email))).map(textOf);
    assert.equal(texts.filter((text) => /^Toch niet nodig\?$/m.test(text)).length, 1, 'asked once');
    const asked = await loop.reading(chatOf(ESRA.email), /^Toch niet nodig\?$/m);
    await loop.click(BRAM, await loop.offering(root, 'withdrawQuestion'), 'withdrawQuestion');
    await loop.until(async () => says('colleague.withdrawn').test(textOf(await loop.fresh(asked))), 'the card');
  });

  it('is one thing and a compliment another: that goes to who earned it, with one click', async () => {
    const praise = 'Bedankt, keurig geregeld door de buitendienst!';
    const root = await loop.rootOf(await loop.post({ text: praise }));
    await loop.click(BRAM, root, 'passPraise', { passOnTo: 'Afval en openbare ruimte' });
    await loop.reading(chatOf(ESRA.email), /Bram Kok geeft het graag door/);
    await loop.reading(root, says('passPraise.done', { to: 'Afval en openbare ruimte', name: 'Bram Kok' }));
  });
});
