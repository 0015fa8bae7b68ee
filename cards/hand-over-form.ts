import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type ShowCardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut } from './buttons.ts';
import { INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/**
 * Overdragen: to whom, who is on duty first and then the departments, and a remark. None where there is nobody else. A
 * colleague's value is an e-mail address, a department's its name.
 */
export function handOverFold(
  { colleagues, departments }: DialogueView,
  button: ButtonMaker,
  words: Words,
): readonly ShowCardAction[] {
  if (colleagues.length + departments.length === 0) return [];
  const people = colleagues.map(({ member: { name, email }, onDuty }) => ({
    title: words.say(onDuty ? 'colleague.onDuty' : 'colleague.offDuty', { name }),
    value: email,
  }));
  const choices = [
    ...people,
    ...departments.map(({ name }) => ({ title: words.say('department.choice', { name }), value: name })),
  ];
  const to = {
    type: 'Input.ChoiceSet',
    id: INPUTS.handOver,
    label: words.say('input.colleague'),
    placeholder: words.say('input.colleague.choose'),
    errorMessage: words.say('input.colleague.error'),
    isRequired: true,
    style: 'compact',
    wrap: true,
    choices,
  };
  const remark = {
    type: 'Input.Text',
    id: INPUTS.handOverRemark,
    label: words.say('input.handOverRemark'),
    isMultiline: true,
  };
  return [foldOut(words.say('button.handOver'), [to, remark], [button('handOver')])];
}
