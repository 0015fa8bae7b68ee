import assert from 'node:assert/strict';
import { type Person } from '../../services/domain/people.ts';
import { type PersonalMessage } from '../../services/domain/personal-message.ts';
import { type Chats, type Standing } from '../../services/ports/chats.ts';

/** Chats, and what Teams shows of them. */
export interface ChatsUnderTest {
  readonly chats: Chats;
  /** Somebody who can be reached 1:1, and somebody who cannot. */
  readonly reached: Person;
  readonly unreachable: Person;
  /** A thread in the webcare channel that is there. */
  readonly thread: string;
  /** Another channel of the team, by name. */
  readonly channel: string;
  /** What stands in Teams now: the conversation, and the trouble that the message tells of. */
  readonly standing: () => Promise<readonly { readonly conversation: string; readonly tells: string }[]>;
  readonly deletes: (at: Standing) => Promise<void>;
}

const telling = (trouble: 'removed' | 'deleted' | 'renamed'): PersonalMessage => ({
  kind: 'alert',
  alert: { what: 'channel', trouble },
});

/** What holds for every way to somebody. */
export function chatsContract(make: () => Promise<ChatsUnderTest>): void {
  it('a message to somebody stands in a chat with them, and the next in the same chat', async () => {
    const { chats, reached, standing } = await make();
    const first = await chats.send(reached.email, telling('removed'));
    const second = await chats.send(reached.email.toUpperCase(), telling('deleted'));
    assert.ok(first !== 'refused' && second !== 'refused');
    assert.equal(first.conversation, second.conversation);
    assert.notEqual(first.activity, second.activity);
    assert.deepEqual(await standing(), [
      { conversation: first.conversation, tells: 'removed' },
      { conversation: first.conversation, tells: 'deleted' },
    ]);
  });

  it('that there is no way to somebody is an answer, and nothing is sent', async () => {
    const { chats, unreachable, standing } = await make();
    assert.equal(await chats.send(unreachable.email, telling('removed')), 'refused');
    assert.equal(await chats.send('niemand@elders.example', telling('removed')), 'refused');
    assert.deepEqual(await standing(), []);
  });

  it('a message is changed where it stands; one that was deleted is gone', async () => {
    const { chats, reached, standing, deletes } = await make();
    const at = await chats.send(reached.email, telling('removed'));
    assert.ok(at !== 'refused');
    assert.equal(await chats.update(at, telling('renamed')), 'updated');
    assert.deepEqual(await standing(), [{ conversation: at.conversation, tells: 'renamed' }]);
    await deletes(at);
    assert.equal(await chats.update(at, telling('deleted')), 'gone');
  });

  it('in a thread it stands there, and is changed there', async () => {
    const { chats, unreachable, thread, standing } = await make();
    const at = await chats.sendIn({ in: 'thread', thread }, unreachable, telling('removed'));
    assert.ok(at !== 'refused');
    assert.equal(at.conversation, thread);
    assert.equal(await chats.update(at, telling('renamed')), 'updated');
    assert.deepEqual(await standing(), [{ conversation: thread, tells: 'renamed' }]);
  });

  it('in a channel of the team it begins a thread; a channel that is not there is refused', async () => {
    const { chats, unreachable, channel, standing } = await make();
    const at = await chats.sendIn({ in: 'channel', name: channel.toUpperCase() }, unreachable, telling('removed'));
    assert.ok(at !== 'refused');
    assert.match(at.conversation, /;messageid=/);
    assert.equal(await chats.update(at, telling('renamed')), 'updated');
    assert.equal(await chats.sendIn({ in: 'channel', name: 'Kelder' }, unreachable, telling('removed')), 'refused');
    assert.deepEqual(await standing(), [{ conversation: at.conversation, tells: 'renamed' }]);
  });
}
