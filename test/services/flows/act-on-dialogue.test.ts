import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { member, NAMES } from '../../support/dialogue-facts.ts';
import { actOnDialogue } from '../../../services/flows/act-on-dialogue.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { createWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const COMPLAINT = '@GemWormerland Vier keer gebeld over de lantaarn. Niemand belt terug. Een klacht waard!';
const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';

describe('A click', () => {
  it('of several at once wins alone, and the others hear who won', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const clicks = ['Anna', 'Bram', 'Carla', 'Els'] as const;
    const acted = await Promise.all(clicks.map((name) => world.bot.click(id, name, { type: 'claim' })));
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'claimed');
    const refusals = acted.map(({ refusal }) => refusal).filter((refusal) => refusal !== null);
    assert.equal(refusals.length, 3);
    for (const refusal of refusals) assert.deepEqual(refusal, { code: 'taken', who: stage.by.name, at: stage.since });
  });

  it('that comes twice does nothing twice and is no refusal', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.bot.click(id, 'Bram', { type: 'claim' }, { operation: 'een' });
    const again = await world.bot.click(id, 'Bram', { type: 'claim' }, { operation: 'een' });
    assert.equal(again.refusal, null);
    assert.equal(again.stored?.dialogue.stage.name, 'claimed');
    assert.deepEqual(await world.course(id), ['opened', 'claimed']);
  });

  it('that comes twice at the same moment does nothing twice and is no refusal', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const click = () => world.bot.click(id, 'Bram', { type: 'claim' }, { operation: 'een' });
    const acted = await Promise.all([click(), click(), click()]);
    assert.deepEqual(
      acted.map(({ refusal }) => refusal),
      [null, null, null],
    );
    assert.deepEqual(await world.course(id), ['opened', 'claimed']);
  });

  it('that comes again after others went on does not undo what they did', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const keep = () => world.bot.click(id, 'Bram', { type: 'keep', text: 'Half af' }, { operation: 'bewaar' });
    await world.does(id, 'Bram', { type: 'claim' });
    await keep();
    await world.does(id, 'Bram', { type: 'keep', text: 'Helemaal af' });
    assert.equal((await keep()).refusal, null);
    assert.equal((await world.head(id)).concept?.text, 'Helemaal af');
  });

  it('that is refused keeps the text', async () => {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    const { refusal } = await world.click(id, 'Bram', { type: 'place', text: ANSWER });
    assert.deepEqual(refusal, { code: 'approval-needed' });
    assert.equal((await world.head(id)).concept?.text, ANSWER);
    assert.equal(world.outside.channel.view((await world.work(id)).activity).signed, `${ANSWER} ^BK`);
  });

  it('that was refused with its text kept is refused again when it comes twice', async () => {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    const place = () => world.bot.click(id, 'Bram', { type: 'place', text: ANSWER }, { operation: 'plaats' });
    assert.deepEqual((await place()).refusal, { code: 'approval-needed' });
    assert.deepEqual((await place()).refusal, { code: 'approval-needed' });
    await world.does(id, 'Bram', { type: 'keep', text: 'Beter' });
    assert.deepEqual((await place()).refusal, { code: 'approval-needed' });
    assert.equal((await world.head(id)).concept?.text, 'Beter');
  });

  it('that was done is not refused, nor its text kept apart, when it comes again after an amendment', async () => {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    const submit = () => world.bot.click(id, 'Bram', { type: 'submit', text: ANSWER }, { operation: 'voorleggen' });
    await submit();
    await world.settleAll();
    await world.does(id, 'Els', { type: 'amend', text: 'Netter gezegd.' });
    assert.equal((await submit()).refusal, null);
    const { concept, spare } = await world.head(id);
    assert.equal(concept?.text, 'Netter gezegd.');
    assert.equal(spare, null);
  });

  it('on an unknown dialogue gives nothing', async () => {
    const world = createWorld();
    const acted = await actOnDialogue(world.bot.world, 'nergens', { type: 'claim', by: member('Bram') });
    assert.deepEqual(acted, { stored: null, due: [], refusal: null });
  });

  it('is refused to whom is not of the webcare team', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    assert.ok(NAMES.includes('Dirk'));
    assert.deepEqual((await world.click(id, 'Dirk', { type: 'claim' })).refusal, { code: 'no-role', role: 'webcare' });
  });

  it('gives up when the dialogue changes all the time', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    for (let n = 0; n < 40; n += 1)
      world.meddler.once('store', 'commit', () => Promise.resolve({ outcome: 'conflict' }));
    await assert.rejects(world.bot.click(id, 'Bram', { type: 'claim' }), Fault);
  });
});

describe('A typed yes', () => {
  async function draft() {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'submit', text: ANSWER });
    return { world, id };
  }

  it('counts for the text that the card shows', async () => {
    const { world, id } = await draft();
    assert.equal((await world.bot.approves(id, 'Els')).refusal, null);
    assert.equal((await world.head(id)).stage.name, 'approved');
  });

  it('is refused when the card is behind', async () => {
    const { world, id } = await draft();
    world.meddler.once('channel', 'updateWork', () => Promise.reject(new Fault('teams', 'unreachable')));
    await world.does(id, 'Bram', { type: 'amend', text: 'Iets heel anders.' });
    assert.deepEqual((await world.bot.approves(id, 'Els')).refusal, { code: 'text-changed' });
    world.advance(SECOND);
    await world.settleAll();
    assert.equal((await world.bot.approves(id, 'Els')).refusal, null);
  });

  it('is refused when no card is shown', async () => {
    const { world, id } = await draft();
    world.outside.channel.deletes((await world.root(id)).activity);
    for (let n = 0; n < 3; n += 1)
      world.meddler.once('channel', 'postWork', () => Promise.reject(new Fault('teams', 'unreachable')));
    await world.does(id, 'Els', { type: 'takeOver' });
    assert.deepEqual((await world.bot.approves(id, 'Els')).refusal, { code: 'text-changed' });
  });

  it('that comes twice is no refusal', async () => {
    const { world, id } = await draft();
    await world.bot.approves(id, 'Els', 'akkoord');
    assert.equal((await world.bot.approves(id, 'Els', 'akkoord')).refusal, null);
    world.advance(MINUTE);
    await world.settleAll();
    assert.equal((await world.bot.approves(id, 'Els', 'akkoord')).refusal, null);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('never counts from who submitted the text', async () => {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Els', { type: 'claim' });
    await world.does(id, 'Els', { type: 'submit', text: ANSWER });
    assert.deepEqual((await world.bot.approves(id, 'Els')).refusal, { code: 'own-text' });
  });
});
