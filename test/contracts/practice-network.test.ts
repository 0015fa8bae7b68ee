import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { NOW, practiceFolder } from '../services/adapters/practice/practice-folder.ts';
import { networkContract, type NetworkUnderTest } from './network-contract.ts';
import { privateMessagesContract } from './private-messages-contract.ts';

const line = z.object({
  id: z.string(),
  inReplyTo: z.string().nullable(),
  text: z.string(),
  privateTo: z.string().optional(),
});

async function placedIn(folder: string): Promise<readonly string[]> {
  const raw = await readFile(join(folder, 'placed.jsonl'), 'utf8').catch(() => '');
  return raw.split('\n').filter((text) => text !== '');
}

describe('The practice network', () => {
  const create = async (): Promise<NetworkUnderTest> => {
    const practice = await practiceFolder();
    let count = 0;
    return {
      network: practice.network(),
      open: () => practice.network(),
      account: 'GemOostzaan',
      now: () => NOW,
      async citizenPosts({ handle, text, inReplyTo }) {
        const id = `burger-${(count += 1)}`;
        await practice.write({ id, author: { handle, name: handle }, inReplyTo, text });
        return id;
      },
      citizenEdits: (edited, text) => practice.write({ edited, text }),
      citizenDeletes: (deleted) => practice.write({ deleted }),
      async standing(inReplyTo) {
        const lines = await placedIn(practice.folder);
        const removed = lines.flatMap((text) => /^\{"removed":"([^"]+)"/.exec(text)?.[1] ?? []);
        const placed = lines
          .filter((text) => !text.startsWith('{"removed"'))
          .map((text) => line.parse(JSON.parse(text)));
        return placed
          .filter(
            (reply) => reply.inReplyTo === inReplyTo && reply.privateTo === undefined && !removed.includes(reply.id),
          )
          .map((reply) => reply.text);
      },
      async citizenWrites(handle, text) {
        const id = `burger-${(count += 1)}`;
        await practice.write({ id, author: { handle, name: handle }, account: 'GemOostzaan', text, private: true });
        return id;
      },
      async sent(handle) {
        const lines = (await placedIn(practice.folder)).map((text) => line.parse(JSON.parse(text)));
        return lines.filter(({ privateTo }) => privateTo === handle).map(({ text }) => text);
      },
      close: () => practice.discard(),
    };
  };
  networkContract(create);
  privateMessagesContract(create);

  it('is a folder that nothing leaves: what was placed is a line with its account and time', async () => {
    const practice = await practiceFolder();
    await practice.write({ id: 'a', author: { handle: 'jan', name: 'Jan' }, text: 'hoi' });
    await practice.network().place({ account: 'gemoostzaan', inReplyTo: 'a', text: 'Hoi! ^AB' });
    const raw = await readFile(join(practice.folder, 'placed.jsonl'), 'utf8');
    assert.match(raw, /"account":"GemOostzaan","inReplyTo":"a","text":"Hoi! \^AB","at":"2026-11-24T09:12:00\.000Z"/);
    await practice.discard();
  });
});
