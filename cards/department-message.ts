import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { linkButton } from './buttons.ts';
import { mainPost, postLines, signedLine } from './citizen-words.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { textLines } from './lines.ts';
import { literal, plainInMarkdown } from './literal-text.ts';
import { fallbackText, matter } from './matter.ts';
import { render } from './render.ts';
import { type Words } from './words.ts';

/** To somebody of a department that takes a matter over: what it is, in the citizen's words, from whom, and by when. */
export function departmentMessage(
  { view, organisation }: Extract<PersonalMessage, { kind: 'passed-on' }>,
  words: Words,
): DrawnMessage {
  const { mode, passedOn } = view.dialogue;
  const { by, department, due, remark } = passedOn ?? { by: { name: '' }, department: '', due: null, remark: '' };
  const about = [matter(view, words), view.municipality].filter((part) => part !== null).join(' · ');
  const values = {
    organisation: plainInMarkdown(organisation),
    by: plainInMarkdown(by.name),
    department: plainInMarkdown(department),
    matter: plainInMarkdown(about),
  };
  const main = mainPost(view);
  return {
    text: [
      ...(mode === 'practice' ? [`${words.say('practice.banner')}.`] : []),
      words.say('department.told', values),
      ...(due === null ? [] : [words.say('department.due', { moment: words.moment(due, view.at) })]),
    ].join(' '),
    card: render('news', {
      lang: words.language,
      fallback: fallbackText(view, words),
      sections: [
        {
          label: words.say('standBy.said'),
          lines: [...(main === undefined ? [] : [signedLine(view, main, words)]), ...postLines(main, words)],
        },
        ...(remark === ''
          ? []
          : [{ label: words.say('news.remark', { by: by.name }), lines: textLines(literal(remark)) }]),
      ],
      actions: linkButton(main?.link ?? null, words.say('button.viewPost')),
    }),
    summary: '',
  };
}
