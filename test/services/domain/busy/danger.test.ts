import assert from 'node:assert/strict';
import { namesDanger } from '../../../../services/domain/busy/danger.ts';
import { whyAlone } from '../../../../services/domain/dialogue/listed/place-in-storm.ts';
import { interpret } from '../../../../services/domain/work-instruction/interpret.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const { never } = settings.instruction.busy;

describe('Words of danger', () => {
  for (const text of [
    'Vonkende kabel bij de school!',
    'er VONKT iets',
    'bel 112',
    'Er staat een kliko in brand',
    'het brandt hier',
    'ik ruik gas',
    'twee gewonden',
    'Er zit een kínd vast',
    'onze kinderen kunnen er niet langs',
  ]) {
    it(`are found in "${text}"`, () => {
      assert.ok(namesDanger(text, never));
    });
  }

  for (const text of [
    'grasveld vol bladeren',
    'vriendkind',
    'huisnummer 1125',
    'gaspedaal',
    'brandnetels in de berm',
    '',
  ]) {
    it(`are not found in "${text}"`, () => {
      assert.ok(!namesDanger(text, never));
    });
  }

  it("are the organisation's to choose, and an empty one finds nothing", () => {
    assert.ok(namesDanger('De dijk lekt', ['dijk']));
    assert.ok(!namesDanger('De dijk lekt', ['', '  ']));
    assert.ok(namesDanger('code (rood)', ['(rood)']));
  });
});

describe('Alone in a storm', () => {
  const why = (text: string, more: { private?: true; network?: string } = {}) => {
    const post = { text, account: 'GemWormerland', network: 'x', ...more };
    return whyAlone(post, interpret(post, settings), settings);
  };

  it('are danger, press, private messages and what a colleague brought in; nothing else is', () => {
    assert.equal(why('Er vonkt iets'), 'danger');
    assert.equal(why('Ik ben journalist van de Zaanse krant'), 'kind');
    assert.equal(why('Alles ligt plat hier, zonder stroom'), 'kind');
    assert.equal(why('Mijn adres klopt niet', { private: true }), 'private');
    assert.equal(why('Wanneer komt de kliko?', { network: 'manual' }), 'by-hand');
    assert.equal(why('Wanneer komt de kliko?'), null);
    assert.equal(why('Schandalig, niemand belt terug'), null);
  });
});
