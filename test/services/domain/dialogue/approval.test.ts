import assert from 'node:assert/strict';
import { frozenMatter } from '../../../../services/domain/dialogue/frozen-matter.ts';
import * as ask from '../../../support/asks.ts';
import { member, settings } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import { attempted, claimedBy, frozenBy, keptBy, opened, submittedBy, TEXT } from '../../../support/happened.ts';

const GROFVUIL = settings.answers.find(({ id }) => id === 'grofvuil')?.text ?? '';
const question = given(claimedBy('Bram'));
const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'));
const draft = complaint.after(submittedBy('Bram'));

const hashOf = ({ dialogue, facts }: Given): string => facts.fingerprint(frozenMatter(dialogue));

describe('Placing without a second pair of eyes', () => {
  it('is allowed for a question, with the signature of who holds it', () => {
    question.when(ask.place('Bram')).then('kept', {
      type: 'frozen',
      publication: {
        number: 1,
        text: `${TEXT} ^BK`,
        account: 'GemWormerland',
        inReplyTo: 'p1',
        submittedBy: { name: 'Bram Kok' },
        approvedBy: { name: 'Bram Kok' },
        attempt: null,
      },
    });
  });

  it('is never allowed to a trainee, not even with an approved standing answer', () => {
    const carlas = given(claimedBy('Carla'));
    carlas.when(ask.place('Carla')).thenRefused('approval-needed', {}, 'kept');
    carlas.when(ask.place('Carla', GROFVUIL)).thenRefused('approval-needed', {}, 'kept');
    carlas.when(ask.submit('Carla')).then('submitted').when(ask.approve('Els')).then('frozen');
  });

  it('is not allowed for a complaint, not even to an approver', () => {
    complaint.when(ask.place('Bram')).thenRefused('approval-needed', {}, 'kept');
    given(opened({ kind: 'klacht' }), claimedBy('Els'))
      .when(ask.place('Els'))
      .thenRefused('approval-needed', {}, 'kept');
  });

  it('is not allowed for a kind that the work instruction does not name', () => {
    given(opened({ kind: 'raadsel' }), claimedBy('Bram'))
      .when(ask.place('Bram'))
      .thenRefused('approval-needed', {}, 'kept');
  });

  it('is not allowed for a topic that always needs a yes, whatever the kind', () => {
    const politics = given(opened({ topic: 'politiek' }), claimedBy('Bram'));
    politics
      .when(ask.place('Bram'))
      .thenRefused('department-needed', { department: 'Communicatie', phone: '075-1234503' }, 'kept');
    const press = given(opened({ kind: 'pers', topic: 'wonen' }), claimedBy('Bram'));
    press
      .when(ask.place('Bram'))
      .thenRefused('department-needed', { department: 'Communicatie', phone: '075-1234503' }, 'kept');
  });

  it('is allowed for an approved standing answer to the letter, whatever the kind', () => {
    complaint.when(ask.place('Bram', GROFVUIL)).then('kept', 'frozen');
    complaint.when(ask.place('Bram', `  ${GROFVUIL}\n`)).then('kept', 'frozen');
  });

  it('is not allowed for a standing answer that was changed by one comma', () => {
    complaint.when(ask.place('Bram', GROFVUIL.replace(' via', ', via'))).thenRefused('approval-needed', {}, 'kept');
  });

  it('is not allowed for the approved answer of the other municipality', () => {
    const oostzaan = given(opened({ kind: 'klacht', municipality: 'oostzaan' }), claimedBy('Bram'));
    oostzaan.when(ask.place('Bram', GROFVUIL)).thenRefused('approval-needed', {}, 'kept');
    oostzaan.when(ask.useAnswer('Bram')).thenRefused('unknown-answer');
  });

  it('is not allowed for a standing answer that nobody approved beforehand', () => {
    const answers = settings.answers.map((answer) => ({ ...answer, approved: false }));
    const asGiven = complaint.with({ settings: { ...settings, answers } });
    asGiven.when(ask.place('Bram', GROFVUIL)).thenRefused('approval-needed', {}, 'kept');
  });

  it('is for the holder only; what another typed is kept apart', () => {
    question
      .when(ask.place('Anna', 'Van Anna.'))
      .thenRefused('not-yours', { who: 'Bram Kok' }, 'keptApart')
      .look(({ spare, concept }) => {
        assert.deepEqual([spare?.text, spare?.writer.name, concept], ['Van Anna.', 'Anna de Boer', null]);
      });
  });
});

