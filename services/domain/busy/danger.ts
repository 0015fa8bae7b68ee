/** Dutch endings that leave a word what it is: vonkt, vonken, vonkende, gewonden, kindje, kinderen. */
const ENDINGS = '(?:en|e|s|t|te|ten|d|de|den|end|ende|er|ers|eren|je|jes|tje|tjes)?';

/**
 * Whether a text has one of these words as a whole word, with the endings of Dutch: case and accents make no difference.
 * It says yes rather than no: a card too many costs a look, one too few may cost a life.
 */
export function namesDanger(text: string, never: readonly string[]): boolean {
  const said = bare(text);
  return never.some((word) => word.trim() !== '' && whole(bare(word.trim())).test(said));
}

function whole(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const ending = /\p{L}$/u.test(word) ? ENDINGS : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${ending}(?![\\p{L}\\p{N}])`, 'u');
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
