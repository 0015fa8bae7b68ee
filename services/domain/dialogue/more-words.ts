import { type Post } from '../post.ts';
import { type Instruction, type Kind, ruleFor } from '../work-instruction/instruction.ts';
import { interpret, NO_KIND } from '../work-instruction/interpret.ts';
import { dueFrom } from './decide-holding.ts';
import { hitch } from './decide-publishing.ts';
import { type Dialogue } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { followUp } from './follow-up.ts';
import { type DialogueEvent } from './messages.ts';

type Words = Pick<Post, 'text' | 'account' | 'postedAt'>;

/** What more words of the citizen do, by stage. Being written or waiting, they are read along; an ended dialogue comes back. */
export function consequences(
  dialogue: Dialogue,
  post: Words,
  facts: Facts,
  by: 'edited' | null = null,
): readonly DialogueEvent[] {
  const { stage } = dialogue;
  switch (stage.name) {
    case 'waiting':
    case 'claimed':
    case 'drafted':
      return raise(dialogue, post, facts);
    case 'approved':
      // Once the call is under way it can no longer be held back.
      return stage.publication.attempt === null
        ? [
            { type: 'notPlaced', hitch: hitch('overtaken', stage.publication, facts.at, by) },
            ...raise(dialogue, post, facts),
          ]
        : [];
    case 'answered':
    case 'closed':
    case 'setAside':
      return [followUp(dialogue, interpret(post, facts.settings), post.postedAt, facts)];
  }
}

/** Newer words may be graver than the first ("en nu staat het in brand"); milder ones change nothing. */
function raise(dialogue: Dialogue, post: Words, facts: Facts): readonly DialogueEvent[] {
  const { instruction } = facts.settings;
  const read = interpret(post, facts.settings);
  if (gravity(instruction, read.kind) <= gravity(instruction, dialogue.kind)) return [];
  const due = dueFrom(read, post.postedAt, facts);
  return [
    { type: 'raised', interpretation: read, due: due === null ? dialogue.due : Math.min(due, dialogue.due ?? due) },
  ];
}

/** By what the work instruction asks for: day and night, a second pair of eyes, an answer, nothing. */
function gravity(instruction: Instruction, kind: Kind): number {
  if (kind === NO_KIND) return -1;
  const rule = ruleFor(instruction, kind);
  if (rule.outsideHours) return 3;
  if (rule.approval) return 2;
  return rule.respond === true ? 1 : 0;
}
