import { hasRole, type Person } from '../../people.ts';
import { address, approversFor, attending } from '../attending.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Announcement } from '../messages.ts';
import { waitsFor } from '../waits-for.ts';
import { type ClockEvent } from './clock-events.ts';

const EMPTY = { by: null, post: null, before: null, after: null };

/** Whom time reminds, and of what. Nobody on duty: who coordinates the team must know. */
export function remindersOf(event: ClockEvent, after: Dialogue, facts: Facts): readonly Announcement[] {
  switch (event.type) {
    case 'claimReminded':
      return address([event.by], {
        ...EMPTY,
        what: 'claim-reminder',
        ...(event.until === null ? {} : { until: event.until }),
      });
    case 'claimExpired':
      return address([event.by, ...onDuty(facts)], { ...EMPTY, what: 'claim-expired' });
    case 'nudged':
      // The closing list of the storm tells it.
      if (event.storm !== undefined) return [];
      return event.what === 'soon'
        ? address(whoCanAct(after, facts), { ...EMPTY, what: 'due-soon' })
        : address(someone(onDuty(facts), facts), { ...EMPTY, what: 'due-late' });
    case 'standByCalled':
      return event.people.length === 0 ? nobodyStandsBy(facts) : [];
    case 'standByUnreached':
      return nobodyStandsBy(facts);
    case 'becameLate':
    case 'claimResumed':
    case 'standByTold':
      return [];
  }
}

function whoCanAct(after: Dialogue, facts: Facts): readonly Person[] {
  const approvers = waitsFor(after) === 'approval' ? approversFor(after, facts) : [];
  return someone(approvers.length > 0 ? approvers : attending(after, facts), facts);
}

function onDuty(facts: Facts): readonly Person[] {
  return facts.onDuty(facts.at);
}

function nobodyStandsBy(facts: Facts): readonly Announcement[] {
  return address(someone([], facts), { ...EMPTY, what: 'stand-by-unreached' });
}

/** Nobody to tell: who coordinates the team; without such a person everybody in it. */
function someone(them: readonly Person[], { settings }: Facts): readonly Person[] {
  if (them.length > 0) return them;
  const coordinators = settings.team.filter((member) => hasRole(member, 'coordinator'));
  return coordinators.length > 0 ? coordinators : settings.team.filter((member) => hasRole(member, 'webcare'));
}
