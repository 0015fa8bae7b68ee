import { type Dialogue } from '../dialogue.ts';
import { changedWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';

/** What a person's reading changes; null: the event is about something else. */
export function applyInterpreting(d: Dialogue, event: Happened): Dialogue | null {
  if (event.type !== 'interpreted') return null;
  const { to, due, account = d.account } = event;
  return { ...d, ...to, due, account, work: changedWork(d) };
}
