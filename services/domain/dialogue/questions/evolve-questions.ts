import { type Dialogue, holderOf } from '../dialogue.ts';
import { changedWork, newWork } from '../evolve-holding.ts';
import { type QuestionEvent } from './question-messages.ts';
import { type Asked, type Question, questionsOf } from './question.ts';

const TYPES = new Set<string>([
  'questionAsked',
  'questionWentOn',
  'questionLeftOver',
  'questionReminded',
  'questionReached',
  'moreTimeAsked',
  'questionAnswered',
  'questionWithdrawn',
]);

type At = QuestionEvent & { readonly at: number };

export function isOfQuestion(event: { readonly type: string }): event is At {
  return TYPES.has(event.type);
}

/** What questions to colleagues change. */
export function applyQuestions(d: Dialogue, event: At): Dialogue {
  if (event.type === 'questionAsked') {
    const { question: id, by, at, department, named } = event;
    const asked = [newlyAsked(event)];
    const question: Question = {
      id,
      by,
      at,
      department,
      named,
      asked,
      state: 'open',
      answers: [],
      changedAt: d.version + 1,
    };
    return { ...d, questions: [...questionsOf(d), question], work: workAfter(d, event) };
  }
  const questions = questionsOf(d).map((one) => (one.id === event.question ? after(one, event, d.version + 1) : one));
  return { ...d, questions, work: workAfter(d, event) };
}

/** Where a card stands and that somebody was reminded is not shown on it: that costs no edit. */
const UNSEEN: ReadonlySet<At['type']> = new Set<At['type']>(['questionReached', 'questionReminded']);

type Later = Exclude<At, { type: 'questionAsked' }>;

function after(question: Question, event: Later, version: number): Question {
  return { ...changed(question, event), changedAt: UNSEEN.has(event.type) ? question.changedAt : version };
}

function changed(question: Question, event: Later): Question {
  switch (event.type) {
    case 'questionWentOn': {
      const left = withLast(question, { left: event.why, remindAt: null });
      return { ...left, asked: [...left.asked, newlyAsked(event)] };
    }
    case 'questionLeftOver':
      return { ...withLast(question, { left: event.why, remindAt: null }), state: 'team' };
    case 'questionReminded':
      return withLast(question, { remindAt: null });
    case 'questionReached':
      return {
        ...question,
        asked: question.asked.map((one) => (one.who.email === event.to.email ? { ...one, reach: event.reach } : one)),
      };
    case 'moreTimeAsked':
      return withLast(question, { due: event.due, remindAt: event.remindAt, moreTime: true });
    case 'questionAnswered': {
      const { id, by, at, recordedBy } = event;
      return { ...question, state: 'answered', answers: [...question.answers, { id, by, at, recordedBy }] };
    }
    case 'questionWithdrawn':
      return { ...question, state: 'withdrawn' };
  }
}

/** A card that somebody else may be typing on is left alone. */
function workAfter(d: Dialogue, event: At): Dialogue['work'] {
  if (event.type === 'questionAnswered' && event.card) return newWork(d, holderOf(d.stage));
  return 'clicked' in event && event.clicked ? changedWork(d) : d.work;
}

function withLast(question: Question, change: Partial<Asked>): Question {
  const last = question.asked.length - 1;
  return { ...question, asked: question.asked.map((one, index) => (index === last ? { ...one, ...change } : one)) };
}

function newlyAsked({ to, at, due, remindAt }: Pick<Asked, 'at' | 'due' | 'remindAt'> & { to: Asked['who'] }): Asked {
  return { who: to, at, due, remindAt, reach: { in: 'chat' }, moreTime: false, left: null };
}
