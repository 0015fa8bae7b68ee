import assert from 'node:assert/strict';
import { type Activity, type TurnContext } from 'botbuilder';
import { type HandlerParts } from '../../bot/handlers/dialogue-actions.ts';
import { routeClick } from '../../bot/handlers/route-click.ts';
import { handleText } from '../../bot/handlers/typed-text.ts';
import { type People } from '../../bot/turn.ts';
import { TYPED_COMMANDS } from '../../bot/typed-commands.ts';
import { BUSY_VERBS } from '../../cards/busy/busy-verbs.ts';
import * as verbs from '../../cards/verbs.ts';
import { DEPARTMENT_VERBS } from '../../cards/department-verbs.ts';
import { type Member } from '../../services/domain/people.ts';
import { type DialogueFinder } from '../../services/flows/dialogue-finder.ts';
import { member } from '../support/dialogue-facts.ts';
import { DUTCH } from '../support/views.ts';
import { createWorld, type TestWorld } from '../support/world.ts';

/** Every button but those of the figures, which only show. */
const ALL_VERBS: readonly string[] = [
  ...verbs.VERBS,
  ...verbs.BESIDE_VERBS,
  ...verbs.FORM_VERBS,
  ...verbs.TEAM_VERBS,
  ...verbs.SHIFT_VERBS,
  ...DEPARTMENT_VERBS,
  ...verbs.COLLEAGUE_VERBS,
  ...BUSY_VERBS,
];

const PERSONS: Readonly<Record<string, Member>> = {
  'of the team without a role': member('Dirk'),
  'who is not in the team': { name: 'Gerda', email: 'gerda.vreemd@over-gemeenten.example', initials: null, roles: [] },
};

describe('Roles are asked on the server, whatever a card or a message says', () => {
  let world: TestWorld;
  let ids: readonly string[];
  let clicks = 0;
  before(async () => {
    world = createWorld();
    const texts = [
      'Wanneer komt het grofvuil?',
      'Hoe laat gaat het loket open?',
      'Dit is belachelijk, ik wil een klacht indienen!',
      'Waar vraag ik een paspoort aan?',
    ];
    const made: string[] = [];
    for (const [index, text] of texts.entries())
      made.push(await world.writes(`@GemWormerland ${text}`, { handle: `burger_${index}` }));
    ids = made;
    const [, claimed, drafted, answered] = ids as [string, string, string, string];
    for (const id of [claimed, drafted, answered]) await world.does(id, 'Bram', { type: 'claim' });
    await world.does(drafted, 'Bram', { type: 'submit', text: 'Excuses.' });
    await world.does(answered, 'Bram', { type: 'finish', outcome: 'phoned' });
  });

  /** All that is stored and placed, as one line; but that what anybody typed is kept apart, which is used for nothing. */
  async function everything(): Promise<string> {
    const heads = await Promise.all(
      ids.map(async (id) => (await world.course(id)).filter((type) => type !== 'keptApart')),
    );
    const stored: string[] = [];
    for await (const { dialogue } of world.outside.store.everything()) stored.push(dialogue.id);
    return JSON.stringify([
      heads,
      stored.sort(),
      (await world.outside.teamStore.load()).team.version,
      world.outside.network.placed.length,
    ]);
  }

  async function asks(who: Member, id: string, what: { verb: string } | { text: string }): Promise<number> {
    const shown = (await world.settled(id)).shown;
    const head = await world.head(id);
    clicks += 1;
    let said = 0;
    const context = {
      activity: {
        id: `click-${clicks}`,
        replyToId: shown.root?.activity,
        conversation: { id: shown.thread, conversationType: 'channel' },
        text: 'text' in what ? what.text : undefined,
      } as unknown as Activity,
      sendActivity: () => Promise.resolve((said += 1)),
      updateActivity: () => Promise.resolve(undefined),
    } as unknown as TurnContext;
    const inTeam = world.bot.world.settings.team.find(({ email }) => email === who.email);
    const people = {
      senderOf: () => Promise.resolve({ name: who.name, email: who.email }),
      memberOf: () => Promise.resolve(inTeam === undefined ? null : who),
    } as unknown as People;
    const finder = { find: () => Promise.resolve([]) } as unknown as DialogueFinder;
    const parts: HandlerParts = {
      world: world.bot.world,
      words: DUTCH,
      people,
      links: () => Promise.resolve(() => null),
      finder,
      files: {} as never,
      delivery: {} as never,
    };
    const publication =
      head.stage.name === 'drafted' ? world.bot.world.texts.fingerprint(head.concept?.text ?? '') : '';
    const data = {
      ...{
        dialogue: id,
        seen: head.version,
        card: 'work',
        generation: head.work.generation,
        hash: publication,
        round: 1,
      },
      ...{
        concept: 'Ha!',
        kind: 'klacht',
        urgency: 'yes',
        reason: 'herhaling',
        outcome: 'phoned',
        colleague: 'els.prins@over-gemeenten.example',
        remark: 'x',
      },
      ...{
        form: 'form-1234567890',
        where: 'phone',
        who: 'Jan',
        text: 'Hallo',
        day: '2026-11-24',
        time: '09:00',
        place: 'x:GemWormerland',
      },
      ...{
        storm: 'storm',
        practice: false,
        manyTemplate: 'Hallo',
        to: 'bram.kok@over-gemeenten.example',
        until: 0,
        next: '',
        dialogues: [id],
      },
      ...{
        shift0: 'release',
        question: 'q',
        asked: 0,
        answer: 'ja',
        from: 'vandaag',
        other: 'BK',
        change: '1',
        passOnTo: 'Burgerzaken',
      },
    };
    if ('verb' in what) await routeClick(parts, context, what.verb, data);
    else await handleText(parts, context);
    return said;
  }

  for (const [who, person] of Object.entries(PERSONS)) {
    it(`every button is refused to somebody ${who}, and changes nothing`, async () => {
      const before = await everything();
      for (const id of ids)
        for (const verb of ALL_VERBS) {
          assert.ok((await asks(person, id, { verb })) > 0, `${verb} is answered`);
          assert.equal(await everything(), before, verb);
        }
    });

    it(`every command that can be typed changes nothing for somebody ${who}`, async () => {
      const before = await everything();
      for (const id of ids)
        for (const { words, rest } of TYPED_COMMANDS) {
          const text =
            rest === undefined
              ? words.nl[0]
              : `${words.nl[0]} els.prins@over-gemeenten.example morgen 10:00 aan gebeld herhaling`;
          await asks(person, id, { text });
          assert.equal(await everything(), before, text);
        }
    });
  }

  it('and the very same clicks are taken of who has the role', async () => {
    for (const [index, verb] of [
      [0, 'claim'],
      [1, 'release'],
      [2, 'takeOver'],
      [3, 'reopen'],
    ] as const) {
      const before = await everything();
      await asks(member('Els'), ids[index]!, { verb });
      if (verb !== 'release') assert.notEqual(await everything(), before, verb);
    }
  });
});
