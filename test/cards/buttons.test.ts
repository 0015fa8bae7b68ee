import assert from 'node:assert/strict';
import { rootCard } from '../../cards/dialogue-card.ts';
import { BUSY_INPUTS } from '../../cards/busy/busy-verbs.ts';
import { AGREEMENT_INPUT } from '../../cards/evaluation/evaluation-verbs.ts';
import { DEPARTMENT_INPUT } from '../../cards/department-verbs.ts';
import { COLLEAGUE_INPUTS, FORM_INPUTS, INPUTS, TEAM_INPUTS, isVerb, VERBS, isBesideVerb } from '../../cards/verbs.ts';
import { workCard } from '../../cards/work-card.ts';
import { ALLOWED } from '../../services/domain/dialogue/transitions.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';
import { ofType, titlesOf } from './card-walk.ts';
import { everyPicture } from './pictures.ts';

const SET_ASIDE = 'Niet reageren › Niet reageren';
const FINISH = 'Afronden › Afronden';
const CHANGE = 'Aanpassen › Opslaan, Opslaan en plaatsen';
const CHANGE_BY_HAND = 'Aanpassen › Opslaan, Opslaan en akkoord';
const SEND_BACK = 'Terugsturen › Terugsturen';
const LATER = 'Later › Tussenbericht plaatsen, Terugkomen op';
const LATER_ASKED = 'Later › Tussenbericht ter akkoord, Terugkomen op';
const COME_BACK = 'Terugkomen op › Terugkomen op';
const HAND_OVER = 'Overdragen › Overdragen';
const REPORT = 'Ik heb het geplaatst › Ik heb het geplaatst';
const REMOVE = 'Verwijderen › Verwijderen';

const ROOT: Partial<Record<Scene, readonly string[]>> = {
  waiting: ['Oppakken', SET_ASIDE, 'Bekijk bericht'],
  claimed: ['Overnemen', 'Loslaten', SET_ASIDE, FINISH, 'Bekijk bericht'],
  drafted: ['Overnemen', 'Loslaten', FINISH, 'Bekijk bericht'],
  approved: ['Bekijk bericht'],
  answered: ['Afronden', 'Bekijk bericht'],
  closed: ['Heropenen', 'Bekijk bericht'],
  setAside: ['Heropenen', 'Bekijk bericht'],
  practice: ['Overnemen', 'Loslaten', SET_ASIDE, FINISH],
};

const WORK: Partial<Record<Scene, readonly string[]>> = {
  claimed: ['Plaatsen', 'Ter akkoord', 'Bewaren', LATER, HAND_OVER],
  agreed: ['Plaatsen', 'Ter akkoord', 'Bewaren', `${LATER}, Niet meer terugkomen`, HAND_OVER],
  agreedAnswered: ['Bekijk op X', REMOVE, `${COME_BACK}, Niet meer terugkomen`],
  heldOff: ['Bekijk op X', REMOVE],
  holding: ['Toch niet plaatsen'],
  masked: ['Plaatsen', 'Ter akkoord', 'Bewaren', LATER, HAND_OVER],
  needsApproval: ['Ter akkoord', 'Bewaren', LATER_ASKED, HAND_OVER],
  listening: ['Bewaren', COME_BACK, HAND_OVER],
  drafted: ['Akkoord en plaatsen', CHANGE, SEND_BACK, HAND_OVER],
  refused: ['Plaats zelf op X', REPORT, 'Opnieuw proberen', CHANGE, SEND_BACK],
  byHandClaimed: ['Ter akkoord', 'Bewaren', LATER_ASKED, HAND_OVER],
  byHandDrafted: ['Akkoord', CHANGE_BY_HAND, SEND_BACK, HAND_OVER],
  byHand: ['Plaats zelf op X', REPORT, CHANGE_BY_HAND, SEND_BACK],
  misplaced: ['Plaats zelf op X', REPORT, CHANGE_BY_HAND, SEND_BACK],
  manualAsked: ['Tekst is klaar', 'Ter akkoord', 'Bewaren', 'Later › Tussenbericht is klaar, Terugkomen op', HAND_OVER],
  manualDrafted: ['Akkoord', CHANGE_BY_HAND, SEND_BACK, HAND_OVER],
  placedByHand: ['Bekijk op X', REMOVE, COME_BACK],
  reported: ['Bekijk op X', REMOVE, COME_BACK],
  stopped: ['Opnieuw proberen', CHANGE, SEND_BACK],
  approved: ['Toch niet plaatsen'],
  postponed: ['Toch niet plaatsen'],
  attempting: [],
  unclear: [],
  answered: ['Bekijk op X', REMOVE, COME_BACK],
  answeredPractice: [REMOVE, COME_BACK],
  removing: ['Bekijk op X', COME_BACK],
  removed: [],
  removalRefused: ['Bekijk op X', REMOVE, COME_BACK],
  released: [],
  phoned: [],
};

