import assert from 'node:assert/strict';
import { type Announcement } from '../../../../services/domain/dialogue/messages.ts';
import { workForm } from '../../../../services/domain/dialogue/work-form.ts';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { type Ask, given, type Given } from '../../../support/given.ts';
import { ANSWERED_ONCE, claimedBy, keptBy, opened, submittedBy, TEXT, wroteAgain } from '../../../support/happened.ts';

const claimed = given(claimedBy('Bram'));
const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'));
const draft = complaint.after(submittedBy('Bram'));
const answered = given(...ANSWERED_ONCE);

describe('A new line in the thread', () => {
  it('asks everyone on duty who may say yes, and names the writer', () => {
    const asked = complaint.onDuty('Bram', 'Els', 'Anna', 'Carla').when(ask.submit('Bram'));
    asked.thenTold(['approval-asked', 'Els', 'Anna']);
    assert.equal(asked.announcements[0]?.by?.name, 'Bram Kok');
  });

  it('never asks a writer for the own yes, and nobody when nobody may: the card says who can and when', () => {
    given(opened({ kind: 'klacht' }), claimedBy('Els'))
      .onDuty('Els', 'Anna')
      .when(ask.submit('Els'))
      .thenTold(['approval-asked', 'Anna']);
    given(claimedBy('Els')).onDuty('Els', 'Bram').when(ask.submit('Els')).thenTold();
  });

  it('tells the previous owner who took over, on duty or not', () => {
    const taken = claimed.onDuty('Anna').when(ask.takeOver('Anna'));
    taken.thenTold(['taken-over', 'Bram']);
    assert.equal(taken.announcements[0]?.by?.name, 'Anna de Boer');
  });

  it('tells who writes that the citizen wrote again, for the card is not touched', () => {
    const news = claimed.when(ask.receive('Nog iets'));
    news.thenTold(['citizen-wrote', 'Bram']);
    assert.equal(news.announcements[0]?.post, 'p2');
    draft.when(ask.receive('Nog iets')).thenTold(['citizen-wrote', 'Bram']);
  });

  it('goes to who is on duty when the owner is not, and waits for the owner when nobody is', () => {
    claimed.onDuty('Anna', 'Carla').when(ask.receive('Nog iets')).thenTold(['citizen-wrote', 'Anna', 'Carla']);
    claimed.onDuty().when(ask.receive('Nog iets')).thenTold(['citizen-wrote', 'Bram']);
    answered.onDuty('Anna').when(ask.receive('En nu?')).thenTold(['citizen-wrote', 'Anna']);
    answered.onDuty().when(ask.receive('En nu?')).thenTold(['citizen-wrote', 'Bram']);
  });

  it('is not spent on thanks, on a dialogue that nobody has, or where a new work card mentions the owner', () => {
    claimed.when(ask.receive('Dankjewel')).thenTold();
    answered.when(ask.receive('Dankjewel')).thenTold();
    given().when(ask.receive('Nog iets')).thenTold();
    answered.when(ask.receive('En nu?')).thenTold();
  });

  it('tells the owner of a text that is overtaken, and asks again for the yes it had', () => {
    const frozen = draft.when(ask.approve('Els')).then('frozen');
    frozen.when(ask.receive('Laat maar')).thenTold(['citizen-wrote', 'Bram'], ['approval-asked', 'Els']);
    const alone = claimed.when(ask.place('Bram')).then('kept', 'frozen');
    alone.when(ask.receive('Laat maar')).thenTold(['citizen-wrote', 'Bram']);
    const reopened = answered.when(ask.receive('En nu?')).then('received', 'followedUp');
    const again = reopened.when(ask.place('Bram')).then('kept', 'frozen');
    again.when(ask.receive('Laat maar')).thenTold(['citizen-wrote', 'Bram']);
  });

  it('shows the writer what an approver made of the text, before and after, while it can be stopped', () => {
    const corrected = draft.when(ask.amendAndPlace('Els', 'Beter zo.'));
    corrected.thenTold(['amended', 'Bram']);
    const [line] = corrected.announcements;
    assert.deepEqual([line?.by?.name, line?.before, line?.after], ['Els Prins', TEXT, 'Beter zo.']);
    draft.when(ask.amendAndPlace('Els', TEXT)).thenTold();
    draft.when(ask.amend('Els', 'Beter zo.')).thenTold();
  });

  it('tells the owner that a reply was not placed, with the network’s words', () => {
    const called = draft
      .when(ask.approve('Els'))
      .then('frozen')
      .later(settings.instruction.undo)
      .when(ask.attempt)
      .then('attempted');
    const back = called.when(ask.refused('forbidden'));
    back.thenTold(['not-placed', 'Bram']);
    assert.equal(back.announcements[0]?.after, 'no: forbidden');
    called.onDuty('Anna').when(ask.refused()).thenTold(['not-placed', 'Anna']);
  });

  it('tells the owner when somebody else stopped the text', () => {
    const frozen = draft.when(ask.approve('Els')).then('frozen');
    frozen.when(ask.stop('Els')).thenTold(['not-placed', 'Bram']);
    frozen.when(ask.stop('Bram')).thenTold();
    frozen.onDuty('Els').when(ask.stop('Els')).thenTold();
  });

  it('is spent on nothing else', () => {
    const kept = claimed.after(keptBy('Bram'));
    for (const quiet of [
      ask.release('Bram'),
      ask.keep('Bram', 'x'),
      ask.finish('Bram', 'phoned'),
      ask.setAside('Bram'),
    ]) {
      kept.when(quiet).thenTold();
    }
    given().when(ask.claim('Bram')).thenTold();
    claimed.when(ask.place('Bram')).thenTold();
    draft.when(ask.approve('Els')).thenTold();
    answered.when(ask.remove('Els')).thenTold();
    answered.when(ask.finish('Bram', null)).thenTold();
  });
});