describe('A text', () => {
  it('that is too long is refused with by how much, signature counted, and is still there', () => {
    const fits = 'x'.repeat(280 - ' ^BK'.length);
    question.when(ask.place('Bram', fits)).then('kept', 'frozen');
    question.when(ask.place('Bram', `${fits}xy`)).thenRefused('too-long', { over: 2, limit: 280 }, 'kept');
    question
      .when(ask.submit('Bram', `${fits}x`))
      .thenRefused('too-long', { over: 1 }, 'kept')
      .look(({ concept }) => {
        assert.equal(concept?.text, `${fits}x`);
      });
  });

  it('that is empty is refused, and there is nothing to keep', () => {
    question.when(ask.place('Bram', ' \n ')).thenRefused('empty');
    question.when(ask.submit('Bram', '')).thenRefused('empty');
    draft.when(ask.amend('Bram', '')).thenRefused('empty');
  });

  it('with personal data is refused and kept', () => {
    const text = 'Bel Teun op 06-12345678.';
    question.when(ask.place('Bram', text)).thenRefused('personal-data', { what: 'phone' }, 'kept');
    question.when(ask.submit('Bram', text)).thenRefused('personal-data', {}, 'kept');
    draft.when(ask.amendAndPlace('Els', text)).thenRefused('personal-data', {}, 'keptApart');
  });

  it('cannot be placed where there is no account to place it from', () => {
    given(opened({ account: null }), claimedBy('Bram'))
      .when(ask.place('Bram'))
      .thenRefused('no-account', {}, 'kept');
  });

  it('is placed nor submitted in listening mode, and may be written', () => {
    const listening = given(opened({ mode: 'listening' }), claimedBy('Bram'));
    listening.when(ask.place('Bram')).thenRefused('listening', {}, 'kept');
    listening.when(ask.submit('Bram')).thenRefused('listening', {}, 'kept');
    listening.when(ask.keep('Bram')).then('kept');
    const draftThere = given(opened({ mode: 'listening' }), claimedBy('Bram'), submittedBy('Bram'));
    draftThere.when(ask.approve('Els')).thenRefused('listening');
    draftThere.when(ask.amendAndPlace('Els', 'Anders.')).thenRefused('listening', {}, 'keptApart');
  });

  it('that was half written is kept for when the telephone has been answered', () => {
    question
      .when(ask.keep('Bram', 'Dins'))
      .then({ type: 'kept', concept: { text: 'Dins' } })
      .look(({ work }) => {
        assert.equal(work.generation, 1, 'in the same card');
      });
  });

  it('typed by who is not the holder any more is kept apart, and a manager’s too', () => {
    given(claimedBy('Anna')).when(ask.keep('Bram', 'Net te laat.')).thenRefused('not-yours', {}, 'keptApart');
    given().when(ask.submit('Bram', 'Losgelaten.')).thenRefused('not-now', {}, 'keptApart');
    question.when(ask.keep('Dirk', 'Van de manager.')).thenRefused('no-role', {}, 'keptApart');
  });

  it('that stands there already is not kept twice', () => {
    draft.when(ask.submit('Bram', TEXT)).thenRefused('not-now');
  });
});

describe('A standing answer', () => {
  it('fills the card, and what was typed is kept apart', () => {
    question
      .when(ask.useAnswer('Bram', 'grofvuil', 'Zelf getypt'))
      .then({ type: 'keptApart', concept: { text: 'Zelf getypt' } }, { type: 'kept', answer: 'grofvuil' })
      .look(({ concept, spare }) => {
        assert.deepEqual([concept?.text, spare?.text], [GROFVUIL, 'Zelf getypt']);
      });
  });

  it('that does not exist leaves what was typed', () => {
    question.when(ask.useAnswer('Bram', 'bestaat-niet', 'Zelf')).thenRefused('unknown-answer', {}, 'kept');
  });
});

