import { type TurnContext } from 'botbuilder';
import { type Key, type Words } from '../../cards/words.ts';
import { countRefusal } from '../../services/flows/count-refusal.ts';
import { type World } from '../../services/flows/world.ts';
import { answerSentence } from '../answer.ts';

/** What is refused before the domain is asked, with the sentence for it. */
const SENTENCES = {
  'unknown-person': 'bot.unknownPerson',
  unreadable: 'bot.oldButton',
  'unreadable-form': 'bot.oldForm',
  'unknown-dialogue': 'bot.unknownDialogue',
  'other-thread': 'bot.unknownDialogue',
  'not-your-shift': 'shift.notYours',
} as const satisfies Readonly<Record<string, Key>>;

/** Counts it, and tells who clicked. */
export function turnAway(
  { world, words }: { readonly world: World; readonly words: Words },
  context: TurnContext,
  why: keyof typeof SENTENCES,
): Promise<void> {
  countRefusal(world, why);
  return answerSentence(context, words.say(SENTENCES[why], { organisation: world.settings.organisation }));
}

/**
 * Whether a card that stands in the thread of one dialogue speaks of another: the data of a card can be changed on its way
 * to us. Of a thread that is not known (a card that was lost between two steps) nothing is said.
 */
export async function isOfOtherThread({ store }: World, { activity }: TurnContext, dialogue: string): Promise<boolean> {
  const here = await store.dialogueOfThread(activity.conversation.id);
  return here !== null && here !== dialogue;
}