/** Plays the story and counts what it costs: messages (root, work cards, lines), and clicks. */
function cost(start: Given, ...steps: readonly Ask[]): { messages: number; clicks: number; end: Given } {
  const lines: Announcement[] = [];
  let now = start;
  let clicks = 0;
  for (const step of steps) {
    const result = now.when(step);
    assert.equal(result.refusal, null);
    lines.push(...result.announcements);
    now = result.then(...result.types);
    const command = typeof step === 'function' ? step(now.dialogue, now.facts) : step;
    if ('by' in command) clicks += 1;
    else now = now.later(1000);
    if (now.dialogue.stage.name === 'approved') now = now.later(settings.instruction.undo);
  }
  return { messages: 1 + now.dialogue.work.generation + lines.length, clicks, end: now };
}

describe('The message budget', () => {
  it('of a simple question is two messages and two clicks: Oppakken, Plaatsen', () => {
    const { messages, clicks, end } = cost(given(), ask.claim('Bram'), ask.place('Bram'), ask.attempt, ask.placed());
    assert.deepEqual([messages, clicks, end.dialogue.stage.name], [2, 2, 'answered']);
  });

  it('of a complaint is three messages and three clicks: Oppakken, Ter akkoord, Akkoord en plaatsen', () => {
    const { messages, clicks, end } = cost(
      given(opened({ kind: 'klacht' })),
      ask.claim('Bram'),
      ask.submit('Bram'),
      ask.approve('Els'),
      ask.attempt,
      ask.placed(),
    );
    assert.deepEqual([messages, clicks, end.dialogue.stage.name], [3, 3, 'answered']);
  });

  it('of thanks after an answer is nothing', () => {
    assert.equal(cost(answered, ask.receive('Top, dankjewel 🙏')).messages, cost(answered).messages);
  });

  it('of a follow-up for who is there is the one new work card', () => {
    assert.equal(cost(answered, ask.receive('En nu?')).messages, cost(answered).messages + 1);
  });

  it('of what is set aside from the root card is that card alone', () => {
    assert.deepEqual(cost(given(), ask.setAside('Bram')).messages, 1);
  });
});

describe('The work message', () => {
  it('is one for its whole life: written in, draft, on its way, receipt', () => {
    const frozen = draft.when(ask.approve('Els')).then('frozen').later(settings.instruction.undo);
    const called = frozen.when(ask.attempt).then('attempted');
    const done = called.when(ask.placed()).then('published');
    const back = called.when(ask.refused()).then('notPlaced');
    const forms = [complaint, draft, frozen, called, done, back].map(({ dialogue }) => workForm(dialogue));
    assert.deepEqual(forms, ['writing', 'draft', 'placing', 'placing', 'receipt', 'hitch']);
    for (const { dialogue } of [complaint, draft, frozen, called, done, back])
      assert.equal(dialogue.work.generation, 1);
  });

  it('that proves a reply stays its receipt when the next one is written', () => {
    const next = given(...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram')).dialogue;
    assert.deepEqual([workForm(next, 1), workForm(next)], ['receipt', 'writing']);
    assert.equal(workForm(claimed.when(ask.release('Bram')).then('released').dialogue), 'ended');
  });
});
