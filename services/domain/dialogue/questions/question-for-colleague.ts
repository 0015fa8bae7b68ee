import { type Instant } from '../../instant.ts';
import { type NetworkName, type Via } from '../../post.ts';
import { type Mode } from '../dialogue.ts';
import { type DialogueView } from '../view.ts';
import { postToAnswer } from '../what-to-answer.ts';
import { type Asked, currentlyAsked, type Reach } from './question.ts';
import { type Askable, type ShownQuestion } from './question-view.ts';

/** All that a colleague gets to see: their question, what it is about, and nothing else of the dialogue. */
export interface QuestionForColleague {
  readonly dialogue: string;
  readonly organisation: string;
  readonly mode: Mode;
  readonly network: NetworkName;
  readonly via: Via | null;
  /** The town's name; null when unknown. */
  readonly municipality: string | null;
  /** Only where who asked let them know. */
  readonly citizen: { readonly name: string; readonly handle: string } | null;
  /** The citizen's newest words, masked; null when they are gone. */
  readonly words: string | null;
  readonly shown: ShownQuestion;
  /** What this very person was asked. */
  readonly asked: Asked;
  /** Where this card stands. */
  readonly reach: Reach;
  /** They are the one who is asked now. */
  readonly current: boolean;
  /** Who else might know it. */
  readonly others: readonly Askable[];
  readonly at: Instant;
}

/** `index`: which of those who were asked it is for. null: there is no such question. */
export function questionFor(
  view: DialogueView,
  organisation: string,
  id: string,
  index: number,
): QuestionForColleague | null {
  const { dialogue, at } = view;
  const shown = view.questions.find(({ question }) => question.id === id);
  const asked = shown?.question.asked[index];
  if (shown === undefined || asked === undefined) return null;
  const main = postToAnswer(dialogue);
  const { name, handle } = dialogue.citizen;
  return {
    dialogue: dialogue.id,
    organisation,
    mode: dialogue.mode,
    network: dialogue.network,
    via: dialogue.via ?? null,
    municipality: view.municipality,
    citizen: shown.question.named ? { name, handle } : null,
    words: view.posts.find((post) => post.id === main?.id)?.text ?? null,
    shown,
    asked,
    reach: asked.reach,
    current: asked === currentlyAsked(shown.question),
    others: view.asking.colleagues.filter(({ person }) => person.email !== asked.who.email),
    at,
  };
}
