import assert from 'node:assert/strict';
import { firstNameOf } from '../../../../services/domain/busy/first-name.ts';
import { textFor } from '../../../../services/domain/busy/many-text.ts';

const PLACES = ['Wormerland', 'Jisp'];

describe('A first name', () => {
  const NAMES: Readonly<Record<string, string | null>> = {
    'Jan de Vries': 'Jan',
    'Fatima El Amrani': 'Fatima',
    'Anne-Marie van der Berg': 'Anne-Marie',
    Zoë: 'Zoë',
    'jan de vries': null,
    'JAN DE VRIES': null,
    'Jan 🌻': null,
    'J. de Vries': null,
    Jisp: null,
    'Stichting Water': null,
    'Boze Burger': null,
    'De Vries': null,
    'Radio Zaanstreek': null,
    'Wormerland Nieuws': null,
    'Zaanse Omroep': null,
    jantje75: null,
    '': null,
    'Jan zegt wat hij vindt van alles': null,
  };
  for (const [name, first] of Object.entries(NAMES)) {
    it(`of "${name}" is ${first ?? 'not known'}`, () => {
      assert.equal(firstNameOf({ name }, PLACES), first);
    });
  }
});

describe('One text for many', () => {
  const text = (template: string, name: string) => textFor(template, { name }, PLACES);

  it('greets by first name, everywhere that it stands', () => {
    assert.equal(text('Beste {naam}, dank. Succes, {naam}!', 'Jan Kok'), 'Beste Jan, dank. Succes, Jan!');
  });

  it('without a name is a whole sentence', () => {
    assert.equal(text('Beste {naam}, we zijn bezig.', 'jan'), 'Hallo, we zijn bezig.');
    assert.equal(text('Hallo {naam}, we zijn bezig.', 'jan'), 'Hallo, we zijn bezig.');
    assert.equal(text('Dear {naam}, we are on it.', 'jan'), 'Hello, we are on it.');
    assert.equal(text('{naam} we zijn bezig.', 'jan'), 'we zijn bezig.');
  });

  it('never reads a name as part of the template', () => {
    assert.equal(text('Dag {naam}!', 'A$&nton'), 'Dag!');
  });
});
