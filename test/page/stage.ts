import assert from 'node:assert/strict';
import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { type Webcare } from '../support/loop/webcare-file.ts';
import { type PostedLine } from '../support/loop/practice-files.ts';

/** A browser, and everything between a citizen and the reply, for the whole suite. Filled before its first test. */
export interface Stage {
  readonly loop: Loop;
  /** The room's page as this person, in a browser of its own. What the browser complained of fails the test. */
  visit(who: string, options?: BrowserContextOptions): Promise<Visit>;
}

/** Somebody who looks at the Webcare channel. */
export interface Visit {
  readonly page: Page;
  readonly become: (who: string) => Promise<void>;
  /** The thread of this post's dialogue, which is one. */
  readonly thread: (post: PostedLine) => Promise<Locator>;
}

/** Long enough to be seen, and to be stopped. */
const UNDO = '3s';
/** The machine may be busy with other suites. */
const PATIENCE_MS = 60_000;

/** Starts a stage for the suite that calls this, and takes it down after it. `more` changes `webcare.yml` once more. */
export function useStage(more: (webcare: Webcare) => void = () => undefined): Stage {
  let browser: Browser;
  let loop: Loop;
  const complaints: string[] = [];

  before(async function () {
    browser = await startBrowser(this);
    loop = await startLoop({
      webcare: (webcare) => {
        webcare.instruction.undo = UNDO;
        more(webcare);
      },
    });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    assert.deepEqual(complaints.splice(0), []);
  });
  after(async () => {
    // Both are missing when there is no browser.
    await (browser as Browser | undefined)?.close();
    await (loop as Loop | undefined)?.stop();
  });

  return {
    get loop() {
      return loop;
    },
    async visit(who, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${loop.roomUrl}/?as=${who}`);
      await page.locator('#me option').first().waitFor({ state: 'attached' });
      return {
        page,
        async become(other) {
          await page.getByLabel('Ik ben:').selectOption(other);
          await page.waitForURL((url) => url.searchParams.get('as') === other);
        },
        async thread(post) {
          const { thread } = await loop.rootOf(post);
          return page.locator(`.thread[data-thread="${thread}"]`);
        },
      };
    },
  };
}

/** A button by its whole title. */
export function button(where: Page | Locator, name: string): Locator {
  return where.getByRole('button', { name, exact: true });
}
