import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type InstructionPart, instructionTopics } from '../services/domain/work-instruction/part-about.ts';
import { whoKnows } from '../services/domain/work-instruction/who-knows.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { durationInWords } from './duration.ts';
import { kindLine } from './instruction-kinds.ts';
import { line, run, shortenedLines, subtleLine, textLines } from './lines.ts';
import { listCard, type Section } from './list-card.ts';
import { plainInMarkdown } from './literal-text.ts';
import { type Words } from './words.ts';
import { departmentLines } from './who-card.ts';

/** Standing answers of one topic that are shown, and so much of each. UTF-16 units. */
const MOST_ANSWERS = 8;
const ANSWER = 500;

/** The work instruction to read: all of it, or what it says of one kind or topic. `asked`: the words that were typed. */
export function instructionCard(part: InstructionPart, settings: Settings, words: Words): AdaptiveCard {
  switch (part.about) {
    case 'all':
      return listCard(
        {
          title: words.say('instruction.title'),
          sections: everything(settings, words),
          footnotes: [subtleLine(words.say('instruction.more'))],
        },
        words,
      );
    case 'kind':
      return listCard(
        {
          title: words.say('instruction.title.about', { about: words.label('kind', part.kind) }),
          lines: [kindLine(part.kind, settings, words)],
          sections: [norms(settings, words), text(settings, words)],
        },
        words,
      );
    case 'topic':
      return listCard(
        {
          title: words.say('instruction.title.about', { about: part.topic }),
          sections: aboutTopic(part.topic, settings, words),
        },
        words,
      );
    case 'unknown': {
      const kinds = words.all(Object.keys(settings.instruction.kinds).map((kind) => words.label('kind', kind)));
      return listCard(
        {
          title: words.say('instruction.title'),
          lines: [
            line(words.say('instruction.unknown')),
            line(words.say('instruction.kinds.known', { kinds })),
            line(words.say('who.topics', { topics: words.all(instructionTopics(settings)) })),
          ],
        },
        words,
      );
    }
  }
}

function everything(settings: Settings, words: Words): readonly Section[] {
  const { kinds, approvalTopics, noReplyReasons } = settings.instruction;
  return [
    text(settings, words),
    norms(settings, words),
    { label: words.say('instruction.kinds'), lines: Object.keys(kinds).map((kind) => kindLine(kind, settings, words)) },
    {
      label: words.say('instruction.approval'),
      lines: Object.entries(approvalTopics).map(([topic, who]) =>
        line(run(topic, { weight: 'Bolder' }), ` · ${yesOf(who, words)}`),
      ),
    },
    {
      label: words.say('instruction.reasons'),
      lines: noReplyReasons.length === 0 ? [] : [line(words.all(noReplyReasons))],
    },
  ];
}

function norms({ instruction }: Settings, words: Words): Section {
  const { answer, question, claim, closeAfterDays, undo } = instruction;
  const say = (duration: number): string => durationInWords(duration, words);
  return {
    label: words.say('instruction.norms'),
    lines: [
      line(words.say('instruction.norm.answer', { within: say(answer.within), goal: answer.goal })),
      line(words.say('instruction.norm.question', { within: say(question.within), before: say(question.before) })),
      line(words.say('instruction.norm.claim', { remind: say(claim.remindAfter), release: say(claim.releaseAfter) })),
      line(words.say('instruction.norm.rest', { undo: say(undo), days: words.many('duration.days', closeAfterDays) })),
    ],
  };
}

function text({ instruction }: Settings, words: Words): Section {
  return { label: words.say('instruction.text'), lines: textLines(instruction.text) };
}

function aboutTopic(topic: string, settings: Settings, words: Words): readonly Section[] {
  const { approvalTopics } = settings.instruction;
  const who = Object.hasOwn(approvalTopics, topic) ? approvalTopics[topic] : undefined;
  const departments = whoKnows(settings, topic, null).departments.filter(({ topics }) => topics.includes(topic));
  const answers = settings.answers.filter((one) => one.topic === topic).slice(0, MOST_ANSWERS);
  return [
    {
      label: words.say('instruction.approval'),
      lines: [line(who === undefined ? words.say('instruction.approval.kind') : yesOf(who, words))],
    },
    ...departments.map((one) => ({ label: one.name, lines: departmentLines(one, settings.municipalities, words) })),
    {
      label: words.say('instruction.answers'),
      lines: answers.flatMap((one) => [
        line(
          run(one.id, { weight: 'Bolder' }),
          ...(one.source === null ? [] : [run(` · ${one.source}`, { isSubtle: true })]),
        ),
        ...shortenedLines(one.text, ANSWER, words),
      ]),
    },
    text(settings, words),
  ];
}

function yesOf(who: string, words: Words): string {
  return who === 'approver'
    ? words.say('instruction.yes.approver')
    : words.say('instruction.yes.department', { department: plainInMarkdown(who) });
}
