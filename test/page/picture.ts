import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator } from 'playwright-core';
import { ROOT } from '../../infra/local/practice-options.ts';

/** Whether pictures are wanted: `SCREENSHOTS=1`. They go to `build/page/`, which git leaves alone. */
export const PICTURES_WANTED = process.env['SCREENSHOTS'] === '1';
export const PICTURES = join(ROOT, 'build', 'page');
/** Of the bar, the title and the write box, between which the page scrolls. */
const AROUND = 260;

/** Takes a picture of a key moment, for a person to look at, when pictures are wanted. */
export async function picture(of: Locator, name: string): Promise<void> {
  if (!PICTURES_WANTED) return;
  mkdirSync(PICTURES, { recursive: true });
  const page = of.page();
  const size = page.viewportSize() ?? { width: 1300, height: 900 };
  const height = Math.ceil((await of.boundingBox())?.height ?? 0) + AROUND;
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  await of.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  await page.setViewportSize(size);
}
