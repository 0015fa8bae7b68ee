import { asHolder } from '../dialogue/decide-holding.ts';
import { type Instant } from '../instant.ts';
import { hasRole, type Member } from '../people.ts';
import { type BusyDecision, happens, no } from './busy-decision.ts';
import { manyState, type ManyText } from './many-text.ts';
import { type BusyCommand } from './messages.ts';
import { type Storms } from './storm.ts';

type ManyCommand = Extract<BusyCommand, { type: 'submitMany' | 'approveMany' | 'sendBackMany' | 'stopMany' }>;

/**
 * One text for many: always with a second pair of eyes, for what is wrong with it is wrong sixty times. What it says and
 * whom it is for are frozen when it is submitted; the texts themselves were measured before (`checkMany`).
 */
export function decideMany(storms: Storms, command: ManyCommand, { at }: { readonly at: Instant }): BusyDecision {
  const storm = storms.find(({ id }) => id === command.storm);
  if (storm === undefined) return no({ code: 'storm-over' });
  if (command.type === 'submitMany') {
    // A form works once.
    if (storm.texts.some(({ id }) => id === command.text)) return no({ code: 'many-not-now' });
    return submit(command, at);
  }
  const many = storm.texts.find(({ id }) => id === command.text);
  if (many === undefined) return no({ code: 'storm-over' });
  const { name, email } = command.by;
  const to = { storm: storm.id, text: many.id, by: { name, email } };
  switch (command.type) {
    case 'approveMany':
      return (
        mayNotDecide(many, command.by) ??
        (many.fingerprint === command.fingerprint
          ? happens({ type: 'manyApproved', ...to })
          : no({ code: 'many-changed' }))
      );
    case 'sendBackMany':
      return mayNotDecide(many, command.by) ?? happens({ type: 'manySentBack', ...to, remark: command.remark.trim() });
    case 'stopMany': {
      const involved = [many.by.email, many.approved?.by.email].includes(email) || hasRole(command.by, 'approver');
      if (!involved) return no({ code: 'busy-role', role: 'approver' });
      return manyState(many) === 'placing' ? happens({ type: 'manyStopped', ...to }) : no({ code: 'many-not-now' });
    }
  }
}

function submit(
  {
    storm,
    text,
    topic,
    municipality,
    template,
    targets,
    by,
    fingerprint,
  }: Extract<ManyCommand, { type: 'submitMany' }>,
  at: Instant,
): BusyDecision {
  if (template.trim() === '') return no({ code: 'many-empty' });
  if (targets.length === 0) return no({ code: 'many-nobody' });
  const holder = asHolder(by);
  const many: ManyText = {
    id: text,
    topic,
    municipality,
    template: template.trim(),
    targets,
    fingerprint,
    by: holder,
    at,
    approved: null,
    sentBack: null,
    stopped: null,
  };
  return happens({ type: 'manySubmitted', storm, many, by: holder });
}

/** Who submitted it never says yes to it. */
function mayNotDecide(many: ManyText, by: Member): BusyDecision | null {
  if (many.by.email === by.email) return no({ code: 'many-own-text' });
  if (!hasRole(by, 'approver') || hasRole(by, 'trainee')) return no({ code: 'busy-role', role: 'approver' });
  return manyState(many) === 'submitted' ? null : no({ code: 'many-not-now' });
}