describe('Approval', () => {
  it('by another freezes exactly the text that was submitted', () => {
    draft.when(ask.approve('Els')).then({
      type: 'frozen',
      publication: { text: `${TEXT} ^BK`, submittedBy: { name: 'Bram Kok' }, approvedBy: { name: 'Els Prins' } },
    });
  });

  it('takes the role of approver', () => {
    draft.when(ask.approve('Carla')).thenRefused('no-role', { role: 'approver' });
    given(opened({ kind: 'klacht' }), claimedBy('Carla'), submittedBy('Carla'))
      .when(ask.approve('Bram'))
      .thenRefused('no-role', { role: 'approver' });
  });

  it('is never given by who submitted the text, not even after somebody else’s comma', () => {
    const annas = given(opened({ kind: 'klacht' }), claimedBy('Anna'), submittedBy('Anna'));
    annas.when(ask.approve('Anna')).thenRefused('own-text');
    const edited = annas.when(ask.amend('Els', `${TEXT} Sorry, Teun.`)).then('amended');
    edited.when(ask.approve('Anna')).thenRefused('own-text');
    edited.when(ask.amendAndPlace('Anna', `${TEXT} Nog iets.`)).thenRefused('own-text', {}, 'amended');
    edited.when(ask.approve('Els')).then({ type: 'frozen', publication: { submittedBy: { name: 'Anna de Boer' } } });
  });

  it('is not given by who submitted the text when somebody else took over', () => {
    const taken = given(opened({ kind: 'klacht' }), claimedBy('Anna'), submittedBy('Anna'))
      .when(ask.takeOver('Bram'))
      .then('tookOver');
    taken.when(ask.approve('Anna')).thenRefused('own-text');
  });

  it('of a text that has changed since is refused', () => {
    const old = hashOf(draft);
    const amended = draft.when(ask.amend('Bram', 'Iets anders.')).then('amended');
    amended.when(ask.approve('Els', old)).thenRefused('text-changed');
    amended.when(ask.approve('Els')).then({ type: 'frozen', publication: { text: 'Iets anders. ^BK' } });
  });

  it('of a text that will be signed by somebody else since is refused', () => {
    draft
      .when(ask.takeOver('Anna'))
      .then('tookOver')
      .when(ask.approve('Els', hashOf(draft)))
      .thenRefused('text-changed');
  });

  it('on a card from before the citizen’s newest words is refused, for it would answer other words', () => {
    const news = draft.when(ask.receive('Laat maar, het gaat om de papierbak')).then('received');
    news.when(ask.approve('Els', hashOf(draft))).thenRefused('text-changed');
    news.when(ask.approve('Els')).then({ type: 'frozen', publication: { inReplyTo: 'p2' } });
  });

  it('still holds after only thanks', () => {
    const thanks = draft.when(ask.receive('Alvast bedankt! 🙏')).then('received');
    thanks.when(ask.approve('Els', hashOf(draft))).then({ type: 'frozen', publication: { inReplyTo: 'p1' } });
  });

  it('and correction in one step places the corrected text', () => {
    draft.when(ask.amendAndPlace('Els', 'Beter zo.')).then(
      { type: 'amended', before: TEXT },
      {
        type: 'frozen',
        publication: { text: 'Beter zo. ^BK', submittedBy: { name: 'Bram Kok' }, approvedBy: { name: 'Els Prins' } },
      },
    );
  });

  it('and correction in one step needs no change', () => {
    draft.when(ask.amendAndPlace('Els', TEXT)).then('frozen');
  });

  it('and correction in one step by somebody who may not keeps the correction', () => {
    draft
      .when(ask.amendAndPlace('Bram', 'Zelf beter.'))
      .thenRefused('own-text', {}, 'amended')
      .look(({ concept }) => {
        assert.equal(concept?.text, 'Zelf beter.');
      });
  });

  it('and correction on a card from before the citizen’s newest words is refused and kept', () => {
    const seen = draft.dialogue.version;
    const news = draft.when(ask.receive('Het is al opgehaald hoor')).then('received');
    news.when(ask.amendAndPlace('Els', 'Beter zo.', seen)).thenRefused('citizen-wrote', {}, 'keptApart');
  });
});

describe('A draft', () => {
  it('is corrected by who wrote it, who holds it and who approves, and by nobody else', () => {
    const carlas = given(claimedBy('Carla'), submittedBy('Carla')).when(ask.takeOver('Bram')).then('tookOver');
    for (const name of ['Carla', 'Bram', 'Els'] as const) carlas.when(ask.amend(name, 'Anders.')).then('amended');
    draft.when(ask.amend('Carla', 'Van Carla.')).thenRefused('not-yours', { who: 'Bram Kok' }, 'keptApart');
  });

  it('that is saved unchanged stays as it is', () => {
    draft.when(ask.amend('Bram', TEXT)).thenNothing();
  });

  it('sent back is a work card again, with the text and the remark', () => {
    draft
      .when(ask.sendBack('Els', ' te stijf '))
      .then({ type: 'sentBack', remark: 'te stijf' })
      .look((dialogue) => {
        const { stage, concept, work } = dialogue;
        assert.ok(stage.name === 'claimed');
        assert.deepEqual([stage.by.name, stage.remark, concept?.text], ['Bram Kok', 'te stijf', TEXT]);
        assert.deepEqual(
          [work.generation, work.mention?.name],
          [2, 'Bram Kok'],
          'a new message that mentions the writer',
        );
      });
    draft.when(ask.sendBack('Carla')).thenRefused('no-role');
  });

  it('that comes back to somebody who is away waits for anybody, with its text', () => {
    const sick = draft.with({ isAway: (email) => email === member('Bram').email });
    sick
      .when(ask.sendBack('Els', 'te stijf'))
      .then('sentBack', 'freed')
      .look(({ stage, concept }) => {
        assert.deepEqual([stage.name, concept?.text], ['waiting', TEXT]);
      });
    sick.when(ask.sendBack('Bram')).then('sentBack');
    draft
      .with({ isAway: () => false })
      .when(ask.sendBack('Els'))
      .then('sentBack');
    const sent = sick.after(frozenBy('Els'), attempted());
    sent.when(ask.refused()).then('notPlaced', 'freed');
  });

  it('can be taken back by its holder', () => {
    draft.when(ask.sendBack('Bram')).then('sentBack').when(ask.submit('Bram', 'Beter.')).then('submitted');
  });
});

