import { type Instant, type Interval } from '../instant.ts';
import { hasRole, type Member } from '../people.ts';
import { type Settings } from '../work-instruction/instruction.ts';
import { type BusyDecision, happens, no } from './busy-decision.ts';
import { decideMany } from './decide-many.ts';
import { type BusyCommand, type BusyEvent } from './messages.ts';
import { currentStorm, phaseOf, type Storm, type Storms } from './storm.ts';

/** What a decision may know. */
export interface BusyFacts {
  readonly at: Instant;
  readonly settings: Settings;
  openHours(from: Instant, until: Instant): readonly Interval[];
}

/** What a command does to the storms: the bot proposes, a person decides. Pure. */
export function decideBusy(storms: Storms, command: BusyCommand, facts: BusyFacts): BusyDecision {
  switch (command.type) {
    case 'rateSeen':
      return happens(...decideRate(storms, command, facts));
    case 'switchBusyOn':
      return forRole(command.by, () => switchOn(currentStorm(storms, command.practice), command));
    case 'switchBusyOff':
      return forRole(command.by, () => switchOff(currentStorm(storms, command.practice), command.by));
    case 'callForHelp':
      return forRole(command.by, () => call(storms, command, facts.settings));
    case 'answerCall':
      return forRole(command.by, () => answer(storms, command));
    case 'stormDone': {
      const storm = storms.find(({ id }) => id === command.storm);
      const { per } = facts.settings.instruction.busy;
      return storm?.off == null || facts.at - storm.off.at < per
        ? happens()
        : happens({ type: 'stormDone', storm: storm.id });
    }
    case 'submitMany':
    case 'approveMany':
    case 'sendBackMany':
    case 'stopMany':
      return forRole(command.by, () => decideMany(storms, command, facts));
  }
}

/**
 * The bot proposes at `busy.from`, and to end (or takes its proposal back) at less than half of it, so that it does not
 * waver. Only while somebody is there to decide; the card that stands there changes at any hour.
 */
function decideRate(
  storms: Storms,
  { id, practice, rate }: Extract<BusyCommand, { type: 'rateSeen' }>,
  facts: BusyFacts,
): readonly BusyEvent[] {
  const { at, settings } = facts;
  const { from, per } = settings.instruction.busy;
  const storm = currentStorm(storms, practice);
  const busy = rate.count >= from;
  const calm = rate.count * 2 < from;
  if (storm === null) {
    const open = facts.openHours(at, at + 1).length > 0;
    // What is counted came before somebody switched it off, and they knew.
    const decided = storms.some((one) => one.practice === practice && one.off !== null && at - one.off.at < per);
    return busy && open && !decided ? [{ type: 'stormProposed', storm: id, practice, rate }] : [];
  }
  if (storm.on === null) return calm ? [{ type: 'stormLapsed', storm: storm.id }] : [];
  // The first `per` says nothing: what is counted came before it was switched on.
  if (storm.calmSince === null)
    return calm && at - storm.on.at >= per ? [{ type: 'stormCalm', storm: storm.id, since: at }] : [];
  return busy ? [{ type: 'stormCalm', storm: storm.id, since: null }] : [];
}

function switchOn(
  storm: Storm | null,
  { id, practice, by }: Extract<BusyCommand, { type: 'switchBusyOn' }>,
): BusyDecision {
  if (storm?.on != null) return no({ code: 'busy-already', who: storm.on.by.name, at: storm.on.at });
  return happens({ type: 'stormOn', storm: storm?.id ?? id, practice, by: person(by) });
}

function switchOff(storm: Storm | null, by: Member): BusyDecision {
  if (storm?.on == null) return no({ code: 'not-busy' });
  return happens({ type: 'stormOff', storm: storm.id, by: person(by) });
}

/** All of the team who answer citizens and are not there: who is there knows already. Once in a storm. */
function call(
  storms: Storms,
  { storm: id, by, onDuty }: Extract<BusyCommand, { type: 'callForHelp' }>,
  { team }: Settings,
): BusyDecision {
  const storm = storms.find((one) => one.id === id);
  if (storm === undefined || phaseOf(storm) !== 'on') return no({ code: 'storm-over' });
  if (storm.call !== null) return no({ code: 'called-already', who: storm.call.by.name, at: storm.call.at });
  const there = new Set([by, ...onDuty].map(({ email }) => email));
  const to = team.filter((member) => hasRole(member, 'webcare') && !there.has(member.email)).map(person);
  return to.length === 0
    ? no({ code: 'nobody-to-call' })
    : happens({ type: 'helpCalled', storm: id, by: person(by), to });
}

function answer(storms: Storms, { storm: id, by, helps }: Extract<BusyCommand, { type: 'answerCall' }>): BusyDecision {
  const storm = storms.find((one) => one.id === id);
  if (storm?.call == null) return no({ code: 'storm-over' });
  const said = storm.call.answers.find((one) => one.by.email === by.email);
  return said?.helps === helps ? happens() : happens({ type: 'callAnswered', storm: id, by: person(by), helps });
}

function forRole(by: Member, decide: () => BusyDecision): BusyDecision {
  return hasRole(by, 'webcare') ? decide() : no({ code: 'busy-role', role: 'webcare' });
}

function person({ name, email }: Member): { readonly name: string; readonly email: string } {
  return { name, email };
}
