import assert from 'node:assert/strict';
import { LONGEST_NAME, LONGEST_TYPED, manualPost, type TypedPost } from '../../../services/domain/manual-post.ts';
import { HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { factsAt, member, TUESDAY_TEN } from '../../support/dialogue-facts.ts';

const TYPED: TypedPost = {
  via: 'facebook',
  who: '  Jan   de Vries ',
  text: ' Is de sporthal open? ',
  link: 'https://facebook.com/1',
  at: TUESDAY_TEN - HOUR,
  municipality: 'oostzaan',
};

function post(typed: Partial<TypedPost> = {}, name = 'form-1') {
  return manualPost({ ...TYPED, ...typed }, name, member('Bram'), factsAt(TUESDAY_TEN));
}

describe('A message that somebody brings in by hand', () => {
  it('is a post of a thread and a citizen of its own, named after the form, with where it came from and who brought it', () => {
    assert.deepEqual(post(), {
      network: 'manual',
      id: 'form-1',
      thread: 'form-1',
      author: { id: 'form-1', handle: 'Jan de Vries', name: 'Jan de Vries' },
      text: 'Is de sporthal open?',
      postedAt: TUESDAY_TEN - HOUR,
      account: null,
      inReplyTo: null,
      link: 'https://facebook.com/1',
      foundBy: [],
      broughtIn: {
        via: 'facebook',
        by: { name: 'Bram Kok', email: member('Bram').email },
        municipality: 'oostzaan',
      },
    });
  });

  it('needs no name and no link', () => {
    const made = post({ who: ' ', link: ' ' });
    assert.ok(typeof made === 'object' && made.author.handle === '' && made.link === null);
  });

  it('tells which field is wrong, the first one', () => {
    assert.equal(post({ text: ' \n ' }), 'no-text');
    assert.equal(post({ text: 'a'.repeat(LONGEST_TYPED + 1) }), 'long-text');
    assert.equal(post({ who: 'a'.repeat(LONGEST_NAME + 1) }), 'long-who');
    assert.equal(post({ who: 'Jan 06-12345678' }), 'personal-who');
    for (const link of [
      'http://facebook.com/1',
      'javascript:alert(1)',
      'facebook',
      `https://a.nl/${'a'.repeat(1_000)}`,
    ])
      assert.equal(post({ link }), 'link', link);
    assert.equal(post({ at: null }), 'when');
    assert.equal(post({ at: TUESDAY_TEN + HOUR }), 'future');
    assert.equal(post({ at: null, text: '' }), 'no-text');
  });

  it('is never later than now, though clocks differ a little', () => {
    const made = post({ at: TUESDAY_TEN + MINUTE });
    assert.ok(typeof made === 'object' && made.postedAt === TUESDAY_TEN);
  });
});
