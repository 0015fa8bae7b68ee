import assert from 'node:assert/strict';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { type Room } from '../../infra/local/room/room.ts';
import { rootCard, workCard } from '../infra/room-cards.ts';
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
import { button } from './stage.ts';

const asked = (): object => rootCard('Wanneer wordt het grofvuil opgehaald in Jisp?', 'Nieuw');

describe('The page of the Teams room, while one works in it', function () {
  this.timeout(120_000);
  let browser: Browser;
  let bot: FakeBot;
  let room: Room;
  let page: Page;

  before(async function () {
    browser = await startBrowser(this);
  });
  after(async () => {
    // Missing when there is no browser.
    await (browser as Browser | undefined)?.close();
  });
  beforeEach(async () => {
    bot = await startFakeBot();
    room = await startTestRoom(bot);
    page = await (await browser.newContext({ viewport: { width: 1200, height: 700 } })).newPage();
    page.setDefaultTimeout(60_000);
  });
  afterEach(async () => {
    await page.context().close();
    await room.close();
    await bot.close();
  });

  const open = async (): Promise<void> => {
    await page.goto(`${room.url}/?as=${BRAM}`);
    await page.locator('#me option').first().waitFor({ state: 'attached' });
  };
  const say = async (thread: string, activity: object): Promise<string> =>
    ((await call(room, 'POST', at(thread, '/activities'), activity)).body as { id: string }).id;
  const message = (id: string): Locator => page.locator(`#m${id}`);

  it('brings the card that comes of a click into sight', async () => {
    const { thread, id } = await newThread(room, withCard(asked()));
    for (let more = 0; more < 3; more += 1) await newThread(room, withCard(asked()));
    let work = '';
    bot.answer = async () => {
      work = await say(thread, withCard(workCard()));
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Opgepakt.' };
    };
    await open();
    await button(message(id), 'Oppakken').click();
    await message(id).getByText('Opgepakt.').waitFor();
    const box = await button(message(work), 'Plaatsen').boundingBox();
    assert.ok(box !== null && box.y > 0 && box.y + box.height < 700, `the last button stands at ${box?.y}`);
  });

  it('never folds away a card that one can act on', async () => {
    const { thread } = await newThread(room, withCard(asked()));
    const work = await say(thread, withCard(workCard()));
    const first = await say(thread, { type: 'message', text: 'Opmerking 0' });
    for (let more = 1; more < 7; more += 1) await say(thread, { type: 'message', text: `Opmerking ${more}` });
    await open();
    await page.getByText('1 eerder antwoord tonen').waitFor();
    assert.ok(await button(message(work), 'Plaatsen').isVisible());
    assert.equal(await message(first).isVisible(), false);
  });

  it('loses nothing that comes in while it catches up', async () => {
    const { thread } = await newThread(room, withCard(asked()));
    let asks = 0;
    let late = '';
    await page.route('**/api/state', async (route) => {
      asks += 1;
      const response = await route.fetch();
      if (asks === 2) {
        // The state is on its way, and does not know this one.
        late = await say(thread, { type: 'message', text: 'Net te laat' });
        await message(late).waitFor();
      }
      await route.fulfill({ response });
    });
    await open();
    while (asks < 2) await page.waitForTimeout(20);
    await newThread(room, { type: 'message', text: 'Daarna' });
    await page.getByText('Daarna', { exact: true }).waitFor();
    await page.waitForTimeout(300);
    assert.ok(await message(late).isVisible());
  });
});
