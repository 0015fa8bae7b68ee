import { fateOf, manyState, type ManyText, textFor } from '../../domain/busy/many-text.ts';
import { placeNames } from '../../domain/busy/many-targets.ts';
import { phaseOf, type Storm } from '../../domain/busy/storm.ts';
import { type Progress } from '../../domain/busy/storm-message.ts';
import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { hasRole } from '../../domain/people.ts';
import { onDutyAt } from '../../domain/roster/duty.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { rosterNow, type World } from '../world.ts';
import { listName, type Wanted } from './wanted.ts';

/** Handles that are shown of whom a text is for. */
const SHOWN = 30;

/** What stands in the thread of the list about one text: its card, and once the question for a yes. */
export function manyMessages(
  world: World,
  storm: Storm,
  many: ManyText,
  dialogues: readonly StoredDialogue[],
): readonly Wanted[] {
  const { settings, clock } = world;
  const of = { storm: storm.id, practice: storm.practice, over: phaseOf(storm) === 'off' };
  const ids = new Set(many.targets.map(({ dialogue }) => dialogue));
  const theirs = dialogues.map(({ dialogue }) => dialogue).filter(({ id }) => ids.has(id));
  const { targets, ...rest } = many;
  const within = listName(many.topic);
  const card: Wanted = {
    name: `many:${many.id}`,
    within,
    message: {
      ...of,
      what: 'many',
      many: rest,
      count: targets.length,
      who: theirs.slice(0, SHOWN).map(({ citizen }) => citizen.handle),
      examples: examplesOf(many, theirs, placeNames(settings)),
      progress: progressOf(many, theirs),
    },
  };
  const there = onDutyAt(rosterNow(world), clock.now());
  const able = settings.team.filter(
    (one) => hasRole(one, 'approver') && !hasRole(one, 'trainee') && one.email !== many.by.email,
  );
  const onDuty = able.filter(({ email }) => there.some((one) => one.email === email));
  const to = (onDuty.length > 0 ? onDuty : able).map(({ name, email }) => ({ name, email }));
  if (manyState(many) !== 'submitted' || to.length === 0) return [card];
  const { name, email } = many.by;
  const asked = { ...of, what: 'many-asked', many: many.id, count: targets.length, by: { name, email }, to } as const;
  return [card, { name: `asked:${many.id}`, within, once: true, message: asked }];
}

function progressOf({ id }: ManyText, dialogues: readonly Dialogue[]): Progress {
  const fates = dialogues.map((dialogue) => ({ dialogue, fate: fateOf(id, dialogue) }));
  const count = (fate: string): number => fates.filter((one) => one.fate === fate).length;
  const failed = fates.flatMap(({ dialogue: { stage, citizen }, fate }) =>
    fate === 'failed' && stage.name === 'drafted' && stage.hitch !== null ? [{ citizen, hitch: stage.hitch }] : [],
  );
  return { placed: count('placed'), underway: count('underway'), failed, passed: count('passed') };
}

/** The longest with a name, and one without. */
function examplesOf(
  { template, by }: ManyText,
  dialogues: readonly Dialogue[],
  places: readonly string[],
): readonly string[] {
  const signed = by.initials === null ? '' : ` ^${by.initials}`;
  const texts = [...new Set(dialogues.map(({ citizen }) => textFor(template, citizen, places)))];
  const without = textFor(template, { name: '' }, places);
  const [named] = texts.filter((text) => text !== without).sort((one, other) => other.length - one.length);
  return [
    ...(named === undefined ? [] : [named]),
    ...(texts.includes(without) || named === undefined ? [without] : []),
  ].map((text) => text + signed);
}
