import assert from 'node:assert/strict';
import { decideElapse } from '../../services/domain/dialogue/by-time/elapse.ts';
import { TIME_RULES } from '../../services/domain/dialogue/by-time/time-rules.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { type DialogueEvent, type Happened } from '../../services/domain/dialogue/messages.ts';
import { questionsOf } from '../../services/domain/dialogue/questions/question.ts';
import { nextWake } from '../../services/domain/dialogue/wake.ts';

/** What its holder does that shows work, or what kept them from it; told from the words of the issue, apart from what the product remembers. */
const DEEDS: ReadonlySet<DialogueEvent['type']> = new Set([
  'claimed',
  'tookOver',
  'followedUp',
  'kept',
  'submitted',
  'amended',
  'sentBack',
  'stopped',
  'wentPublic',
  'notPlaced',
  'misplaced',
  'revealed',
  'handedOver',
  'holdingKept',
  'promised',
  'cameBack',
  'claimResumed',
  'published',
  'questionAsked',
]);

/** What ends the waiting for a colleague, where anybody waited: a question that nobody was asked any more changes nothing. */
const NEWS_OF_QUESTIONS: ReadonlySet<DialogueEvent['type']> = new Set([
  'questionAnswered',
  'questionWithdrawn',
  'questionLeftOver',
]);

/** What must always be true of what time does, known from the events alone. */
export class ClockLaws {
  private readonly told = new Set<string>();
  /** Since the last work on it. */
  private reminded = false;
  nudges = 0;
  expiries = 0;

  watch(before: Dialogue, event: Happened, facts: Facts): void {
    const ended = event.type === 'answeredOutside' && before.promise?.holding === true;
    const waited = questionsOf(before).some(({ state }) => state === 'open');
    const heard = waited && NEWS_OF_QUESTIONS.has(event.type);
    if (DEEDS.has(event.type) || heard || ended) this.reminded = false;
    switch (event.type) {
      case 'nudged':
        this.nudges += 1;
        this.once(`${event.what} ${event.due}`);
        assert.equal(event.due, before.due, 'a nudge for another time');
        assert.ok(event.what === 'late' ? event.at >= event.due : event.at < event.due, `${event.what} at ${event.at}`);
        isOpen(facts, event.type);
        break;
      case 'becameLate':
        this.once(`root ${event.due}`);
        assert.ok(event.at >= event.due);
        break;
      case 'claimReminded':
        assert.ok(!this.reminded, 'reminded twice of the same claim');
        this.reminded = true;
        isHeldAndFree(before, event.type);
        isOpen(facts, event.type);
        break;
      case 'claimExpired':
        assert.ok(this.reminded, 'ended without a reminder');
        assert.equal(before.stage.name, 'claimed', 'what came back, or waits, was taken away');
        this.expiries += 1;
        isOpen(facts, event.type);
        break;
      default:
    }
  }

  private once(what: string): void {
    assert.ok(!this.told.has(what), `told twice: ${what}`);
    this.told.add(what);
  }
}

/** A moment that is now makes something happen, and what is to happen later does not happen now. */
export function clockGoesOn(now: Dialogue, facts: Facts): void {
  const due = TIME_RULES.some((rule) => rule.then !== null && (rule.next(now, facts) ?? Infinity) <= facts.at);
  assert.equal(decideElapse(now, facts).events.length > 0, due, 'a moment that does nothing, or does too early');
  const wake = nextWake(now, facts);
  if (wake === null || wake <= facts.at) return;
  assert.equal(nextWake(now, { ...facts, at: wake - 1 }), wake, 'the moment moves as time passes');
}

function isHeldAndFree({ stage }: Dialogue, what: string): void {
  assert.ok(stage.name === 'claimed' || (stage.name === 'drafted' && stage.hitch !== null), `${what} while it waits`);
}

function isOpen(facts: Facts, what: string): void {
  assert.equal(facts.openHours(facts.at, facts.at + 1).length, 1, `${what} outside opening hours`);
}
