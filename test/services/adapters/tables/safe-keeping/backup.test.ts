import assert from 'node:assert/strict';
import { type TransactionAction } from '@azure/data-tables';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bareTables, createTables, TABLE_NAMES } from '../../../../../services/adapters/tables/create-tables.ts';
import { createDialogueStore } from '../../../../../services/adapters/tables/dialogue-store.ts';
import { checkBackup } from '../../../../../services/adapters/tables/safe-keeping/backup-file.ts';
import { readTable } from '../../../../../services/adapters/tables/safe-keeping/read-table.ts';
import { restoreBackup } from '../../../../../services/adapters/tables/safe-keeping/restore-backup.ts';
import { type StoredRow } from '../../../../../services/adapters/tables/safe-keeping/stored-row.ts';
import { writeBackup } from '../../../../../services/adapters/tables/safe-keeping/write-backup.ts';
import { Fault } from '../../../../../services/ports/fault.ts';
import { committed } from '../../../../contracts/store-under-test.ts';
import { azurite } from '../../../../support/azurite.ts';
import { claim, NOOR, OPENED_AT, openedDialogue } from '../../../../support/dialogues.ts';
import { silentLog } from '../../../../support/silent-log.ts';

type Bare = Awaited<ReturnType<typeof bareTables>>;
const AT = Date.UTC(2026, 10, 24, 12);
const quiet = (): void => undefined;

describe('A backup', () => {
  let folder = '';
  let file = '';
  let bytes = Buffer.alloc(0);
  let tables: Bare;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gehoor-backup-'));
    file = join(folder, 'one.backup.gz');
    tables = await filled();
    await writeBackup(tables, file, { prefix: 'filled', at: AT }, quiet);
    bytes = await readFile(file);
  });
  after(() => rm(folder, { recursive: true }));

  it('brings everything back under another prefix, equal to the last property and its type', async () => {
    const there = await emptyPlace();
    const told: string[] = [];
    const { first, counts } = await restoreBackup(there.bare, file, quiet);
    for (const name of TABLE_NAMES) {
      const was = await allOf(tables[name]);
      assert.deepEqual(await allOf(there.bare[name]), was, name);
      assert.equal(counts[name]?.rows, was.length, name);
      told.push(`${name} ${was.length}`);
    }
    assert.deepEqual([first.prefix, first.at], ['filled', '2026-11-24T12:00:00.000Z']);
    const kinds = (await allOf(there.bare.ledger)).find(({ rowKey }) => rowKey === 'every kind')?.properties;
    assert.deepEqual(kinds, EVERY_KIND);
    const store = createDialogueStore(await createTables(there.place, there.prefix, { now: () => AT }, silentLog));
    const stored = await store.load('x:1');
    assert.equal(stored?.dialogue.stage.name, 'claimed');
    assert.equal((await store.history('x:1')).length, 2);
  });

  it('of more rows than a page and a transaction take comes back too', async () => {
    const many = (await emptyPlace()).bare;
    for (const name of TABLE_NAMES) await many[name].createTable();
    await addMany(many);
    const large = join(folder, 'large.backup.gz');
    await writeBackup(many, large, { prefix: 'many', at: AT }, quiet);
    const { counts } = await restoreBackup((await emptyPlace()).bare, large, quiet);
    assert.deepEqual([counts.ledger?.rows, counts.installations?.rows], [1_100, 4]);
  });

  it('tells how far it is, is of the owner alone, and leaves an unfinished one no name', async () => {
    const progress: string[] = [];
    const other = join(folder, 'other.backup.gz');
    await writeBackup(tables, other, { prefix: 'filled', at: AT }, (table, rows) => progress.push(`${table} ${rows}`));
    assert.deepEqual(progress.map((line) => line.split(' ')[0]), [...TABLE_NAMES]); // prettier-ignore
    assert.equal((await stat(other)).mode & 0o777, 0o600);
    const real = tables.team.listEntities.bind(tables.team);
    tables.team.listEntities = () => {
      throw new Fault('tables', 'weg');
    };
    const third = join(folder, 'third.backup.gz');
    await assert.rejects(writeBackup(tables, third, { prefix: 'x', at: AT }, quiet), saying(/weg/));
    tables.team.listEntities = real;
    assert.deepEqual((await readdir(folder)).filter((name) => name.startsWith('third')), []); // prettier-ignore
    await writeFile(`${third}.part`, 'another one at work');
    await assert.rejects(writeBackup(tables, third, { prefix: 'x', at: AT }, quiet), saying(/is there already/));
    assert.equal(await readFile(`${third}.part`, 'utf8'), 'another one at work');
  });

  it('is not restored where a row stands already, and nothing of that row changes', async () => {
    const there = await emptyPlace();
    await there.bare.team.createTable();
    await there.bare.team.createEntity({ partitionKey: 'team', rowKey: 'head', version: 3 });
    await assert.rejects(
      restoreBackup(there.bare, file, quiet),
      saying(/There are rows in .*team.*overwrites nothing/),
    );
    assert.equal((await allOf(there.bare.dialogues)).length, 0);
    assert.equal((await allOf(there.bare.team)).length, 1);
  });

  it('is not called restored when something else wrote in these tables meanwhile', async () => {
    const there = await emptyPlace();
    const real = there.bare.team.listEntities.bind(there.bare.team);
    let looks = 0;
    there.bare.team.listEntities = (...how: Parameters<typeof real>) => {
      looks += 1;
      return looks === 1 ? real(...how) : tables.ledger.listEntities(...how);
    };
    await assert.rejects(restoreBackup(there.bare, file, quiet), saying(/team has \d+ rows that are not the 0/));
  });

  const lines = (): string[] => gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  const zipped = (changed: readonly string[]): Buffer => gzipSync(`${changed.join('\n')}\n`);
  const flipped = (): Buffer => {
    const copy = Buffer.from(bytes);
    const middle = Math.floor(copy.length / 2);
    copy[middle] = (copy[middle] ?? 0) ^ 0xff;
    return copy;
  };
  const damages: readonly [string, () => Buffer, RegExp][] = [
    ['is cut off in the middle', () => bytes.subarray(0, bytes.length / 2), /damaged/],
    ['misses its last bytes', () => bytes.subarray(0, -4), /damaged/],
    ['has one other byte', flipped, /damaged/],
    ['was cut off and compressed again', () => zipped(lines().slice(0, -1)), /damaged.*cut off/],
    ['misses a row', () => zipped(lines().toSpliced(5, 1)), /damaged.*other rows in dialogues/],
    ['has a row twice', () => zipped(lines().toSpliced(5, 0, lines()[5]!)), /damaged.*other rows in dialogues/],
    ['has another word in a row', () => zipped(lines().map((line) => line.replace('claimed', 'klaimed'))), /damaged/],
    ['has a row of no known type', () => zipped(lines().map((line) => line.replace('"Int64"', '"Int65"'))), /damaged/],
    ['has something behind its end', () => zipped([...lines(), lines()[3]!]), /damaged.*lines after/],
    ['is another compressed file', () => gzipSync('{"hello":"world"}\n'), /is no backup of this program/],
    ['is compressed, and empty', () => gzipSync(''), /damaged/],
    ['is not compressed at all', () => Buffer.from('rows'), /damaged/],
    [
      'is of a later layout',
      () => zipped(lines().map((line) => line.replace(/^(\{"backup":"gehoor","layout":)\d+/, '$199'))),
      /later release \(layout 99/,
    ],
    [
      'has a table of a later release',
      () => zipped(lines().toSpliced(1, 0, lines()[1]!.replace('"dialogues"', '"moods"'))),
      /a table moods, which this release does not know/,
    ],
  ];
  for (const [what, damage, words] of damages) {
    it(`that ${what} is refused before anything is written`, async () => {
      const bad = join(folder, 'bad.backup.gz');
      await writeFile(bad, damage());
      await assert.rejects(checkBackup(bad), saying(words));
      await assert.rejects(restoreBackup(UNTOUCHABLE, bad, quiet), saying(words));
    });
  }

  it('that is not there is named', async () => {
    await assert.rejects(checkBackup(join(folder, 'nowhere.gz')), saying(/There is no file .*nowhere/));
  });
});

