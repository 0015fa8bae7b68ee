import assert from 'node:assert/strict';
import { NOOR, changeOf, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { MINUTE } from '../../services/domain/instant.ts';
import { type StoredDialogue } from '../../services/ports/dialogue-store.ts';
import { committed, type MakeStore } from './store-under-test.ts';

async function ids(some: AsyncIterable<StoredDialogue>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { dialogue } of some) found.push(dialogue.id);
  return found.sort();
}

/** What began in a storm, and how fast dialogues come. */
export function stormIndexContract(make: MakeStore): void {
  describe('the dialogues of a storm', () => {
    it('are all found, ended ones and those on cards of their own too, and no others', async () => {
      const { store } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1:1', storm: { id: 's 1', listed: true } }));
      await committed(store, openedDialogue({ id: 'x:2:2', storm: { id: 's 1', listed: false } }));
      await committed(store, openedDialogue({ id: 'x:3:3', storm: { id: 's 2', listed: true } }));
      await committed(store, openedDialogue({ id: 'x:4:4' }));
      await committed(store, changeOf(one, [{ type: 'wasSetAside', by: NOOR, reason: 'ruis', at: OPENED_AT + 1 }]));
      assert.deepEqual(await ids(store.ofStorm('s 1')), ['x:1:1', 'x:2:2']);
      assert.deepEqual(await ids(store.ofStorm('s 2')), ['x:3:3']);
      assert.deepEqual(await ids(store.ofStorm("s' or true")), []);
    });

    it('are found by dozens', async () => {
      const { store } = await make();
      for (let n = 10; n < 22; n += 1)
        await committed(store, openedDialogue({ id: `x:${n}`, post: String(n), storm: { id: 's', listed: true } }));
      assert.equal((await ids(store.ofStorm('s'))).length, 12);
    });
  });

  describe('the dialogues since a moment', () => {
    it('are those that were opened since, on the day before too', async () => {
      const { store, clock } = await make();
      const midnight = Date.UTC(2026, 10, 25);
      const opens = async (id: string, at: number): Promise<void> => {
        clock.advance(at - clock.now());
        await committed(store, openedDialogue({ id, post: id, at }));
      };
      await opens('x:1', midnight - 20 * MINUTE);
      await opens('x:2', midnight - 5 * MINUTE);
      await opens('x:3', midnight + 5 * MINUTE);
      assert.deepEqual(await ids(store.openedSince(midnight - 10 * MINUTE)), ['x:2', 'x:3']);
      assert.deepEqual(await ids(store.openedSince(midnight - 10 * MINUTE, midnight - 1)), ['x:2']);
      assert.deepEqual(await ids(store.openedSince(midnight, midnight + 60 * MINUTE)), ['x:3']);
    });
  });
}
