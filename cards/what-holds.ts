import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Department } from '../services/domain/work-instruction/instruction.ts';
import { type CardElement } from './adaptive-card.ts';
import { durationInWords } from './duration.ts';
import { folded } from './folded.ts';
import { type Line, line, run } from './lines.ts';
import { matter } from './matter.ts';
import { type Words } from './words.ts';

/** The part of the work instruction that holds here, folded away: one press, and nothing is asked of the bot. */
export function whatHolds(view: DialogueView, words: Words): readonly CardElement[] {
  if (view.dialogue.own) return [];
  const title = words.say('holds', { matter: matter(view, words) });
  return folded('holds', title, lines(view, words));
}

function lines({ follows, dialogue }: DialogueView, words: Words): readonly Line[] {
  const { respond, norm, saysYes, department, text } = follows;
  const by = saysYes.who === 'department' ? inWords(saysYes.department, words) : words.say(`holds.yes.${saysYes.who}`);
  const within =
    norm &&
    words.say(norm.outsideHours ? 'holds.norm.always' : 'holds.norm', { within: durationInWords(norm.within, words) });
  return [
    fact(words.say('holds.respond'), words.say(`holds.respond.${respond}`)),
    ...(within === null
      ? []
      : [fact(words.say('holds.within'), dialogue.urgent ? words.say('holds.norm.urgent', { within }) : within)]),
    fact(words.say('holds.yes'), by),
    ...(department === null || saysYes.who === 'department'
      ? []
      : [fact(words.say('holds.department'), inWords(department, words))]),
    ...text.map((one) => line(run(one, { isSubtle: true }))),
  ];
}

function fact(name: string, value: string): Line {
  return line(run(`${name}: `, { weight: 'Bolder' }), value);
}

function inWords({ name, phone }: Department, words: Words): string {
  return phone === null ? name : words.say('department.phone', { name, phone });
}
