import assert from 'node:assert/strict';
import { keptSilent, quietFor } from '../../../../services/domain/busy/quiet.ts';
import { fateOf } from '../../../../services/domain/busy/many-text.ts';
import { decide } from '../../../../services/domain/dialogue/decide.ts';
import { asHolder } from '../../../../services/domain/dialogue/decide-holding.ts';
import { isListed, isTakable } from '../../../../services/domain/dialogue/listed/place-in-storm.ts';
import { type Storm } from '../../../../services/domain/busy/storm.ts';
import { type DialogueEvent } from '../../../../services/domain/dialogue/messages.ts';
import { MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { attempt, citizen, claim, elapse, placed, receive, refused, reread, retry } from '../../../support/asks.ts';
import { factsAt, member, type Name, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { type Ask, given } from '../../../support/given.ts';
import { opened, setAsideBy } from '../../../support/happened.ts';

const STORM = [{ id: 's1', practice: true }];
const listed = { ...opened(), storm: { id: 's1', listed: true } } as DialogueEvent;

/** The same storm, switched off at this moment. */
function over(at: number): Storm {
  const by = member('Bram');
  const nothing = { seen: null, lapsedAt: null, calmSince: null, call: null, texts: [] } as const;
  return { ...nothing, id: 's1', practice: true, begunAt: 0, on: { by, at: 0 }, off: { by, at } };
}

const take = (name: Name): Ask => ({ type: 'takeFromList', taker: member(name) });

/** One text for many: by Bram, with the yes of Els. */
function placeMany(text = 'Hallo Teun, we zijn ermee bezig.', more: { wroteAt?: number; placeAt?: number } = {}): Ask {
  return ({ wroteAt }) => ({
    type: 'placeMany',
    many: 'm1',
    text,
    wroteAt,
    submitter: asHolder(member('Bram')),
    approver: member('Els'),
    placeAt: 0,
    ...more,
  });
}

describe('A dialogue that begins in a storm', () => {
  const begins = (text: string, facts = { storms: STORM }, mode: 'practice' | 'live' = 'practice') => {
    const post = citizen(text, 'p1', TUESDAY_TEN - MINUTE);
    const command = { type: 'receive', dialogue: 'd1', mode, post } as const;
    const [event] = decide(null, command, { ...factsAt(TUESDAY_TEN), ...facts }).events;
    return event?.type === 'opened' ? event.storm : 'not opened';
  };

  it('is on a list, unless it is danger', () => {
    assert.deepEqual(begins('Wanneer komt de kliko?'), { id: 's1', listed: true });
    assert.deepEqual(begins('Vonkende kabel bij de school'), { id: 's1', listed: false });
  });

  it('of real messages is on no list of practice, and without a storm on none', () => {
    assert.equal(begins('Wanneer komt de kliko?', { storms: STORM }, 'live'), undefined);
    assert.equal(begins('Wanneer komt de kliko?', { storms: [] }), undefined);
  });
});

describe('A dialogue on a list', () => {
  it('is taken by one of two, and the other hears by whom', () => {
    const taken = given(listed)
      .when(take('Bram'))
      .then({ type: 'takenFromList', by: asHolder(member('Bram')) });
    assert.ok(!isListed(taken.dialogue));
    assert.equal(taken.dialogue.stage.name, 'claimed');
    assert.equal(taken.dialogue.work.mention?.name, 'Bram Kok');
    taken.when(take('Els')).thenRefused('taken', { who: 'Bram Kok' });
    taken.when(take('Bram')).thenRefused('already-yours');
  });

  it('is not taken by who only sees figures', () => {
    given(listed).when(take('Dirk')).thenRefused('no-role');
  });

  it('waits there with more words of the citizen, and tells nobody', () => {
    const after = given(listed).with({ storms: STORM }).when(receive('En wanneer dan?'));
    after.thenTold();
    assert.ok(isTakable(after.then('received').dialogue));
  });

  it('gets a card of its own by words of danger, by an edit too, and by a private message', () => {
    const storm = given(listed).with({ storms: STORM });
    assert.ok(!isListed(storm.when(receive('Nu vonkt er iets')).then('received', 'raised', 'singled').dialogue));
    storm.when(reread('Er is brand')).then('edited', 'raised', 'singled');
    storm.when(receive('Mijn adres', { private: true })).then('received', 'singled');
  });

  it('leaves the list whatever way somebody comes to hold it', () => {
    const { dialogue } = given(listed).when(claim('Els')).then('claimed');
    assert.ok(!isListed(dialogue));
  });

  it('is reminded of by nobody, and nor is any other in the storm', () => {
    const { facts, dialogue } = given(listed);
    assert.equal(quietFor(dialogue, facts), dialogue.storm?.id);
    const other = given().dialogue;
    assert.equal(quietFor(other, facts), null);
    assert.equal(quietFor(other, { storms: STORM }), STORM[0]?.id);
    assert.equal(quietFor({ ...other, mode: 'live' }, { storms: STORM }), null);
  });

  it('says of which nobody was reminded in the storm, as long as the same answer is waited for', () => {
    const { due } = given().dialogue;
    assert.ok(due !== null);
    const nudge = given().with({ storms: STORM }).at(due).when(elapse).then('becameLate').when(elapse);
    nudge.thenTold();
    const late = nudge.then({ type: 'nudged', storm: 's1' });
    const storm = over(due);
    assert.deepEqual(keptSilent([late.dialogue, given().dialogue], storm), [late.dialogue]);
    assert.deepEqual(keptSilent([late.dialogue], { ...storm, id: 'an other' }), []);
    const aside = late.after(setAsideBy('Bram')).dialogue;
    assert.deepEqual(keptSilent([aside], storm), []);
  });
});

describe('One text for many, in one dialogue', () => {
  it('is frozen with the signature of who wrote it and the yes of another, and stays on the list', () => {
    const now = given(listed).when(placeMany()).then('frozenForMany').dialogue;
    assert.ok(now.stage.name === 'approved');
    const { publication } = now.stage;
    assert.equal(publication.text, 'Hallo Teun, we zijn ermee bezig. ^BK');
    assert.equal(publication.approvedBy.name, 'Els Prins');
    assert.equal(publication.submittedBy.name, 'Bram Kok');
    assert.equal(publication.placeAt, TUESDAY_TEN + 15 * SECOND);
    assert.ok(isListed(now) && !isTakable(now));
    assert.equal(fateOf('m1', now), 'underway');
  });

  it('waits for its turn, and is not late by that', () => {
    const later = TUESDAY_TEN + 20 * MINUTE;
    const frozen = given(listed)
      .when(placeMany(undefined, { placeAt: later }))
      .then('frozenForMany');
    const done = frozen.at(later).when(attempt).then('attempted').when(placed()).then('published').dialogue;
    assert.equal(fateOf('m1', done), 'placed');
    assert.ok(isListed(done), 'an answer needs no card');
  });

  it('passes by what somebody took, what the citizen wrote since, and what it does not fit', () => {
    given(listed).when(take('Els')).then('takenFromList').when(placeMany()).thenNothing();
    given(listed)
      .when(placeMany(undefined, { wroteAt: 0 }))
      .thenNothing();
    given(listed)
      .when(placeMany('x'.repeat(300)))
      .thenNothing();
    given(listed).when(placeMany('Bel 06-12345678')).thenNothing();
    given(listed).when(placeMany()).then('frozenForMany').when(placeMany()).thenNothing();
    given({ ...listed, network: 'x', account: null, asked: false } as DialogueEvent)
      .when(placeMany())
      .thenNothing();
  });

  it('passes by what a department decides upon', () => {
    const politics = { ...opened({ topic: 'politiek' }), storm: { id: 's1', listed: true } } as DialogueEvent;
    given(politics).when(placeMany()).thenNothing();
  });

  it('that is refused waits on the list for a person, who sees why', () => {
    const back = given(listed)
      .when(placeMany())
      .then('frozenForMany')
      .later(15 * SECOND)
      .when(attempt)
      .then('attempted');
    const refusedBack = back.when(refused());
    refusedBack.thenTold();
    const now = refusedBack.then('notPlaced');
    assert.ok(isTakable(now.dialogue));
    assert.equal(fateOf('m1', now.dialogue), 'failed');
    const taken = now.when(take('Els')).then('takenFromList');
    assert.equal(taken.dialogue.stage.name, 'drafted');
    assert.equal(taken.dialogue.concept?.text, 'Hallo Teun, we zijn ermee bezig.');
    // With her signature it is another text, and who wrote it is Bram: her own yes will do.
    taken.when(retry('Els')).then({ type: 'frozen' });
  });

  it('comes back when the citizen writes first', () => {
    const frozen = given(listed).when(placeMany()).then('frozenForMany');
    const after = frozen.when(receive('Laat maar, het is opgelost'));
    after.thenTold();
    assert.ok(
      isTakable(after.then('received', { type: 'notPlaced', hitch: { why: 'overtaken', many: 'm1' } }).dialogue),
    );
  });

  it('is stopped as long as it is not on its way', () => {
    const frozen = given(listed).when(placeMany()).then('frozenForMany');
    const stop = (many: string): Ask => ({ type: 'stopMany', many, stopper: member('Els') });
    frozen.when(stop('m2')).thenNothing();
    assert.ok(isTakable(frozen.when(stop('m1')).then('stopped').dialogue));
    frozen
      .later(15 * SECOND)
      .when(attempt)
      .then('attempted')
      .when(stop('m1'))
      .thenNothing();
  });

  it('brings the dialogue back to the list when the citizen reacts to it', () => {
    const done = given(listed)
      .when(placeMany())
      .then('frozenForMany')
      .later(15 * SECOND)
      .when(attempt)
      .then('attempted')
      .when(placed())
      .then('published')
      .onDuty('Bram');
    const after = done.when(receive('Maar wanneer precies?')).then('received', { type: 'followedUp', for: null });
    assert.ok(isTakable(after.dialogue));
  });
});
