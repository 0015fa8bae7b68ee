import assert from 'node:assert/strict';
import { decide } from '../../../../services/domain/dialogue/decide.ts';
import { type DialogueEvent } from '../../../../services/domain/dialogue/messages.ts';
import { type Post } from '../../../../services/domain/post.ts';
import * as ask from '../../../support/asks.ts';
import { factsAt, local, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  opened,
  setAsideBy,
  submittedBy,
  TEXT,
} from '../../../support/happened.ts';

type Opened = Extract<DialogueEvent, { type: 'opened' }>;

/** Found unasked, and to be answered from the account of its place. */
const HEARD: DialogueEvent = { ...(opened() as Opened), asked: false };

function open(text: string, posted: string, fields: Partial<Post> = {}): Opened {
  const post = ask.citizen(text, 'p1', local(posted), fields);
  const command = { type: 'receive', dialogue: 'd1', mode: 'practice', post } as const;
  const { events, refusal } = decide(null, command, factsAt(local('11-24 10:00')));
  assert.equal(refusal, null);
  assert.deepEqual(
    events.map(({ type }) => type),
    ['opened'],
  );
  return events[0] as Opened;
}

describe('A first post', () => {
  it('opens a dialogue on the account that was addressed', () => {
    const event = open('Wanneer wordt het grofvuil opgehaald in Jisp?', '11-24 09:45');
    assert.deepEqual(
      [event.asked, event.account, event.thread, event.citizen.handle],
      [true, 'GemWormerland', 'p1', 'jisper'],
    );
    assert.deepEqual(event.interpretation, { kind: 'vraag', topic: 'afval', municipality: 'wormerland', because: '?' });
  });

  it('found unasked is answered from the account of the place it names', () => {
    const event = open('Het ruikt vreemd in Oostzaan', '11-24 09:45', { account: null });
    assert.deepEqual([event.asked, event.account], [false, 'GemOostzaan']);
  });

  it('is to be seen, also when it is only thanks', () => {
    assert.equal(open('Dankjewel!', '11-24 09:45').post.thanks, false);
  });

  it('changes nothing when it comes a second time', () => {
    given()
      .when(ask.receive('nogmaals', { id: 'p1' }))
      .thenNothing();
    given(...ANSWERED_ONCE)
      .when(ask.receive('nogmaals', { id: 'p1' }))
      .thenNothing();
  });
});

describe('A post found unasked', () => {
  const unasked = (text: string, foundBy: readonly string[]): Opened =>
    open(text, '11-24 09:45', { network: 'x', account: null, foundBy });

  it('keeps what found it', () => {
    assert.deepEqual(unasked('Wormer!', ['wormerland']).post.foundBy, ['wormerland']);
  });

  it('is answered from where the term that found it says, whatever place it names', () => {
    assert.equal(unasked('De overgemeenten doen niks in De Haal', ['organisatie']).account, 'GemWormerland');
  });

  it('is answered from where the term of its own place says, when several found it', () => {
    const event = unasked('OVER-gemeenten, doe iets aan Oostzaan', ['organisatie', 'oostzaan']);
    assert.deepEqual([event.account, event.interpretation.municipality], ['GemOostzaan', 'oostzaan']);
  });

  it('has the municipality of the term when its text names none, and none when the terms do not agree', () => {
    assert.equal(unasked('Het stinkt', ['wormerland']).interpretation.municipality, 'wormerland');
    assert.equal(unasked('Het stinkt in De Haal', ['wormerland']).interpretation.municipality, 'oostzaan');
    assert.equal(unasked('Het stinkt', ['oostzaan', 'wormerland']).interpretation.municipality, null);
    assert.equal(unasked('Het stinkt', ['organisatie']).interpretation.municipality, null);
  });

  it('knows no terms of another network', () => {
    const event = open('Het stinkt', '11-24 09:45', { account: null, foundBy: ['wormerland'] });
    assert.equal(event.interpretation.municipality, null);
  });
});

