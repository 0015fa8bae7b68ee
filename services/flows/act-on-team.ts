import { decideTeam } from '../domain/team/decide-team.ts';
import { evolveTeam } from '../domain/team/evolve-team.ts';
import { type TeamCommand, type TeamFacts, type TeamHappened, type TeamRefusal } from '../domain/team/messages.ts';
import { type Team } from '../domain/team/team.ts';
import { linesOf } from '../domain/team/lines-of.ts';
import { Fault } from '../ports/fault.ts';
import { countRefusal } from './count-refusal.ts';
import { type World } from './world.ts';

/** What came of a command; `team` as it is now. `did`: this very call changed it. */
export interface ActedOnTeam {
  readonly team: Team;
  readonly refusal: TeamRefusal | null;
  readonly did: boolean;
}

/** The team was changed by others this often in a row: something is wrong beyond a race of people. */
const TRIES = 40;

/**
 * Decide and store, anew as long as others were first, as `actOnDialogue` does. `operation` is the click or activity:
 * repeated, it changes nothing, and that the first time did what the second is refused is no refusal.
 */
export async function actOnTeam(
  world: World,
  command: TeamCommand,
  { operation = null }: { readonly operation?: string | null } = {},
): Promise<ActedOnTeam> {
  const { teamStore, teamView } = world;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await teamStore.load();
    teamView.saw(before);
    const facts = teamFactsNow(world);
    const { events, refusal } = decideTeam(before.team, command, facts);
    const echo = refusal !== null && operation !== null && (await teamStore.wasDone(operation));
    if (refusal !== null && !echo && operation !== null) countRefusal(world, refusal.code);
    if (refusal !== null || events.length === 0)
      return { team: before.team, refusal: echo ? null : refusal, did: false };
    const happened = events.map((event): TeamHappened => ({ ...event, at: facts.at }));
    const after = happened.reduce(evolveTeam, before.team);
    const lines = happened.flatMap(linesOf);
    const outcome = await teamStore.commit({ before, after, events: happened, lines, operation });
    if (outcome.outcome === 'repeated') return { team: await teamView.refresh(), refusal: null, did: false };
    if (outcome.outcome === 'committed') {
      teamView.saw(outcome.stored);
      return { team: after, refusal: null, did: true };
    }
  }
  throw new Fault('tables', `The team's state changed ${TRIES} times while it was being decided upon: try again`);
}

/** The facts of this very moment. */
export function teamFactsNow({ clock, settings, calendar }: World): TeamFacts {
  return {
    at: clock.now(),
    settings,
    openHours: (from, until) => calendar.openHours(from, until),
    shifts: calendar.shifts,
  };
}
