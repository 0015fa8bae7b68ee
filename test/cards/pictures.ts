import { usageOf } from '../../bot/typed-command.ts';
import { TYPED_COMMANDS } from '../../bot/typed-commands.ts';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { announcement } from '../../cards/announcement.ts';
import { departmentCard, departmentSummary } from '../../cards/department-card.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import {
  emptyNewPost,
  newPostAdded,
  newPostForm,
  newPostUsedBefore,
  wrongFieldSentence,
} from '../../cards/new-post-form.ts';
import { ownPostBegun, ownPostForm, ownPostUsedBefore, placeValue } from '../../cards/own-post-form.ts';
import { withNotice } from '../../cards/notice.ts';
import { helpCard, type HelpLine } from '../../cards/help-card.ts';
import { personalMessage } from '../../cards/personal-message.ts';
import { workCard } from '../../cards/work-card.ts';
import { type Words } from '../../cards/words.ts';
import { type Announcement } from '../../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type PersonalMessage } from '../../services/domain/personal-message.ts';
import { member, settings, TUESDAY_TEN } from '../support/dialogue-facts.ts';
import { ESRA } from '../support/question-asks.ts';
import { type Scene, SCENE_NAMES, viewOfScene } from '../support/scenes.ts';
import { DUTCH, type Opening } from '../support/views.ts';
import { type Picture } from './gallery-page.ts';
import { evaluationPictures } from './evaluation-pictures.ts';
import { statisticsPictures } from './statistics-pictures.ts';
import { stormPictures } from './storm-pictures.ts';
import { listPictures } from './list-pictures.ts';
import { teamPictures } from './team-pictures.ts';
import { REMINDERS } from './reminder-lines.ts';
import { questionPictures } from './question-pictures.ts';

/** As the bot's table of typed commands makes them. */
export const HELP: readonly HelpLine[] = TYPED_COMMANDS.map((command) => ({
  usage: usageOf(command, 'nl'),
  does: command.does,
}));

const NEWS = { to: [member('Bram')], by: null, post: null, before: null, after: null } as const;

/** Each kind of new line in the thread, in a scene in which it comes. */
export const ANNOUNCEMENTS: readonly (readonly [Scene, Announcement])[] = [
  ['drafted', { ...NEWS, what: 'approval-asked', to: [member('Els'), member('Anna')], by: member('Bram') }],
  ['takenOver', { ...NEWS, what: 'taken-over', by: member('Els') }],
  ['several', { ...NEWS, what: 'citizen-wrote', post: '180003' }],
  ['followedUp', { ...NEWS, what: 'citizen-wrote', to: [member('Els')], post: '180002' }],
  [
    'approved',
    {
      ...NEWS,
      what: 'amended',
      by: member('Els'),
      before: 'Stuur je me privé je nummer? Dan bel ik je vandaag zelf.',
      after: 'Stuur je me privé je nummer? Dan bellen we je vóór 16.00 uur.',
    },
  ],
  ['refused', { ...NEWS, what: 'not-placed', after: 'Reply to this conversation is not allowed.' }],
  ['stopped', { ...NEWS, what: 'not-placed', by: member('Els') }],
  ['removalRefused', { ...NEWS, what: 'removal-refused', after: 'Not authorized to delete this Post.' }],
  ['byHand', { ...NEWS, what: 'place-by-hand', by: member('Els') }],
  ...REMINDERS,
  [
    'draftHandedOver',
    { ...NEWS, what: 'handed-over', to: [member('Anna')], by: member('Bram'), after: 'Mijn dienst is om.' },
  ],
  ['passedOnUnreached', { ...NEWS, what: 'department-unreached', to: [member('Bram')] }],
  [
    'cameBackOffDuty',
    { ...NEWS, what: 'came-back', to: [member('Els')], before: 'Bram Kok', after: 'Is de lamp gemaakt?' },
  ],
  ['askedAnswered', { ...NEWS, what: 'question-answered', question: 'q1' }],
  ['askedLeftOver', { ...NEWS, what: 'question-left-over', question: 'q1', by: ESRA }],
  ['askedMoreTime', { ...NEWS, what: 'question-more-time', question: 'q1', by: ESRA }],
];

