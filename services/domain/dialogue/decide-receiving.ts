import { type Post } from '../post.ts';
import { interpret, NO_KIND } from '../work-instruction/interpret.ts';
import { type Instruction, type Kind, ruleFor, type Settings } from '../work-instruction/instruction.ts';
import { dueFrom } from './decide-holding.ts';
import { hitch } from './decide-publishing.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, type DialoguePost } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { followUp } from './follow-up.ts';
import { type Decision, type DialogueEvent, type WorldCommand } from './messages.ts';
import { isOnlyThanks } from './thanks.ts';

/** A post comes in: a new dialogue, or more of one. The same post a second time changes nothing. */
export function decideReceiving(
  dialogue: Dialogue | null,
  command: Extract<WorldCommand, { type: 'receive' }>,
  facts: Facts,
): Decision {
  const { post } = command;
  if (dialogue === null) return happen(open(command, facts));
  if (dialogue.posts.some(({ id }) => id === post.id)) return NOTHING;
  const received: DialogueEvent = { type: 'received', post: entry(post) };
  if (isOnlyThanks(post.text)) return happen(received);
  return happen(received, ...consequences(dialogue, post, facts));
}

function open({ dialogue, mode, post }: Extract<WorldCommand, { type: 'receive' }>, facts: Facts): DialogueEvent {
  const interpretation = interpret(post, facts.settings);
  return {
    type: 'opened',
    dialogue,
    mode,
    network: post.network,
    thread: post.thread,
    citizen: post.author,
    asked: post.account !== null,
    account: post.account ?? replyAccount(interpretation.municipality, facts.settings),
    // The first words open a dialogue even when they are only thanks: a compliment is to be seen.
    post: { ...entry(post), thanks: false },
    interpretation,
    due: dueFrom(interpretation, post.postedAt, facts),
  };
}

function entry(post: Post): DialoguePost {
  return { id: post.id, from: 'citizen', at: post.postedAt, thanks: isOnlyThanks(post.text), link: post.link };
}

function replyAccount(municipality: string | null, { accounts }: Settings): string | null {
  return (accounts.find((account) => account.municipality === municipality) ?? accounts[0])?.handle ?? null;
}

/** What more words of the citizen do, by stage. Being written or waiting, they are read along; an ended dialogue comes back. */
function consequences(dialogue: Dialogue, post: Post, facts: Facts): readonly DialogueEvent[] {
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
            { type: 'notPlaced', hitch: hitch('overtaken', stage.publication, facts.at) },
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
function raise(dialogue: Dialogue, post: Post, facts: Facts): readonly DialogueEvent[] {
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
