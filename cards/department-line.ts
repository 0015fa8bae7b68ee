import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type ExecuteAction } from './adaptive-card.ts';
import { type ButtonMaker } from './buttons.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { type Words } from './words.ts';

/** The department that must say yes and its telephone number, large: a press question cannot wait for a chat. */
export function departmentCallLines({ dialogue, follows }: DialogueView, words: Words): readonly Line[] {
  const { name: stage } = dialogue.stage;
  const open = stage === 'waiting' || stage === 'claimed' || stage === 'drafted';
  if (dialogue.own || !open || follows.saysYes.who !== 'department') return [];
  const { name, phone } = follows.saysYes.department;
  return phone === null
    ? []
    : [line(run(words.say('department.call', { name, phone }), { size: 'Large', weight: 'Bolder' }))];
}

/** For who writes: whose yes it takes, and what needs none. */
export function departmentMustLines({ dialogue, follows }: DialogueView, words: Words): readonly Line[] {
  if (dialogue.own || follows.saysYes.who !== 'department') return [];
  const { name, referral } = follows.saysYes.department;
  return [line(words.say(referral ? 'department.must.referral' : 'department.must', { name }))];
}

/** Whom the root card and the card that is written on name: asked to take over, without a text. */
export function takeOverLines(view: DialogueView, words: Words): readonly Line[] {
  return view.dialogue.askedDepartment?.takeOver === undefined ? [] : departmentAskedLines(view, words);
}

/** Who was asked to take over is asked no more, or the department that can be asked; none where it has no people. */
export function takeOverButtons(
  { dialogue, follows }: DialogueView,
  button: ButtonMaker,
  words: Words,
): readonly ExecuteAction[] {
  if (dialogue.own) return [];
  if (dialogue.askedDepartment?.takeOver !== undefined) return [button('dropTakeOver')];
  if (follows.saysYes.who !== 'department' || follows.saysYes.department.people.length === 0) return [];
  const { name: department } = follows.saysYes.department;
  return [{ ...button('askTakeOver'), title: words.say('button.askTakeOver.of', { department }) }];
}

/** On a text that waits, or a request to take over: who was asked, and who of them only a telephone reaches. */
export function departmentAskedLines({ dialogue, follows }: DialogueView, words: Words): readonly Line[] {
  const asked = dialogue.askedDepartment ?? null;
  if (asked === null) {
    const nobody = follows.saysYes.who === 'department' && follows.saysYes.department.people.length === 0;
    const name = follows.saysYes.who === 'department' ? follows.saysYes.department.name : '';
    return nobody ? [line(words.say('department.nobody', { department: name }))] : [];
  }
  const { department, people, unreachable, takeOver } = asked;
  const missing = people.filter(({ email }) => unreachable.includes(email));
  const names = words.all(people.map(({ name }) => name));
  return [
    line(words.say(takeOver ? 'department.asked.takeOver' : 'department.asked', { department, names })),
    ...(missing.length === 0
      ? []
      : [subtleLine(words.say('department.unreachable', { names: words.all(missing.map(({ name }) => name)) }))]),
  ];
}
