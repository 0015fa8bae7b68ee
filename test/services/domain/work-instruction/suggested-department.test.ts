import assert from 'node:assert/strict';
import { type Department, type Settings } from '../../../../services/domain/work-instruction/instruction.ts';
import { type Matter, saysYes } from '../../../../services/domain/work-instruction/says-yes.ts';
import { suggestedDepartment } from '../../../../services/domain/work-instruction/suggested-department.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const about = (kind: string, topic: string | null = null, municipality: string | null = 'wormerland'): Matter => ({
  kind,
  topic,
  municipality,
});

function yesOf(matter: Matter, by: Pick<Settings, 'departments' | 'instruction'> = settings): string {
  const found = saysYes(by, matter);
  return found.who === 'department' ? found.department.name : found.who;
}

function department(name: string, municipality: string | null, ...topics: readonly string[]): Department {
  return { name, municipality, topics, phone: null, people: [] };
}

describe('Who must say yes, by kind and topic', () => {
  it('nobody for a plain question, an approver for a complaint', () => {
    assert.equal(yesOf(about('vraag', 'afval')), 'nobody');
    assert.equal(yesOf(about('klacht', 'afval')), 'approver');
    assert.equal(yesOf(about('vraag', 'juridisch')), 'approver');
  });

  it('the department that the work instruction names for the kind or the topic, before an approver', () => {
    assert.equal(yesOf(about('pers')), 'Communicatie');
    assert.equal(yesOf(about('vraag', 'politiek')), 'Communicatie');
    assert.equal(yesOf(about('klacht', 'politiek')), 'Communicatie');
  });

  it('an approver for a kind that the work instruction does not know', () => {
    assert.equal(yesOf(about('nergens genoemd')), 'approver');
  });

  it("the municipality's own department of that name, before the one for all", () => {
    const departments = [department('Communicatie', null), department('Communicatie', 'oostzaan')];
    const found = saysYes({ ...settings, departments }, about('pers', null, 'oostzaan'));
    assert.ok(found.who === 'department' && found.department.municipality === 'oostzaan');
  });
});

describe('The department that is suggested', () => {
  const named = (matter: Matter, departments = settings.departments): string | undefined =>
    suggestedDepartment({ ...settings, departments }, matter)?.name;

  it('is the one with the topic, and nobody without a topic', () => {
    assert.equal(named(about('vraag', 'afval')), 'Afval en openbare ruimte');
    assert.equal(named(about('vraag', null)), undefined);
    assert.equal(named(about('vraag', 'zwembad')), undefined);
  });

  it('is the one whose yes is needed, whatever the topic', () => {
    assert.equal(named(about('pers', 'afval')), 'Communicatie');
  });

  it('is never one of another municipality, but any while the municipality is unknown', () => {
    assert.equal(named(about('vraag', 'burgerzaken', 'oostzaan')), 'Burgerzaken');
    assert.equal(named(about('vraag', 'burgerzaken', 'wormerland')), undefined);
    assert.equal(named(about('vraag', 'burgerzaken', null)), 'Burgerzaken');
  });

  it("is the municipality's own before the one for all", () => {
    const both = [department('Allen', null, 'zorg'), department('Oostzaan', 'oostzaan', 'zorg')];
    assert.equal(named(about('vraag', 'zorg', 'oostzaan'), both), 'Oostzaan');
    assert.equal(named(about('vraag', 'zorg', 'wormerland'), both), 'Allen');
    assert.equal(named(about('vraag', 'zorg', null), both), 'Allen');
  });
});
