import { type Author } from '../post.ts';

/** Words that names of accounts begin with and persons' do not. */
const NO_NAME = new Set(
  (
    'de het een team stichting vereniging gemeente provincie waterschap partij fractie raad wijk buurt buurtvereniging ' +
    'dorp stad huis bureau redactie radio omroep krant nieuws sport voetbal club fanclub school winkel restaurant café ' +
    'familie fam mevrouw meneer mijnheer mevr dhr mr mrs ms dr ir drs ing prof opa oma papa mama boze blije gewone gewoon ' +
    'echte burger inwoner bewoner bewoners anoniem niemand iemand gebruiker user the it ik wij jullie mijn onze ons ' +
    'noord zuid oost west nederland nederlander holland hollander'
  ).split(' '),
);
const SHAPE = /^\p{Lu}\p{Ll}{1,14}(?:-\p{Lu}\p{Ll}{1,14})?$/u;
/** What stands between a first name and a family name. */
const BETWEEN = new Set("de van der den ten ter te el al la le du von 't vd v.d.".split(' '));
const MOST_WORDS = 5;

/**
 * The citizen's first name, where the name on the network plainly begins with one; else null. Written as a name is
 * written, no word that accounts go by, none of `places`, and followed by nothing but more of a name.
 */
export function firstNameOf({ name }: Pick<Author, 'name'>, places: readonly string[]): string | null {
  const [first, ...rest] = name.normalize('NFC').trim().split(/\s+/u);
  if (first === undefined || rest.length >= MOST_WORDS || !SHAPE.test(first)) return null;
  const known = new Set(places.map((place) => place.toLowerCase()));
  const isNone = (word: string): boolean => NO_NAME.has(word.toLowerCase()) || known.has(word.toLowerCase());
  const goesOn = (word: string): boolean =>
    BETWEEN.has(word.toLowerCase()) || (/^\p{Lu}[\p{L}'’.-]*$/u.test(word) && !isNone(word));
  return !isNone(first) && rest.every(goesOn) ? first : null;
}
