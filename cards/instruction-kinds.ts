import { type Kind, ruleFor, type Settings } from '../services/domain/work-instruction/instruction.ts';
import { saysYes } from '../services/domain/work-instruction/says-yes.ts';
import { durationInWords } from './duration.ts';
import { type Line, line, run } from './lines.ts';
import { type Key, type Words } from './words.ts';

const RESPOND = {
  true: 'instruction.respond',
  may: 'instruction.respond.may',
  false: 'instruction.respond.not',
} as const satisfies Record<string, Key>;

/** What the work instruction asks for one kind of message: "klacht · antwoord nodig · akkoord van een collega". */
export function kindLine(kind: Kind, settings: Pick<Settings, 'departments' | 'instruction'>, words: Words): Line {
  const { respond, within, outsideHours } = ruleFor(settings.instruction, kind);
  const yes = saysYes(settings, { kind, topic: null, municipality: null });
  const parts = [
    words.say(RESPOND[`${respond}`]),
    ...(within === null ? [] : [words.say('instruction.within', { within: durationInWords(within, words) })]),
    ...(yes.who === 'nobody'
      ? []
      : [
          yes.who === 'approver'
            ? words.say('instruction.yes.approver')
            : words.say('instruction.yes.department', { department: yes.department.name }),
        ]),
    ...(outsideHours ? [words.say('instruction.outside')] : []),
  ];
  return line(run(words.label('kind', kind), { weight: 'Bolder' }), ` · ${parts.join(' · ')}`);
}