/** Any use of a table fails. */
const UNTOUCHABLE = new Proxy({} as Bare, {
  get: () => {
    throw new Error('a table was touched');
  },
});

const EVERY_KIND: StoredRow['properties'] = {
  big: ['Int64', '9007199254740993'],
  bytes: ['Binary', 'AAH/'],
  flag: ['Boolean', 'true'],
  half: ['Double', '0.1'],
  huge: ['Double', '5000000000'],
  id: ['Guid', '11111111-1111-4111-8111-111111111111'],
  moment: ['DateTime', '2026-11-24T12:00:00.1234567Z'],
  nan: ['Double', 'NaN'],
  text: ['String', 'é "5.0" \\ 👂 {"number":"1"}'],
  whole: ['Double', '5'],
  zero: ['Int32', '0'],
};

/** Tables with a dialogue that is worked on, and a row with a property of every kind. */
async function filled(): Promise<Bare> {
  const { place, prefix, bare } = await emptyPlace();
  const store = createDialogueStore(await createTables(place, prefix, { now: () => AT }, silentLog));
  const opened = await committed(store, { ...openedDialogue({ id: 'x:1' }), wakes: [OPENED_AT] });
  await committed(store, claim(opened, NOOR, OPENED_AT, { operation: 'click' }));
  const kinds = Object.entries(EVERY_KIND).map(([name, [type, value]]) => [name, { type, value }] as const);
  const simple = { flag: true, zero: 0, text: EVERY_KIND['text']![1] };
  await bare.ledger.createEntity({ partitionKey: 'p', rowKey: 'every kind', ...Object.fromEntries(kinds), ...simple });
  return bare;
}

/** More rows than a page and a transaction take, and larger ones than one transaction takes. */
async function addMany({ ledger, installations }: Bare): Promise<void> {
  for (let from = 0; from < 1_100; from += 100) {
    const charges = Array.from({ length: 100 }, (_, n): TransactionAction => {
      return ['create', { partitionKey: 'x:2026-11-24', rowKey: `post:${from + n}`, usd: (from + n) / 1_000 }];
    });
    await ledger.submitTransaction(charges);
  }
  const wide = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`json${n}`, 'x'.repeat(32_000)]));
  for (const rowKey of ['1', '2', '3', '4']) await installations.createEntity({ partitionKey: 'w', rowKey, ...wide });
}

async function emptyPlace() {
  const place = { connectionString: await azurite() };
  const prefix = `keep${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  return { place, prefix, bare: await bareTables(place, prefix) };
}

async function allOf(table: Bare['team']): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const row of readTable(table)) rows.push(row);
  return rows;
}

function saying(words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Fault && words.test(error.message);
}
