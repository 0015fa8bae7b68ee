import assert from 'node:assert/strict';
import { announcementsOf } from '../../services/domain/dialogue/announcements.ts';
import { decide } from '../../services/domain/dialogue/decide.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { evolve, evolveAll } from '../../services/domain/dialogue/evolve.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import {
  type Announcement,
  type Command,
  type Decision,
  type DialogueEvent,
} from '../../services/domain/dialogue/messages.ts';
import { type Refusal } from '../../services/domain/dialogue/refusal.ts';
import { type Duration, type Instant } from '../../services/domain/instant.ts';
import { factsAt, type Name, TUESDAY_TEN } from './dialogue-facts.ts';
import { opened } from './happened.ts';

/** An event, or one that depends on the dialogue so far: what was frozen depends on what was written. */
export type Past = DialogueEvent | ((dialogue: Dialogue, facts: Facts) => DialogueEvent);
/** A command, or one as a person reads it off the current card: with its version and the hash of its text. */
export type Ask = Command | ((dialogue: Dialogue, facts: Facts) => Command);
/** An event's type, or some of its fields. */
export type Expected = DialogueEvent['type'] | ({ readonly type: DialogueEvent['type'] } & Record<string, unknown>);

/** A dialogue in which this happened. Without `opened` in front it begins with a question from Jisp to @GemWormerland. */
export function given(...past: readonly Past[]): Given {
  const begins = typeof past[0] === 'object' && ['opened', 'begun'].includes(past[0].type);
  return new Given(null, factsAt(TUESDAY_TEN)).after(...(begins ? past : [opened(), ...past]));
}

/** A dialogue that begins at this moment instead of at ten. */
export function givenAt(moment: Instant, ...past: readonly Past[]): Given {
  return new Given(null, factsAt(moment)).after(...past);
}

/** A dialogue at a moment: ask something of it with `when`, and go on with what `then` gives. */
export class Given {
  private readonly state: Dialogue | null;
  readonly facts: Facts;

  constructor(state: Dialogue | null, facts: Facts) {
    this.state = state;
    this.facts = facts;
  }

  get dialogue(): Dialogue {
    assert.ok(this.state, 'nothing happened yet');
    return this.state;
  }

  /** More that happened, at this same moment. */
  after(...past: readonly Past[]): Given {
    const state = past.reduce<Dialogue | null>((before, one) => {
      const event = typeof one === 'function' ? one(before as Dialogue, this.facts) : one;
      return evolve(before, { ...event, at: this.facts.at });
    }, this.state);
    return new Given(state, this.facts);
  }

  at(moment: Instant): Given {
    return this.with({ at: moment });
  }

  later(by: Duration): Given {
    return this.at(this.facts.at + by);
  }

  onDuty(...names: readonly Name[]): Given {
    const roster = factsAt(0, names);
    return this.with({ onDuty: (at) => roster.onDuty(at) });
  }

  with(facts: Partial<Facts>): Given {
    return new Given(this.state, { ...this.facts, ...facts });
  }

  when(ask: Ask): When {
    const command = typeof ask === 'function' ? ask(this.dialogue, this.facts) : ask;
    return new When(this, command, decide(this.state, command, this.facts));
  }

  /** Looks at the dialogue without leaving the sentence. */
  look(check: (dialogue: Dialogue) => void): this {
    check(this.dialogue);
    return this;
  }
}

/** What came of a command; each `then…` checks it and gives the dialogue as it is now. */
export class When {
  private readonly before: Given;
  private readonly command: Command;
  private readonly decision: Decision;
  private readonly now: Given;
  readonly refusal: Refusal | null;
  readonly types: readonly DialogueEvent['type'][];
  /** The new lines in the thread, in order. */
  readonly announcements: readonly Announcement[];

  constructor(before: Given, command: Command, decision: Decision) {
    this.before = before;
    this.command = command;
    this.decision = decision;
    this.refusal = decision.refusal;
    this.types = decision.events.map(({ type }) => type);
    const { facts, dialogue } = before;
    const after = decision.events.length
      ? evolveAll(
          dialogue,
          decision.events.map((event) => ({ ...event, at: facts.at })),
        )
      : dialogue;
    this.now = new Given(after, facts);
    this.announcements = decision.events.flatMap((event) => announcementsOf(event, after, facts));
  }

  /** Exactly these events, in this order, and no refusal. */
  then(...expected: readonly Expected[]): Given {
    assert.equal(this.refusal, null, `${this.command.type}: ${JSON.stringify(this.refusal)}`);
    return this.events(expected);
  }

  thenNothing(): Given {
    return this.then();
  }

  /** As it is now, refused or not. */
  get after(): Given {
    return this.now;
  }

  /** Whatever happened, it was not refused. */
  thenTaken(): Given {
    assert.equal(this.refusal, null, `${this.command.type}: ${JSON.stringify(this.refusal)}`);
    return this.now;
  }

  /** This refusal, and nothing but a text that is kept. */
  thenRefused(code: Refusal['code'], fields: Record<string, unknown> = {}, ...kept: readonly Expected[]): Given {
    const { refusal } = this;
    assert.equal(refusal?.code, code, `${this.command.type} in ${this.before.dialogue.stage.name}`);
    assertHas(refusal, fields, `the refusal ${code}`);
    return this.events(kept);
  }

  /** The new lines in the thread, as `what` and to whom by first name: `['taken-over', 'Bram']`. */
  thenTold(...expected: readonly (readonly [Announcement['what'], ...Name[]])[]): Given {
    const told = this.announcements.map(({ what, to }) => [what, ...to.map(({ name }) => name.split(' ')[0])]);
    assert.deepEqual(told, expected);
    return this.now;
  }

  private events(expected: readonly Expected[]): Given {
    const { events } = this.decision;
    const types = expected.map((one) => (typeof one === 'string' ? one : one.type));
    assert.deepEqual(this.types, types, `${this.command.type} in ${this.before.dialogue.stage.name}`);
    expected.forEach((one, index) => {
      if (typeof one === 'object') assertHas(events[index], one, one.type);
    });
    return this.now;
  }
}

function assertHas(actual: unknown, fields: Record<string, unknown>, what: string): void {
  const has = actual as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) {
    if (isFields(value) && isFields(has[key])) assertHas(has[key], value, `${what}.${key}`);
    else assert.deepEqual(has[key], value, `${what}.${key}`);
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
