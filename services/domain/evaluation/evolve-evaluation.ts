import { type Instant } from '../instant.ts';
import { withAgreement } from './agreement.ts';
import { type Evaluated } from './evaluated.ts';
import { withDifferences } from './instruction-changes.ts';
import { type EvaluationEvent } from './messages.ts';
import { type ReportSubscription } from './report-subscription.ts';

/** What the team keeps of looking back, after an event. */
export function evolveEvaluation(state: Evaluated, event: EvaluationEvent & { readonly at: Instant }): Evaluated {
  switch (event.type) {
    case 'instructionSeen':
      return { ...state, instruction: event.snapshot };
    case 'instructionChanged':
      return { ...state, instruction: withDifferences(state.instruction ?? {}, event.values) };
    case 'agreed': {
      const { month, text, by, at } = event;
      return { ...state, agreements: withAgreement(state.agreements, { month, text, by, at }) };
    }
    case 'reportOn': {
      const { who, told, at } = event;
      return { ...state, reports: [...without(state, who.email), { who, since: at, told, refused: null }] };
    }
    case 'reportOff':
      return { ...state, reports: without(state, event.who.email) };
    case 'reportFell': {
      const emails = new Set(event.to.map(({ email }) => email));
      const { week } = event;
      return each(state, (one) => ({ ...one, told: week, refused: emails.has(one.who.email) ? null : one.refused }));
    }
    case 'reportUnreached': {
      const { email, about } = event;
      return each(state, (one) => (one.who.email === email ? { ...one, refused: about } : one));
    }
  }
}

function without({ reports }: Evaluated, email: string): readonly ReportSubscription[] {
  return reports.filter(({ who }) => who.email !== email);
}

function each(state: Evaluated, change: (one: ReportSubscription) => ReportSubscription): Evaluated {
  return { ...state, reports: state.reports.map(change) };
}
