import assert from 'node:assert/strict';
import { refusalSentence } from '../../cards/refusal.ts';
import { type Refusal } from '../../services/domain/dialogue/refusal.ts';
import { local } from '../support/dialogue-facts.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';

const AT = local('11-24 10:42');

/** One of each; the type makes sure that a new code is not forgotten. */
const REFUSALS = {
  taken: { code: 'taken', who: 'Bram Kok', at: AT },
  'not-yours': { code: 'not-yours', who: 'Bram Kok' },
  'claim-expired': { code: 'claim-expired', at: AT },
  'already-yours': { code: 'already-yours' },
  'not-now': { code: 'not-now', stage: 'closed' },
  'no-role': { code: 'no-role', role: 'approver' },
  'approval-needed': { code: 'approval-needed' },
  'own-text': { code: 'own-text' },
  'text-changed': { code: 'text-changed' },
  'citizen-wrote': { code: 'citizen-wrote' },
  'answered-outside': { code: 'answered-outside' },
  empty: { code: 'empty' },
  'other-channel': { code: 'other-channel' },
  'no-invitation': { code: 'no-invitation' },
  'too-long': { code: 'too-long', over: 12, limit: 280 },
  'personal-data': { code: 'personal-data', what: 'phone' },
  listening: { code: 'listening' },
  'citizen-edited': { code: 'citizen-edited' },
  'citizen-deleted': { code: 'citizen-deleted' },
  'post-gone': { code: 'post-gone' },
  'account-changed': { code: 'account-changed', account: 'GemOostzaan' },
  'no-account': { code: 'no-account' },
  'passed-on': { code: 'passed-on', who: 'Bram Kok', at: AT },
  'no-addressee': { code: 'no-addressee' },
  'long-note': { code: 'long-note', over: 12, limit: 2_000 },
  'too-late': { code: 'too-late', at: AT },
  'outcome-required': { code: 'outcome-required' },
  'reason-required': { code: 'reason-required' },
  'unknown-answer': { code: 'unknown-answer' },
  'department-needed': { code: 'department-needed', department: 'Communicatie', phone: '075-1234503' },
  'unknown-choice': { code: 'unknown-choice' },
  'no-colleague': { code: 'no-colleague' },
  'no-department': { code: 'no-department' },
  'moment-unreadable': { code: 'moment-unreadable' },
  'moment-past': { code: 'moment-past', at: AT },
  'moment-far': { code: 'moment-far' },
  'promise-unsaid': { code: 'promise-unsaid' },
  'promised-citizen': { code: 'promised-citizen', at: AT },
  'link-unreadable': { code: 'link-unreadable' },
  'link-absent': { code: 'link-absent' },
  'link-other-post': { code: 'link-other-post' },
  'no-address': { code: 'no-address' },
  'ask-yourself': { code: 'ask-yourself' },
  'empty-question': { code: 'empty-question' },
  'empty-answer': { code: 'empty-answer' },
  'unknown-question': { code: 'unknown-question' },
  'question-over': { code: 'question-over' },
  'question-went-on': { code: 'question-went-on' },
  'not-asked': { code: 'not-asked' },
  'holding-refused': { code: 'holding-refused', why: { code: 'personal-data', what: 'phone' } },
  'more-time-given': { code: 'more-time-given', until: AT },
} as const satisfies { [Code in Refusal['code']]: Extract<Refusal, { code: Code }> };

describe('A refusal', () => {
  for (const words of [DUTCH, ENGLISH]) {
    it(`is one sentence with what happened and what one can do, for every code, in ${words.language}`, () => {
      const sentences = Object.values(REFUSALS).map((refusal) => refusalSentence(refusal, words, AT));
      for (const sentence of sentences) {
        assert.match(sentence, /^[A-Z][^]{40,}\.$/);
        assert.doesNotMatch(sentence.slice(0, -1), /[.!?] [A-Z]|[{}]/, sentence);
      }
      assert.equal(new Set(sentences).size, sentences.length);
    });
  }

  it('says who was first and when, with the day when it was another', () => {
    assert.match(refusalSentence(REFUSALS.taken, DUTCH, AT), /^Bram Kok heeft dit om 10:42 opgepakt; /);
    assert.match(
      refusalSentence(REFUSALS.taken, DUTCH, local('11-25 09:00')),
      /^Bram Kok heeft dit op di 24 nov om 10:42 opgepakt; /,
    );
    assert.match(refusalSentence(REFUSALS.taken, DUTCH), /op di 24 nov om 10:42/);
  });

  it('says by how much a text is too long, and where the long version can go', () => {
    const sentence = refusalSentence(REFUSALS['too-long'], DUTCH, AT);
    assert.match(
      sentence,
      /^De tekst is 12 tekens te lang \(hoogstens 280, .* op een pagina en link ernaar \(een link telt/,
    );
  });

  it('names the buttons that can be pressed now', () => {
    const now = (stage: string): string => refusalSentence({ code: 'not-now', stage }, DUTCH);
    assert.equal(now('closed'), 'Dit kan nu niet, want het gesprek is afgerond; wel kan: Heropenen.');
    assert.equal(
      now('waiting'),
      'Dit kan nu niet, want het gesprek wacht op iemand die het oppakt; wel kan: Oppakken of Niet reageren.',
    );
    assert.match(now('approved'), /wel kan: Toch niet plaatsen\.$/);
    assert.match(now('een nieuwe stand'), /kijk op de nieuwste kaart/);
  });

  it('says by how much a text is too long, and that it is kept', () => {
    assert.match(
      refusalSentence(REFUSALS['too-long'], DUTCH),
      /12 tekens te lang \(hoogstens 280, met ondertekening\); hij is bewaard/,
    );
    assert.match(refusalSentence({ code: 'too-long', over: 1, limit: 280 }, DUTCH), / 1 teken te lang/);
  });

  it('says what kind of personal data, not which', () => {
    assert.match(refusalSentence(REFUSALS['personal-data'], DUTCH), /\(telefoonnummer\)/);
  });

  it('names the role that is needed, one of ours or an unknown one', () => {
    assert.match(refusalSentence(REFUSALS['no-role'], DUTCH), /alleen een akkoordgever;/);
    assert.match(refusalSentence({ code: 'no-role', role: 'Communicatie' }, DUTCH), /alleen Communicatie;/);
  });
});
