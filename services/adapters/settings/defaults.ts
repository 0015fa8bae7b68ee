import { DAY } from '../../domain/instant.ts';
import { type Instruction } from '../../domain/work-instruction/instruction.ts';

/**
 * What `webcare.yml` may leave out of the work instruction, as it would be written there. The values are those of the
 * file that ships with the product: the practice of Oostzaan and Wormerland.
 */
export const DEFAULTS = {
  claim: { remindAfter: '20m', releaseAfter: '40m' },
  answer: { within: '4h', goal: 80 },
  question: { within: '4h', before: '30m' },
  undo: '15s',
  close: { after: '3d' },
  busy: { from: 15, per: '15m', never: ['vonk', '112', 'brand', 'gas', 'gewond', 'kind'] },
  approvalTopics: { politiek: 'Communicatie', pers: 'Communicatie', juridisch: 'approver' },
  noReplyReasons: [
    'mening zonder vraag',
    'compliment gelezen',
    'inwoners onder elkaar',
    'welles-nietes',
    'herhaling',
    'reclame',
    'ruis',
    'niet voor ons',
    'al beantwoord',
    'elders opgepakt',
    'bedreiging',
  ],
  holdingReply: 'Bedankt voor uw bericht. We zoeken het uit. U hoort {wanneer} van ons.',
  text:
    'Reageer op vragen, meldingen en klachten; laat meningen zonder vraag staan.\n' +
    'Antwoord openbaar, tenzij er persoonsgegevens nodig zijn. Vraag nooit om een BSN.\n' +
    'Bij twijfel: altijd overleg.',
} as const;

/** The kinds of message when the file names none. */
export const DEFAULT_KINDS = {
  vraag: { respond: true },
  melding: { respond: true },
  klacht: { respond: true, approval: true },
  compliment: { respond: 'may' },
  mening: { respond: false },
  overig: { respond: false },
  pers: { respond: true, ask: 'Communicatie', within: '15m', outsideHours: true },
  calamiteit: { respond: true, approval: true, within: '30m', outsideHours: true },
} as const;

const YEAR = 365 * DAY;

/** How long a dialogue of a kind is kept where the file does not say. */
export const DEFAULT_RETENTION: Readonly<Record<string, number>> = {
  vraag: YEAR,
  compliment: YEAR,
  mening: YEAR,
  overig: YEAR,
  melding: 5 * YEAR,
  klacht: 5 * YEAR,
  pers: 5 * YEAR,
  calamiteit: 5 * YEAR,
  unasked: 90 * DAY,
};

/** Defaults name a department that this municipality may not have: then nobody is asked, and an approver says yes. */
export function withoutUnknownDepartments(instruction: Instruction, departments: ReadonlySet<string>): Instruction {
  const kinds = Object.entries(instruction.kinds).map(
    ([kind, rule]) => [kind, rule.ask !== null && !departments.has(rule.ask) ? { ...rule, ask: null } : rule] as const,
  );
  const topics = Object.entries(instruction.approvalTopics).map(
    ([topic, who]) => [topic, departments.has(who) ? who : 'approver'] as const,
  );
  return { ...instruction, kinds: Object.fromEntries(kinds), approvalTopics: Object.fromEntries(topics) };
}
