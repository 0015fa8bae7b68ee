import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../../../services/ports/fault.ts';
import { type PlaceOutcome, type Reply } from '../../../../services/ports/network.ts';
import { NOW, post, practiceFolder, type PracticeFolderFixture } from './practice-folder.ts';

const REPLY: Reply = { account: 'GemOostzaan', inReplyTo: 'a', text: 'Om half negen. ^AB' };

function refusal(outcome: PlaceOutcome): string {
  return outcome.outcome === 'refused' ? outcome.reason : outcome.outcome;
}

describe('Placing practice replies', () => {
  let practice: PracticeFolderFixture;
  beforeEach(async () => {
    practice = await practiceFolder();
    await practice.write(post('a'), post('b'));
  });
  afterEach(() => practice.discard());
  const file = (): string => join(practice.folder, 'placed.jsonl');

  async function placeOne(): Promise<string> {
    const outcome = await practice.network().place(REPLY);
    assert.equal(outcome.outcome, 'placed');
    return outcome.placed.id;
  }

  it('writes one line with the id that it answers with, told from a citizen by its first letters', async () => {
    const id = await placeOne();
    assert.match(id, /^antwoord-/);
    const lines = (await readFile(file(), 'utf8')).split('\n');
    assert.deepEqual(JSON.parse(lines[0]!), { id, ...REPLY, at: new Date(NOW).toISOString() });
    assert.deepEqual(lines.slice(1), ['']);
  });

  it('a lost receipt is found again by account, post and text, also after a restart', async () => {
    const id = await placeOne();
    const network = practice.network();
    assert.deepEqual(await network.findPlaced(REPLY, NOW), { id, link: null, at: NOW });
    assert.equal(await network.findPlaced(REPLY, NOW + 1), null);
    assert.equal(await network.findPlaced({ ...REPLY, text: 'Anders' }, 0), null);
    assert.equal(await network.findPlaced({ ...REPLY, inReplyTo: 'b' }, 0), null);
    assert.equal(await network.findPlaced({ ...REPLY, account: 'GemWormerland' }, 0), null);
  });

  it('a text at the limit fits and one character more does not', async () => {
    const network = practice.network();
    assert.equal(refusal(await network.place({ ...REPLY, text: 'x'.repeat(281) })), 'too-long');
    assert.equal(refusal(await network.place({ ...REPLY, text: 'x'.repeat(280) })), 'placed');
  });

  it('refuses a post that is not there, one that was taken out of the file, and an account that is not ours', async () => {
    const network = practice.network();
    assert.equal(refusal(await network.place({ ...REPLY, inReplyTo: 'weg' })), 'post-deleted');
    assert.equal(refusal(await network.place({ ...REPLY, account: 'GemZaanstad' })), 'forbidden');
    assert.equal(refusal(await network.place({ ...REPLY, inReplyTo: 'b' })), 'placed');
    await writeFile(join(practice.folder, 'posts.jsonl'), `${JSON.stringify(post('b'))}\n`);
    assert.equal(refusal(await network.place(REPLY)), 'post-deleted');
  });

  it('the same text under the same post is a duplicate, also after a restart and for two at once', async () => {
    const network = practice.network();
    const both = await Promise.all([network.place(REPLY), network.place(REPLY)]);
    assert.deepEqual(both.map(refusal).sort(), ['duplicate', 'placed']);
    assert.equal(refusal(await practice.network().place(REPLY)), 'duplicate');
    assert.equal(refusal(await practice.network().place({ ...REPLY, inReplyTo: 'b' })), 'placed');
  });

  it('removing keeps the history, hides the reply and frees its text', async () => {
    const id = await placeOne();
    const network = practice.network();
    assert.equal((await network.remove('GemWormerland', id)).outcome, 'refused');
    assert.deepEqual(await network.remove('GemOostzaan', id), { outcome: 'removed' });
    assert.deepEqual(await network.remove('GemOostzaan', id), { outcome: 'absent' });
    assert.equal(await practice.network().findPlaced(REPLY, 0), null);
    assert.match(await readFile(file(), 'utf8'), new RegExp(`"id":"${id}"[^]*"removed":"${id}"`));
    assert.equal(refusal(await network.place(REPLY)), 'placed');
  });

  it('a half-written last line, as a crash leaves it, spoils only itself', async () => {
    await appendFile(file(), '{"id":"antwoord-1","acc');
    const id = await placeOne();
    assert.equal((await practice.network().findPlaced(REPLY, 0))?.id, id);
    assert.match(practice.logged.join(), /placed.jsonl line 1: not valid JSON/);
  });

  it('a folder that cannot be written is a fault', async () => {
    await mkdir(file());
    await assert.rejects(
      practice.network().place(REPLY),
      (error) => error instanceof Fault && error.source === 'folder',
    );
  });
});
