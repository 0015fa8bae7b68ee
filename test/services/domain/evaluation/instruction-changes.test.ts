import assert from 'node:assert/strict';
import { changesBetween, MOST_CHANGES } from '../../../../services/domain/evaluation/instruction-changes.ts';
import { snapshotOf } from '../../../../services/domain/evaluation/instruction-snapshot.ts';
import { type TeamCommand } from '../../../../services/domain/team/messages.ts';
import { HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import { type Settings } from '../../../../services/domain/work-instruction/instruction.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { givenTeam } from '../../../support/given-team.ts';

const { instruction } = settings;
const grofvuil = settings.answers[0]!;

function see(changed: Partial<Settings> = {}): TeamCommand {
  return { type: 'seeInstruction', snapshot: snapshotOf({ ...settings, ...changed }) };
}

/** Path, from, to; '' for nothing. */
function changes(from: Partial<Settings>, to: Partial<Settings>): readonly (readonly [string, string, string])[] {
  const [before, after] = [from, to].map((changed) => snapshotOf({ ...settings, ...changed }));
  return changesBetween(before!, after!).map(({ path, from: was, to: is }) => [path, was ?? '', is ?? '']);
}

describe('The work instruction as it was last seen', () => {
  it('is written as in webcare.yml, with lengths of time and hours in words of the file', () => {
    const seen = snapshotOf(settings);
    assert.equal(seen['instruction.answer.within'], '4h');
    assert.equal(seen['instruction.kinds.pers.within'], '15m');
    assert.equal(seen['instruction.answer.goal'], '80');
    assert.equal(seen['hours.open.mon'], '08:30-17:00');
    assert.equal(seen['team.Els Prins.roles'], 'webcare, approver, coordinator');
    assert.match(seen['answers.grofvuil.text'] ?? '', /^Grof afval/);
  });

  it('is small: the team’s state is read every few seconds', () => {
    const answers = Array.from({ length: 60 }, (_, n) => ({ ...grofvuil, id: `a${n}`, text: 'x'.repeat(5_000) }));
    assert.ok(JSON.stringify(snapshotOf({ ...settings, answers })).length < 50_000);
  });
});

describe('What changed in the work instruction', () => {
  it('is nothing at the first start, and at a start with the same settings', () => {
    givenTeam().when(see()).then('instructionSeen').when(see()).then();
  });

  it('is told once, however many start with it', () => {
    const stricter = { instruction: { ...instruction, answer: { within: 2 * HOUR, goal: 90 } } };
    const seen = givenTeam().when(see()).then('instructionSeen');
    seen.when(see(stricter)).then('instructionChanged').when(see(stricter)).then();
    assert.deepEqual(changes({}, stricter), [
      ['instruction.answer.goal', '80', '90'],
      ['instruction.answer.within', '4h', '2h'],
    ]);
  });

  it('and back again is a change as well', () => {
    const shorter = { instruction: { ...instruction, undo: 5_000 } };
    const there = givenTeam().when(see()).then('instructionSeen').when(see(shorter)).then('instructionChanged');
    const back = there.when(see()).then('instructionChanged');
    assert.deepEqual(back.team.evaluated.instruction, snapshotOf(settings));
  });

  it('is one line for a part that came or went as a whole', () => {
    const added = { ...grofvuil, id: 'paspoort', topic: 'burgerzaken', text: 'Maak een afspraak.' };
    const [change, ...more] = changes({}, { answers: [grofvuil, added] });
    assert.deepEqual(more, []);
    assert.deepEqual(change!.slice(0, 2), ['answers.paspoort', '']);
    assert.match(change![2], /topic: burgerzaken · .*text: Maak een afspraak\./);
    assert.equal(changes({ answers: [grofvuil, added] }, {})[0]![2], '');
    const left = changes({}, { team: settings.team.slice(1) });
    assert.deepEqual(
      left.map(([path]) => path),
      [`team.${settings.team[0]!.name}`],
    );
  });

  it('shows the words around what differs, of a long text too', () => {
    const long = (end: string) => ({
      answers: [{ ...grofvuil, text: `${'Lees dit eerst goed door. '.repeat(10)}${end}` }],
    });
    const [change] = changes(long('Bel 14 075.'), long('Mail ons 🙂.'));
    assert.equal(change![0], 'answers.grofvuil.text');
    assert.match(change![1], /^….*Bel 14 075\.$/);
    assert.match(change![2], /^….*Mail ons 🙂\.$/);
  });

  it('is bounded: what is more is counted, and is known all the same', () => {
    const answers = Array.from({ length: MOST_CHANGES + 5 }, (_, n) => ({ ...grofvuil, id: `nieuw-${n}` }));
    const seen = givenTeam().when(see()).then('instructionSeen');
    const after = seen.when(see({ answers: [grofvuil, ...answers] }));
    const now = after.then('instructionChanged');
    now.when(see({ answers: [grofvuil, ...answers] })).then();
    const [event] = after.events();
    assert.ok(event?.type === 'instructionChanged');
    assert.deepEqual([event.changes.length, event.more], [MOST_CHANGES, 5]);
  });

  it('is no change when only the order of the file is another', () => {
    assert.deepEqual(changes({}, { answers: [...settings.answers].reverse(), team: [...settings.team].reverse() }), []);
    assert.equal(
      snapshotOf({ ...settings, instruction: { ...instruction, undo: 90 * MINUTE } })['instruction.undo'],
      '90m',
    );
  });
});
