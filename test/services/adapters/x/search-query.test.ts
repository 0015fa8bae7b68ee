import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST_QUERY, searchesFor } from '../../../../services/adapters/x/search-query.ts';
import { type WatchTerm } from '../../../../services/domain/work-instruction/instruction.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { parseSearch } from '../../../support/x-server/search-query.ts';

const OURS = ['GemOostzaan', 'GemWormerland'];

function term(name: string, any: readonly string[], none: readonly string[] = []): WatchTerm {
  return { name, network: 'x', municipality: null, any, none, replyFrom: 'GemOostzaan' };
}

describe('Searches on X', () => {
  it('are one for the shipped settings: words or words, exclusions with their own term, ours and retweets left out', () => {
    const { searches, problems } = searchesFor(settings.watch, OURS);
    assert.deepEqual(
      searches.map(({ query }) => query),
      [
        '("OVER-gemeenten" OR overgemeenten OR (Oostzaan -"Tuindorp Oostzaan") OR Wormerland OR Wormer OR Jisp OR Wijdewormer OR Oostknollendam) -is:retweet -from:GemOostzaan -from:GemWormerland',
      ],
    );
    assert.deepEqual(searches[0]?.terms, settings.watch);
    assert.deepEqual(problems, []);
  });

  it('put several words with an exclusion in brackets', () => {
    const { searches } = searchesFor([term('a', ['Oostzaan', 'De Haal'], ['Tuindorp', 'De Haal Zuid'])], []);
    assert.equal(searches[0]?.query, '(((Oostzaan OR "De Haal") -Tuindorp -"De Haal Zuid")) -is:retweet');
  });

  it('quote what X would read as an operator or as two words, and leave nothing of a quote in it', () => {
    const { searches } = searchesFor(
      [term('a', ['or', 'from:jan', '-weg', 'zeg "ja" nu', '#Jisp', '@wie', ' "" '])],
      [],
    );
    assert.equal(searches[0]?.query, '("or" OR "from:jan" OR "-weg" OR "zeg ja nu" OR #Jisp OR "@wie") -is:retweet');
  });

  it('are as few as hold everything, none longer than X takes', () => {
    const word = (n: number): string => `straatnaam${String(n).padStart(3, '0')}`;
    const terms = [1, 2, 3].map((t) =>
      term(
        `t${t}`,
        Array.from({ length: 40 }, (_, n) => word(t * 100 + n)),
        ['Elders'],
      ),
    );
    const { searches, problems } = searchesFor(terms, OURS);
    assert.deepEqual(problems, []);
    for (const { query } of searches) assert.ok(query.length <= LONGEST_QUERY, query);
    for (const { any } of terms)
      for (const one of any) assert.equal(searches.filter(({ query }) => query.includes(one)).length, 1, one);
    const all = searches.reduce((sum, { query }) => sum + query.length, 0);
    assert.ok(searches.length <= Math.ceil(all / LONGEST_QUERY) + 1, `${searches.length} searches`);
  });

  it('leave a word out that does not fit with its exclusions, say so, and search for the rest', () => {
    const long = term('lang', ['Jisp', 'x'.repeat(600)]);
    const { searches, problems } = searchesFor([long, term('vol', ['Neck'], ['y'.repeat(500)])], OURS);
    assert.equal(searches.length, 1);
    assert.match(searches[0]!.query, /^\(Jisp\) /);
    assert.deepEqual(
      problems.map((problem) => /^watch (\w+): X cannot search for "(x+|Neck)…"/.exec(problem)?.[1]),
      ['lang', 'vol'],
    );
  });

  it('are none when there is nothing to listen for', () => {
    assert.deepEqual(searchesFor([], OURS), { searches: [], problems: [] });
  });

  it('are short enough and readable for X whatever stands in the settings', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom('OR', '"', '(', 'De Haal'),
    );
    const made = fc.record({
      any: fc.array(word, { minLength: 1, maxLength: 30 }),
      none: fc.array(word, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 6 }), (all) => {
        const terms = all.map(({ any, none }, n) => term(`t${n}`, any, none));
        for (const { query } of searchesFor(terms, OURS).searches) {
          assert.ok(query.length <= LONGEST_QUERY);
          if (!/"[^"\p{L}\p{N}_]*"/u.test(query)) parseSearch(query);
        }
      }),
      { numRuns: 200 },
    );
  });
});
