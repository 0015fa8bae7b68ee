import assert from 'node:assert/strict';
import { type BusyCommand } from '../../services/domain/busy/messages.ts';
import { type Storm } from '../../services/domain/busy/storm.ts';
import { HOUR, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { actOnBusy } from '../../services/flows/busy/act-on-busy.ts';
import { actOnQuestion, answerAsColleague, openQuestionsOf } from '../../services/flows/ask-colleague.ts';
import { submitMany } from '../../services/flows/busy/write-many.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { local, member, settings } from './dialogue-facts.ts';
import { WorkingDay } from './working-day.ts';

/** A moment of that Tuesday. */
export const on = (time: string): number => local(`11-24 ${time}`);
const esra = settings.departments.flatMap(({ people }) => people).find(({ name }) => name.startsWith('Esra'))!;

const ANSWER = 'Dinsdag. Zet het vóór 07.30 uur aan de weg.';
const SORRY = 'Dat is vervelend. De lantaarn wordt vandaag gemaakt.';
const STORM = [
  'Er ligt een boom over het fietspad, wanneer komt iemand?',
  'Wanneer wordt het grofvuil nu opgehaald?',
  'Welke wegen zijn dicht door de storm?',
] as const;
const TREE = 'Voor een boom onder 10 cm dikte heeft u geen vergunning nodig.';

/** What the six who wrote in the night wrote about. */
export interface Night {
  readonly waste: string;
  readonly lamp: string;
  readonly tree: string;
  readonly praise: string;
  readonly elsewhere: string;
  readonly bin: string;
}

async function night(day: WorkingDay): Promise<Night> {
  const at = async (time: string, handle: string, text: string): Promise<string> => {
    await day.until(local(time), HOUR);
    return day.writes(handle, text);
  };
  return {
    waste: await at('11-23 21:40', 'jan', '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?'),
    lamp: await at('11-23 22:05', 'piet', '@GemOostzaan Schandalig, al drie keer gebeld over de lantaarn in De Haal!'),
    tree: await at('11-23 23:15', 'kees', '@GemOostzaan Mag ik in De Heul zelf een boom kappen in mijn tuin?'),
    praise: await at('11-24 06:40', 'mia', '@GemWormerland Bedankt, wat is de stoep in Wormer mooi geworden. Chapeau!'),
    elsewhere: await at('11-24 07:10', 'bas', '@GemOostzaan Waar kan ik in Zaandam een ondergrondse container vinden?'),
    bin: await at('11-24 07:50', 'ria', '@GemWormerland Kunt u mij bellen over mijn container? 06-12345678'),
  };
}

/** From opening until noon: five of the six are done with, one waits for a colleague who answers at half past ten. */
async function morning(day: WorkingDay, { waste, lamp, tree, elsewhere, bin }: Night): Promise<void> {
  const { bot } = day.world;
  await day.until(on('08:31'));
  await day.does(lamp, 'Bram', { type: 'claim' });
  await day.does(lamp, 'Bram', { type: 'submit', text: SORRY });
  await day.does(lamp, 'Els', { type: 'approve' });
  await day.until(on('08:40'));
  await day.does(waste, 'Els', { type: 'claim' });
  await day.does(waste, 'Els', { type: 'place', text: ANSWER });
  await day.does(tree, 'Els', { type: 'claim' });
  await day.acts(async () => {
    const asked = { type: 'ask', to: esra.email, department: 'Afval en openbare ruimte' } as const;
    const words = { question: 'Mag deze inwoner de boom zelf kappen?', named: false, beside: null };
    const command = { ...asked, ...words, id: '', by: member('Els') };
    const { refusal } = await actOnQuestion(day.world.bot.world, tree, command, { operation: 'asks' });
    assert.equal(refusal, null);
  });
  await day.until(on('08:50'));
  await day.does(elsewhere, 'Bram', { type: 'setAside', reason: 'niet voor ons' });
  await day.does(bin, 'Bram', { type: 'claim' });
  await day.does(bin, 'Bram', { type: 'finish', outcome: 'phoned' });
  await day.until(on('10:30'));
  const [open] = await openQuestionsOf(bot.world, esra.email);
  assert.equal(open?.stored.dialogue.id, tree);
  const answer = { from: esra, question: open.question.id, answer: TREE };
  await day.acts(() => answerAsColleague(day.world.bot.world, tree, answer, { operation: 'answers' }));
  await day.does(tree, 'Els', { type: 'place', text: TREE });
  await day.until(on('11:00'));
}

/** Bram goes home ill with a text half done; Els finishes it. */
async function illness(day: WorkingDay): Promise<string> {
  const tile = await day.writes('loes', '@GemWormerland Er ligt een losse tegel op de Dorpsstraat in Jisp');
  await day.does(tile, 'Bram', { type: 'claim' });
  await day.does(tile, 'Bram', { type: 'keep', text: 'We halen de tegel' });
  await day.acts(() => {
    const absent = { type: 'reportAbsent', by: member('Els'), who: member('Bram'), from: day.world.now } as const;
    return actOnTeam(day.world.bot.world, { ...absent, until: null }, { operation: 'ill' });
  });
  assert.equal((await day.world.head(tile)).stage.name, 'waiting');
  await day.does(tile, 'Els', { type: 'claim' });
  await day.does(tile, 'Els', { type: 'place', text: 'We halen de tegel vandaag weg.' });
  await day.until(on('12:00'));
  return tile;
}

/** From one until two 80 different messages in a storm, and among them a live cable. */
export async function storm(day: WorkingDay): Promise<string> {
  const busy = (command: BusyCommand): Promise<void> =>
    day.acts(async () => {
      const refusal = await actOnBusy(day.world.bot.world, command, `busy ${day.clicks}`);
      assert.equal(refusal, null, command.type);
    });
  const newest = (): Storm => day.world.bot.world.team().storms.at(-1)!;
  await day.until(on('13:00'));
  let cable = '';
  const single: string[] = [];
  for (let n = 0; n < 80; n += 1) {
    if (n === 16) await busy({ type: 'switchBusyOn', id: 'storm', practice: false, by: member('Els') });
    if (n === 17) await busy({ type: 'callForHelp', storm: newest().id, by: member('Els'), onDuty: [member('Els')] });
    if (n === 18) await busy({ type: 'answerCall', storm: newest().id, by: member('Anna'), helps: true });
    if (n === 40) {
      cable = await day.writes('moeder', 'Vonkende kabel bij de school in Jisp, doe iets!');
      await day.does(cable, 'Anna', { type: 'claim' });
      await day.does(cable, 'Anna', { type: 'finish', outcome: 'phoned' });
    }
    const text = `@GemWormerland ${STORM[n % STORM.length]} (${n})`;
    const id = await day.world.writes(text, { handle: `inwoner${n}` });
    if (n < 16) single.push(id);
    await day.until(on('13:00') + (n + 1) * 45 * SECOND);
  }
  for (const { topic } of day.world.outside.board.now('list')) {
    const form = `text about ${topic}`;
    const words = { topic, municipality: null, template: 'We zijn met alle mensen buiten, {naam}.' };
    await day.acts(async () => {
      const by = member('Els');
      assert.equal(await submitMany(day.world.bot.world, { storm: newest().id, form, ...words }, by, form), null);
    });
    const { fingerprint } = newest().texts.at(-1)!;
    await busy({ type: 'approveMany', storm: newest().id, text: form, fingerprint, by: member('Anna') });
  }
  for (const id of single) {
    await day.does(id, 'Anna', { type: 'claim' });
    await day.does(id, 'Anna', { type: 'place', text: `We komen eraan, nummer ${single.indexOf(id)}.` });
  }
  await day.until(on('15:00'));
  await busy({ type: 'switchBusyOff', practice: false, by: member('Els') });
  return cable;
}

/** A journalist writes ten minutes before we close: Communicatie says yes to the words of the team. */
export async function journalist(day: WorkingDay): Promise<string> {
  await day.until(on('16:50'));
  const press = await day.writes('krant', '@GemWormerland Ik schrijf over de storm. Kan een woordvoerder mij bellen?');
  await day.does(press, 'Els', { type: 'claim' });
  await day.does(press, 'Els', { type: 'submit', text: 'Onze woordvoerder belt u vandaag om 17.30 uur.' });
  const { refusal } = await day.world.bot.approves(press, 'Anna');
  assert.ok(refusal !== null, 'an approver is not Communicatie');
  const last = day.world.outside.chats.messages.at(-1)?.said.at(-1);
  assert.ok(last?.kind === 'department-yes');
  await day.acts(async () => {
    const yes = { type: 'approve', by: member('Gijs'), hash: last.asked.view.hash } as const;
    await actOnDialogue(day.world.bot.world, press, yes, { operation: 'gijs' });
  });
  await day.until(on('16:59'), MINUTE);
  return press;
}

/** From the evening before until noon, when one is ill. */
export async function untilNoon(
  restless: boolean,
): Promise<{ readonly day: WorkingDay; readonly tile: string } & Night> {
  const day = new WorkingDay(local('11-23 17:05'), restless);
  const six = await night(day);
  await morning(day, six);
  return { day, ...six, tile: await illness(day) };
}
