import { type Department, type Municipality } from '../services/domain/work-instruction/instruction.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { listCard } from './list-card.ts';
import { cut, literal } from './literal-text.ts';
import { type Words } from './words.ts';

/** So much of what was asked is said back. UTF-16 units. */
const SAID_BACK = 60;
/** More departments than one reads through. */
const MOST = 10;

/** Who knows about what was asked: each department with its telephone and people; nobody: what can be asked about. */
export function whoCard(
  asked: string,
  departments: readonly Department[],
  topics: readonly string[],
  municipalities: readonly Municipality[],
  words: Words,
): AdaptiveCard {
  const about = literal(cut(asked, SAID_BACK).text);
  if (departments.length === 0) {
    const none = about === '' ? words.say('who.all') : words.say('who.nobody', { asked: about });
    return listCard(
      {
        title: words.say('who.title'),
        lines: [line(none), line(words.say('who.topics', { topics: words.all(topics) }))],
      },
      words,
    );
  }
  return listCard(
    {
      title: words.say('who.title'),
      lines: [subtleLine(words.say('who.asked', { asked: about }))],
      sections: departments
        .slice(0, MOST)
        .map((one) => ({ label: one.name, lines: departmentLines(one, municipalities, words) })),
    },
    words,
  );
}

/** Where it works, for what, its telephone, and who to ask: with the address that a question can be sent to. */
export function departmentLines(
  { municipality, topics, phone, people }: Department,
  municipalities: readonly Municipality[],
  words: Words,
): readonly Line[] {
  const where = municipalities.find(({ id }) => id === municipality)?.name;
  return [
    line(phone === null ? words.say('who.noPhone') : run(words.say('who.phone', { phone }), { weight: 'Bolder' })),
    ...people.map(({ name, email }) => line(name, run(` · ${email}`, { isSubtle: true }))),
    subtleLine([...(where === undefined ? [] : [where]), topics.join(', ')].filter((part) => part !== '').join(' · ')),
  ];
}
