import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../services/ports/fault.ts';
import { type Room } from '../../infra/local/room/room.ts';
import {
  ANNA,
  at,
  BRAM,
  call,
  type FakeBot,
  newThread,
  startFakeBot,
  startTestRoom,
  stateOf,
  WEBCARE,
} from './room-fixture.ts';

const hello = { type: 'message', text: 'hallo' };

describe('The Teams room', () => {
  let bot: FakeBot;
  let folder: string;
  const rooms: Room[] = [];

  const start = async (
    ...options: Parameters<typeof startTestRoom> extends [unknown, ...infer Rest] ? Rest : never
  ): Promise<Room> => {
    const room = await startTestRoom(bot, ...options);
    rooms.push(room);
    return room;
  };

  beforeEach(async () => {
    bot = await startFakeBot();
    folder = mkdtempSync(join(tmpdir(), 'room-'));
  });
  afterEach(async () => {
    await Promise.all(rooms.splice(0).map((room) => room.close()));
    await bot.close();
    rmSync(folder, { recursive: true });
  });

  describe('is for this machine only', () => {
    it('listens on loopback and nowhere else', async () => {
      const room = await start();
      assert.match(room.url, /^http:\/\/127\.0\.0\.1:\d+$/);
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((address) => address?.family === 'IPv4' && !address.internal);
      if (outside === undefined) return;
      await assert.rejects(fetch(room.url.replace('127.0.0.1', outside.address)));
    });

    it('refuses who comes in under another name, and lets the page load from itself only', async () => {
      const room = await start();
      const status = await new Promise((resolve, reject) => {
        request(`${room.url}/api/state`, { headers: { host: 'evil.example' } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      assert.equal(status, 403);
      const page = await fetch(room.url);
      assert.match(String(page.headers.get('content-security-policy')), /default-src 'self'/);
      assert.match(await page.text(), /<html lang="nl">/);
      for (const library of ['/lib/adaptivecards.js', '/lib/markdown-it.js']) {
        assert.equal((await fetch(room.url + library)).status, 200);
      }
    });

    it('says so when its port is taken', async () => {
      const room = await start();
      const port = Number(new URL(room.url).port);
      await assert.rejects(start({ port }), (error) => {
        assert.ok(error instanceof Fault);
        assert.match(error.message, new RegExp(`127\\.0\\.0\\.1:${port}: is it running already`));
        return true;
      });
    });
  });

  describe('keeps what was said', () => {
    it('over a restart: messages, updates, removals and chats', async () => {
      const first = await start({ folder });
      const { thread, id } = await newThread(first, hello);
      await call(first, 'PUT', at(thread, `/activities/${id}`), { type: 'message', text: 'anders' });
      const other = await newThread(first, hello);
      await call(first, 'DELETE', at(other.thread, `/activities/${other.id}`));
      await call(first, 'POST', '/api/say', { as: BRAM, conversation: thread, text: 'gezien' });
      const bram = (await stateOf(first)).people.find((person) => person.email === BRAM);
      await call(first, 'POST', '/v3/conversations', { members: [{ id: bram?.id }] });
      const before = await stateOf(first);
      await first.close();

      const second = await start({ folder });
      const after = await stateOf(second);
      assert.deepEqual(after.messages, before.messages);
      assert.deepEqual(after.conversations, before.conversations);
      const next = await newThread(second, hello);
      assert.ok(Number(next.id) > Math.max(...before.messages.map((message) => Number(message.id))));
      assert.equal((await call(second, 'POST', at(thread, '/activities'), hello)).status, 201);
    });

    it('after it was killed in the middle of a line', async () => {
      const first = await start({ folder });
      await newThread(first, hello);
      await first.close();
      appendFileSync(join(folder, 'messages.jsonl'), '{"message":{"id":"17');
      const second = await start({ folder });
      await newThread(second, hello);
      await second.close();
      assert.equal((await stateOf(await start({ folder }))).messages.length, 2);
    });

    it('in one line a message, without what was overtaken', async () => {
      const first = await start({ folder });
      const { thread, id } = await newThread(first, hello);
      for (let time = 0; time < 5; time += 1) await call(first, 'PUT', at(thread, `/activities/${id}`), hello);
      await first.close();
      await start({ folder });
      assert.deepEqual(readdirSync(folder), ['messages.jsonl']);
      assert.equal(readFileSync(join(folder, 'messages.jsonl'), 'utf8').trim().split('\n').length, 1);
    });

    it('or says which line is damaged, and which folder it cannot use', async () => {
      writeFileSync(join(folder, 'messages.jsonl'), '{"chat":"a"}\nkapot\n{"chat":"b"}\n');
      await assert.rejects(start({ folder }), /damaged at line 2/);
      await assert.rejects(start({ folder: join(folder, 'messages.jsonl') }), /cannot use .*: give it a folder/);
    });

    it('only with a folder', async () => {
      const first = await start();
      await newThread(first, hello);
      await first.close();
      assert.deepEqual((await stateOf(await start())).messages, []);
    });
  });

  describe('misbehaves on request', () => {
    const misbehave = (room: Room, ...rules: object[]): ReturnType<typeof call> =>
      call(room, 'POST', '/api/misbehave', { rules });

    it('answers 429 with Retry-After as often as asked, and does nothing', async () => {
      const room = await start();
      await misbehave(room, { match: { method: 'post', path: '/activities$' }, status: 429, retryAfter: 2, times: 2 });
      const { thread } = await newThread(room, hello);
      const statuses = [];
      for (let time = 0; time < 3; time += 1) {
        const answer = await call(room, 'POST', at(thread, '/activities'), hello);
        statuses.push([answer.status, answer.headers.get('retry-after')]);
      }
      assert.deepEqual(statuses, [
        [429, '2'],
        [429, '2'],
        [201, null],
      ]);
      assert.equal((await stateOf(room)).messages.length, 2);
      assert.deepEqual((await call(room, 'GET', '/api/misbehave')).body, { rules: [] });
    });

    it('loses an answer after the deed, or the deed with it', async () => {
      const room = await start();
      const { thread } = await newThread(room, hello);
      await misbehave(room, { match: { method: 'POST' }, lose: 'after', times: 1 });
      await assert.rejects(call(room, 'POST', at(thread, '/activities'), hello));
      assert.equal((await stateOf(room)).messages.length, 2);
      await misbehave(room, { match: { method: 'POST' }, lose: 'before', times: 1 });
      await assert.rejects(call(room, 'POST', at(thread, '/activities'), hello));
      assert.equal((await stateOf(room)).messages.length, 2);
    });

    it('does not find a message to update, fails and waits', async () => {
      const room = await start();
      const { thread, id } = await newThread(room, hello);
      await misbehave(
        room,
        { match: { method: 'PUT', path: `/activities/${id}` }, status: 404, times: 1 },
        { match: { method: 'PUT' }, status: 503, delayMs: 80, times: 1 },
      );
      const lost = await call(room, 'PUT', at(thread, `/activities/${id}`), hello);
      assert.deepEqual(
        [lost.status, (lost.body as { error: { code: string } }).error.code],
        [404, 'ActivityNotFoundInConversation'],
      );
      const began = performance.now();
      assert.equal((await call(room, 'PUT', at(thread, `/activities/${id}`), hello)).status, 503);
      assert.ok(performance.now() - began >= 75);
      assert.equal((await call(room, 'PUT', at(thread, `/activities/${id}`), hello)).status, 200);
    });

    it('refuses a rule that it does not understand', async () => {
      const room = await start();
      assert.equal((await misbehave(room, { match: {}, times: 0 })).status, 400);
      assert.equal((await misbehave(room, { match: { path: '(' }, times: 1 })).status, 400);
      assert.equal((await misbehave(room, { match: {}, times: 1, sometimes: true })).status, 400);
    });
  });

  it('counts the calls on its connector by kind', async () => {
    const room = await start();
    const { thread, id } = await newThread(room, hello);
    await call(room, 'POST', at(thread, '/activities'), hello);
    await call(room, 'POST', at(thread, '/activities'), { type: 'typing' });
    await call(room, 'PUT', at(thread, `/activities/${id}`), hello);
    await call(room, 'GET', at(WEBCARE, '/members'));
    await call(room, 'GET', '/v3/teams/x');
    await call(room, 'DELETE', at(thread, '/activities/1'));
    const expected = { createConversation: 1, post: 1, typing: 1, update: 1, delete: 1, member: 1, team: 1 };
    assert.deepEqual((await call(room, 'GET', '/api/traffic')).body, expected);
    assert.deepEqual((await stateOf(room)).counters, { created: 2, edited: 1, removed: 0 });
    await call(room, 'DELETE', '/api/traffic');
    assert.equal(((await call(room, 'GET', '/api/traffic')).body as typeof expected).post, 0);
  });

  it('tells who looks at it of every change', async () => {
    const room = await start();
    const stop = new AbortController();
    const events = await fetch(`${room.url}/api/events`, { signal: stop.signal });
    const { thread } = await newThread(room, hello);
    await call(room, 'POST', '/api/say', { as: ANNA, conversation: thread, text: 'gezien' });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of events.body as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk);
      if (text.includes('gezien')) break;
    }
    stop.abort();
    assert.equal(text.match(/^event: message$/gm)?.length, 2);
  });
});