const PLACE = { network: 'x', account: 'GemOostzaan' };

/** The forms that stand by themselves, empty, refused and used. */
export function formPictures(words: Words = DUTCH): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const empty = emptyNewPost(TUESDAY_TEN, words);
  const filled = { ...empty, who: '**Jan**', text: 'Is de sporthal open?', link: 'http://facebook.com/1' };
  const form = (fields: typeof empty) => newPostForm('form-of-bram', fields, settings.municipalities, words);
  return [
    { title: 'form new', card: form(empty) },
    { title: 'form new: wrong', card: withNotice(form(filled), wrongFieldSentence('link', words)) },
    { title: 'form new: added', card: newPostAdded(filled, words) },
    { title: 'form new: used before', card: newPostUsedBefore(words) },
    { title: 'form own', card: ownPostForm('form-of-bram', { place: placeValue(PLACE), text: '' }, [PLACE], words) },
    { title: 'form own: begun', card: ownPostBegun(PLACE, words) },
    { title: 'form own: used before', card: ownPostUsedBefore(words) },
  ];
}

/** Drawn once: no citizen's word stands on them. */
const FIGURES = new Map<Words['language'], readonly Picture[]>();

function figuresOf(words: Words): readonly Picture[] {
  const drawn = FIGURES.get(words.language) ?? statisticsPictures(words);
  FIGURES.set(words.language, drawn);
  return drawn;
}

/** Every card there is: the root and each work card of every scene, the new lines, and the help. */
export function everyPicture(words: Words = DUTCH, opening: Opening = {}): readonly Picture[] {
  return [
    ...SCENE_NAMES.flatMap((scene) => picturesOf(scene, viewOfScene(scene, opening), words)),
    ...ANNOUNCEMENTS.map(([scene, news]) => {
      const { text, card } = announcement(news, viewOfScene(scene, opening), words);
      return { title: `news ${news.what} (${scene})`, text, card };
    }),
    personal({ kind: 'compliment', view: viewOfScene('praised', opening), by: member('Bram') }, words),
    personal({ kind: 'stand-by', view: viewOfScene('standBy', opening), thread: 'thread' }, words),
    personal({ kind: 'passed-on', view: viewOfScene('passedOn', opening), organisation: 'OVER-gemeenten' }, words),
    { title: 'help', card: helpCard(HELP, words) },
    ...formPictures(words),
    ...departmentPictures(words, opening),
    ...listPictures(words),
    ...teamPictures(words),
    ...questionPictures(words, opening),
    ...stormPictures(words),
    ...figuresOf(words),
    ...evaluationPictures(words),
  ];
}

function personal(message: PersonalMessage, words: Words): Picture {
  const { text, card } = personalMessage(message, words, () => 'https://teams.example/thread');
  return { title: `1:1 ${message.kind}`, text, card };
}

/** In the chat of somebody of Communicatie: asked to take over, asked for a yes, said yes, taken over, placed. */
function departmentPictures(words: Words, opening: Opening): readonly Picture[] {
  const roundOf = (scene: Scene): number => viewOfScene(scene, opening).dialogue.askedDepartment?.round ?? 0;
  const scenes = ['pressTakeOver', 'pressDrafted', 'pressApproved', 'pressTaken', 'answeredApproved'] as const;
  return scenes.map((scene) => {
    const asked = {
      view: viewOfScene(scene, opening),
      round: roundOf(scene === 'pressTakeOver' ? scene : 'pressDrafted'),
      department: 'Communicatie',
      organisation: 'OVER-gemeenten',
    };
    return {
      title: `department (${scene})`,
      card: departmentCard(asked, words),
      text: departmentSummary(asked, words),
    };
  });
}

function picturesOf(scene: Scene, view: DialogueView, words: Words): readonly Picture[] {
  const generations = Array.from({ length: view.dialogue.work.generation }, (_, index) => index + 1);
  return [
    { title: `${scene}: root`, card: rootCard(view, words) },
    ...generations.map((generation) => ({
      title: `${scene}: work ${generation}`,
      card: workCard(view, generation, words),
    })),
  ];
}
