import { postToAnswer } from '../services/domain/dialogue/what-to-answer.ts';
import { type DialogueView, type ShownPost } from '../services/domain/dialogue/view.ts';
import { type TextRun } from './adaptive-card.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type Line, line, run, subtleLine, textLines } from './lines.ts';
import { cut, literal, literalName } from './literal-text.ts';
import { aroundLines } from './surroundings.ts';
import { type Words } from './words.ts';

/** So much of a citizen's words (UTF-16 units) fits on a card of 28 KB beside all else, in any script. */
const SHOWN = 1_500;
/** And so much of each earlier post, on so many lines. */
const SHOWN_EARLIER = 400;
const LINES_EARLIER = 8;
/** Earlier posts that are folded away under the newest: the first, and the last ones. */
const EARLIER = 5;
/** Unanswered posts that are shown beside a text. */
const UNANSWERED = 3;

/** The post that the card is about: the newest of the citizen that is more than thanks. */
export function mainPost(view: DialogueView): ShownPost | undefined {
  const main = postToAnswer(view.dialogue);
  return view.posts.find(({ id, from }) => id === main?.id && from === 'citizen');
}

export function handleOf({ dialogue }: DialogueView, words: Words): string {
  const handle = literalName(dialogue.citizen.handle);
  if (dialogue.network !== MANUAL) return `@${handle}`;
  return handle === '' ? words.say('around.somebody') : handle;
}

/** What an own post says: as it stands on the network, else as it would be placed now. */
export function ownWords({ dialogue, posts, signed }: DialogueView, words: Words): readonly Line[] {
  const placed = dialogue.concept === null ? posts.findLast(({ from }) => from === 'us') : undefined;
  const shown = cut(literal(placed?.text ?? signed).trim(), SHOWN).text;
  return shown === '' ? [line(run(words.say('own.gone'), { italic: true }))] : textLines(shown, { size: 'Medium' });
}

/** A post's words, to the letter; or that they are gone. */
export function postLines(post: ShownPost | undefined, words: Words, limit = SHOWN): readonly Line[] {
  if (post?.text == null) return [line(run(absence(post, words), { italic: true }))];
  if (post.text === '') return [line(run(words.say('post.noText'), { italic: true }))];
  const shown = cut(literal(post.text), limit);
  const lines = limit === SHOWN ? textLines(shown.text, { size: 'Medium' }) : textLines(shown.text, {}, LINES_EARLIER);
  return shown.whole ? lines : [...lines, subtleLine(words.say('post.cut', { count: shown.text.length }))];
}

function absence(post: ShownPost | undefined, words: Words): string {
  return post?.gone === undefined ? words.say('post.gone') : words.say('post.deleted', { when: words.when(post.gone) });
}

/** When it was posted, and whether it was edited since. */
export function postedAt(view: DialogueView, { at, edition = 0 }: ShownPost, words: Words): string {
  const moment = words.moment(at, view.at);
  return edition === 0 ? moment : words.say('post.edited', { moment });
}

/** Who wrote it and when, small, above the words. */
export function signedLine(view: DialogueView, post: ShownPost, words: Words): Line {
  const handle = post.from === 'us' ? ourselves(view, post, words) : handleOf(view, words);
  const said = words.say('reply.question', { handle, moment: postedAt(view, post, words) });
  return post.private === true
    ? line(run(`${said} · `, { isSubtle: true, size: 'Small' }), privateMark(words))
    : subtleLine(said);
}

/** Said between the citizen and us alone, in words and not in colour. */
export function privateMark(words: Words): TextRun {
  return run(words.say('post.private'), { size: 'Small', weight: 'Bolder' });
}

function ourselves({ dialogue }: DialogueView, { id }: ShownPost, words: Words): string {
  const receipt = dialogue.receipts.find((one) => one.id === id);
  const account = receipt?.account ?? dialogue.account ?? '';
  if (account === '') return words.say('posts.us.unnamed');
  return words.say(receipt?.removal?.state === 'done' ? 'posts.us.removed' : 'posts.us', { account });
}

/** What is still to be answered, oldest first: nobody writes or says yes without the whole question beside it. */
export function questionLines(view: DialogueView, words: Words): readonly Line[] {
  const main = mainPost(view);
  const since = view.posts.findLastIndex(({ from }) => from === 'us') + 1;
  const open = view.posts.slice(since).filter((post) => post.from === 'citizen' && !post.thanks && post !== main);
  const shown = [...open.slice(1 - UNANSWERED), ...(main === undefined ? [] : [main])];
  return shown.flatMap((post) => [
    signedLine(view, post, words),
    ...postLines(post, words, post === main ? SHOWN : SHOWN_EARLIER),
    ...(post === main ? aroundLines(post, words) : []),
  ]);
}

/** The citizen's thanks after the newest words: shown, nothing is asked of us. */
export function thanksLines(view: DialogueView, words: Words, after: ShownPost | undefined): readonly Line[] {
  const since = after === undefined ? 0 : view.posts.indexOf(after) + 1;
  const thanks = view.posts.slice(since).filter((post) => post.from === 'citizen' && post.thanks);
  return thanks.slice(-2).flatMap((post) => [signedLine(view, post, words), ...postLines(post, words, SHOWN_EARLIER)]);
}

/** The rest of the conversation, oldest first: the first post, and the last ones before and after the newest words. */
export function earlierLines(view: DialogueView, words: Words): readonly Line[] {
  const main = mainPost(view);
  const others = view.posts.filter((post) => post !== main && !post.thanks);
  const first = others.slice(0, 1);
  const last = others.slice(1).slice(1 - EARLIER);
  const skipped = others.length - first.length - last.length;
  const draw = (post: ShownPost): readonly Line[] => [
    signedLine(view, post, words),
    ...postLines(post, words, SHOWN_EARLIER),
  ];
  return [
    ...first.flatMap(draw),
    ...(skipped > 0 ? [subtleLine(words.say('posts.skipped', { count: skipped }))] : []),
    ...last.flatMap(draw),
  ];
}

/** The post that it is about, with who wrote it when. */
export function signedPost(view: DialogueView, words: Words): readonly Line[] {
  const main = mainPost(view);
  return [...(main === undefined ? [] : [signedLine(view, main, words)]), ...postLines(main, words)];
}
