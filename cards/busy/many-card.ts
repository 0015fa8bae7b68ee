import { manyState } from '../../services/domain/busy/many-text.ts';
import { type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { type AdaptiveCard, type CardAction } from '../adaptive-card.ts';
import { foldOut } from '../buttons.ts';
import { type Line, line, run, subtleLine, textLines } from '../lines.ts';
import { listCard } from '../list-card.ts';
import { cut, literal, literalName } from '../literal-text.ts';
import { BUSY_INPUTS } from './busy-verbs.ts';
import { type Words } from '../words.ts';
import { busyButton, practiceLine, topicInWords } from './storm-words.ts';

type Message = StormMessageOf<'many'>;

/** What failed is named up to here; the rest waits on the list, where everybody finds it. */
const FAILED = 10;
const REMARK = 300;

/** One text for many: the exact words, whom they are for, and how far it is. */
export function manyCard(message: Message, words: Words): AdaptiveCard {
  const { many, count, examples, who } = message;
  const state = manyState({ ...many, targets: [] });
  const names = who.map((handle) => `@${literalName(handle)}`);
  return listCard(
    {
      title: words.many('many.title', count, { topic: topicInWords(many.topic, words) }),
      lines: [...practiceLine(message, words), ...statusLines(message, words)],
      sections: [
        { label: words.say('many.text'), lines: examples.flatMap((text) => textLines(literal(text), {}, 12)) },
        {
          label: words.say('many.who'),
          lines: [
            line(names.join(', ')),
            ...(count > names.length ? [subtleLine(words.say('list.more', { count: count - names.length }))] : []),
          ],
        },
      ],
      actions: state === 'submitted' ? decisions(message, words) : state === 'placing' ? stopping(message, words) : [],
    },
    words,
  );
}

function statusLines({ many, count, progress }: Message, words: Words): readonly Line[] {
  const bold = (text: string): Line => line(run(text, { weight: 'Bolder' }));
  const by = subtleLine(words.say('many.by', { name: many.by.name, when: words.when(many.at) }));
  if (many.sentBack !== null) {
    const { by: approver, remark } = many.sentBack;
    const said = cut(literal(remark), REMARK).text;
    return [
      bold(words.say(said === '' ? 'many.sentBack' : 'many.sentBack.remark', { name: approver.name })),
      ...(said === '' ? [] : textLines(said, { italic: true }, 5)),
      by,
    ];
  }
  if (many.approved === null) return [bold(words.say('many.waits')), by];
  const { placed, underway, failed, passed } = progress;
  const more = failed.length - FAILED;
  return [
    bold(words.say('many.placed', { placed, count })),
    ...(many.stopped === null ? [] : [line(words.say('many.stopped', { name: many.stopped.by.name }))]),
    ...(underway > 0 ? [line(words.many('many.underway', underway))] : []),
    ...(passed > 0 ? [line(words.many('many.passed', passed))] : []),
    ...(failed.length > 0 ? [line(run(words.many('many.failed', failed.length), { color: 'Attention' }))] : []),
    ...failed
      .slice(0, FAILED)
      .map(({ citizen, hitch }) =>
        line(
          run(`@${literalName(citizen.handle)} `, { weight: 'Bolder' }),
          words.say(`many.why.${hitch.why}`) +
            (hitch.why === 'refused' && hitch.detail ? ` ${cut(literal(hitch.detail), 120).text}` : ''),
        ),
      ),
    ...(more > 0 ? [subtleLine(words.say('list.more', { count: more }))] : []),
    by,
    subtleLine(words.say('many.approved', { name: many.approved.by.name, when: words.when(many.approved.at) })),
  ];
}

function decisions({ many, storm, practice }: Message, words: Words): readonly CardAction[] {
  const data = { storm, practice, text: many.id, hash: many.fingerprint };
  const remark = {
    type: 'Input.Text',
    id: BUSY_INPUTS.remark,
    label: words.say('many.remark'),
    isMultiline: true,
    maxLength: REMARK,
  };
  return [
    busyButton('approveMany', data, words, { style: 'positive', associatedInputs: 'none' }),
    foldOut(words.say('button.sendBackMany'), [remark], [busyButton('sendBackMany', data, words)]),
  ];
}

function stopping({ many, storm, practice, progress }: Message, words: Words): readonly CardAction[] {
  return progress.underway === 0
    ? []
    : [busyButton('stopMany', { storm, practice, text: many.id }, words, { style: 'destructive' })];
}
