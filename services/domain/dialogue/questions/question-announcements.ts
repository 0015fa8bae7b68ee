import { type Person } from '../../people.ts';
import { address, attending } from '../attending.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Announcement } from '../messages.ts';
import { type QuestionEvent } from './question-messages.ts';

/** What a question asks of somebody: the team, or the colleague who is reminded. What else happens to it shows on the cards. */
export function newsOfQuestion(event: QuestionEvent, after: Dialogue, facts: Facts): readonly Announcement[] {
  const told = (to: readonly Person[], what: Announcement['what'], by: Person | null): readonly Announcement[] =>
    address(to, { what, by, post: null, before: null, after: null, question: event.question });
  switch (event.type) {
    case 'questionAnswered':
      // Else it comes as a new card, or to somebody who has it before them.
      return event.card || event.recordedBy !== null ? [] : told(attending(after, facts), 'question-answered', null);
    case 'questionLeftOver':
      return told(attending(after, facts), 'question-left-over', event.from);
    case 'moreTimeAsked':
      return event.late ? told(attending(after, facts), 'question-more-time', event.by) : [];
    case 'questionReminded':
      return told([event.to], 'question-reminder', null);
    case 'questionAsked':
    case 'questionWentOn':
    case 'questionReached':
    case 'questionWithdrawn':
      return [];
  }
}