describe('The same post, found once more', () => {
  const found = given(HEARD);
  const again = (fields: Partial<Post>) => ask.receive('Het stinkt in Jisp', { id: 'p1', account: null, ...fields });
  const twice = found.when(again({ foundBy: ['wormerland'] })).then({ type: 'foundAgain', names: ['wormerland'] });

  it('keeps every way in which it was found, once', () => {
    const thrice = twice
      .when(again({ foundBy: ['wormerland', 'organisatie'] }))
      .then({ type: 'foundAgain', names: ['organisatie'] });
    assert.deepEqual(
      thrice.dialogue.posts.map(({ foundBy }) => foundBy),
      [['wormerland', 'organisatie']],
    );
    thrice.when(again({ foundBy: ['organisatie'] })).thenNothing();
  });

  it('changes nothing else, and nothing that a message is spent on', () => {
    const { dialogue: before } = found;
    const { posts, version, course } = twice.dialogue;
    assert.deepEqual(
      { ...twice.dialogue, posts: before.posts, version: before.version, course: before.course },
      before,
    );
    assert.deepEqual([posts.length, version, course.length], [1, before.version + 1, 2]);
  });

  it('becomes asked when it is addressed to us after all: that shows, and the account that is named replies', () => {
    const asked = twice
      .when(again({ account: 'GemOostzaan', foundBy: ['@GemOostzaan'] }))
      .then('foundAgain', { type: 'becameAsked', account: 'GemOostzaan', municipality: 'wormerland' });
    const { dialogue } = asked;
    assert.deepEqual([dialogue.asked, dialogue.account], [true, 'GemOostzaan']);
    assert.equal(dialogue.faceAt, dialogue.version);
    asked.when(again({ account: 'GemWormerland', foundBy: ['@GemOostzaan'] })).thenNothing();
  });

  it('keeps who is writing from placing under another name than the card shows', () => {
    const typing = found.after(claimedBy('Bram'));
    const { version } = typing.dialogue;
    const asked = typing
      .when(again({ account: 'GemOostzaan', foundBy: ['@GemOostzaan'] }))
      .then('foundAgain', 'becameAsked');
    assert.deepEqual(asked.dialogue.work, typing.dialogue.work, 'the card in use stays');
    asked.when(ask.place('Bram', TEXT, version)).thenRefused('citizen-wrote', {}, 'kept');
  });

  it('lets what is on its way go from the account that was said yes to', () => {
    const frozen = given(HEARD, claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'));
    const asked = frozen
      .when(again({ account: 'GemOostzaan', foundBy: ['@GemOostzaan'] }))
      .then('foundAgain', { type: 'becameAsked', account: frozen.dialogue.account });
    assert.deepEqual([asked.dialogue.asked, asked.dialogue.stage.name], [true, 'approved']);
  });
});

describe('Who was heard unasked and then asks us', () => {
  it('is news for who writes or waits for a yes, from whichever account', () => {
    for (const account of ['GemWormerland', 'GemOostzaan']) {
      for (const busy of [given(HEARD, claimedBy('Bram')), given(HEARD, claimedBy('Bram'), submittedBy('Bram'))])
        busy.when(ask.receive(`@${account} hallo?`, { account })).thenTold(['citizen-wrote', 'Bram']);
    }
  });

  it('is answered from the account that is asked', () => {
    const { dialogue } = given(HEARD)
      .when(ask.receive('@GemOostzaan doen jullie hier iets aan?', { account: 'GemOostzaan' }))
      .then('becameAsked', 'received');
    assert.deepEqual([dialogue.asked, dialogue.account], [true, 'GemOostzaan']);
  });

  it('takes a text back that was to go from another account, when there is time', () => {
    const { dialogue } = given(HEARD, claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'))
      .when(ask.receive('@GemOostzaan hallo?', { account: 'GemOostzaan' }))
      .then('becameAsked', 'received', { type: 'notPlaced', hitch: { why: 'overtaken' } });
    assert.deepEqual([dialogue.stage.name, dialogue.account], ['drafted', 'GemOostzaan']);
  });
});

describe('An answer is due', () => {
  it('after four opening hours, counted from posting and not from when it reached us', () => {
    assert.equal(open('Hoe laat?', '11-24 09:45').due, local('11-24 13:45'));
    assert.equal(open('Hoe laat?', '11-24 16:00').due, local('11-25 11:30'));
    assert.equal(open('Hoe laat?', '11-21 23:10').due, local('11-23 12:30'), 'posted on Saturday night');
  });

  it('to the press within a quarter of an hour, open or not', () => {
    assert.equal(open('Ik schrijf over de fusie', '11-24 16:50').due, local('11-24 17:05'));
  });

  it('to danger within half an hour, open or not', () => {
    assert.equal(open('Er is brand op het Zuideinde', '11-22 03:00').due, local('11-22 03:30'));
  });

  it('never to praise, opinions and the rest', () => {
    for (const text of ['Complimenten voor de baliemedewerker', 'Ik vind het mooi zo', 'De zon schijnt in Jisp']) {
      assert.equal(open(text, '11-24 09:45').due, null, text);
    }
  });

  it('to a kind that the work instruction does not name', () => {
    assert.equal(given(opened({ kind: 'raadsel' })).dialogue.due, local('11-24 13:45'));
  });
});

describe('More of the citizen while it is being worked on', () => {
  it('is read along and leaves the stage as it is', () => {
    for (const open of [given(), given(claimedBy('Bram')), given(claimedBy('Bram'), submittedBy('Bram'))]) {
      const { dialogue } = open.when(ask.receive('O ja, het gaat om de Dorpsstraat')).then('received');
      assert.equal(dialogue.stage.name, open.dialogue.stage.name);
      assert.equal(dialogue.wroteAt, dialogue.version);
      assert.equal(dialogue.due, open.dialogue.due);
    }
  });

  it('leaves a card that is being written in alone', () => {
    const claimed = given(claimedBy('Bram'));
    const { work } = claimed.when(ask.receive('Nog iets')).then('received').dialogue;
    assert.deepEqual(work, claimed.dialogue.work);
  });
});

describe('A follow-up', () => {
  const answered = given(...ANSWERED_ONCE);
  const ended = {
    answered,
    closed: answered.after(finishedBy('Bram', 'replied')),
    'set aside': given(setAsideBy('Bram')),
  };

  for (const [name, dialogue] of Object.entries(ended)) {
    it(`of only thanks is shown and re-opens nothing when ${name}`, () => {
      const after = dialogue
        .when(ask.receive('@GemWormerland Dankjewel!! 🙏'))
        .then({ type: 'received', post: { thanks: true } });
      assert.equal(after.dialogue.stage.name, dialogue.dialogue.stage.name);
      assert.equal(after.dialogue.posts.length, dialogue.dialogue.posts.length + 1);
    });

    it(`of any other word re-opens for who had it, when on duty and it was ${name}`, () => {
      const after = dialogue
        .later(60_000)
        .when(ask.receive('Dank maar het is nog niet opgelost'))
        .then('received', { type: 'followedUp', for: { name: 'Bram Kok' } });
      const { stage, work, due } = after.dialogue;
      assert.ok(stage.name === 'claimed');
      assert.deepEqual([stage.by.name, stage.since], ['Bram Kok', after.facts.at]);
      assert.deepEqual([work.generation, work.mention?.name], [dialogue.dialogue.work.generation + 1, 'Bram Kok']);
      assert.equal(due, local('11-24 14:00'), 'due again, from the new post on');
    });

    it(`of any other word waits, and says who had it, when that person is off duty and it was ${name}`, () => {
      const after = dialogue
        .onDuty('Anna', 'Carla')
        .when(ask.receive('En nu?'))
        .then('received', { type: 'followedUp', for: null, had: { name: 'Bram Kok' } });
      const { stage, work } = after.dialogue;
      assert.equal(stage.name === 'waiting' && stage.had?.name, 'Bram Kok');
      assert.equal(work.generation, dialogue.dialogue.work.generation, 'no work card for nobody');
    });
  }

  it('leaves the moment of the first answer, which only the first one counts for', () => {
    const again = answered.later(60_000).when(ask.receive('En nu?')).then('received', 'followedUp');
    assert.equal(again.dialogue.answeredAt, TUESDAY_TEN);
  });

  it('leaves a half-written text with the dialogue', () => {
    const set = given(claimedBy('Bram'), keptBy('Bram'), setAsideBy('Bram'));
    const again = set.when(ask.receive('Hallo? Wat nu')).then('received', 'followedUp');
    assert.equal(again.dialogue.concept?.text, TEXT);
  });

  it('may be about something graver, and that is what counts', () => {
    answered
      .when(ask.receive('Er is nu brand!'))
      .then('received', { type: 'followedUp', interpretation: { kind: 'calamiteit' } });
  });

  it('does not take a topic that needs a yes away', () => {
    const politics = given(opened({ topic: 'politiek' }), setAsideBy('Bram'));
    const again = politics.when(ask.receive('En het afval dan?')).then('received', 'followedUp');
    assert.equal(again.dialogue.topic, 'politiek');
    again.when(ask.place('Bram')).thenRefused('department-needed', {}, 'kept');
  });
});

describe('A dialogue that does not exist', () => {
  it('takes no other command than a first post', () => {
    const claim = { type: 'claim', by: { name: 'x', email: 'x', initials: 'X', roles: ['webcare'] } } as const;
    assert.deepEqual(decide(null, claim, factsAt(TUESDAY_TEN)), { events: [], refusal: null });
  });
});

describe('Newer words that are graver', () => {
  const danger = ask.receive('En nu staat de container in brand!', { postedAt: local('11-24 10:20') });

  it('raise the kind, and the answer is due sooner', () => {
    for (const open of [given(), given(claimedBy('Bram')), given(claimedBy('Bram'), submittedBy('Bram'))]) {
      const { dialogue } = open.when(danger).then('received', 'raised');
      assert.equal(dialogue.kind, 'calamiteit');
      assert.equal(dialogue.due, local('11-24 10:50'));
    }
  });

  it('never take a second pair of eyes off: milder words change nothing', () => {
    const complaint = given(opened({ kind: 'klacht' }));
    const { dialogue } = complaint.when(ask.receive('Hoe laat gaat het loket open?')).then('received');
    assert.equal(dialogue.kind, 'klacht');
  });
});
