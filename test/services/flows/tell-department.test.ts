import assert from 'node:assert/strict';
import { SECOND } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { ESRA } from '../../support/question-asks.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const WASTE = 'Afval en openbare ruimte';

async function passedOn(world: TestWorld): Promise<string> {
  const id = await world.writes('@GemWormerland Wanneer komt mijn bak? Bel 06-11112222!');
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'handOver', to: WASTE, remark: 'Graag bellen.', text: '' });
  return id;
}

describe('A department that takes a dialogue over', () => {
  it("is told 1:1, once, with the citizen's words masked, who handed it over, the remark and the due time", async () => {
    const world = createWorld();
    const id = await passedOn(world);
    world.advance(11 * SECOND);
    await Promise.all([world.restart().settleAll(), world.start().settleAll()]);
    const { messages } = world.outside.chats;
    assert.deepEqual(
      messages.map(({ to }) => to.email),
      [ESRA.email],
    );
    const [said] = messages[0]!.said;
    assert.ok(said?.kind === 'passed-on');
    assert.match(said.view.posts[0]?.text ?? '', /Bel .*telefoonnummer/);
    const { by, remark, due } = said.view.dialogue.passedOn!;
    assert.deepEqual([by.name, remark, due === null], ['Bram Kok', 'Graag bellen.', false]);
    assert.deepEqual((await world.course(id)).slice(-2), ['passedOn', 'departmentTold']);
  });

  it('is told by a mention in the thread to who handed it over, when nobody there can be reached', async () => {
    const world = createWorld();
    world.outside.chats.refuses(ESRA.email);
    const id = await passedOn(world);
    await world.settleAll();
    assert.deepEqual(world.posted().slice(-1), ['department-unreached']);
    assert.equal((await world.course(id)).at(-1), 'departmentUnreached');
  });

  it('is told later when Teams was down, once', async () => {
    const world = createWorld();
    world.meddler.once('chats', 'send', () => Promise.reject(new Fault('teams', 'down')));
    await passedOn(world);
    assert.equal(world.outside.chats.messages.length, 0);
    world.advance(2 * SECOND);
    await world.settleAll();
    assert.equal(world.outside.chats.messages.length, 1);
  });
});
