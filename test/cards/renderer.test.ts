import assert from 'node:assert/strict';
import { type Browser, type Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';
import { galleryPage } from './gallery-page.ts';
import { everyPicture } from './pictures.ts';

/** All cards on one page take longer to draw than a browser waits for a page. */
const AT_ONCE = 120;

describe('The official renderer', () => {
  let browser: Browser | undefined;
  let page: Page;

  before(async function () {
    browser = await startBrowser(this);
    page = await browser.newPage();
  });

  after(async () => browser?.close());

  async function draw(...pictures: Parameters<typeof galleryPage>): Promise<void> {
    await page.close();
    page = await (browser as Browser).newPage();
    await page.setContent(galleryPage(...pictures));
    await page.waitForSelector('html[data-drawn]', { timeout: 15_000 });
  }

  for (const words of [DUTCH, ENGLISH]) {
    it(`draws every card without a warning, in ${words.language}`, async () => {
      const pictures = everyPicture(words).filter(({ card }) => card !== null);
      for (let from = 0; from < pictures.length; from += AT_ONCE) {
        const some = pictures.slice(from, from + AT_ONCE);
        await draw(some);
        assert.deepEqual(await page.evaluate('warnings'), []);
        assert.equal(await page.locator('figure > .ac-adaptiveCard').count(), some.length);
      }
    }).timeout(120_000);
  }

  it('makes no link, picture or bold of what a citizen writes', async () => {
    const text = '[klik](https://kwaad.example) ![](https://kwaad.example/x.png) **vet** <b id="kwaad">x</b>';
    await draw(
      everyPicture(DUTCH, { text, name: text, handle: text }).filter(({ title }) =>
        /^(waiting|claimed|draft)/.test(title),
      ),
    );
    assert.equal(await page.locator('main a, main img, main strong, #kwaad').count(), 0);
    assert.ok((await page.getByText(text).count()) >= 4);
  }).timeout(60_000);

  it('folds the course of events out and in again, by keyboard too', async () => {
    await draw(everyPicture().filter(({ title }) => title === 'takenOver: work 2'));
    const line = page.getByText('Opgepakt', { exact: false });
    assert.equal(await line.isVisible(), false);
    await page.getByText('▸ Verloop').click();
    assert.equal(await line.isVisible(), true);
    await page.getByRole('button', { name: 'Verloop' }).press('Enter');
    assert.equal(await line.isVisible(), false);
  }).timeout(60_000);
});
