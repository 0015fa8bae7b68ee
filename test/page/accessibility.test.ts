import assert from 'node:assert/strict';
import { type Browser, type Page } from 'playwright-core';
import { type Room } from '../../infra/local/room/room.ts';
import { everyPicture } from '../cards/pictures.ts';
import {
  at,
  BRAM,
  call,
  type FakeBot,
  newThread,
  startFakeBot,
  startTestRoom,
  withCard,
} from '../infra/room-fixture.ts';
import { startBrowser } from '../support/browser.ts';
import { assertForEverybody } from './axe.ts';

/** Cards in one thread: as long as a real one gets. */
const IN_ONE = 6;

describe('The page with every card there is', function () {
  this.timeout(240_000);
  let browser: Browser;
  let bot: FakeBot;
  let room: Room;
  let page: Page;

  before(async function () {
    browser = await startBrowser(this);
    bot = await startFakeBot();
    room = await startTestRoom(bot);
    await fill(room);
  });
  after(async () => {
    // All are missing when there is no browser.
    await (browser as Browser | undefined)?.close();
    await (room as Room | undefined)?.close();
    await (bot as FakeBot | undefined)?.close();
  });
  afterEach(() => page.context().close());

  for (const [look, width] of [
    ['light', 1300],
    ['dark', 400],
  ] as const) {
    it(`keeps nobody out, ${look} and ${width} wide, with every form unfolded`, async () => {
      const context = await browser.newContext({ colorScheme: look, viewport: { width, height: 900 } });
      page = await context.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(`${room.url}/?as=${BRAM}`);
      await page.locator('.thread').first().waitFor();
      const unfolded = await page.evaluate<number>(UNFOLD);
      assert.ok(unfolded > 50, `${unfolded} forms and lists unfolded`);
      assert.equal(await page.locator('.toast').count(), 0, 'all that unfolds does so without a complaint');
      await assertForEverybody(page);
      const tooWide = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      assert.equal(tooWide, false, 'nothing makes the page scroll sideways');
    });
  }
});

/** Presses every button that opens a form, and every line that opens a list. Gives how many. */
const UNFOLD = `(() => {
  const shut = [...document.querySelectorAll('.ac-pushButton[aria-expanded=false], .ac-container.ac-selectable')];
  for (const one of shut) one.click();
  return shut.length;
})()`;

async function fill(room: Room): Promise<void> {
  const cards = everyPicture().map(({ card, text }) => ({ content: card ?? null, text }));
  let thread = '';
  for (const [number, { content, text }] of cards.entries()) {
    const activity =
      content === null ? { type: 'message', text: text ?? '' } : withCard(content, text === undefined ? {} : { text });
    if (number % IN_ONE === 0) thread = (await newThread(room, activity)).thread;
    else await call(room, 'POST', at(thread, '/activities'), activity);
  }
}
