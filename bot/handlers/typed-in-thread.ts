import { refusalSentence } from '../../cards/refusal.ts';
import { addressees } from '../../services/domain/dialogue/together/pass-on-choices.ts';
import { type Acted, actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { actOnQuestion } from '../../services/flows/ask-colleague.ts';
import { approveShown } from '../../services/flows/approve-shown.ts';
import { type World } from '../../services/flows/world.ts';
import { type Asked } from '../commands.ts';
import { operationOf } from '../turn.ts';
import { type Typing } from '../typed-command.ts';

/** A command that works in the thread of a dialogue alone. A refusal is said there; what was done shows on the cards. */
export function inDialogue(asks: (rest: string, world: World) => Asked): (typing: Typing) => Promise<void> {
  return (typing) =>
    inThread(typing, (dialogue, operation) =>
      actOnDialogue(
        typing.parts.world,
        dialogue,
        { ...asks(typing.rest, typing.parts.world), by: typing.by },
        { operation },
      ),
    );
}

/** Something for the team alone: it shows on the cards, and goes nowhere else. */
export function noteTyped(typing: Typing): Promise<void> {
  const { parts, by: who, rest: note } = typing;
  return inThread(typing, (dialogue, operation) =>
    actOnDialogue(parts.world, dialogue, { type: 'note', who, note }, { operation }),
  );
}

/** `doorgeven <e-mail of afdeling>`: a compliment to who earned it, in the settings or not. */
export function passOnTyped(typing: Typing): Promise<void> {
  const { world } = typing.parts;
  const command = { type: 'passPraise', who: typing.by, ...addressees(typing.rest, world.settings) } as const;
  return inThread(typing, (dialogue, operation) => actOnDialogue(world, dialogue, command, { operation }));
}

/** The yes to the text on the card, which has to be looked up first. */
export function approveTyped(typing: Typing): Promise<void> {
  return inThread(typing, (dialogue, operation) => approveShown(typing.parts.world, dialogue, typing.by, operation));
}

/** `navragen <e-mail> <vraag>`: what stands first is whom. */
export function askTyped(typing: Typing): Promise<void> {
  const { parts, by, rest } = typing;
  const [to = ''] = rest.split(/\s/, 1);
  const question = rest.slice(to.length).trim();
  const asked = { type: 'ask', by, id: '', to, department: null, question, named: false, beside: null } as const;
  return inThread(typing, (dialogue, operation) => actOnQuestion(parts.world, dialogue, asked, { operation }));
}

async function inThread(
  { parts: { world, words }, context }: Typing,
  act: (dialogue: string, operation: string) => Promise<Acted>,
): Promise<void> {
  const dialogue = await world.store.dialogueOfThread(context.activity.conversation.id);
  if (dialogue === null) {
    await context.sendActivity(words.say('bot.notInThread'));
    return;
  }
  const { refusal } = await act(dialogue, operationOf(context.activity));
  if (refusal !== null) await context.sendActivity(refusalSentence(refusal, words, world.clock.now()));
}
