import { manyMatter } from '../../domain/busy/many-text.ts';
import { answerable, type Choice, manyTargets } from '../../domain/busy/many-targets.ts';
import { type BusyRefusal } from '../../domain/busy/messages.ts';
import { asHolder } from '../../domain/dialogue/decide-holding.ts';
import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { type Member } from '../../domain/people.ts';
import { actOnTeam } from '../act-on-team.ts';
import { factsNow, type World } from '../world.ts';
import { stormDialogues } from './storm-dialogues.ts';

/** A form for one text for many, filled in. */
export interface ManyForm extends Choice {
  readonly storm: string;
  /** Name of this very form, and of the text that comes of it: it works once. */
  readonly form: string;
  readonly template: string;
}

/** Whom a text about this topic could go to now. */
export async function whomFor(world: World, storm: string, choice: Choice, by: Member): Promise<readonly Dialogue[]> {
  const all = (await stormDialogues(world, storm)).map(({ dialogue }) => dialogue);
  return answerable(all, choice, asHolder(by), factsNow(world));
}

/** Submits it for the yes of another, with whom it is for; or says why it cannot go as it is. */
export async function submitMany(
  world: World,
  { storm, form, template, ...choice }: ManyForm,
  by: Member,
  operation: string,
): Promise<BusyRefusal | null> {
  const all = (await stormDialogues(world, storm)).map(({ dialogue }) => dialogue);
  const targets = manyTargets(all, choice, template, asHolder(by), factsNow(world));
  if ('code' in targets) return targets;
  const fingerprint = world.texts.fingerprint(manyMatter(template, targets));
  const command = { type: 'submitMany', storm, text: form, ...choice, template, targets, by, fingerprint } as const;
  const { refusal } = await actOnTeam(world, command, { operation });
  world.storms.touch(storm, true);
  return refusal as BusyRefusal | null;
}
