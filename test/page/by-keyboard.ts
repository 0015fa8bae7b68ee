import assert from 'node:assert/strict';
import { type Locator, type Page } from 'playwright-core';
import { BRAM } from '../support/loop/cast.ts';
import { QUESTION, repliesTo } from '../support/loop/scenes.ts';
import { button, type Stage } from './stage.ts';

const ANSWER = 'Donderdag. Zet het vóór 07.30 uur aan de straat.';
/** More stops than there are between two things that one does in a row. */
const STOPS = 20;

export function byKeyboard(stage: Stage): void {
  it('takes a question, answers it and sees the receipt without touching the mouse', async () => {
    const { loop } = stage;
    const post = await loop.post({ text: QUESTION, by: 'toetsenist' });
    const { page, thread } = await stage.visit(BRAM);
    const talk = await thread(post);
    await button(talk, 'Oppakken').waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.ok(await isFocused(talk.locator('.message').first()), 'the first stop leads to the newest conversation');
    await tabTo(page, button(talk, 'Oppakken'));
    await page.keyboard.press('Enter');
    await talk.getByLabel('Concept').waitFor();
    await tabTo(page, talk.getByLabel('Concept'));
    await page.keyboard.type(ANSWER);
    await tabTo(page, button(talk, 'Plaatsen'));
    await page.keyboard.press('Enter');
    await talk.getByText(/^Wordt geplaatst om/).waitFor();
    await talk.getByText(/^✓ Geplaatst \d\d:\d\d door Bram Kok/).waitFor();
    assert.deepEqual(await repliesTo(loop, post), [`${ANSWER} ^BK`]);
    assert.ok(await hasFocusIn(talk), 'the focus stays in the thread, though the card has become another one');
    await tabTo(page, button(talk, 'Verwijderen'));
  });
}

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(wanted)) return;
  }
  assert.fail(`${STOPS} times Tab did not come to ${String(wanted)}`);
}

async function isFocused(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}

async function hasFocusIn(element: Locator): Promise<boolean> {
  return (await element.locator(':focus').count()) === 1;
}
