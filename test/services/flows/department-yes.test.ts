import assert from 'node:assert/strict';
import { MINUTE } from '../../../services/domain/instant.ts';
import { actOnDialogue } from '../../../services/flows/act-on-dialogue.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { member } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const PRESS = '@GemWormerland Ik schrijf over het zwembad. Kan een woordvoerder mij bellen?';
const GIJS = 'gijs.smit@over-gemeenten.example';

/** What stands in Gijs' messages now, oldest first. */
function hashes(world: TestWorld): readonly string[] {
  return world.outside.chats.messages.map(({ said }) => {
    const last = said.at(-1);
    assert.equal(last?.kind, 'department-yes');
    return last.asked.view.hash;
  });
}

async function asked(world: TestWorld): Promise<string> {
  const id = await world.writes(PRESS);
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'submit', text: 'Wij bellen u.' });
  return id;
}

describe('Asking a department for its yes', () => {
  it('is one message to each of its people, which follows the text and ends as what came of it', async () => {
    const world = createWorld();
    const id = await asked(world);
    assert.deepEqual(
      world.outside.chats.messages.map(({ to }) => to.email),
      [GIJS],
    );
    const [first = ''] = hashes(world);
    await world.does(id, 'Bram', { type: 'amend', text: 'Wij bellen u vandaag.' });
    const [changed = ''] = hashes(world);
    assert.notEqual(changed, first);
    const yes = { type: 'approve', by: member('Gijs'), hash: changed } as const;
    await actOnDialogue(world.bot.world, id, yes, { operation: 'click-gijs' });
    world.advance(MINUTE);
    await world.settleAll();
    const { dialogue } = (await world.settled(id)).stored;
    assert.deepEqual([dialogue.stage.name, dialogue.receipts[0]?.approvedBy.email], ['answered', GIJS]);
    const { said } = world.outside.chats.messages[0]!;
    await world.writes('@GemWormerland dankjewel!', { inReplyTo: world.outside.network.placed[0]!.id });
    assert.equal(world.outside.chats.messages.length, 1);
    assert.equal(world.outside.chats.messages[0]?.said.length, said.length, 'what is over changes no more');
    assert.deepEqual(world.posted(), ['root', 'work'], 'nobody of the team was called for it');
  });

  it('is a new message when it is asked anew, for an edit rings nobody', async () => {
    const world = createWorld();
    const id = await asked(world);
    await actOnDialogue(world.bot.world, id, { type: 'sendBack', by: member('Gijs'), remark: 'Korter.' });
    await world.settleAll();
    await world.does(id, 'Bram', { type: 'submit', text: 'Wij bellen.' });
    assert.equal(world.outside.chats.messages.length, 2);
  });

  it('stands in the thread where there is no way to somebody, and the dialogue knows it', async () => {
    const world = createWorld();
    world.outside.chats.refuses(GIJS);
    const id = await asked(world);
    const [message] = world.outside.chats.messages;
    assert.equal(message?.to.place?.in, 'thread');
    assert.deepEqual((await world.head(id)).askedDepartment?.unreachable, [GIJS]);
    await world.settleAll();
    assert.equal(world.outside.chats.messages.length, 1);
  });
});

describe('Asking a department to take over', () => {
  const takeOver = { type: 'askTakeOver', text: '' } as const;

  it('is one message to each of its people, and the root card tells the rest', async () => {
    const world = createWorld();
    const id = await world.writes(PRESS);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', takeOver);
    await world.does(id, 'Bram', takeOver);
    assert.equal(hashes(world).length, 1);
    await actOnDialogue(world.bot.world, id, { type: 'takeToDepartment', by: member('Gijs') }, { operation: 'gijs' });
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root', 'work', 'department-took']);
    const said = world.outside.chats.messages[0]?.said.at(-1);
    assert.ok(said?.kind === 'department-yes' && said.asked.view.dialogue.stage.name === 'closed');
  });
});

describe('A threat', () => {
  const threat = { type: 'setAside', reason: 'bedreiging' } as const;

  it('is told to the coordinators at once, and once per dialogue', async () => {
    const world = createWorld();
    const id = await world.writes('@GemWormerland Ik weet waar jullie wonen.');
    await world.does(id, 'Bram', threat);
    await world.does(id, 'Bram', { type: 'reopen' });
    await world.does(id, 'Els', threat);
    assert.deepEqual(
      world.outside.alerts.told.map(({ to, alert }) => [to, alert.what]),
      [['coordinators', 'threat']],
    );
  });

  it('is told after a restart when Teams failed before', async () => {
    const world = createWorld();
    const id = await world.writes('@GemWormerland Ik weet waar jullie wonen.');
    world.meddler.once('alerts', 'toCoordinators', () => Promise.reject(new Fault('teams', 'Teams is away')));
    await world.click(id, 'Bram', threat);
    assert.deepEqual(world.outside.alerts.told, []);
    world.restart();
    world.advance(10 * MINUTE);
    await world.settleAll();
    assert.equal(world.outside.alerts.told.length, 1);
    assert.equal((await world.head(id)).threat?.told, true);
  });
});
