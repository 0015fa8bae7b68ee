import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../infra/local/practice-options.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { type PostedLine } from '../support/loop/practice-files.ts';
import { type Webcare } from '../support/loop/webcare-file.ts';
import { button, type Stage } from './stage.ts';

const DOCS = join(ROOT, 'docs');
const ANSWER =
  'Hoi Marga, grof afval halen we gratis op. Maak een afspraak via de afvalkalender op onze site, dan kan het deze ' +
  'week nog. Zet de bank pas de avond ervoor buiten.';
const SORRY =
  'Hoi Marco, dat hoort niet, sorry. De wagen komt morgen vóór 12.00 uur alsnog langs op De Heul. Laat je de bak staan?';

/** Opening hours as people know them; who is on duty stays as it is, whatever the hour of the picture. */
export function officeHours({ hours }: Webcare): void {
  for (const day of Object.keys(hours.open)) hours.open[day] = '08:30-17:00';
  delete hours.open['sat'];
  delete hours.open['sun'];
}

/** Plays a small, realistic scene in an empty channel and photographs it into `docs/`. */
export function readmePictures(stage: Stage): void {
  it('photographs a question that was answered above a complaint that waits, and an approval on a telephone', async () => {
    const { page, thread } = await stage.visit(BRAM, { viewport: { width: 1300, height: 1530 } });
    await mkdir(DOCS, { recursive: true });
    const question = await post(stage, 'marga_uit_jisp', 'Marga', 'GemWormerland', [
      '@GemWormerland wanneer wordt het grofvuil opgehaald in Jisp? Hier staat al een week een oude bank op de stoep.',
    ]);
    const asked = await thread(question);
    await button(asked, 'Oppakken').click();
    await asked.getByLabel('Concept').fill(ANSWER);
    await button(asked, 'Plaatsen').click();
    await asked.getByText(/^✓ Geplaatst/).waitFor();
    await asked.getByText(/^✓ Beantwoord/).waitFor();
    const complaint = await post(stage, 'marco_op_de_heul', 'Marco', 'GemOostzaan', [
      '@GemOostzaan Derde keer op rij dat de gft-bak op De Heul niet is geleegd.',
      'Moet ik hem zelf bij het gemeentehuis komen afleveren?',
    ]);
    const angry = await thread(complaint);
    await button(angry, 'Oppakken').waitFor();
    await page.evaluate("document.querySelector('#scroll').scrollTop = 0");
    await page.mouse.move(5, 500);
    await page.screenshot({ path: join(DOCS, 'webcare-channel.png') });

    await button(angry, 'Oppakken').click();
    await angry.getByLabel('Concept').fill(SORRY);
    await button(angry, 'Ter akkoord').click();
    await angry.locator('.mention').first().waitFor();
    const telephone = await stage.visit(ELS, { viewport: { width: 400, height: 1030 }, colorScheme: 'dark' });
    const seen = await telephone.thread(complaint);
    await button(seen, 'Akkoord en plaatsen').waitFor();
    await telephone.page.screenshot({ path: join(DOCS, 'cards-dark-narrow.png') });
  });
}

async function post(
  { loop }: Stage,
  handle: string,
  name: string,
  account: string,
  lines: readonly string[],
): Promise<PostedLine> {
  const line = { id: handle, author: { handle, name }, account, text: lines.join(' ') };
  await appendFile(join(loop.folder, 'posts.jsonl'), `${JSON.stringify(line)}\n`);
  return { id: line.id, handle, text: line.text };
}
