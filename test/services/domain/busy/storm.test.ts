import assert from 'node:assert/strict';
import { decideBusy } from '../../../../services/domain/busy/decide-busy.ts';
import { evolveBusy } from '../../../../services/domain/busy/evolve-busy.ts';
import { type BusyCommand, type BusyRefusal } from '../../../../services/domain/busy/messages.ts';
import { currentStorm, phaseOf, type Storms, stormOn } from '../../../../services/domain/busy/storm.ts';
import { type Instant, MINUTE } from '../../../../services/domain/instant.ts';
import { local, member, officeHours, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

/** What a storm goes through, step by step. */
class Weather {
  storms: Storms = [];
  refusal: BusyRefusal | null = null;
  happened: readonly string[] = [];
  private at: Instant;

  constructor(at = TUESDAY_TEN) {
    this.at = at;
  }

  later(minutes: number): this {
    this.at += minutes * MINUTE;
    return this;
  }

  comes(count: number, practice = false): this {
    return this.asks({ type: 'rateSeen', id: `s${this.at}`, practice, rate: { count, topic: 'afval' } });
  }

  asks(command: BusyCommand): this {
    const { events, refusal } = decideBusy(this.storms, command, { at: this.at, settings, openHours: officeHours });
    this.storms = events.reduce((storms: Storms, event) => evolveBusy(storms, { ...event, at: this.at }), this.storms);
    this.refusal = refusal;
    this.happened = events.map(({ type }) => type);
    return this;
  }

  on(name: 'Bram' | 'Els' | 'Dirk' = 'Bram'): this {
    return this.asks({ type: 'switchBusyOn', id: `s${this.at}`, practice: false, by: member(name) });
  }

  off(name: 'Bram' | 'Els' = 'Els'): this {
    return this.asks({ type: 'switchBusyOff', practice: false, by: member(name) });
  }

  get phase(): string | null {
    const storm = this.storms.at(-1);
    return storm === undefined ? null : phaseOf(storm);
  }
}

describe('A storm', () => {
  it('is proposed once, at the rate of the work instruction and not below', () => {
    const weather = new Weather().comes(14);
    assert.equal(weather.storms.length, 0);
    weather.comes(15);
    assert.deepEqual(weather.happened, ['stormProposed']);
    assert.deepEqual(weather.storms[0]?.seen, { count: 15, topic: 'afval' });
    assert.deepEqual(weather.later(1).comes(40).happened, []);
    assert.equal(stormOn(weather.storms, false), null);
  });

  it('is not proposed when nobody is there', () => {
    assert.deepEqual(new Weather(local('11-24 18:00')).comes(40).storms, []);
  });

  it('lapses when it is calm again before anybody switched it on, and a later one is proposed anew', () => {
    const weather = new Weather().comes(20).later(20).comes(10);
    assert.equal(weather.phase, 'proposed');
    assert.equal(weather.comes(7).phase, 'lapsed');
    weather.later(60).comes(30);
    assert.deepEqual(
      weather.storms.map((storm) => phaseOf(storm)),
      ['proposed'],
    );
  });

  it('is switched on and off by a person, unasked too', () => {
    const weather = new Weather().on();
    assert.equal(stormOn(weather.storms, false)?.on?.by.name, 'Bram Kok');
    weather.on('Els');
    assert.deepEqual(weather.refusal, { code: 'busy-already', who: 'Bram Kok', at: TUESDAY_TEN });
    assert.equal(weather.later(30).off().phase, 'off');
    assert.deepEqual(weather.off().refusal, { code: 'not-busy' });
  });

  it('is not switched by who only sees figures', () => {
    assert.deepEqual(new Weather().on('Dirk').refusal, { code: 'busy-role', role: 'webcare' });
  });

  it('is proposed to be ended when it was calm for as long as is counted, and not when it came back', () => {
    const weather = new Weather().comes(20).on().later(10).comes(2);
    assert.equal(weather.storms[0]?.calmSince, null);
    weather.later(5).comes(7);
    assert.deepEqual(
      weather.storms.map(({ calmSince }) => calmSince),
      [TUESDAY_TEN + 15 * MINUTE],
    );
    assert.deepEqual(weather.later(1).comes(3).happened, []);
    assert.equal(weather.later(1).comes(16).storms[0]?.calmSince, null);
    assert.equal(weather.phase, 'on');
  });

  it('is not proposed to who just switched it off, and is when it goes on', () => {
    const weather = new Weather().comes(20).on().later(20).off().later(1).comes(20);
    assert.equal(weather.phase, 'off');
    assert.equal(weather.later(14).comes(20).phase, 'proposed');
  });

  it('of practice hides nothing real', () => {
    const weather = new Weather().comes(20, true);
    assert.equal(currentStorm(weather.storms, false), null);
    assert.equal(currentStorm(weather.storms, true)?.practice, true);
  });

  it('is forgotten when nothing of it is left, and not while it is on', () => {
    const weather = new Weather().on();
    const storm = weather.storms[0]!.id;
    assert.equal(weather.asks({ type: 'stormDone', storm }).storms.length, 1);
    assert.equal(weather.off().asks({ type: 'stormDone', storm }).storms.length, 1);
    assert.equal(weather.later(15).asks({ type: 'stormDone', storm }).storms.length, 0);
  });
});

describe('The call for help', () => {
  const call = (weather: Weather): Weather =>
    weather.asks({
      type: 'callForHelp',
      storm: weather.storms[0]?.id ?? '',
      by: member('Bram'),
      onDuty: [member('Bram'), member('Els')],
    });

  it('goes to all who answer citizens and are not there, once in a storm', () => {
    const weather = call(new Weather().on());
    assert.deepEqual(
      weather.storms[0]?.call?.to.map(({ name }) => name),
      ['Anna de Boer', 'Carla Visser'],
    );
    assert.deepEqual(call(weather.later(5)).refusal, { code: 'called-already', who: 'Bram Kok', at: TUESDAY_TEN });
  });

  it('keeps the last word of each', () => {
    const weather = call(new Weather().on());
    const says = (helps: boolean) =>
      weather.asks({ type: 'answerCall', storm: weather.storms[0]!.id, by: member('Anna'), helps });
    says(true);
    assert.deepEqual(says(true).happened, []);
    says(false);
    assert.deepEqual(
      weather.storms[0]?.call?.answers.map(({ by, helps }) => [by.name, helps]),
      [['Anna de Boer', false]],
    );
  });

  it('is not made without a storm', () => {
    assert.deepEqual(call(new Weather().comes(20)).refusal, { code: 'storm-over' });
  });
});
