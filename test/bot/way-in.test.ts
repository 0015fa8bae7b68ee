import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { CloudAdapter } from 'botbuilder';
import sinon from 'sinon';
import { createApp } from '../../bot/app.ts';
import { Secret } from '../../bot/secret.ts';
import { createServer, listen, type ServerParts } from '../../bot/server.ts';
import { authenticationFor } from '../../bot/sign-in.ts';
import { noTrace } from '../../services/ports/trace.ts';
import { countingMetrics } from '../support/counting-metrics.ts';
import { silentLog } from '../support/silent-log.ts';
import { type Claims, ISSUER, startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import { DUTCH } from '../support/views.ts';

const BOT = '11111111-2222-3333-4444-555555555555';
const TENANT = 'our-tenant';
const TEAM = '19:our-team@thread.tacv2';
const SERVICE = 'https://smba.trafficmanager.net/emea/';

const MESSAGE = {
  type: 'message',
  id: '1',
  text: 'help',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:somebody' },
  recipient: { id: `28:${BOT}` },
  conversation: { id: `${TEAM};messageid=1`, conversationType: 'channel' },
  channelData: { tenant: { id: TENANT }, team: { id: TEAM } },
};

describe('The way in', () => {
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const metrics = countingMetrics();
  let issuer: TokenIssuer;
  let bot: Server;
  let url: string;
  let turns = 0;
  let work: () => Promise<void> = () => Promise.resolve();
  const restore: (() => void)[] = [];

  before(async () => {
    issuer = await startTokenIssuer();
    // The package prints what does not hold: bot/package-words.ts catches that in the bot.
    restore.push(quietConsole());
    const signIn = { type: 'SingleTenant', id: BOT, tenantId: TENANT, password: new Secret('geheim') } as const;
    const adapter = new CloudAdapter(authenticationFor(signIn));
    const turn = async (): Promise<void> => {
      turns += 1;
      await work();
    };
    const app = createApp({
      adapter,
      botId: BOT,
      allowed: { local: false, tenant: TENANT, team: TEAM },
      words: DUTCH,
      log: silentLog,
      metrics,
      trace: noTrace,
      routes: { click: turn, text: turn, file: turn, installation: turn },
    });
    const parts: ServerParts = {
      adapter,
      run: (context) => app.run(context),
      readiness: () => Promise.resolve({ ready: true }),
      log: silentLog,
      metrics,
      inFlight: 2,
    };
    ({ server: bot } = await listen(createServer(parts), 0, '127.0.0.1', { headers: 150, request: 300, check: 50 }));
    url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
  });
  after(() => {
    for (const undo of restore) undo();
    issuer.close();
    bot.closeAllConnections();
    bot.close();
  });
  beforeEach(() => {
    turns = 0;
    metrics.clear();
  });

  function tokenOf(claims: Claims = {}, key?: KeyObject, header: Claims = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: ISSUER, aud: BOT, serviceurl: SERVICE, nbf: now - 60, exp: now + 3_600 };
    return issuer.token({ ...usual, ...claims }, key, header);
  }

  function send(authorization: string | null, change: Claims = {}): Promise<Response> {
    return fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({ ...MESSAGE, ...change }),
    });
  }

  it('is open for a token of the Bot Framework for this bot', async () => {
    assert.equal((await send(`Bearer ${tokenOf()}`)).status, 200);
    assert.equal(turns, 1);
  });

  const hour = 3_600;
  const now = Math.floor(Date.now() / 1000);
  const unsigned = (): string => `${tokenOf({}, undefined, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`;
  const refused: Readonly<Record<string, () => string | null>> = {
    'no token': () => null,
    'junk for a token': () => 'Bearer junk',
    'a token that is half junk': () => `Bearer ${tokenOf().slice(0, -20)}`,
    'another scheme': () => `Basic ${tokenOf()}`,
    'a token for another bot': () => `Bearer ${tokenOf({ aud: 'another-bot' })}`,
    'a token of another issuer': () => `Bearer ${tokenOf({ iss: 'https://sts.windows.net/evil/' })}`,
    'an expired token': () => `Bearer ${tokenOf({ nbf: now - 2 * hour, exp: now - hour })}`,
    'a token that is not valid yet': () => `Bearer ${tokenOf({ nbf: now + hour })}`,
    'a token for another service address': () =>
      `Bearer ${tokenOf({ serviceurl: 'https://smba.trafficmanager.net/amer/' })}`,
    'a token without a service address': () => `Bearer ${tokenOf({ serviceurl: undefined })}`,
    'a token signed with another key': () => `Bearer ${tokenOf({}, others.privateKey)}`,
    'a token signed with an unknown key': () => `Bearer ${tokenOf({}, undefined, { kid: 'two' })}`,
    'a token without a signature': () => `Bearer ${unsigned()}`,
  };
  for (const [what, authorization] of Object.entries(refused))
    it(`is closed for ${what} (401), says nothing of the inside, and counts it`, async () => {
      const response = await send(authorization());
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { error: 'The request is not signed in.' });
      assert.equal(turns, 0);
      assert.equal(metrics.counted('requests.turned.away', { status: 401 }), 1);
    });

  const elsewhere: Readonly<Record<string, Claims>> = {
    tenant: { channelData: { ...MESSAGE.channelData, tenant: { id: 'another' } } },
    team: { channelData: { ...MESSAGE.channelData, team: { id: '19:another@thread.tacv2' } } },
    channel: { channelId: 'webchat' },
    sender: { from: {} },
  };
  for (const [reason, change] of Object.entries(elsewhere))
    it(`does nothing for a signed activity of another ${reason}, and counts it`, async () => {
      assert.equal((await send(`Bearer ${tokenOf()}`, change)).status, 200);
      assert.equal(turns, 0);
      assert.equal(metrics.counted('activities.refused', { reason }), 1);
    });

  it('does nothing for a message in a channel that names no team, when one team is worked in', async () => {
    await send(`Bearer ${tokenOf()}`, { channelData: { tenant: { id: TENANT } } });
    assert.equal(metrics.counted('activities.refused', { reason: 'team' }), 1);
    const conversation = { id: 'a:chat', conversationType: 'personal' };
    await send(`Bearer ${tokenOf()}`, { conversation, channelData: { tenant: { id: TENANT } } });
    assert.equal(turns, 1, 'a chat has none');
  });

  const addresses = [
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.trafficmanager.net/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net@evil.example/',
  ];
  for (const serviceUrl of addresses)
    it(`does not answer to ${serviceUrl}, though the token names it`, async () => {
      await send(`Bearer ${tokenOf({ serviceurl: serviceUrl })}`, { serviceUrl });
      assert.equal(turns, 0);
      assert.equal(metrics.counted('activities.refused', { reason: 'service-url' }), 1);
    });

  it('tells a fault of ours as one, without its words', async () => {
    work = () => Promise.reject(new Error('the key is geheim, at /home/bot/secret.ts'));
    const response = await send(`Bearer ${tokenOf()}`, { type: 'invoke', name: 'x', replyToId: '1' });
    const text = await response.text();
    work = () => Promise.resolve();
    assert.doesNotMatch(text, /geheim|\.ts|\.js|at /);
  });

  it('takes no body that is no activity (400), and says no more than that', async () => {
    for (const body of ['[]', '{"type":5}', '{"type":"message"}', '{"type":']) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokenOf()}` };
      const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
      assert.equal(response.status, 400, body);
      assert.deepEqual(await response.json(), { error: 'The request was not understood.' });
    }
  });

  it('lets in so many at once, tells the next when to come back (503), and lets it in then', async () => {
    let open = (): void => undefined;
    work = () => new Promise((resolve) => (open = chain(open, resolve)));
    const first = [send(`Bearer ${tokenOf()}`), send(`Bearer ${tokenOf()}`)];
    while (turns < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const third = await send(`Bearer ${tokenOf()}`);
    assert.deepEqual([third.status, third.headers.get('retry-after')], [503, '2']);
    work = () => Promise.resolve();
    open();
    for (const one of first) assert.equal((await one).status, 200);
    assert.equal((await send(`Bearer ${tokenOf()}`)).status, 200);
    assert.equal(metrics.counted('requests.turned.away', { status: 503 }), 1);
  });

  it('ends a connection that does not finish its headers', async () => {
    const socket = connect((bot.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.write('POST /api/messages HTTP/1.1\r\nhost: x\r\n');
    await once(socket, 'close');
  });

  it('ends a connection that does not finish its body', async () => {
    const socket = connect((bot.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    const head = ['POST /api/messages HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 999'];
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    await once(socket, 'close');
  });
});

function chain(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}

function quietConsole(): () => void {
  const quiet = sinon.stub(console, 'error');
  return () => {
    quiet.restore();
  };
}
