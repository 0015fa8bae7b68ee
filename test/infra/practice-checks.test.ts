import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../infra/local/ports.ts';
import { checkBeforehand } from '../../infra/local/practice-checks.ts';
import { practiceOptions, type PracticeOptions } from '../../infra/local/practice-options.ts';
import { roomPeople } from '../../infra/local/room-people.ts';

describe('What a practice checks beforehand', () => {
  let data: string;
  let options: PracticeOptions;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'oefening-'));
    const [PORT, ROOM_PORT] = [String(await freePort()), String(await freePort())];
    options = practiceOptions({ PORT, ROOM_PORT, DATA_DIR: data });
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  it('a taken port, the bot’s or the room’s, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    assert.ok(typeof address === 'object' && address);
    const { port } = address;
    const says = (variable: string): RegExp => new RegExp(`^Fault: Poort ${port}, .* bezet .* met ${variable}\\.$`);
    await assert.rejects(checkBeforehand({ ...options, port }), says('PORT'));
    await assert.rejects(checkBeforehand({ ...options, roomPort: port }), says('ROOM_PORT'));
    other.close();
  });

  it('a work instruction that is not there', async () => {
    const configFile = join(data, 'weg.yml');
    await assert.rejects(
      checkBeforehand({ ...options, configFile }),
      /De werkinstructie .*weg\.yml kan niet worden gelezen\.$/,
    );
  });

  it('a folder that cannot be written', async () => {
    await writeFile(join(data, 'bestand'), '');
    const dataFolder = join(data, 'bestand');
    await assert.rejects(
      checkBeforehand({ ...options, dataFolder }),
      /De map .*bestand, .* kan niet worden beschreven\.$/,
    );
  });

  it('numbers in the environment', () => {
    assert.equal(practiceOptions({}).port, 3978);
    assert.equal(practiceOptions({ PRACTICE_EVERY_SECONDS: '5' }).pace.everyMs, 5_000);
    for (const ROOM_PORT of ['drie', '0', '65536', '80.5']) {
      assert.throws(() => practiceOptions({ ROOM_PORT }), /ROOM_PORT moet een heel getal van 1 tot en met 65535 zijn/);
    }
  });

  it('whom one can be: the team, and the colleagues, one of whom has no app', async () => {
    const people = roomPeople(await checkBeforehand(options));
    assert.deepEqual(
      people.map(({ name, inTeam, hasApp }) => `${name} ${inTeam ? 'team' : 'collega'} ${hasApp ? 'app' : '-'}`),
      [
        'Anna de Boer team app',
        'Bram Kok team app',
        'Carla Visser team app',
        'Els Prins team app',
        'Dirk Mol team app',
        'Esra Yilmaz collega app',
        'Frits Bakker collega -',
        'Gijs Smit collega app',
      ],
    );
  });
});
