// Draws every card into build/gallery/ and photographs it: `node --import tsx test/cards/gallery.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { galleryPage } from './gallery-page.ts';
import { everyPicture } from './pictures.ts';

const FOLDER = fileURLToPath(new URL('../../build/gallery/', import.meta.url));
/** Cards on one photograph. */
const ON_ONE = 9;
const LOOKS = [
  { name: 'wide', width: 1760, column: '540px' },
  { name: 'narrow', width: 360, column: '300px' },
] as const;

mkdirSync(FOLDER, { recursive: true });
const pictures = everyPicture();
writeFileSync(`${FOLDER}index.html`, galleryPage(pictures));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (let start = 0; start < pictures.length; start += ON_ONE) {
    const page = await browser.newPage();
    await page.setContent(galleryPage(pictures.slice(start, start + ON_ONE)));
    await page.waitForSelector('html[data-drawn]');
    for (const { name, width, column } of LOOKS) {
      for (const look of ['light', 'dark']) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(
          `document.documentElement.dataset.look = '${look}'; document.documentElement.style.setProperty('--column', '${column}')`,
        );
        const number = String(start / ON_ONE + 1).padStart(2, '0');
        await page.screenshot({ path: `${FOLDER}${name}-${look}-${number}.png`, fullPage: true });
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
}
