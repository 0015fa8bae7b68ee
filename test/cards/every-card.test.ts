import assert from 'node:assert/strict';
import { isBusyVerb } from '../../cards/busy/busy-verbs.ts';
import { isDepartmentVerb } from '../../cards/department-verbs.ts';
import { isEvaluationVerb } from '../../cards/evaluation/evaluation-verbs.ts';
import { isStatsVerb } from '../../cards/statistics/stats-verbs.ts';
import { isColleagueVerb, isFormVerb, isBesideVerb, isShiftVerb, isTeamVerb, isVerb } from '../../cards/verbs.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';
import { bytesOf, ofType, partsOf } from './card-walk.ts';
import { everyPicture } from './pictures.ts';

const MOST_BYTES = 28 * 1024;

for (const words of [DUTCH, ENGLISH]) {
  describe(`Every card, in ${words.language}`, () => {
    const cards = everyPicture(words).flatMap(({ title, card }) => (card === null ? [] : [{ title, card }]));

    function forEach(check: (card: (typeof cards)[number]['card'], title: string) => void): void {
      assert.ok(cards.length > 80, `only ${cards.length} cards were drawn`);
      for (const { title, card } of cards) check(card, title);
    }

    it('fills its whole template', () => {
      forEach((card, title) => {
        assert.doesNotMatch(JSON.stringify(card), /\$\{|undefined|\[object/, title);
      });
    });

    it('is a card of version 1.5 in its language, with a text for clients that cannot draw it', () => {
      forEach((card, title) => {
        assert.equal(card.type, 'AdaptiveCard', title);
        assert.equal(card.version, '1.5', title);
        assert.equal(card.lang, words.language, title);
        assert.ok(card.fallbackText.length > 10, title);
      });
    });

    it('is small enough for Teams', () => {
      forEach((card, title) => {
        assert.ok(bytesOf(card) <= MOST_BYTES, `${title}: ${bytesOf(card)}`);
      });
    });

    it('has a label on every input, and words for what is missing on every required one', () => {
      forEach((card, title) => {
        const inputs = partsOf(card).filter(({ type }) => type?.startsWith('Input.'));
        for (const { id, label, isRequired, errorMessage } of inputs) {
          assert.ok(id && label, `${title}: ${id}`);
          if (isRequired) assert.ok(errorMessage, `${title}: ${id}`);
        }
      });
    });

    it('gives every button that comes to us a verb and what was looked at', () => {
      forEach((card, title) => {
        for (const { verb, data, title: button } of ofType(card, 'Action.Execute')) {
          if (verb && isTeamVerb(verb)) {
            assert.equal(data?.['team'], true, title);
            continue;
          }
          if (verb && isColleagueVerb(verb)) {
            assert.ok(title === 'question: which' || /^q[12]$/.test(String(data?.['question'])), title);
            continue;
          }
          if (verb && isBusyVerb(verb)) {
            assert.equal(data?.['storm'], 'storm-of-tuesday', title);
            continue;
          }
          if (verb && isShiftVerb(verb)) {
            assert.deepEqual(Object.keys(data ?? {}), ['to', 'until', 'next', 'dialogues'], title);
            continue;
          }
          if (verb && isEvaluationVerb(verb)) {
            assert.match(String(data?.['month']), verb === 'agree' ? /^\d{4}-\d{2}$/ : /^$/, title);
            continue;
          }
          if (verb && isStatsVerb(verb)) {
            assert.deepEqual(Object.keys(data ?? {}), ['period', 'municipality', 'mode', 'picture'], title);
            continue;
          }
          if (verb && isFormVerb(verb)) {
            assert.equal(data?.['form'], 'form-of-bram', title);
            continue;
          }
          if (verb && isDepartmentVerb(verb)) {
            assert.equal(data?.['dialogue'], 'x-180001-c1', title);
            assert.ok(Number(data['round']) > 0 && String(data['hash']).length > 10, title);
            continue;
          }
          assert.ok(verb && (isVerb(verb) || isBesideVerb(verb)), `${title}: ${button}`);
          assert.equal(data?.['dialogue'], 'x-180001-c1', title);
          assert.ok(Number(data['seen']) > 0, title);
          assert.match(String(data['card']), /^(root|work)$/, title);
          assert.equal(typeof data['generation'], 'number', title);
        }
      });
    });

    it('has at most six buttons, each title once', () => {
      forEach((card, title) => {
        const titles = card.actions.map((action) => action.title);
        assert.ok(titles.length <= 6, title);
        assert.equal(new Set(titles).size, titles.length, title);
      });
    });

    it('wraps all its text', () => {
      forEach((card, title) => {
        for (const { wrap, text } of ofType(card, 'TextBlock')) assert.equal(wrap, true, `${title}: ${text}`);
      });
    });

    it('uses an id once', () => {
      forEach((card, title) => {
        const ids = partsOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
        assert.deepEqual([...new Set(ids)], ids, title);
      });
    });
  });
}

describe('A root card', () => {
  it('has nothing to type in, for it is updated under the hands', () => {
    const roots = everyPicture().filter(({ title }) => title.endsWith(': root'));
    assert.ok(roots.length > 30);
    for (const { title, card } of roots) assert.deepEqual(ofType(card, 'Input.Text'), [], title);
  });
});
