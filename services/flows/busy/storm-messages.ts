import { countedAs, countsOf, inOrder, listsOf, unheard } from '../../domain/busy/lists.ts';
import { manyState } from '../../domain/busy/many-text.ts';
import { phaseOf, type Storm } from '../../domain/busy/storm.ts';
import { type StormLine } from '../../domain/busy/storm-message.ts';
import { isLate } from '../../domain/dialogue/by-time/becoming-late.ts';
import { type Dialogue, holderOf } from '../../domain/dialogue/dialogue.ts';
import { postToAnswer } from '../../domain/dialogue/what-to-answer.ts';
import { maskPersonalData } from '../../domain/mask.ts';
import { type Person } from '../../domain/people.ts';
import { onDutyAt } from '../../domain/roster/duty.ts';
import { type OpenDialogue, type StoredDialogue } from '../../ports/dialogue-store.ts';
import { rosterNow, type World } from '../world.ts';
import { manyMessages } from './many-messages.ts';
import { listName, type Wanted } from './wanted.ts';

/** Lines on a list: who takes the next one sees what comes, and a card is 28 KB. */
const LINES = 5;
const UNHEARD_LINES = 20;
const SILENT_LINES = 10;

/**
 * Everything that must stand in the channel about a storm, in the order in which it is sent. `shown`: the names of what
 * stands there; a list that was begun stays, also when it is empty. `silent`: what else nobody was reminded of.
 */
export async function storyOf(
  world: World,
  storm: Storm,
  { dialogues, silent }: { readonly dialogues: readonly StoredDialogue[]; readonly silent: readonly OpenDialogue[] },
  shown: readonly string[],
): Promise<readonly Wanted[]> {
  const all = dialogues.map(({ dialogue }) => dialogue);
  const lines = (some: readonly Dialogue[]): readonly StormLine[] =>
    some.map((one) => lineOf(world, dialogues.find(({ dialogue }) => dialogue.id === one.id) as StoredDialogue, null));
  const { texts, call, ...state } = storm;
  const of = { storm: storm.id, practice: storm.practice, over: phaseOf(storm) === 'off' };
  const began = new Set(
    shown.flatMap((name) => (name.startsWith('list:') ? [name === 'list:' ? null : name.slice(5)] : [])),
  );
  const lists = listsOf(all, began);
  const alone = inOrder(all.filter((one) => countedAs(one) === 'alone' && one.stage.name === 'waiting'));
  const urgent = await Promise.all(alone.slice(0, LINES).map((one) => withThread(world, dialogues, one)));
  const left = unheard(all);
  const towns = (list: (typeof lists)[number]) =>
    list.towns.map(({ municipality, counts }) => ({
      name: world.settings.municipalities.find(({ id }) => id === municipality)?.name ?? null,
      counts,
    }));
  const wanted: Wanted[] = [
    {
      name: 'storm',
      message: {
        ...of,
        what: 'storm',
        state: { ...state, called: call !== null },
        counts: countsOf(all),
        topics: lists.map(({ topic, counts }) => ({ topic, counts })),
        urgent,
      },
    },
    ...lists.map((list) => ({
      name: listName(list.topic),
      message: {
        ...of,
        what: 'list',
        topic: list.topic,
        counts: list.counts,
        towns: towns(list),
        next: lines(list.waiting.slice(0, LINES)),
      } as const,
    })),
  ];
  if (call !== null) wanted.push({ name: 'call', message: { ...of, what: 'call', call } });
  for (const many of texts) wanted.push(...manyMessages(world, storm, many, dialogues));
  if (of.over && (left.length + silent.length > 0 || shown.includes('unheard'))) {
    const first = await Promise.all(left.slice(0, UNHEARD_LINES).map((one) => withThread(world, dialogues, one)));
    const owed = left.filter(({ due }) => due !== null).length;
    const late = left.filter(isLate).length;
    const beside = {
      count: silent.length,
      first: silent.slice(0, SILENT_LINES).map((one) => lineOf(world, one, one.thread)),
    };
    const to = whoIsThere(world, storm);
    wanted.push({
      name: 'unheard',
      message: { ...of, what: 'unheard', count: left.length, owed, late, first, beside, to },
    });
  }
  return wanted;
}

/** Nothing of it waits for anybody any more, so nothing of it changes. */
export function isDone(storm: Storm, dialogues: readonly StoredDialogue[]): boolean {
  const waits = storm.texts.some((many) => manyState(many) === 'submitted');
  return phaseOf(storm) === 'off' && !waits && unheard(dialogues.map(({ dialogue }) => dialogue)).length === 0;
}

/** Who was on duty when it was switched off: they are called to the list, once, in place of all reminders that they did not get. */
function whoIsThere(world: World, { off }: Storm): readonly Person[] {
  return onDutyAt(rosterNow(world), off?.at ?? 0).map(({ name, email }) => ({ name, email }));
}

async function withThread(world: World, dialogues: readonly StoredDialogue[], one: Dialogue): Promise<StormLine> {
  const stored = dialogues.find(({ dialogue }) => dialogue.id === one.id) as StoredDialogue;
  const unsettled = one.storm?.listed === true ? null : await world.store.unsettled(one.id);
  return lineOf(world, stored, unsettled?.shown.thread ?? null);
}

function lineOf(
  { texts: tools, maskLabels }: World,
  { dialogue, texts }: StoredDialogue,
  thread: string | null,
): StormLine {
  const { id, citizen, network, due, posts } = dialogue;
  const post = postToAnswer(dialogue);
  const text = post === undefined || post.private === true ? undefined : texts.get(post.id);
  return {
    dialogue: id,
    citizen,
    network,
    postedAt: post?.at ?? posts[0]?.at ?? 0,
    text: text === undefined ? null : maskPersonalData(text, tools.personalData(text), maskLabels),
    due,
    late: isLate(dialogue),
    holder: dialogue.stage.name === 'waiting' ? null : (holderOf(dialogue.stage)?.name ?? null),
    thread,
  };
}
