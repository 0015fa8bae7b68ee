import { type StandBy } from '../../work-instruction/instruction.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { clockOf } from './clock.ts';

/** Whose telephone must ring, as long as nobody took it since they were called. Nobody stood by: whoever does some day. */
export function toRing(dialogue: Dialogue, all: readonly StandBy[]): readonly StandBy[] {
  const { stage } = dialogue;
  const { standBy } = clockOf(dialogue);
  const left = stage.name === 'waiting' || ('since' in stage && stage.since < (standBy?.at ?? 0));
  if (standBy === undefined || !left) return [];
  const called = all.filter((one) => standBy.people.some((person) => samePerson(person, one)));
  return called.length > 0 ? called : all;
}
