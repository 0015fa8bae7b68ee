import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { type Activity } from '../../infra/local/room/activity.ts';
import { type Room } from '../../infra/local/room/room.ts';
import { startBrowser } from '../support/browser.ts';
import { failedCard, receiptCard, rootCard, statisticsCard, workCard } from './room-cards.ts';
import {
  ANNA,
  at,
  BRAM,
  call,
  cardAnswer,
  errorAnswer,
  ESRA,
  type FakeBot,
  newThread,
  startFakeBot,
  startTestRoom,
  stateOf,
  textAnswer,
  WEBCARE,
  withCard,
} from './room-fixture.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const question = (status = 'Nieuw · antwoord vóór 14:30'): object =>
  rootCard('Wanneer wordt het grofvuil opgehaald in Jisp?', status);

/** What the tests use of a browser's globals; the project itself knows none. */
interface Browsing {
  document: { activeElement: unknown; documentElement: { scrollWidth: number; clientWidth: number } };
}

const looks = [
  ['light', 1200],
  ['dark', 1200],
  ['light', 400],
] as const;

describe('The page of the Teams room', function () {
  // Generous, for a machine that is busy with other suites.
  this.timeout(120_000);
  let browser: Browser;
  let bot: FakeBot;
  let room: Room;
  let page: Page;
  let complaints: string[];

  before(async function () {
    browser = await startBrowser(this);
  });
  after(async () => {
    // Left pending when there is no browser.
    await (browser as Browser | undefined)?.close();
  });

  beforeEach(async () => {
    bot = await startFakeBot();
    room = await startTestRoom(bot);
  });
  afterEach(async () => {
    await page.context().close();
    await room.close();
    await bot.close();
    assert.deepEqual(complaints, []);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 850 }, ...options });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A room or a bot that is away is what some tests are about.
      if (message.type() === 'error' && !message.text().includes('ERR_')) complaints.push(message.text());
    });
    await page.goto(room.url + path);
    await page.locator('#me option').first().waitFor({ state: 'attached' });
  }

  const message = (id: string): Locator => page.locator(`#m${id}`);
  const button = (id: string, name: string): Locator => message(id).getByRole('button', { name, exact: true });
  const hasFocus = (element: Locator): Promise<boolean> =>
    element.evaluate((node: unknown) => (globalThis as unknown as Browsing).document.activeElement === node);
  // A message is on the page before the bot has got it.
  const heard = async (count: number): Promise<void> => {
    while (bot.heard.length < count) await page.waitForTimeout(20);
  };
  const become = (email: string): Promise<unknown> => page.getByLabel('Ik ben:').selectOption(email);
  const post = async (thread: string, activity: Activity): Promise<string> =>
    ((await call(room, 'POST', at(thread, '/activities'), activity)).body as { id: string }).id;
  const update = (thread: string, id: string, card: object): Promise<unknown> =>
    call(room, 'PUT', at(thread, `/activities/${id}`), withCard(card));
  const mentioning = async (email: string, name: string): Promise<Activity> => {
    const person = (await stateOf(room)).people.find((candidate) => candidate.email === email);
    const text = `<at>${name}</at>`;
    const entities = [{ type: 'mention', text, mentioned: { id: person?.id, name } }];
    return { type: 'message', text: `${text}, kijk je **even** mee?`, entities };
  };
  const dataOf = (activity: Activity | undefined): unknown =>
    (activity?.['value'] as { action: { data: unknown } }).action.data;

  it('says that there is nothing yet, and shows what comes in without a reload', async () => {
    await open(`/?as=${BRAM}`);
    await page.getByText('Nog geen berichten.').waitFor();
    const { id } = await newThread(room, withCard(question()));
    await message(id).getByText('Wanneer wordt het grofvuil opgehaald in Jisp?').waitFor();
    assert.equal(await page.getByText('Nog geen berichten.').isVisible(), false);
    assert.match(String(await page.locator('#live').textContent()), /^Nieuw bericht van Gehoor in Webcare: Vraag/);
  });

  it('sends what was typed along with a click, by mouse, and shows the answer', async () => {
    const { thread, id } = await newThread(room, withCard(workCard()));
    bot.answer = () => textAnswer('Bewaard om 10:42.');
    await open(`/?as=${BRAM}`);
    await message(id).getByLabel('Concept').fill('Donderdag.');
    await message(id).getByLabel('Soort').selectOption('anders');
    await button(id, 'Bewaren').click();
    await message(id).getByRole('status').getByText('Bewaard om 10:42.').waitFor();
    const [heard] = bot.heard;
    assert.equal((heard?.['conversation'] as { id: string }).id, thread);
    assert.deepEqual(dataOf(heard), {
      dialogue: 'd1',
      text: 'Donderdag.',
      kind: 'x',
      topic: 'afval',
      town: 'Wormerland',
    });
    assert.equal(await message(id).getByLabel('Concept').inputValue(), 'Donderdag.');
  });

  it('can be worked with the keyboard alone', async () => {
    const { id } = await newThread(room, withCard(question()));
    const reply = await post(`${WEBCARE};messageid=${id}`, withCard(workCard()));
    bot.answer = () => cardAnswer(receiptCard());
    await open(`/?as=${BRAM}`);
    await page.keyboard.press('Tab');
    assert.ok(await hasFocus(page.locator('#skip')));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.ok(await hasFocus(button(id, 'Niet reageren').first()));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await message(id).getByText('Geplaatst 10:52').waitFor();
    assert.deepEqual(dataOf(bot.heard[0]), { dialogue: 'd1', reason: 'beantwoord' });
    // The button that was pressed is gone; the focus stays at the message.
    assert.ok(await hasFocus(message(id)));
    await message(reply).getByLabel('Concept').focus();
    await page.keyboard.type('Met de toetsen');
    assert.equal(await message(reply).getByLabel('Concept').inputValue(), 'Met de toetsen');
  });

  it('does not send a card with a required input left empty', async () => {
    const { id } = await newThread(room, withCard(workCard()));
    await open(`/?as=${BRAM}`);
    await button(id, 'Plaatsen').click();
    await message(id).getByText('Schrijf eerst een antwoord.').waitFor();
    assert.equal(bot.heard.length, 0);
  });

  it('keeps what was typed when the bot refuses, fails or is away, and says so', async () => {
    const { id } = await newThread(room, withCard(workCard()));
    await open(`/?as=${BRAM}`);
    const box = message(id).getByLabel('Concept');
    await box.fill('Donderdag.');
    const refusals = ['Anna heeft dit om 10:42 opgepakt.', 'Er ging iets mis', 'Er ging iets mis'];
    const setUps = [
      () => (bot.answer = () => errorAnswer('Anna heeft dit om 10:42 opgepakt.')),
      () => (bot.status = 501),
      () => bot.close(),
    ];
    for (const [index, setUp] of setUps.entries()) {
      await setUp();
      await button(id, 'Plaatsen').click();
      await message(id).getByRole('alert').getByText(String(refusals[index])).waitFor();
      assert.equal(await box.inputValue(), 'Donderdag.');
    }
    await page.getByText('Gehoor geeft geen antwoord.').waitFor();
  });

  it('takes the banner away when the bot answers again', async () => {
    await bot.close();
    await open(`/?as=${ANNA}`);
    await page.getByLabel('Een nieuw gesprek beginnen').fill('hallo');
    await page.keyboard.press('Enter');
    await page.getByText('Gehoor heeft dit bericht niet gekregen.').waitFor();
    await page.getByText('Gehoor geeft geen antwoord.').waitFor();
    bot = await startFakeBot(Number(new URL(bot.url).port));
    await page.getByText('Gehoor geeft geen antwoord.').waitFor({ state: 'hidden' });
  });

  it('shows the card of an answer to who clicked only, until the shared card is updated', async () => {
    const { thread, id } = await newThread(room, withCard(question()));
    bot.answer = () => cardAnswer(question('Al opgepakt door Anna de Boer'));
    await open(`/?as=${BRAM}`);
    await button(id, 'Oppakken').click();
    await message(id).getByText('Al opgepakt door Anna de Boer').waitFor();
    await message(id).getByText('Alleen jij ziet deze versie').waitFor();
    await become(ANNA);
    await message(id).getByText('Nieuw · antwoord vóór 14:30').waitFor();
    await become(BRAM);
    await message(id).getByText('Al opgepakt door Anna de Boer').waitFor();
    await update(thread, id, question('Geplaatst 10:52'));
    await message(id).getByText('Geplaatst 10:52').waitFor();
    assert.equal(await message(id).getByText('Alleen jij ziet deze versie').count(), 0);
  });

  it('shows the answer when the card was updated during the click', async () => {
    const { thread, id } = await newThread(room, withCard(question()));
    bot.answer = async () => {
      await update(thread, id, question('Opgepakt 10:42'));
      return cardAnswer(question('Opgepakt door jou'));
    };
    await open(`/?as=${BRAM}`);
    await button(id, 'Oppakken').click();
    await message(id).getByText('Opgepakt door jou').waitFor();
  });

  it('leaves alone what somebody types while other messages come in and change', async () => {
    const { thread, id } = await newThread(room, withCard(question()));
    const work = await post(thread, withCard(workCard()));
    await open(`/?as=${BRAM}`);
    await message(work).getByLabel('Concept').fill('half gesch');
    await page.locator('.thread').getByLabel('Antwoorden in dit gesprek').fill('half antw');
    await message(work).getByLabel('Concept').focus();
    await update(thread, id, question('Opgepakt 10:42'));
    await message(id).getByText('Opgepakt 10:42').waitFor();
    await newThread(room, withCard(question()));
    await page.locator('.thread').nth(1).waitFor();
    await page.keyboard.type('reven');
    assert.equal(await message(work).getByLabel('Concept').inputValue(), 'half geschreven');
    assert.equal(await page.getByLabel('Antwoorden in dit gesprek').first().inputValue(), 'half antw');
  });

  it('keeps what each person typed apart', async () => {
    const { id } = await newThread(room, withCard(workCard()));
    await open(`/?as=${BRAM}`);
    await message(id).getByLabel('Concept').fill('van Bram');
    await become(ANNA);
    await page.waitForURL(/as=anna/);
    assert.equal(await message(id).getByLabel('Concept').inputValue(), '');
    await become(BRAM);
    await page.waitForURL(/as=bram/);
    assert.equal(await message(id).getByLabel('Concept').inputValue(), 'van Bram');
  });

  it('hands the bot a reply only with the @Gehoor switch on', async () => {
    const { thread } = await newThread(room, withCard(question()));
    await open(`/?as=${BRAM}`);
    const box = page.locator('.thread');
    await box.getByLabel('Antwoorden in dit gesprek').fill('oppakken');
    await page.keyboard.press('Enter');
    await box.locator('.words', { hasText: 'oppakken' }).waitFor();
    assert.equal(await box.locator('.words .mention').textContent(), 'Gehoor');
    await box.getByRole('button', { name: '@Gehoor' }).click();
    await box.getByLabel('Antwoorden in dit gesprek').fill('even onder ons');
    await box.getByRole('button', { name: 'Versturen' }).click();
    await box.locator('.words', { hasText: 'even onder ons' }).waitFor();
    await heard(1);
    assert.deepEqual(
      bot.heard.map((activity) => activity.text),
      ['<at>Gehoor</at> oppakken'],
    );
    assert.equal((await stateOf(room)).messages.filter((said) => said.thread === thread).length, 3);
  });

  it('counts mentions for each person, and goes to one from the feed', async () => {
    const { thread } = await newThread(room, withCard(question()));
    await open(`/?as=${BRAM}`);
    const id = await post(thread, await mentioning(ANNA, 'Anna de Boer'));
    await message(id).locator('.mention', { hasText: 'Anna de Boer' }).waitFor();
    assert.equal(await message(id).locator('strong').textContent(), 'even');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Anna de Boer/ })
      .click();
    await page.waitForURL(/as=anna/);
    const activity = page.getByRole('navigation').getByRole('link', { name: /Activiteit/ });
    assert.match(String(await activity.textContent()), /1/);
    await activity.click();
    await page.getByRole('button', { name: /Gehoor noemde je in Webcare/ }).click();
    assert.ok(await hasFocus(message(id)));
    assert.doesNotMatch(String(await activity.textContent()), /1/);
    await page.reload();
    await message(id).waitFor();
    assert.doesNotMatch(String(await activity.textContent()), /1/);
  });

  it('shows a colleague outside the team the chat only, where everything is heard', async () => {
    await open(`/?as=${ESRA}`);
    await page.getByText('Esra Yilmaz is geen lid van het team.').waitFor();
    await page.getByLabel('Schrijf Gehoor een bericht').fill('Donderdag wordt het opgehaald.');
    await page.keyboard.press('Enter');
    await page.locator('.message').getByText('Donderdag wordt het opgehaald.').waitFor();
    await heard(1);
    assert.equal(bot.heard[0]?.text, 'Donderdag wordt het opgehaald.');
  });

  it('folds a long thread and opens it again', async () => {
    const { thread, id } = await newThread(room, withCard(question()));
    for (let number = 1; number <= 9; number += 1) await post(thread, { type: 'message', text: `regel ${number}` });
    await open(`/?as=${BRAM}#${encodeURIComponent(thread)}`);
    await page.getByText('regel 4', { exact: true }).waitFor();
    assert.equal(await page.getByText('regel 3', { exact: true }).isVisible(), false);
    await page.getByRole('button', { name: '3 eerdere antwoorden tonen' }).click();
    await page.getByText('regel 1', { exact: true }).waitFor();
    assert.ok(await message(id).isVisible());
  });

  it("shows a citizen's words literally, and opens no address but a safe one", async () => {
    const hostile = '[klik](http://evil.example) ![](https://evil.example/x.png) <at>Bram Kok</at> <b>${x}</b> **vet**';
    const body = [
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: hostile }] },
      { type: 'TextBlock', text: '[goed](https://over-gemeenten.example) [fout](javascript:alert(1)) <img src=x>' },
    ];
    const actions = [{ type: 'Action.OpenUrl', title: 'Open', url: 'http://evil.example' }];
    const { id } = await newThread(room, withCard({ type: 'AdaptiveCard', version: '1.5', body, actions }));
    await open(`/?as=${BRAM}`);
    assert.equal(await message(id).locator('.ac-richTextBlock').textContent(), hostile);
    assert.equal(await message(id).locator('img, b, .mention').count(), 0);
    assert.deepEqual(await message(id).locator('a').allTextContents(), ['goed']);
    await message(id).getByRole('link', { name: 'Open', exact: true }).click();
    await page.getByText('Deze link wordt niet geopend').waitFor();
    assert.equal(page.context().pages().length, 1);
  });

  it('draws what the renderer does not know by its fallback, and a card that is too new by its text', async () => {
    const { id } = await newThread(room, withCard(failedCard()));
    const later = await newThread(room, withCard({ type: 'AdaptiveCard', version: '1.6', fallbackText: 'Te nieuw.' }));
    await open(`/?as=${BRAM}`);
    await message(id).getByText('Plaats de tekst zelf op X en meld het hier.').waitFor();
    await message(later.id).getByText('Te nieuw.').waitFor();
  });

  it('says that a message was removed', async () => {
    const { thread, id } = await newThread(room, withCard(question()));
    await open(`/?as=${BRAM}`);
    await call(room, 'DELETE', at(thread, `/activities/${id}`));
    await message(id).getByText('Dit bericht is verwijderd.').waitFor();
    assert.equal(await message(id).getByRole('button').count(), 0);
  });

  it('says that the room is away, and catches up when it is back', async () => {
    await open(`/?as=${BRAM}`);
    const port = Number(new URL(room.url).port);
    await room.close();
    await page.getByText('De verbinding met de Teamsruimte is weg.').waitFor();
    room = await startTestRoom(bot, { port });
    const { id } = await newThread(room, withCard(question()));
    await message(id).waitFor();
    await page.getByText('De verbinding met de Teamsruimte is weg.').waitFor({ state: 'hidden' });
  });

  it('has no serious fault by axe-core, in light and dark, wide and narrow', async () => {
    const { thread } = await newThread(room, withCard(question()));
    await post(thread, withCard(workCard()));
    await post(thread, withCard(receiptCard()));
    await post(thread, withCard(failedCard()));
    await newThread(room, withCard(statisticsCard()));
    await post(thread, await mentioning(ANNA, 'Anna de Boer'));
    await open(`/?as=${ANNA}`);
    for (const path of [`/?as=${ANNA}`, `/?as=${ANNA}#activiteit`, `/?as=${ESRA}`]) {
      await page.goto('about:blank');
      await page.goto(room.url + path);
      await page.locator('.title').waitFor();
      for (const card of await page.getByRole('button', { name: 'Niet reageren' }).all()) await card.click();
      for (const [colorScheme, width] of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await faults(), [], `${path} ${colorScheme} ${width}`);
        const tooWide = await page.evaluate(() => {
          const { documentElement } = (globalThis as unknown as Browsing).document;
          return documentElement.scrollWidth > documentElement.clientWidth;
        });
        assert.equal(tooWide, false, `${path} is wider than ${width}`);
      }
    }
  });

  async function faults(): Promise<string[]> {
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { impact: string; id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ impact, id, nodes }) => ({ impact, id, html: nodes[0]?.html ?? '' }));
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, html }) => `${id}: ${html}`);
  }
});
