import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type DialogueView } from '../domain/dialogue/view.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { type Shown, type ShownAsking } from '../ports/dialogue-store.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { reach } from './reach.ts';
import { type World } from './world.ts';

/** A card of somebody of a department that is to be sent, or shows less than is true. */
export type DueAsking =
  | { readonly to: Person; readonly round: number; readonly department: string; readonly now: null }
  | { readonly now: ShownAsking };

/** Each time that a department is asked its people get a new card; that of an earlier time says what came of it, once it is final. */
export function dueAskings(dialogue: Dialogue, { askings = [] }: Shown): readonly DueAsking[] {
  const asked = dialogue.askedDepartment ?? null;
  const missing =
    asked?.people.filter(({ email }) => !askings.some((one) => one.round === asked.round && one.email === email)) ?? [];
  const behind = askings.filter((one) => !one.over && one.version < dialogue.work.changedAt);
  return [
    ...behind.map((now) => ({ now })),
    ...missing.map((to) => ({ to, round: asked?.round ?? 0, department: asked?.department ?? '', now: null })),
  ];
}

/**
 * Sends or changes one card. Where there is no way to somebody in a chat, it stands in the department's channel or the thread
 * with a mention, and the dialogue is told: a telephone is then the way. `save` keeps what stands there.
 */
export async function showAsking(
  world: World,
  view: DialogueView,
  due: DueAsking,
  thread: string,
  save: (asking: ShownAsking) => Promise<void>,
): Promise<void> {
  const { dialogue } = view;
  const { version } = dialogue;
  const message = (round: number, department: string): PersonalMessage => ({
    kind: 'department-yes',
    asked: { view, round, department, organisation: world.settings.organisation },
  });
  if (due.now !== null) {
    const { now } = due;
    // A card that somebody deleted is not sent again.
    await world.chats.update(now, message(now.round, now.department));
    const over = dialogue.askedDepartment?.round !== now.round && dialogue.stage.name !== 'approved';
    return save({ ...now, version, over });
  }
  const { to, round, department } = due;
  const { email } = to;
  const { reach: where, ...at } = await reach(world, to, department, thread, () => message(round, department));
  await save({ ...at, email, round, department, version, over: false });
  if (where.in !== 'chat') await actOnDialogue(world, dialogue.id, { type: 'unreachable', round, email });
}

export function withAsking(shown: Shown, asking: ShownAsking): Shown {
  const others = (shown.askings ?? []).filter(({ activity }) => activity !== asking.activity);
  return { ...shown, askings: [...others, asking] };
}
