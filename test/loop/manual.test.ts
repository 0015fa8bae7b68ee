import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { chatId, ROOM_TEAM } from '../../infra/local/room/identity.ts';
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, CARLA, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { mentioned } from '../support/loop/scenes.ts';

const WITH_DAY_CARD = { DAY_CARD: 'on' };

describe('A message that came in elsewhere', function () {
  this.timeout(300_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
    // Now that it knows the channel it need not wait a minute for it.
    await loop.start(WITH_DAY_CARD);
  });
  after(async () => {
    await loop.stop();
  });

  /** The newest form that stands anywhere. */
  function form(verb: string): Promise<RoomMessage> {
    return loop.until(
      async () => (await loop.standing()).findLast((message) => verbsOf(message).includes(verb)),
      `a form with ${verb}`,
    );
  }

  function roots(pattern: RegExp): Promise<readonly RoomMessage[]> {
    return loop
      .standing()
      .then((all) => all.filter((one) => verbsOf(one).includes('claim') && pattern.test(textOf(one))));
  }

  it('is typed into a form and goes the way of every other, until somebody says to have answered it', async () => {
    await loop.say(BRAM, ROOM_TEAM, 'nieuw');
    const asked = await form('addPost');
    const fields = { where: 'whatsapp', who: 'Fatima el Idrissi', text: 'Schandalig, mijn container is niet geleegd!' };
    const wrong = await loop.click(BRAM, asked, 'addPost', { ...fields, link: 'http://a.nl' });
    assert.match(wrong.text, /De link klopt niet/);
    assert.deepEqual(await roots(/Fatima/), [], 'nothing was made');
    const made = await loop.click(BRAM, asked, 'addPost', fields, true);
    assert.match(made.text, /Toegevoegd: WhatsApp · Fatima el Idrissi/);
    await loop.until(async () => /Toegevoegd/.test(textOf(await loop.fresh(asked))), 'the form that became a sentence');
    const late = await loop.click(ELS, asked, 'addPost', { ...fields, text: 'Iets anders' });
    assert.match(late.text, /al een gesprek gemaakt/);
    const [root] = await loop.until(async () => {
      const found = await roots(/Fatima/);
      return found.length > 0 && found;
    }, 'the root card');
    assert.match(textOf(root!), /^WhatsApp · Fatima el Idrissi/m);

    await loop.click(BRAM, root!, 'claim');
    await loop.click(BRAM, await loop.offering(root!, 'submit'), 'submit', { concept: 'a'.repeat(400) });
    await loop.click(ELS, await loop.offering(root!, 'approve'), 'approve');
    const byHand = await loop.offering(root!, 'reportPlaced');
    assert.match(textOf(byHand), /Geef dit antwoord zelf/);
    assert.deepEqual(buttonOn(byHand, 'reportPlaced').required, []);
    await loop.click(BRAM, byHand, 'reportPlaced');
    await loop.reading(root!, /^Door Bram Kok gemeld \d\d:\d\d, niet nagekeken$/m);
    await loop.reading(root!, /^Beantwoord volgens Bram Kok/m);
    assert.deepEqual(await loop.placed(), [], 'no program placed anything');
    assert.equal((await loop.standing()).filter((one) => /Fatima/.test(textOf(one)) && one.id === root!.id).length, 1);
  });

  it('is typed in the 1:1 chat as well', async () => {
    const chat = chatId(CARLA);
    await loop.say(CARLA, chat, '/nieuw', false);
    const asked = await form('addPost');
    assert.equal(asked.thread, chat);
    await loop.click(CARLA, asked, 'addPost', { where: 'counter', text: 'Is de sporthal open?' });
    await loop.until(async () => (await roots(/^Markt of balie · iemand/m)).length === 1, 'the root card');
  });

  it('stands on the one day card, with a link to its thread, also after the bot was started anew', async () => {
    const cards = async () => (await loop.standing()).filter((one) => says('day.title').test(textOf(one)));
    const [card] = await loop.until(async () => {
      const found = await cards();
      return found.length > 0 && found;
    }, 'the day card');
    const [root] = await roots(/^Markt of balie · iemand/m);
    await loop.start(WITH_DAY_CARD);
    await loop.until(async () => says('day.waiting', { count: '1' }).test(textOf((await cards())[0]!)), 'a newer card');
    const [same, ...more] = await cards();
    assert.deepEqual([same?.id, more], [card?.id, []]);
    assert.match(textOf(same!), says('day.onDuty'));
    assert.match(textOf(same!), /Oefennetwerk · vermeldingen · /);
    assert.deepEqual(mentioned(same!), []);
    assert.ok(JSON.stringify(same!.activity).includes(`/${root!.id}?tenantId=`), 'a link to the thread');
  });
});
