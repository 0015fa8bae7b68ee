import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { textOf } from '../support/loop/card-reading.ts';
import { BRAM } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { xEnvironment } from '../support/loop/x-environment.ts';
import { startXServer, type XServer } from '../support/x-server/x-server.ts';

const SECRET = /zwaardvis/i;

describe('A post that its author deletes on X', function () {
  this.timeout(300_000);
  let x: XServer;
  let loop: Loop;
  before(async () => {
    x = await startXServer();
    loop = await startLoop({
      env: { ...xEnvironment(x), POLL_SECONDS: '1', RECHECK_SECONDS: '1' },
    });
  });
  after(async () => {
    await loop.stop();
    await x.close();
  });

  /** Every row of the dialogues and their index, as text. */
  async function storedRows(): Promise<string> {
    const { connectionString } = loop.tables;
    const rows: string[] = [];
    for (const name of ['Dialogues', 'Index']) {
      const client = TableClient.fromConnectionString(connectionString, `${loop.botEnv['TABLES_PREFIX']}${name}`, {
        allowInsecureConnection: true,
      });
      for await (const row of client.listEntities()) rows.push(JSON.stringify(row));
    }
    return rows.join('\n');
  }

  it('leaves no word of it on the cards, in the lines of the thread and in storage', async () => {
    const handle = 'burger_weg';
    const text = '@GemOostzaan wie haalt die zwaardvis uit de sloot?';
    const first = x.addPost({ author: { handle, name: 'Een burger' }, text });
    const root = await loop.rootOf({ id: first.id, handle, text });
    await loop.click(BRAM, root, 'claim');
    await loop.offering(root, 'keep');
    const second = x.addPost({ author: handle, text: '@GemOostzaan de ZWAARDVIS is groot', inReplyTo: first.id });
    await loop.reading(root, /ZWAARDVIS/);
    await loop.until(
      async () => (await loop.thread(root)).filter((message) => SECRET.test(JSON.stringify(message))).length >= 3,
      'root card, work card and line',
    );
    assert.match(await storedRows(), SECRET);
    x.deletePost(first.id);
    x.deletePost(second.id);
    await loop.until(
      async () => !(await loop.thread(root)).some((message) => SECRET.test(JSON.stringify(message))),
      'the words to be gone from Teams',
    );
    assert.doesNotMatch(await storedRows(), SECRET);
    assert.match(textOf(await loop.fresh(root)), /verwijderd of afgeschermd; wij merkten dat/);
    assert.match(textOf(await loop.fresh(root)), /er is niets meer te beantwoorden, kies Niet reageren of Afronden/);
  });
});
