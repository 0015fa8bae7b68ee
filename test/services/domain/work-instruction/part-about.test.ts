import assert from 'node:assert/strict';
import { partAbout } from '../../../../services/domain/work-instruction/part-about.ts';
import { settings } from '../../../support/dialogue-facts.ts';

describe('The part of the work instruction that is asked for', () => {
  const part = (asked: string): string => {
    const found = partAbout(settings, asked);
    return found.about === 'kind' ? found.kind : found.about === 'topic' ? found.topic : found.about;
  };

  it('is all of it without a word', () => {
    assert.equal(part('  '), 'all');
  });

  it('is a kind or a topic, spelled more or less right, or a word that belongs to a topic', () => {
    assert.equal(part('Klacht'), 'klacht');
    assert.equal(part('klaht'), 'klacht');
    assert.equal(part('complimnt'), 'compliment');
    assert.equal(part('afval'), 'afval');
    assert.equal(part('grofvuil'), 'afval');
    assert.equal(part('juridisch'), 'juridisch');
  });

  it('is the kind where a topic has the same name, for the kind says who approves as well', () => {
    assert.equal(partAbout(settings, 'pers').about, 'kind');
  });

  it('is nothing under a name that is nowhere', () => {
    assert.equal(part('quantumfysica'), 'unknown');
  });
});
