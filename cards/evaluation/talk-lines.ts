import { type Talk } from '../../services/domain/evaluation/evaluation.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type Line, line, run, subtleLine } from '../lines.ts';
import { linkRun } from '../list-card.ts';
import { cut, literal } from '../literal-text.ts';
import { type LinkTo } from '../overview-lines.ts';
import { type Words } from '../words.ts';

/** As much as tells which dialogue it is. UTF-16 units. */
const EXCERPT = 90;

/** Why each is worth talking about, its first words, and the way to its thread; never who wrote them. */
export function talkLines(talks: readonly Talk[], linkTo: LinkTo, words: Words): readonly Line[] {
  if (talks.length === 0) return [line(words.say('talk.none'))];
  return talks.flatMap(({ reason, entry: { view, thread } }, index) => {
    const { dialogue, municipality, at } = view;
    const posted = dialogue.posts[0]?.at ?? at;
    const about = [words.date(posted, at), words.label('kind', dialogue.kind), municipality].filter(
      (part) => part !== null,
    );
    return [
      line(
        run(`${index + 1}. ${words.say(`talk.${reason}`)}: `, { weight: 'Bolder' }),
        linkRun(firstWords(view, words), linkTo(thread), words.say('list.toThread')),
      ),
      subtleLine(about.join(' · ')),
    ];
  });
}

/** Masked, without names of accounts but our own; what was said in private is not quoted. */
function firstWords({ dialogue, posts }: DialogueView, words: Words): string {
  const first = posts.find(({ from }) => from === 'citizen');
  if (first?.private === true) return words.say('talk.private');
  const said = literal(first?.text ?? '')
    .replace(/(?<![\w@])@([\w.-]+)/g, (mention, handle: string) => (handle === dialogue.account ? mention : '@…'))
    .replace(/\s+/g, ' ')
    .trim();
  if (said === '') return words.say('post.gone');
  const { text, whole } = cut(said, EXCERPT);
  return whole ? text : `${text}…`;
}
