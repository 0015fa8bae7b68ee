import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Announcement } from '../domain/dialogue/messages.ts';
import { currentlyAsked, questionsOf, type Reach } from '../domain/dialogue/questions/question.ts';
import { questionFor } from '../domain/dialogue/questions/question-for-colleague.ts';
import { type DialogueView } from '../domain/dialogue/view.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { type Shown, type ShownCard } from '../ports/dialogue-store.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { reach } from './reach.ts';
import { type World } from './world.ts';

/** A card that is missing, behind, or of which the dialogue does not know where it stands. */
interface DueCard {
  readonly question: string;
  readonly asked: number;
  readonly now: ShownCard | null;
}

/** The cards of colleagues that are to be sent or changed. Nobody is asked what was over before they were. */
export function dueCards({ questions, forgotAt = 0 }: Dialogue, { questions: cards = [] }: Shown): readonly DueCard[] {
  return questionsOf({ questions }).flatMap((question) =>
    question.asked.flatMap((asked, index) => {
      const now = cards.find((card) => card.question === question.id && card.asked === index) ?? null;
      const open = question.state === 'open' && asked === currentlyAsked(question);
      const behind =
        now === null ? open : now.version < Math.max(question.changedAt, forgotAt) || now.reach.in !== asked.reach.in;
      return behind ? [{ question: question.id, asked: index, now }] : [];
    }),
  );
}

/** Sends or changes one card, and tells the dialogue when it had to stand elsewhere than in a 1:1 chat. `save` keeps what stands there. */
export async function showCard(
  world: World,
  view: DialogueView,
  { question, asked, now }: DueCard,
  thread: string,
  save: (card: ShownCard) => Promise<void>,
): Promise<void> {
  const about = questionFor(view, world.settings.organisation, question, asked);
  if (about === null) return;
  const message = (reach: Reach): PersonalMessage => ({ kind: 'question', question: { ...about, reach } });
  const { version } = view.dialogue;
  let card = now;
  if (card === null) {
    const { department } = about.shown.question;
    card = { question, asked, version, ...(await reach(world, about.asked.who, department, thread, message)) };
    await save(card);
  } else if (card.version < Math.max(about.shown.question.changedAt, view.dialogue.forgotAt ?? 0)) {
    // A card that the colleague deleted is not sent again.
    await world.chats.update(card, message(card.reach));
    await save({ ...card, version });
  }
  if (card.reach.in === about.asked.reach.in) return;
  const { email } = about.asked.who;
  await actOnDialogue(world, view.dialogue.id, { type: 'reached', question, email, reach: card.reach });
}

/** A reminder is a new message, for an edit rings nobody. What is over by now needs none. */
export async function remindColleague(
  world: World,
  view: DialogueView,
  { question = '', to: [who] }: Announcement,
  thread: string,
): Promise<void> {
  const shown = view.questions.find((one) => one.question.id === question);
  if (shown?.question.state !== 'open' || shown.now.who.email !== who?.email) return;
  const about = questionFor(view, world.settings.organisation, question, shown.question.asked.length - 1);
  if (about === null) return;
  await reach(world, who, shown.question.department, thread, (reach) => ({
    kind: 'question-reminder',
    question: { ...about, reach },
  }));
}
