import assert from 'node:assert/strict';
import { preferredReason } from '../../../../services/domain/work-instruction/preferred-reason.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const { instruction } = settings;

function presets(noReplyReasons: readonly string[]): Readonly<Record<string, string | null>> {
  const kinds = Object.keys(instruction.kinds);
  return Object.fromEntries(kinds.map((kind) => [kind, preferredReason({ noReplyReasons }, kind)]));
}

describe('The reason for no reply that is chosen beforehand', () => {
  it('says what is true of the kind, and nothing is chosen for who is owed an answer', () => {
    assert.deepEqual(presets(instruction.noReplyReasons), {
      vraag: null,
      melding: null,
      klacht: null,
      compliment: 'compliment gelezen',
      mening: 'mening zonder vraag',
      overig: 'ruis',
      pers: null,
      calamiteit: null,
    });
  });

  it('is one that the settings know, the next best or none', () => {
    const { compliment, mening, overig } = presets(['inwoners onder elkaar', 'mening zonder vraag?', 'niet voor ons']);
    assert.deepEqual([compliment, mening, overig], [null, 'inwoners onder elkaar', 'niet voor ons']);
  });
});
