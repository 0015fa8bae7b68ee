import assert from 'node:assert/strict';
import { decideTeam } from '../../services/domain/team/decide-team.ts';
import { evolveTeam } from '../../services/domain/team/evolve-team.ts';
import {
  type TeamCommand,
  type TeamDecision,
  type TeamEvent,
  type TeamFacts,
  type TeamRefusal,
} from '../../services/domain/team/messages.ts';
import { NEW_TEAM, type Team } from '../../services/domain/team/team.ts';
import { type TeamLine } from '../../services/domain/team/team-line.ts';
import { linesOf } from '../../services/domain/team/lines-of.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { factsAt, settings, TUESDAY_TEN } from './dialogue-facts.ts';

const calendar = createCalendar(settings);

/** A team at a moment, Tuesday ten o'clock at first; ask something of it with `when`, and go on with what `then` gives. */
export function givenTeam(...past: readonly TeamEvent[]): GivenTeam {
  return new GivenTeam(NEW_TEAM, { ...factsAt(TUESDAY_TEN), shifts: calendar.shifts }).after(...past);
}

export class GivenTeam {
  readonly team: Team;
  readonly facts: TeamFacts;

  constructor(team: Team, facts: TeamFacts) {
    this.team = team;
    this.facts = facts;
  }

  after(...past: readonly TeamEvent[]): GivenTeam {
    const { at } = this.facts;
    return new GivenTeam(
      past.reduce<Team>((team, event) => evolveTeam(team, { ...event, at }), this.team),
      this.facts,
    );
  }

  at(at: Instant): GivenTeam {
    return new GivenTeam(this.team, { ...this.facts, at });
  }

  when(command: TeamCommand): WhenTeam {
    return new WhenTeam(this, decideTeam(this.team, command, this.facts));
  }
}

export class WhenTeam {
  private readonly before: GivenTeam;
  private readonly decision: TeamDecision;

  constructor(before: GivenTeam, decision: TeamDecision) {
    this.before = before;
    this.decision = decision;
  }

  /** These events and no others, by their types. */
  then(...expected: readonly TeamEvent['type'][]): GivenTeam {
    assert.deepEqual(this.decision.refusal, null);
    assert.deepEqual(
      this.decision.events.map(({ type }) => type),
      expected,
    );
    return this.before.after(...this.decision.events);
  }

  thenRefused(code: TeamRefusal['code']): TeamRefusal {
    assert.deepEqual(this.decision.events, []);
    assert.equal(this.decision.refusal?.code, code);
    assert.ok(this.decision.refusal);
    return this.decision.refusal;
  }

  events(): readonly TeamEvent[] {
    return this.decision.events;
  }

  /** The messages that go out with it. */
  lines(): readonly TeamLine[] {
    return this.decision.events.flatMap((event) => linesOf({ ...event, at: this.before.facts.at }));
  }
}
