import assert from 'node:assert/strict';
import { actOnDialogue } from '../../../services/flows/act-on-dialogue.ts';
import { member, type Name } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const ESRA = { name: 'Esra Yilmaz', email: 'esra.yilmaz@over-gemeenten.example' };

describe('Passing a compliment on', () => {
  const pass = async (world: TestWorld, dialogue: string, who: Name = 'Bram', people = [ESRA]) => {
    const command = { type: 'passPraise', who: member(who), department: 'Afval en openbare ruimte', people } as const;
    const { refusal } = await actOnDialogue(world.bot.world, dialogue, command);
    await world.settleAll();
    return refusal?.code ?? null;
  };

  it('brings the masked words to who earned it, once', async () => {
    const world = createWorld();
    const dialogue = await world.writes('Bedankt voor het snelle ophalen! Bel gerust 06-12345678');
    assert.equal(await pass(world, dialogue), null);
    const [sent, ...more] = world.outside.chats.messages;
    assert.deepEqual(more, []);
    const said = sent?.said[0];
    assert.ok(said?.kind === 'compliment');
    assert.equal(said.view.posts[0]?.text, 'Bedankt voor het snelle ophalen! Bel gerust [telefoonnummer]');
    assert.equal((await world.head(dialogue)).praise?.reach, 'chat');
    assert.equal(await pass(world, dialogue, 'Els'), 'passed-on');
    assert.equal(world.outside.chats.messages.length, 1);
  });

  it('mentions in the thread who cannot be reached 1:1', async () => {
    const world = createWorld();
    const dialogue = await world.writes('Complimenten voor de buitendienst, top gedaan');
    world.outside.chats.refuses(ESRA.email);
    assert.equal(await pass(world, dialogue), null);
    assert.equal((await world.head(dialogue)).praise?.reach, 'thread');
  });

  it('is tried again when Teams was away', async () => {
    const world = createWorld();
    const dialogue = await world.writes('Bedankt, fijn geholpen!');
    world.meddler.once('chats', 'send', () => Promise.reject(new Error('Teams is away')));
    await pass(world, dialogue);
    world.restart();
    world.advance(60_000);
    await world.settleAll();
    assert.equal((await world.head(dialogue)).praise?.reach, 'chat');
    assert.equal(world.outside.chats.messages.length, 1);
  });

  it('is for compliments, for who does webcare, and to somebody', async () => {
    const world = createWorld();
    const question = await world.writes('Wanneer wordt het grofvuil opgehaald?');
    assert.equal(await pass(world, question), 'not-now');
    const compliment = await world.writes('Bedankt, fijn geholpen!', { handle: 'piet' });
    assert.equal(await pass(world, compliment, 'Dirk'), 'no-role');
    assert.equal(await pass(world, compliment, 'Bram', []), 'no-addressee');
    const closed = await world.writes('Bedankt, fijn geholpen!', { handle: 'kees', private: true });
    assert.equal(await pass(world, closed), 'not-now');
  });
});
