import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileAnswer, fileMessage, offerFile, uploadFile } from '../../bot/file-consent.ts';
import { type Room } from '../../infra/local/room/room.ts';
import { Fault } from '../../services/ports/fault.ts';
import { ANNA, at, call, type FakeBot, startFakeBot, startTestRoom } from './room-fixture.ts';

const OFFER = { name: 'cijfers.csv', description: 'De cijfers van week 47', size: 5, context: { period: '2026-W47' } };

describe('A file in the Teams room', () => {
  let bot: FakeBot;
  let room: Room;
  let folder: string;

  before(async () => {
    bot = await startFakeBot();
    folder = await mkdtemp(join(tmpdir(), 'room-'));
    room = await startTestRoom(bot, { folder });
  });

  after(async () => {
    await room.close();
    await bot.close();
    await rm(folder, { recursive: true });
  });

  async function offered(): Promise<{ conversation: string; id: string }> {
    const state = (await call(room, 'GET', '/api/state')).body as { conversations: { id: string; person?: string }[] };
    const conversation = state.conversations.find(({ person }) => person === ANNA)?.id ?? '';
    const made = await call(room, 'POST', at(conversation, '/activities'), offerFile(OFFER));
    return { conversation, id: (made.body as { id: string }).id };
  }

  async function accepted(): Promise<NonNullable<ReturnType<typeof fileAnswer>>> {
    const { conversation, id } = await offered();
    await call(room, 'POST', '/api/file', { as: ANNA, conversation, activityId: id, accept: true });
    const heard = bot.heard.at(-1);
    assert.deepEqual([heard?.['name'], heard?.['replyToId']], ['fileConsent/invoke', id]);
    const answer = fileAnswer(heard?.['value']);
    assert.ok(answer);
    return answer;
  }

  it('is put where Teams says after a yes, and downloaded from there, also after a restart of the room', async () => {
    const { action, context, uploadInfo } = await accepted();
    assert.ok(uploadInfo);
    assert.deepEqual(
      [action, context, uploadInfo.name, uploadInfo.fileType],
      ['accept', OFFER.context, 'cijfers.csv', 'csv'],
    );
    await uploadFile(uploadInfo.uploadUrl, Buffer.from('1;2;3'), true);
    const [attachment] = fileMessage(uploadInfo).attachments ?? [];
    const url = new URL(attachment?.contentUrl ?? '');
    await room.close();
    room = await startTestRoom(bot, { folder });
    const file = await fetch(room.url + url.pathname);
    assert.equal(await file.text(), '1;2;3');
    assert.match(file.headers.get('content-disposition') ?? '', /attachment; filename="?cijfers\.csv/);
  });

  it('is taken once, whole, and nowhere but where it was offered', async () => {
    const { uploadInfo } = await accepted();
    const url = uploadInfo?.uploadUrl ?? '';
    const half = await fetch(url, { method: 'PUT', headers: { 'content-range': 'bytes 0-1/5' }, body: '1;' });
    assert.equal(half.status, 400);
    await uploadFile(url, Buffer.from('1;2;3'), true);
    await assert.rejects(uploadFile(url, Buffer.from('other'), true), (fault: unknown) => {
      return fault instanceof Fault && fault.source === 'teams' && fault.message.includes('404');
    });
    const elsewhere = 'https://evil.example/x';
    await assert.rejects(uploadFile(elsewhere, Buffer.from('1'), false), /Teams keeps no files/);
  });

  it('tells the bot of a no, with nowhere to put it', async () => {
    const { conversation, id } = await offered();
    await call(room, 'POST', '/api/file', { as: ANNA, conversation, activityId: id, accept: false });
    const answer = fileAnswer(bot.heard.at(-1)?.['value']);
    assert.deepEqual([answer?.action, answer?.uploadInfo], ['decline', undefined]);
  });
});
