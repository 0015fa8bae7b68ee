import { type StoredPost, type World } from './world.ts';

/** The words of each post, which never change: an edit is another. */
const known = new WeakMap<StoredPost, readonly string[]>();

/** Whether a post fits; made from a search query as X reads it. */
export type Fits = (post: StoredPost, world: World) => boolean;

/** X reads "and" before "or", and takes no search that only excludes. @throws Error in X's manner for what is no query. */
export function parseSearch(query: string): Fits {
  const tokens = query.match(/-?"[^"]*"|-?\(|\)|[^\s()"]+/g) ?? [];
  let at = 0;

  function either(): Fits {
    const all = [both()];
    while (tokens[at] === 'OR') {
      at += 1;
      all.push(both());
    }
    return (post, world) => all.some((fits) => fits(post, world));
  }
  function both(): Fits {
    const all: Fits[] = [];
    let asks = false;
    while (at < tokens.length && tokens[at] !== ')' && tokens[at] !== 'OR') {
      const token = tokens[at]!;
      at += 1;
      if (!token.startsWith('-')) asks = true;
      all.push(one(token));
    }
    if (!asks) throw new Error('There must be a positive operator in each clause of the query');
    return (post, world) => all.every((fits) => fits(post, world));
  }
  function one(token: string): Fits {
    if (token === '-(') throw new Error('A group cannot be negated');
    if (token === '(') {
      const fits = either();
      if (tokens[at] !== ')') throw new Error('missing closing parenthesis');
      at += 1;
      return fits;
    }
    if (token.startsWith('-')) {
      const fits = one(token.slice(1));
      return (post, world) => !fits(post, world);
    }
    return operator(token);
  }

  const fits = either();
  if (at < tokens.length) throw new Error(`no viable alternative at '${tokens[at]}'`);
  return fits;
}

function operator(token: string): Fits {
  const [, name, value] = /^(\w+):(\w+)$/.exec(token) ?? [];
  if (name === 'from') return ({ author }) => author.handle.toLowerCase() === value?.toLowerCase();
  if (name === 'is' && value === 'retweet') return ({ retweets }) => retweets !== null;
  if (name !== undefined) throw new Error(`Reference to invalid operator '${name}'`);
  if (!token.startsWith('"') && /[^\p{L}\p{N}_#@]/u.test(token)) throw new Error(`quote '${token}'`);
  const asked = words(token);
  if (asked.length === 0) throw new Error('an empty phrase');
  return (post) => {
    const said = known.get(post) ?? words(post.text);
    known.set(post, said);
    return said.some((_, from) => asked.every((word, n) => said[from + n] === word));
  };
}

/** X splits at punctuation, and takes neither capitals nor accents into account. */
function words(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain
    .toLocaleLowerCase('nl')
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean);
}
