import assert from 'node:assert/strict';
import { ANNA, BRAM, ELS } from '../support/loop/cast.ts';
import { COMPLAINT, QUESTION, repliesTo } from '../support/loop/scenes.ts';
import { ESRA } from '../support/question-asks.ts';
import { picture } from './picture.ts';
import { button, type Stage } from './stage.ts';

const SORRY = 'Wat vervelend, dat hoort niet zo. We legen hem morgen vóór 12.00 uur.';
const ASKED = 'Hoe kan dit, en wanneer wordt de container geleegd?';
const ANSWER = 'Donderdag. Zet het vóór 07.30 uur aan de straat.';

export function byMouse(stage: Stage): void {
  it('brings a complaint from card to receipt between two people and a colleague who knows, and from receipt to thanks, closed and reopened', async () => {
    const { loop } = stage;
    const { page, become, thread } = await stage.visit(BRAM);
    const post = await loop.post({ text: COMPLAINT, by: 'wouter_aan_de_weer' });
    const talk = await thread(post);
    await talk.getByText(COMPLAINT).waitFor();
    await picture(talk, '01-waiting');

    await button(talk, 'Oppakken').click();
    await talk.getByLabel('Concept').fill('We zoeken het uit.');
    assert.equal(await button(talk, 'Plaatsen').count(), 0, 'Bram may not place a complaint alone');
    await picture(talk, '02-writing');

    await button(talk, 'Navragen').click();
    await talk.getByText('Esra Yilmaz, Afval en openbare ruimte · 075-1234501').first().waitFor({ state: 'attached' });
    await talk.getByLabel('Vraag', { exact: true }).fill(ASKED);
    await picture(talk, '02a-asking');
    await button(talk, 'Navraag versturen').click();
    await talk
      .getByText(/^Wacht op Esra Yilmaz, vóór/)
      .first()
      .waitFor();
    await picture(talk, '02b-asked');

    const colleague = (await stage.visit(ESRA.email)).page.locator('.chat');
    await colleague.getByText(ASKED).waitFor();
    await picture(colleague, '02c-colleague');
    await colleague.getByLabel('Je antwoord').fill(SORRY);
    await button(colleague, 'Antwoord versturen').click();
    await colleague.getByText(/^Dank je wel! Bram Kok maakt er een reactie voor de inwoner van/).waitFor();
    await picture(colleague, '02d-thanks');

    await button(talk, 'In concept zetten').waitFor();
    assert.equal(await talk.getByLabel('Concept', { exact: true }).last().inputValue(), 'We zoeken het uit.');
    await picture(talk, '02e-answer');
    await button(talk, 'In concept zetten').click();
    const concept = talk.getByLabel('Concept', { exact: true }).last();
    const whole = `We zoeken het uit.\n\n${SORRY}`;
    await loop.until(async () => (await concept.inputValue()) === whole, 'the answer under what was typed');
    await concept.fill(SORRY);
    await button(talk, 'Ter akkoord').last().click();
    await talk.getByText('Concept wacht op akkoord').waitFor();

    await become(ELS);
    await talk.getByText(`${SORRY} ^BK`, { exact: true }).waitFor();
    await talk.locator('.mention', { hasText: 'Els Prins' }).waitFor();
    await picture(talk, '03-draft');
    await button(talk, 'Akkoord en plaatsen').click();
    await talk.getByText(/^Wordt geplaatst om \d\d:\d\d:\d\d$/).waitFor();
    assert.deepEqual(await repliesTo(loop, post), []);
    await picture(talk, '04-placing');
    await talk.getByText(/^✓ Geplaatst \d\d:\d\d door Bram Kok/).waitFor();
    assert.deepEqual(await repliesTo(loop, post), [`${SORRY} ^BK`]);
    await talk.getByText(/^✓ Beantwoord \d\d:\d\d door Bram Kok/).waitFor();

    const [reply] = await loop.placed();
    await loop.post({ text: 'Top, dankjewel! 🙏', by: post.handle, inReplyTo: String(reply?.id) });
    await talk.getByText('Top, dankjewel! 🙏').first().waitFor();
    await picture(talk, '05-thanks');
    await button(talk, 'Afronden').click();
    await talk
      .getByText(/^✓ Afgerond \d\d:\d\d door Els Prins/)
      .first()
      .waitFor();
    await button(talk, 'Heropenen').click();
    await button(talk, 'Oppakken').waitFor();
    assert.deepEqual(await repliesTo(loop, post), [`${SORRY} ^BK`]);
    assert.equal(await page.locator('.thread', { hasText: `@${post.handle}` }).count(), 1);
  });

  it('shows what the citizen writes next in the same thread, opens it again for who had it, and keeps all over a reload', async () => {
    const { loop } = stage;
    const { page, thread } = await stage.visit(BRAM);
    const post = await loop.post({ text: QUESTION, by: 'ria_op_de_haal' });
    const talk = await thread(post);
    await button(talk, 'Oppakken').click();
    await talk.getByLabel('Concept').fill(ANSWER);
    await button(talk, 'Plaatsen').click();
    await talk.getByText(/^✓ Geplaatst/).waitFor();
    const reply = (await loop.placed()).find(({ inReplyTo }) => inReplyTo === post.id);
    await loop.post({ text: 'En wat doe ik met de bank?', by: post.handle, inReplyTo: String(reply?.id) });
    await talk.getByLabel('Concept').waitFor();
    await talk.locator('.message').first().getByText('En wat doe ik met de bank?').waitFor();
    await talk.getByText(/^Bij Bram Kok sinds/).waitFor();
    await talk.getByText(`${ANSWER} ^BK`).filter({ visible: true }).first().waitFor();
    await picture(talk, '06-follow-up');

    const before = await talk.innerText();
    await page.reload();
    await talk.getByLabel('Concept').waitFor();
    assert.equal(await talk.innerText(), before);
  });

  it('masks personal data, and shows it to who holds the dialogue only', async () => {
    const { loop } = stage;
    const { become, thread } = await stage.visit(BRAM);
    const number = '06-87654321';
    const post = await loop.post({ text: `Mijn kliko is weg, bel me op ${number}. Kan dat vandaag?` });
    const talk = await thread(post);
    await talk.getByText('[telefoonnummer]').first().waitFor();
    await button(talk, 'Oppakken').click();
    await talk.getByLabel('Concept').waitFor();
    assert.ok(!(await talk.innerHTML()).includes(number));
    await button(talk, 'Toon').click();
    await talk.getByText(number).waitFor();
    await picture(talk, '07-shown');
    await become(ANNA);
    await talk.getByText('[telefoonnummer]').nth(1).waitFor();
    assert.ok(!(await talk.innerHTML()).includes(number), 'Anna does not have it');
    await button(talk, 'Toon').click();
    await talk.getByText(/^ⓘ Bram Kok heeft dit gesprek/).waitFor();
    assert.ok(!(await talk.innerHTML()).includes(number), 'Anna does not have it, whatever she clicks');
  });

  it('refuses a text that is too long, says so, and leaves it in the field', async () => {
    const { loop } = stage;
    const { page, thread } = await stage.visit(BRAM);
    const post = await loop.post({ text: QUESTION });
    const talk = await thread(post);
    const long = 'Dat weten we nog niet. '.repeat(13).trim();
    await button(talk, 'Oppakken').click();
    await talk.getByLabel('Concept').fill(long);
    await button(talk, 'Plaatsen').click();
    await talk.getByText(/ nu \d+ te lang$/).waitFor();
    assert.equal(await talk.getByLabel('Concept').inputValue(), long);
    await picture(talk, '08-too-long');
    await page.reload();
    await talk.getByLabel('Concept').waitFor();
    assert.equal(await talk.getByLabel('Concept').inputValue(), long);
    assert.deepEqual(await repliesTo(loop, post), []);
  });
}
