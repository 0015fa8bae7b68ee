import { hasRole, type Member, type Person } from '../people.ts';
import { decideReportPlaced, frozen } from './decide-by-hand.ts';
import { happen, refuse } from './decision.ts';
import { departmentNeeded } from './department-yes/decide-department.ts';
import { mayApprove, stillCounts, whoseYes } from './department-yes/whose-yes.ts';
import { type Dialogue, samePerson, type Stage } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { frozenMatter } from './frozen-matter.ts';
import { type Decision, type DialogueEvent, type PersonCommand } from './messages.ts';
import { standingYes } from './publication.ts';
import { checkText, conceptOf, freeze, mayPlaceAlone } from './reply-text.ts';
import { unread, whatChanged } from './what-changed.ts';

type Drafted = Extract<Stage, { name: 'drafted' }>;

type DraftCommand = Extract<
  PersonCommand,
  { type: 'amend' | 'amendAndPlace' | 'approve' | 'retry' | 'reportPlaced' | 'sendBack' }
>;

/** What is asked of a text that waits for a yes, or that came back from the network. */
export function decideDraft(dialogue: Dialogue, stage: Drafted, command: DraftCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'amend':
    case 'amendAndPlace':
      return decideAmend(dialogue, stage, command, facts);
    case 'approve':
      return noYes(dialogue, command, facts) ?? decideFreeze(dialogue, stage, command.hash, command.by, facts);
    case 'retry':
      return decideRetry(dialogue, stage, command, facts);
    case 'reportPlaced':
      return decideReportPlaced(dialogue, stage, command, facts);
    case 'sendBack':
      if (mayChange(dialogue, stage, command.by, facts)) {
        return happen({ type: 'sentBack', by: person(command.by), remark: command.remark.trim() });
      }
      return refuse({ code: 'no-role', role: 'approver' });
  }
}

/**
 * Anyone who wrote, holds or may approve the text may correct it. Placing it in the same step takes an approver, or, for
 * a text that came back, who holds the dialogue and may place alone.
 */
function decideAmend(
  dialogue: Dialogue,
  stage: Drafted,
  command: Extract<DraftCommand, { text: string }>,
  facts: Facts,
): Decision {
  const place = command.type === 'amendAndPlace';
  if (!samePerson(stage.submittedBy, command.by) && !mayChange(dialogue, stage, command.by, facts))
    return refuse({ code: 'not-yours', who: stage.by.name });
  const concept = conceptOf(dialogue, command, facts);
  const wrong = (place ? unread(dialogue, command.seen) : null) ?? checkText(dialogue, concept, facts);
  if (wrong !== null) return refuse(wrong);
  const alone = stage.hitch !== null && mayHolderPlaceAlone(dialogue, stage, command.by, concept.text, facts);
  const no = place && !alone ? noYes(dialogue, command, facts) : null;
  const freezes = place && no === null;
  const before = dialogue.concept?.text ?? '';
  const amended: DialogueEvent[] =
    concept.text === before && concept.channel === dialogue.concept?.channel
      ? []
      : [{ type: 'amended', concept, before, asksAgain: stage.hitch !== null && !freezes }];
  if (!freezes) return { events: amended, refusal: no?.refusal ?? null };
  const publication = freeze(dialogue, concept, stage.submittedBy, command.by, facts);
  return happen(...amended, ...frozen(dialogue, publication, facts.settings));
}

function decideFreeze(dialogue: Dialogue, stage: Drafted, hash: string, approvedBy: Person, facts: Facts): Decision {
  if (hash !== facts.fingerprint(frozenMatter(dialogue))) return refuse({ code: whatChanged(dialogue) });
  const concept = dialogue.concept ?? { text: '' };
  const wrong = checkText(dialogue, concept, facts);
  if (wrong !== null) return refuse(wrong);
  const publication = freeze(dialogue, concept, stage.submittedBy, approvedBy, facts);
  return happen(...frozen(dialogue, publication, facts.settings));
}

/** The identical text once more. A yes that was given stands, unless the citizen wrote in the meantime or somebody stopped it. */
function decideRetry(
  dialogue: Dialogue,
  stage: Drafted,
  command: Extract<DraftCommand, { type: 'retry' }>,
  facts: Facts,
): Decision {
  const { hitch } = stage;
  if (hitch === null) return refuse({ code: 'not-now', stage: stage.name });
  const { by, hash } = command;
  const yes = standingYes(hitch, hash);
  if (yes !== null && samePerson(stage.by, by) && stillCounts(dialogue, yes, facts.settings))
    return decideFreeze(dialogue, stage, hash, yes, facts);
  const alone = mayHolderPlaceAlone(dialogue, stage, by, dialogue.concept?.text ?? '', facts);
  return (alone ? null : noYes(dialogue, command, facts)) ?? decideFreeze(dialogue, stage, hash, by, facts);
}

function mayHolderPlaceAlone(dialogue: Dialogue, stage: Drafted, by: Member, text: string, facts: Facts): boolean {
  return samePerson(stage.by, by) && mayPlaceAlone(dialogue, by, text, facts.settings);
}

function noYes(dialogue: Dialogue, command: PersonCommand, { settings }: Facts): Decision | null {
  if (mayApprove(dialogue, command.by, settings)) return null;
  if (whoseYes(dialogue, settings).who === 'department') return refuse(departmentNeeded(dialogue, settings));
  const own = dialogue.stage.name === 'drafted' && samePerson(dialogue.stage.submittedBy, command.by);
  return refuse(own ? { code: 'own-text' } : { code: 'no-role', role: 'approver' });
}

/** Who holds it, who may say yes, and any approver: a text that is changed or sent back is not placed by that. */
function mayChange(dialogue: Dialogue, stage: Drafted, by: Member, { settings }: Facts): boolean {
  return samePerson(stage.by, by) || mayApprove(dialogue, by, settings) || isOtherApprover(stage, by);
}

function isOtherApprover(stage: Drafted, by: Member): boolean {
  return hasRole(by, 'approver') && !hasRole(by, 'trainee') && !samePerson(stage.submittedBy, by);
}

function person({ name, email }: { readonly name: string; readonly email: string }): { name: string; email: string } {
  return { name, email };
}
