import { type Person } from '../people.ts';
import { type TeamDecision, type TeamFacts } from '../team/messages.ts';
import { agreementOf, LONGEST_AGREEMENT, mayAgree } from './agreement.ts';
import { type Evaluated } from './evaluated.ts';
import { changesBetween, differences, MOST_CHANGES } from './instruction-changes.ts';
import { type Snapshot } from './instruction-snapshot.ts';
import { type EvaluationCommand, type EvaluationEvent, type EvaluationRefusal } from './messages.ts';
import { maySubscribe, subscriptionOf } from './report-subscription.ts';

type Asked<T extends EvaluationCommand['type']> = Extract<EvaluationCommand, { readonly type: T }>;

const NOTHING: TeamDecision = { events: [], refusal: null };

/** What a command does to what the team keeps of looking back. */
export function decideEvaluation(state: Evaluated, command: EvaluationCommand, facts: TeamFacts): TeamDecision {
  switch (command.type) {
    case 'seeInstruction':
      return see(state.instruction, command.snapshot);
    case 'agree':
      return agree(state, command);
    case 'switchReport':
      return switchReport(state, command);
    case 'reportDue':
      return due(state, command, facts);
    case 'reportRefused':
      return subscriptionOf(state.reports, { name: '', email: command.email }) === null
        ? NOTHING
        : happen({ type: 'reportUnreached', email: command.email, about: command.about });
  }
}

/** However many instances start with the same settings, the second finds nothing different. */
function see(known: Snapshot | null, snapshot: Snapshot): TeamDecision {
  if (known === null) return happen({ type: 'instructionSeen', snapshot });
  const all = changesBetween(known, snapshot);
  if (all.length === 0) return NOTHING;
  const changes = all.slice(0, MOST_CHANGES);
  const values = differences(known, snapshot);
  return happen({ type: 'instructionChanged', changes, more: all.length - changes.length, values });
}

function agree({ agreements }: Evaluated, { by, month, text: typed }: Asked<'agree'>): TeamDecision {
  const text = typed.trim();
  if (!mayAgree(by)) return refuse({ code: 'may-not-agree' });
  if (text === '') return refuse({ code: 'empty-agreement' });
  const over = text.length - LONGEST_AGREEMENT;
  if (over > 0) return refuse({ code: 'long-agreement', over, limit: LONGEST_AGREEMENT });
  return agreementOf(agreements, month)?.text === text
    ? NOTHING
    : happen({ type: 'agreed', by: named(by), month, text });
}

function switchReport({ reports }: Evaluated, { by, on, week, begun }: Asked<'switchReport'>): TeamDecision {
  if (!maySubscribe(by)) return refuse({ code: 'may-not-report' });
  const stands = subscriptionOf(reports, by) !== null;
  if (on === stands) return refuse({ code: on ? 'report-on-already' : 'report-not-on' });
  return happen(
    on ? { type: 'reportOn', who: named(by), told: begun ? week : '' } : { type: 'reportOff', who: named(by) },
  );
}

/** To all who asked for it and did not get it this week; who has another role now gets none, and is not looked at again. */
function due({ reports }: Evaluated, { week, about }: Asked<'reportDue'>, { settings }: TeamFacts): TeamDecision {
  const owed = reports.filter(({ told }) => told !== week);
  const to = owed
    .filter(({ who }) => settings.team.some((member) => member.email === who.email && maySubscribe(member)))
    .map(({ who }) => who);
  return owed.length === 0 ? NOTHING : happen({ type: 'reportFell', to, week, about });
}

function named({ name, email }: Person): Person {
  return { name, email };
}

function happen(event: EvaluationEvent): TeamDecision {
  return { events: [event], refusal: null };
}

function refuse(refusal: EvaluationRefusal): TeamDecision {
  return { events: [], refusal };
}
