import { BRAM } from '../support/loop/cast.ts';
import { assertForEverybody } from './axe.ts';
import { type Stage } from './stage.ts';

export function forEverybody(stage: Stage): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`leaves a page that keeps nobody out, in the ${colorScheme} look`, async () => {
      const { page } = await stage.visit(BRAM, { colorScheme });
      await page.locator('.thread').first().waitFor();
      await assertForEverybody(page);
    });
  }
}
