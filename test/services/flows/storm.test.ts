import assert from 'node:assert/strict';
import { isListed } from '../../../services/domain/dialogue/listed/place-in-storm.ts';
import { unheard } from '../../../services/domain/busy/lists.ts';
import { HOUR, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { stormDialogues } from '../../../services/flows/busy/storm-dialogues.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { StormTown, TOPICS } from '../../support/storm-town.ts';

describe('A storm of 80 messages in an hour, with a live cable among them', () => {
  it('costs few messages, shows the cable alone and first, and loses nobody', async () => {
    const town = new StormTown();
    for (let n = 0; n < 80; n += 1) {
      if (n === 15) assert.equal((await town.proposal()).state.seen?.count, 15);
      if (n === 16) await town.on();
      if (n === 40) await town.writes('Vonkende kabel bij de school in Jisp, doe iets!', 'moeder');
      await town.writes(`${TOPICS[n % TOPICS.length] ?? ''} (${n})`, `burger${n}`);
      await town.later(45 * SECOND);
    }
    await town.later(MINUTE);
    const { world } = town;
    const cable = town.roots().find(({ text }) => text.includes('kabel'));
    assert.ok(cable !== undefined, 'the cable has a card of its own');
    const roots = town.roots().length;
    assert.equal(roots, 17, '16 before anybody switched it on, and the cable');
    const board = world.outside.board.messages.length;
    assert.equal(board, 1 + TOPICS.length, 'the storm, and a list per topic');
    const sent = world.outside.board.messages.reduce((sum, { said }) => sum + said.length, 0);
    assert.ok(sent < 250, `${sent} posts and edits about the storm in an hour`);
    const [storm] = world.outside.board.now('storm');
    assert.deepEqual(
      storm?.urgent.map(({ citizen }) => citizen.handle),
      ['moeder'],
    );
    const waiting = world.outside.board.now('list').reduce((sum, { counts }) => sum + counts.waiting, 0);
    assert.equal(waiting, 64);
    await town.everyoneIsInOnePlace();

    for (const name of ['Bram', 'Els', 'Bram'] as const) assert.ok(await town.takes(name));
    await town.off();
    const [left] = world.outside.board.now('unheard');
    assert.equal(left?.count, 65, 'all that were listed, and the cable: nobody was answered');
    await town.everyoneIsInOnePlace();
  });
});

describe('Taking the next from a list', () => {
  it('gives two who click at once two different dialogues, and one who clicks twice the same', async () => {
    const town = await new StormTown().begun(3);
    const { world } = town.world.bot;
    const [storm] = world.team().storms;
    const [one, other, again] = await Promise.all([
      town.takes('Bram', 'click-1'),
      town.takes('Els', 'click-2'),
      town.takes('Bram', 'click-1'),
    ]);
    assert.ok(one && other && again);
    assert.notEqual(one.dialogue.id, other.dialogue.id);
    assert.equal(again.dialogue.id, one.dialogue.id);
    assert.ok(await town.takes('Els'));
    assert.equal(await town.takes('Bram'), null);
    await town.settle();
    const work = town.world.outside.channel.messages.filter(({ kind }) => kind === 'work');
    assert.equal(work.length, 3);
    assert.equal(storm === undefined, false);
    await town.everyoneIsInOnePlace();
  });
});

describe('One text for many', () => {
  it('is said yes to once, by another, and placed under each once, whatever breaks in between', async () => {
    const town = await new StormTown().begun(6);
    assert.equal(await town.submits('Bram', 'Beste {naam}, we zijn bezig met het afval.'), null);
    await town.later(20 * SECOND);
    const [draft] = town.world.outside.board.now('many');
    assert.equal(draft?.count, 6);
    assert.equal(town.world.outside.board.now('many-asked').length, 1);
    assert.deepEqual(await town.approves('Bram', draft.many.fingerprint), { code: 'many-own-text' });
    assert.deepEqual(await town.approves('Els', 'other'), { code: 'many-changed' });
    // One citizen writes, one is taken: those are passed by.
    await town.writes('Laat maar', 'burger1', 'burger1');
    await town.takes('Els');
    town.world.meddler.once('store', 'commit', () => Promise.reject(new Fault('tables', 'no answer')));
    assert.equal(await town.approves('Els', draft.many.fingerprint), null);
    await town.later(20 * SECOND);
    town.restart();
    await town.later(MINUTE);
    await town.later(MINUTE);
    const placed = town.world.outside.network.placed.map(({ text }) => text);
    assert.equal(placed.length, 4, placed.join('\n'));
    assert.ok(
      placed.every((text) => text === 'Hallo, we zijn bezig met het afval. ^BK'),
      placed.join('\n'),
    );
    const [done] = town.world.outside.board.now('many');
    assert.deepEqual(done?.progress, { placed: 4, underway: 0, failed: [], passed: 2 });
    assert.deepEqual(await town.approves('Els', draft.many.fingerprint), { code: 'many-not-now' });
    await town.everyoneIsInOnePlace();
  });

  it('that is too long for one, or holds personal data, stays with its writer', async () => {
    const town = await new StormTown().begun(2);
    assert.equal((await town.submits('Bram', `Beste {naam}, ${'x'.repeat(280)}`))?.code, 'many-too-long');
    assert.equal((await town.submits('Bram', 'Bel Jan op 06-12345678'))?.code, 'many-personal-data');
    assert.equal((await town.submits('Bram', '  '))?.code, 'many-empty');
  });

  it('is stopped: what was not placed yet is on the list again', async () => {
    const town = await new StormTown().begun(4);
    await town.submits('Bram', 'We zijn bezig.');
    await town.later(20 * SECOND);
    const [draft] = town.world.outside.board.now('many');
    await town.approves('Els', draft!.many.fingerprint);
    await town.settle();
    assert.equal(town.world.outside.board.now('many')[0]?.progress.underway, 4);
    assert.equal(await town.stops('Els'), null);
    await town.later(MINUTE);
    assert.equal(town.world.outside.network.placed.length, 0);
    assert.equal(town.world.outside.board.now('list')[0]?.counts.waiting, 4);
  });
});

describe('A list card', () => {
  it('is posted again when somebody deletes it, and after a crash no line is lost or doubled', async () => {
    const town = await new StormTown().begun(2);
    const { outside, meddler } = town.world;
    const first = outside.board.messages.at(-1)!;
    outside.board.deletes(first.activity);
    meddler.once('board', 'open', async (open) => {
      await open();
      throw new Fault('teams', 'no answer');
    });
    await town.writes('En mijn kliko?', 'nieuw');
    await town.later(20 * SECOND);
    town.restart();
    await town.later(MINUTE);
    assert.equal(outside.board.now('list').at(-1)?.counts.waiting, 3);
    await town.everyoneIsInOnePlace();
  });
});

describe('After a storm', () => {
  it('is remembered until everybody heard something', async () => {
    const town = await new StormTown().begun(1);
    await town.off();
    const { world } = town.world.bot;
    const [storm] = world.team().storms;
    assert.equal(town.world.outside.board.now('unheard')[0]?.count, 1);
    const taken = await town.takes('Bram');
    await town.settle();
    await town.world.does(taken!.dialogue.id, 'Bram', { type: 'setAside', reason: 'ruis' });
    await town.later(MINUTE);
    assert.equal(town.world.outside.board.now('unheard')[0]?.count, 0);
    await town.later(16 * MINUTE);
    assert.deepEqual(world.team().storms, []);
    const left = await stormDialogues(world, storm!.id);
    assert.deepEqual(unheard(left.map(({ dialogue }) => dialogue)), []);
  });

  it('what nobody was reminded of is told in one list, and claims begin anew, whenever the bot is there again', async () => {
    const town = new StormTown();
    const { world } = town;
    const waits = await town.writes('Wanneer wordt het grofvuil opgehaald?', 'voor_de_storm');
    const held = await town.writes('Hoe laat gaat de balie open?', 'bij_bram');
    await world.does(held, 'Bram', { type: 'claim' });
    const { due } = await world.head(waits);
    await town.on();
    const listed = await town.writes('Wanneer komt mijn kliko?', 'op_de_lijst');
    const before = world.posted().length;
    for (const at of [(due ?? 0) - HOUR, due ?? 0, (due ?? 0) + HOUR]) {
      world.advance(at - world.now);
      await town.settle();
    }
    assert.equal(world.posted().length, before, 'in a storm nobody is reminded');

    // The bot is down when it is switched off, and for an hour after it.
    await town.tries({ type: 'switchBusyOff' }, false);
    world.advance(HOUR);
    town.restart();
    await town.later(20 * SECOND);
    const [list] = world.outside.board.now('unheard');
    assert.deepEqual([list?.count, list?.late], [1, 1]);
    assert.deepEqual(
      list?.first.map(({ dialogue, late }) => [dialogue, late]),
      [[listed, true]],
    );
    assert.deepEqual(
      list.beside.first.map(({ dialogue, holder, late }) => [dialogue, holder, late]),
      [
        [waits, null, true],
        [held, 'Bram Kok', true],
      ],
    );
    assert.deepEqual(
      list.to.map(({ name }) => name),
      ['Bram Kok', 'Els Prins'],
    );
    assert.equal(world.posted().length, before, 'the list is the one message');
    assert.equal((await world.head(held)).clock?.lease?.from, world.now - 15 * SECOND);

    await world.does(waits, 'Els', { type: 'setAside', reason: 'ruis' });
    world.advance(settings.instruction.claim.remindAfter - 5 * MINUTE);
    await town.later(MINUTE);
    assert.equal(world.outside.board.now('unheard')[0]?.beside.count, 1);
    assert.equal(world.posted().length, before);
    world.advance(5 * MINUTE);
    await town.later(MINUTE);
    assert.equal(world.posted().at(-1), 'claim-reminder');
    assert.equal(world.outside.board.messages.filter(({ said }) => said[0]?.what === 'unheard').length, 1);
  });

  it('new dialogues have cards of their own again', async () => {
    const town = await new StormTown().begun(1);
    await town.off();
    const id = await town.writes('En nu?', 'later');
    assert.ok(!isListed(await town.world.head(id)));
    assert.ok(await town.world.root(id));
  });
});
