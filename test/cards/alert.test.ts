import assert from 'node:assert/strict';
import { alertText } from '../../cards/alert.ts';
import { type Alert } from '../../services/domain/alert.ts';
import { WARN_AT } from '../../services/domain/spending.ts';
import { local } from '../support/dialogue-facts.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';

const stretch = { network: 'x', from: local('11-24 02:10'), until: local('11-24 09:45') };

describe('An alert', () => {
  it('of a gap says whose posts may be missing, from when until when, and where to look', () => {
    const alert: Alert = { what: 'gap', ...stretch, readFor: { kind: 'mentions', account: 'Gem_Wormerland' } };
    assert.equal(
      alertText(alert, DUTCH),
      'X liet ons niet alles zien. Van di 24 nov 02:10 tot di 24 nov 09:45 kunnen berichten ontbreken waarin @Gem\\_Wormerland genoemd wordt. Kijk zelf op X wat er in die tijd geschreven is.',
    );
  });

  it('of a gap in what is listened for names the terms, and reads none of their marks as markdown', () => {
    const alert: Alert = {
      what: 'gap',
      ...stretch,
      readFor: { kind: 'search', terms: ['afval', '[*weg*](http://x)'] },
    };
    assert.match(alertText(alert, DUTCH), /ontbreken over afval en \\\[\\\*weg\\\*\\\]\(http:\/\/x\)\. Kijk/);
    assert.match(alertText(alert, ENGLISH), /^X did not show us everything\. Posts about afval and /);
  });

  it('of spending says how much, in which month, and what happens from here on, at every percentage', () => {
    const told = WARN_AT.map((percent) => {
      const alert: Alert = { what: 'spending', network: 'x', percent, spent: 40.126, monthly: 50, month: '2026-11' };
      return alertText(alert, DUTCH).replaceAll('\u00a0', ' ');
    });
    for (const [n, text] of told.entries()) {
      assert.match(text, /^X kostte in november 2026 tot nu toe US\$ 40,13\. /);
      assert.match(text, new RegExp(`Daarmee is ${WARN_AT[n]}% van onze maandgrens van US\\$ 50,00 bereikt\\. `));
    }
    assert.match(told[0]!, /Je hoeft nu niets te doen\.$/);
    assert.match(told[1]!, /4 keer minder vaak/);
    assert.match(told[2]!, /zoeken tot de volgende maand niet meer/);
    assert.match(told[3]!, /alleen een grens bij X zelf stopt dat/);
  });
});
