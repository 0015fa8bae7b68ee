import { type Lease } from '../../ports/lease.ts';
import { type Thread } from '../../ports/team-channel.ts';
import { type World } from '../world.ts';
import { type Wanted } from './wanted.ts';

/** A message that stands in the channel; `print`: fingerprint of what it shows. */
interface Standing extends Thread {
  readonly print: string;
}

/** Where the messages of a storm stand, by their names. Kept as JSON in the storm's lease. */
export type ShownStorm = Readonly<Record<string, Standing>>;

export function shownIn({ value }: Lease): ShownStorm {
  return value === '' ? {} : (JSON.parse(value) as ShownStorm);
}

/**
 * Makes the channel show what is wanted: what is missing is posted, what says something else is edited, the rest is left
 * alone. What stands there is saved after each message: a crash in between posts a message again, and no line is lost by
 * it, for a list is drawn from the dialogues. Gives how many messages it sent.
 */
export async function showStorm(world: World, lease: Lease, wanted: readonly Wanted[]): Promise<number> {
  let sent = 0;
  let shown = shownIn(lease);
  for (const one of wanted) {
    const print = world.texts.fingerprint(JSON.stringify(one.message));
    const now = shown[one.name];
    if (now !== undefined && (one.once === true || now.print === print)) continue;
    const at = (await edited(world, now, one)) ?? (await posted(world, shown, one));
    sent += 1;
    shown = { ...shown, [one.name]: { ...at, print } };
    // Lost to another instance, which shows it now.
    if (!(await world.leases.save(lease, JSON.stringify(shown)))) return sent;
  }
  return sent;
}

/** null: there is none, or it is gone. */
async function edited({ board }: World, now: Thread | undefined, { message }: Wanted): Promise<Thread | null> {
  if (now === undefined) return null;
  const { thread, activity } = now;
  return (await board.update({ thread, activity }, message)) === 'updated' ? { thread, activity } : null;
}

async function posted({ board }: World, shown: ShownStorm, { message, within }: Wanted): Promise<Thread> {
  const around = within === undefined ? undefined : shown[within];
  if (around === undefined) return board.open(message);
  return { thread: around.thread, activity: await board.reply(around.thread, message) };
}
