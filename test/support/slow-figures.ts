import { evolve } from '../../services/domain/dialogue/evolve.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { nothingToAnswer } from '../../services/domain/dialogue/what-to-answer.ts';
import { type Instant, MINUTE } from '../../services/domain/instant.ts';
import { officeHours } from './dialogue-facts.ts';

/** One contact as a person with paper and pencil would keep it, crossing out as it goes. */
export interface Noted {
  from: Instant;
  kind: string;
  due: Instant | null;
  first: Instant | null;
  answer: Instant | null;
  byHand: boolean;
  way: string;
  left: Instant | null;
  why: string;
  promises: Instant[];
  answersBeforeNext: (Instant | null)[];
}

/**
 * The contacts of a history by the rules in words, written apart from the product and without care for speed: one page per
 * contact; each event is looked up in a list of what it does to the last page.
 */
export function pages(history: readonly Happened[]): readonly Noted[] {
  const notes: Noted[] = [];
  let was: Dialogue | null = null;
  for (const event of history) {
    const is: Dialogue = evolve(was, event);
    const page = notes.at(-1);
    const closed = page !== undefined && (page.answer !== null || page.left !== null);
    const turn = (from: Instant): void => {
      notes.push({
        ...{ from, kind: is.kind, due: is.due, first: null, answer: null, byHand: false, way: '' },
        ...{ left: null, why: '', promises: [], answersBeforeNext: [] },
      });
    };
    const answer = (at: Instant, way: string, byHand: boolean): void => {
      if (page === undefined || closed) return;
      page.first ??= at;
      Object.assign(page, { answer: at, way, byHand });
    };
    const reopen = (): void => {
      if (page === undefined || !closed) return;
      if (page.promises.length === 0 || page.first === page.answer) page.first = null;
      Object.assign(page, { answer: null, left: null, due: page.due ?? is.due });
    };
    const newest = Math.max(
      ...is.posts.filter((p) => p.from === 'citizen' && !p.thanks && !p.gone).map((p) => p.edited?.at ?? p.at),
    );
    switch (event.type) {
      case 'opened':
        turn(event.post.at);
        break;
      case 'received':
        if (closed && !event.post.thanks && !['answered', 'closed', 'setAside'].includes(is.stage.name))
          turn(event.post.at);
        break;
      case 'followedUp':
        if (closed) turn(newest);
        break;
      case 'published':
        if (event.receipt.holds === undefined) answer(event.receipt.at, event.receipt.channel ?? 'public', false);
        else if (page !== undefined && !closed) {
          page.first ??= event.receipt.at;
          if (page.promises.length > 0) page.answersBeforeNext.push(event.receipt.at);
          page.promises.push(event.receipt.holds);
        }
        break;
      case 'answeredOutside':
        answer(event.receipt.at, 'outside', false);
        if (event.due !== null && !closed) turn(newest);
        break;
      case 'finished':
        if (event.outcome === 'department' && page !== undefined && !closed)
          Object.assign(page, { left: event.at, why: 'department' });
        else if (event.outcome !== 'department') answer(event.at, event.outcome, true);
        break;
      case 'wasSetAside':
        if (page !== undefined && !closed) Object.assign(page, { left: event.at, why: `aside ${event.reason}` });
        break;
      case 'passedOn':
        if (page !== undefined && !closed) Object.assign(page, { left: event.at, why: 'department' });
        break;
      case 'postGone':
        if (page !== undefined && !closed && page.due !== null && is.due === null && nothingToAnswer(is))
          Object.assign(page, { left: event.at, why: 'gone' });
        break;
      case 'reopened':
        if (page !== undefined && page.answer !== null && !page.byHand) turn(event.at);
        else reopen();
        break;
      case 'removed': {
        const off = was?.receipts.find(({ id }) => id === event.receipt);
        if (was?.stage.name === 'answered' && is.stage.name === 'waiting') reopen();
        else if (page !== undefined && off?.holds !== undefined && page.first === off.at) page.first = page.answer;
        break;
      }
      default:
        break;
    }
    const last = notes.at(-1);
    if (last !== undefined && last.answer === null && last.left === null) {
      last.kind = is.kind;
      const moved = was?.due !== is.due && !['reopened', 'removed'].includes(event.type);
      if (moved && last.first === null) last.due = is.due;
    }
    was = is;
  }
  return notes;
}

/** Opening minutes by walking through every minute. Moments on whole minutes only differ by what begins in between. */
export function minutesBetween(from: Instant, until: Instant): number {
  let open = 0;
  for (const hours of officeHours(from, until)) open += hours.until - hours.from;
  return Math.floor(open / MINUTE);
}

/** Binnen norm, by the words of the definition. */
export function normOf(notes: readonly Noted[], now: Instant): Record<'onTime' | 'late' | 'missed', number> {
  const due = notes.filter((one) => one.due !== null && one.due <= now);
  const judged = due.filter((one) => !(one.first === null && one.left !== null && one.left <= one.due!));
  return {
    onTime: judged.filter(({ first, due: until }) => first !== null && first <= until!).length,
    late: judged.filter(({ first, due: until }) => first !== null && first > until!).length,
    missed: judged.filter(({ first }) => first === null).length,
  };
}

/** Toezeggingen: kept when the answer came by then, broken when it did not and the moment passed while it stood. */
export function promisesOf(notes: readonly Noted[], now: Instant): Record<'kept' | 'broken', number> {
  let kept = 0;
  let broken = 0;
  for (const { promises, answersBeforeNext, answer, left } of notes)
    for (const [n, moment] of promises.entries()) {
      const further = answersBeforeNext[n];
      if (further !== undefined) broken += moment < further! ? 1 : 0;
      else if (answer !== null && answer <= moment) kept += 1;
      else if (answer !== null) broken += 1;
      else if (moment <= (left ?? now)) broken += 1;
    }
  return { kept, broken };
}

/** The estimator of Kaplan and Meier by its definition: at each minute the share of those still waiting that is answered then. */
export function slowQuantile(answered: readonly number[], unanswered: readonly number[], q: number): number | null {
  let waiting = 1;
  for (const minute of [...new Set(answered)].sort((one, other) => one - other)) {
    const atRisk = [...answered, ...unanswered].filter((one) => one >= minute).length;
    waiting *= (atRisk - answered.filter((one) => one === minute).length) / atRisk;
    if (waiting <= 1 - q + 1e-9) return minute;
  }
  return null;
}
