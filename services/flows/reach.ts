import { departmentOf } from '../domain/dialogue/questions/colleagues.ts';
import { type Reach } from '../domain/dialogue/questions/question.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { type Standing } from '../ports/chats.ts';
import { type World } from './world.ts';

/** A message to somebody outside the team: 1:1, else in the channel of the department, else in the thread; and where it stands. */
export async function reach(
  { chats, settings, log }: Pick<World, 'chats' | 'settings' | 'log'>,
  who: Person,
  department: string | null,
  thread: string,
  message: (reach: Reach) => PersonalMessage,
): Promise<Standing & { readonly reach: Reach }> {
  const alone = await chats.send(who.email, message({ in: 'chat' }));
  if (alone !== 'refused') return { ...alone, reach: { in: 'chat' } };
  const name = departmentOf(department, who.email, settings)?.channel;
  if (name !== undefined) {
    const there = await chats.sendIn({ in: 'channel', name }, who, message({ in: 'channel', name }));
    if (there !== 'refused') return { ...there, reach: { in: 'channel', name } };
    log.warn('a department has a channel in webcare.yml that the team has not', { department, channel: name });
  }
  const here = await chats.sendIn({ in: 'thread', thread }, who, message({ in: 'thread' }));
  if (here !== 'refused') return { ...here, reach: { in: 'thread' } };
  throw new Error('a thread of ours refused a message');
}