function entries(table: Partial<Record<Scene, readonly string[]>>): readonly (readonly [Scene, readonly string[]])[] {
  return Object.entries(table) as [Scene, readonly string[]][];
}

describe('The buttons', () => {
  for (const [scene, titles] of entries(ROOT)) {
    it(`of a root card, ${scene}: ${titles.join(', ')}`, () => {
      assert.deepEqual(titlesOf(rootCard(viewOfScene(scene), DUTCH)), titles);
    });
  }

  for (const [scene, titles] of entries(WORK)) {
    it(`of a work card, ${scene}: ${titles.join(', ') || 'none'}`, () => {
      assert.deepEqual(titlesOf(workCard(viewOfScene(scene), 1, DUTCH)), titles);
    });
  }

  it('are the same in English', () => {
    assert.deepEqual(titlesOf(rootCard(viewOfScene('claimed'), ENGLISH)), [
      'Take over',
      'Release',
      'No reply › No reply',
      'Close › Close',
      'View post',
    ]);
    assert.deepEqual(titlesOf(workCard(viewOfScene('drafted'), 1, ENGLISH)), [
      'Approve and place',
      'Change › Save, Save and place',
      'Send back › Send back',
      'Hand over › Hand over',
    ]);
  });

  it('never ask for what the stage does not allow', () => {
    for (const { title, card } of everyPicture()) {
      const scene = title.split(':')[0] as Scene;
      if (!/: (root|work)/.test(title)) continue;
      const allowed: readonly string[] = ALLOWED[viewOfScene(scene).dialogue.stage.name];
      for (const { verb } of ofType(card, 'Action.Execute'))
        assert.ok(verb && (isBesideVerb(verb) || allowed.includes(verb)), `${title}: ${verb}`);
    }
  });

  it('leave no verb without a button', () => {
    const drawn = everyPicture().flatMap(({ card }) => ofType(card, 'Action.Execute').map(({ verb }) => verb));
    // In the chat of a department it goes by a name of its own.
    assert.ok(drawn.includes('yesTakeOver'));
    assert.deepEqual(
      [...VERBS].filter((verb) => !drawn.includes(verb)),
      ['takeToDepartment'],
    );
    assert.ok(!isVerb('shout'));
  });

  it('carry the fingerprint of the text that is said yes to, and which reply is to go', () => {
    const draft = viewOfScene('drafted');
    const [approve] = ofType(workCard(draft, 1, DUTCH), 'Action.Execute');
    assert.equal(approve?.data?.['hash'], draft.hash);
    const remove = ofType(workCard(viewOfScene('answered'), 1, DUTCH), 'Action.Execute').find(
      ({ verb }) => verb === 'remove',
    );
    assert.equal(remove?.data?.['receipt'], '900001');
  });

  it('bring along inputs under the agreed names, and no others exist', () => {
    const ids = everyPicture().flatMap(({ card }) => [
      ...ofType(card, 'Input.Text'),
      ...ofType(card, 'Input.ChoiceSet'),
      ...ofType(card, 'Input.Date'),
      ...ofType(card, 'Input.Time'),
      ...ofType(card, 'Input.Toggle'),
    ]);
    const agreed: readonly string[] = [
      INPUTS,
      FORM_INPUTS,
      TEAM_INPUTS,
      COLLEAGUE_INPUTS,
      BUSY_INPUTS,
      { DEPARTMENT_INPUT, AGREEMENT_INPUT },
    ].flatMap((ids) => Object.values<string>(ids));
    // One for each line of the card at the end of a shift.
    const names = ids.map(({ id }) => String(id)).filter((id) => !/^shift\d+$/.test(id));
    assert.deepEqual(new Set(names), new Set(agreed));
  });

  it('open only https', () => {
    for (const link of ['http://x.com/1', 'javascript:alert(1)', 'geen link', '']) {
      assert.ok(!titlesOf(rootCard(viewOfScene('waiting', { link }), DUTCH)).includes('Bekijk bericht'), link);
    }
  });
});

describe('Plaatsen', () => {
  it('stands there for a kind that needs approval once the concept is an approved standing answer, word for word', () => {
    const complaint = { text: '@GemWormerland schandalig, al weken ligt het grofvuil hier in Jisp.' };
    const titles = (scene: 'claimed' | 'filled') => titlesOf(workCard(viewOfScene(scene, complaint), 1, DUTCH));
    assert.ok(!titles('claimed').includes('Plaatsen'));
    assert.ok(titles('filled').includes('Plaatsen'));
  });

  it('is not there without an account to reply from, and the card says what to do', () => {
    const view = viewOfScene('claimed');
    const card = workCard({ ...view, dialogue: { ...view.dialogue, account: null } }, 1, DUTCH);
    assert.deepEqual(titlesOf(card), ['Bewaren', COME_BACK, HAND_OVER]);
    assert.match(JSON.stringify(card), /We hebben geen account/);
  });
});