describe('Placing on an old card', () => {
  it('is refused after a new post of the citizen, and the text is kept', () => {
    const seen = question.dialogue.version;
    const news = question.when(ask.receive('O, en de papierbak?')).then('received');
    news
      .when(ask.place('Bram', TEXT, seen))
      .thenRefused('citizen-wrote', {}, 'kept')
      .look(({ concept }) => {
        assert.equal(concept?.text, TEXT);
      });
    news.when(ask.place('Bram')).then('kept', { type: 'frozen', publication: { inReplyTo: 'p2' } });
  });

  it('is allowed after only thanks, and after changes by the team', () => {
    const seen = question.dialogue.version;
    const thanks = question
      .when(ask.receive('Alvast dank 🙏'))
      .then('received')
      .when(ask.keep('Bram', 'x'))
      .then('kept');
    thanks.when(ask.place('Bram', TEXT, seen)).then('kept', 'frozen');
  });
});

describe('Stopping', () => {
  it('within the undo time is open to the writer and to an approver', () => {
    const frozen = draft.when(ask.approve('Els')).then('frozen');
    for (const name of ['Bram', 'Els', 'Anna'] as const) frozen.when(ask.stop(name)).then('stopped');
    frozen.when(ask.stop('Carla')).thenRefused('not-yours', { who: 'Bram Kok' });
    given(opened({ kind: 'klacht' }), claimedBy('Carla'), submittedBy('Carla'), frozenBy('Els'))
      .when(ask.stop('Carla'))
      .then('stopped');
  });

  it('brings a text that was placed alone back to its writer', () => {
    const frozen = question.when(ask.place('Bram')).then('kept', 'frozen');
    frozen
      .when(ask.stop('Bram'))
      .then('stopped')
      .look(({ stage, concept }) => {
        assert.deepEqual([stage.name, concept?.text], ['claimed', TEXT]);
      });
  });

  it('makes an approved text a draft again that needs a new yes', () => {
    const stopped = draft.when(ask.approve('Els')).then('frozen').when(ask.stop('Bram')).then('stopped');
    assert.equal(stopped.dialogue.stage.name, 'drafted');
    stopped.when(ask.retry('Bram')).thenRefused('own-text');
    stopped.when(ask.approve('Els')).then({ type: 'frozen', publication: { number: 2 } });
  });

  it('is too late once the call to the network began', () => {
    const frozen = draft.when(ask.approve('Els')).then('frozen').later(settings.instruction.undo);
    const started = frozen.when(ask.attempt).then('attempted');
    started.when(ask.stop('Els')).thenRefused('too-late', { at: started.facts.at });
  });
});

describe('The signature', () => {
  it('is that of who holds the dialogue', () => {
    const kept = given(claimedBy('Bram'), keptBy('Bram')).when(ask.takeOver('Els')).then('tookOver');
    kept.when(ask.place('Els')).then('kept', { type: 'frozen', publication: { text: `${TEXT} ^EP` } });
  });
});

describe('A follow-up to a complaint', () => {
  it('with a question mark is still a complaint that needs approval', () => {
    const again = given(opened({ kind: 'klacht' }), claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'))
      .later(settings.instruction.undo)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed())
      .then('published')
      .when(ask.receive('Wanneer dan?'))
      .then('received', { type: 'followedUp', interpretation: { kind: 'klacht' } });
    again.when(ask.place('Bram')).thenRefused('approval-needed', {}, 'kept');
  });
});
