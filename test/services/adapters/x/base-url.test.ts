import assert from 'node:assert/strict';
import { createXNetwork } from '../../../../services/adapters/x/x-network.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { EXAMPLE_KEYS, startXServer } from '../../../support/x-server/x-server.ts';

const log = { info() {}, warn() {}, error() {} };
const open = (baseUrl: string) => createXNetwork({ ...EXAMPLE_KEYS, clock: { now: Date.now }, log, baseUrl });

describe('An address instead of that of X', () => {
  for (const baseUrl of [
    'http://192.168.1.4:8080',
    'http://api.x.com',
    'https://127.0.0.1:8080',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://user@127.0.0.1:80',
    'http://0.0.0.0:80',
    'ftp://localhost',
    'nonsense',
    '',
  ])
    it(`is refused when it is not on this machine: "${baseUrl}"`, () => {
      assert.throws(
        () => open(baseUrl),
        (error) =>
          error instanceof Fault && error.source === 'settings' && /http:\/\/127\.0\.0\.1:<port>/.test(error.message),
      );
    });

  it('is taken when it is on this machine', () => {
    for (const baseUrl of ['http://127.0.0.1:1', 'http://localhost:1/', 'http://[::1]:1']) open(baseUrl);
  });

  it('gets every request, signed for it', async () => {
    const x = await startXServer();
    const network = open(`${x.url}/`);
    await network.read(network.sources()[1]!, '');
    assert.deepEqual(
      x.calls().map(({ endpoint, account }) => [endpoint, account]),
      [
        ['GET /2/users/me', 'GemWormerland'],
        ['GET /2/users/:id/mentions', 'GemWormerland'],
      ],
    );
    await x.close();
  });

  it('refuses a wrong secret there, as X does', async () => {
    const x = await startXServer({ keys: { ...EXAMPLE_KEYS, appSecret: 'another' } });
    const network = open(x.url);
    await assert.rejects(network.read(network.sources()[0]!, ''), /X refused the key of @GemOostzaan/);
    await x.close();
  });
});
