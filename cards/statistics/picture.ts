import { type CardElement } from '../adaptive-card.ts';
import { line, run } from '../lines.ts';
import { type Words } from '../words.ts';
import { type Drawn } from './drawn.ts';
import { type FiguresView, statsButton } from './figures-view.ts';
import { inflowPicture } from './inflow-picture.ts';
import { loadPicture } from './load-picture.ts';
import { onTimePicture } from './on-time-picture.ts';
import { replyTimePicture } from './reply-time-picture.ts';
import { PICTURES, type PictureName } from './stats-verbs.ts';
import { topicsPicture } from './topics-picture.ts';

const DRAW = {
  inflow: inflowPicture,
  replyTime: replyTimePicture,
  onTime: onTimePicture,
  load: loadPicture,
  topics: topicsPicture,
} as const satisfies Record<PictureName, (view: FiguresView, words: Words) => Drawn>;

/** The picture that was chosen, and the buttons for the others. */
export function pictureElements(view: FiguresView, words: Words): readonly CardElement[] {
  const { sentence, elements } = DRAW[view.picture](view, words);
  const others = PICTURES.filter((name) => name !== view.picture);
  return [
    {
      type: 'TextBlock',
      style: 'heading',
      weight: 'Bolder',
      size: 'Default',
      wrap: true,
      text: words.say(`figures.picture.${view.picture}`),
    },
    { type: 'RichTextBlock', spacing: 'None', inlines: line(run(sentence)).runs },
    ...elements,
    {
      type: 'ActionSet',
      spacing: 'Small',
      actions: others.map((picture) =>
        statsButton('statsShow', words.say(`figures.picture.${picture}`), { report: view.report, picture }),
      ),
    },
  ];
}
