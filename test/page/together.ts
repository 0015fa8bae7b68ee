import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';
import { ANNA, BRAM } from '../support/loop/cast.ts';
import { QUESTION } from '../support/loop/scenes.ts';
import { picture } from './picture.ts';
import { button, type Stage } from './stage.ts';

const NAMES = ['Bram Kok', 'Anna de Boer'] as const;

export function together(stage: Stage): void {
  it('gives a conversation that two take at once to one of them, and tells the other who has it', async () => {
    const { loop } = stage;
    const post = await loop.post({ text: QUESTION });
    const visits = [await stage.visit(BRAM), await stage.visit(ANNA)];
    const talks = await Promise.all(visits.map(({ thread }) => thread(post)));
    await Promise.all(talks.map((talk) => button(talk, 'Oppakken').waitFor()));
    const answers = visits.map(({ page }) => answerTo(page));
    await Promise.all(talks.map((talk) => button(talk, 'Oppakken').click()));
    const told = await Promise.all(answers);
    const winner = told.findIndex((answer) => !/heeft dit om \d\d:\d\d opgepakt/.test(answer));
    assert.notEqual(winner, -1, 'somebody has it');
    const name = NAMES[winner] ?? '';
    assert.match(told[1 - winner] ?? '', new RegExp(`${name} heeft dit om \\d\\d:\\d\\d opgepakt`));
    for (const talk of talks) {
      await talk.getByText(new RegExp(`^Bij ${name} sinds`)).waitFor();
      await talk.getByText(`Concept van ${name}`).waitFor();
      assert.equal(await talk.getByLabel('Concept').count(), 1);
    }
    // The update of the card must not wipe it: it is read on the screen, not in the answer.
    await talks[1 - winner]!.getByRole('status')
      .filter({ hasText: `${name} heeft dit om` })
      .waitFor();
    await picture(talks[1 - winner]!, '09-lost-the-race');
  });

  it('leaves alone what somebody types in a card while the citizen writes on', async () => {
    const { loop } = stage;
    const post = await loop.post({ text: QUESTION, by: 'schrijft_door' });
    const { page, thread } = await stage.visit(BRAM);
    const talk = await thread(post);
    await button(talk, 'Oppakken').click();
    const concept = talk.getByLabel('Concept');
    await concept.click();
    await page.keyboard.type('Donderdag. Zet het ');
    await loop.post({ text: 'Het is vooral hout en een oude kast?', by: post.handle, inReplyTo: post.id });
    await talk.locator('.mention', { hasText: 'Bram Kok' }).waitFor();
    await talk.locator('.message').first().getByText('vooral hout en een oude kast').waitFor();
    await page.keyboard.type('vóór 07.30 uur aan de straat.');
    assert.equal(await concept.count(), 1);
    assert.equal(await concept.inputValue(), 'Donderdag. Zet het vóór 07.30 uur aan de straat.');
    await picture(talk, '10-typing-on');
  });
}

/** What the bot answers to the next click, as the page gets it. */
async function answerTo(page: Page): Promise<string> {
  const response = await page.waitForResponse((one) => one.url().endsWith('/api/invoke'));
  return response.text();
}
