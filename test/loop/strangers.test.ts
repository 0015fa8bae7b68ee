import assert from 'node:assert/strict';
import readExcelFile from 'read-excel-file/node';
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { type Activity } from '../../infra/local/room/activity.ts';
import { chatId, ROOM_TEAM } from '../../infra/local/room/identity.ts';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { fileAnswerTo, invokeTo } from '../../infra/local/room/to-bot.ts';
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { ANNA, BRAM, CARLA, DIRK, ELS, GERDA, GIJS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { type Answer } from '../support/loop/room-client.ts';
import { claimed, COMPLAINT, QUESTION, repliesTo, submitted } from '../support/loop/scenes.ts';

const bram = { name: 'Bram Kok', email: BRAM, inTeam: true, hasApp: true };

describe('What should not work', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());

  /** A click with the data of a button, changed. */
  function tampered(who: string, message: RoomMessage, verb: string, change: object, as = verb): Promise<Answer> {
    const { data, inputs } = buttonOn(message, verb);
    const { thread, id } = message;
    const sent = { ...data, ...inputs, ...change };
    return loop.invoke({ as: who, conversation: thread, activityId: id, verb: as, data: sent });
  }

  /** Straight to the bot, past the room. */
  function send(activity: object): Promise<Response> {
    return fetch(`${loop.botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  }

  const untouched = async (root: RoomMessage): Promise<void> => {
    assert.deepEqual(await loop.fresh(root), root);
    assert.equal((await loop.thread(root)).length, 1);
  };

  describe('a click', () => {
    let root: RoomMessage;
    beforeEach(async () => {
      root = await loop.rootOf(await loop.post({ text: QUESTION }));
    });

    it('of somebody who is not in webcare.yml is refused politely', async () => {
      const { kind, text } = await loop.click(GERDA, root, 'claim');
      assert.equal(kind, 'message');
      assert.match(text, says('bot.unknownPerson', { organisation: 'OVER-gemeenten' }));
      await untouched(root);
    });

    it('of somebody without the role is refused with what it takes', async () => {
      assert.match((await loop.click(DIRK, root, 'claim')).text, says('refusal.no-role', { role: nl['role.webcare'] }));
      await untouched(root);
    });

    it('of an earlier release gets a sentence and the current card', async () => {
      const { kind, text } = await tampered(BRAM, root, 'claim', {}, 'pickUp');
      assert.equal(kind, 'card');
      assert.match(text, says('bot.oldButton'));
      assert.match(text, says('status.new'));
      await untouched(root);
    });

    it('with other data than the card has does nothing', async () => {
      const forms = [{ generation: -1 }, { seen: 'x' }, { card: 'geheim' }, { hash: 'x'.repeat(101) }];
      for (const form of forms) assert.match((await tampered(BRAM, root, 'claim', form)).text, says('bot.oldButton'));
      for (const dialogue of ['../hack', 'bestaat-niet', "x' or PartitionKey ne '", '%2F#?\u0000']) {
        const { kind, text } = await tampered(BRAM, root, 'claim', { dialogue });
        assert.equal(kind, 'message');
        assert.match(text, says('bot.unknownDialogue'));
      }
      const sentence = await tampered(BRAM, root, 'claim', { dialogue: { $ne: '' } });
      assert.match(sentence.text, says('bot.oldButton'));
      await untouched(root);
    });

    it('with the verb of another button is decided by the rules, not by the card', async () => {
      assert.match((await tampered(BRAM, root, 'claim', { concept: 'Ha!' }, 'place')).text, says('refusal.not-now'));
      assert.deepEqual(await loop.placed(), []);
      const complaint = await claimed(loop, BRAM, { text: COMPLAINT });
      const sly = await tampered(BRAM, complaint.card, 'submit', { concept: 'Ha!' }, 'place');
      assert.match(sly.text, says('refusal.approval-needed'));
      assert.deepEqual(await loop.placed(), []);
    });

    it('with a hash that was made up approves nothing', async () => {
      const { card } = await submitted(loop, BRAM, 'Excuses.');
      for (const hash of ['', 'x', buttonOn(card, 'approve').data['dialogue']]) {
        assert.match((await tampered(ANNA, card, 'approve', { hash })).text, says('refusal.text-changed'));
      }
      await loop.until(async () => buttonOn(await loop.fresh(card), 'approve'), 'the draft that still waits');
      assert.deepEqual(await loop.placed(), []);
    });

    it('on a card that was deleted is answered, and the card comes back', async () => {
      await loop.remove(root);
      assert.match((await loop.click(BRAM, root, 'claim')).text, says('status.claimed', { name: 'Bram Kok' }));
      const handle = /@inwoner_\d+/.exec(textOf(root))![0];
      const back = await loop.until(
        async () => (await loop.standing()).find((message) => textOf(message).includes(`${handle} `)),
        'the root card again',
      );
      assert.match(textOf(back), says('status.claimed', { name: 'Bram Kok' }));
      await loop.offering(back, 'keep');
    });

    it('that comes from elsewhere is not even looked at', async () => {
      const { verb, data } = buttonOn(root, 'claim');
      const scene = { person: bram, conversation: root.thread, kind: 'channel', serviceUrl: loop.roomUrl } as const;
      const good = invokeTo(scene, root.id, verb, data);
      const channelData = good['channelData'] as object;
      const conversation = good['conversation'] as object;
      const wrong: readonly Activity[] = [
        { ...good, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
        { ...good, serviceUrl: 'http://127.0.0.1.evil.example/' },
        { ...good, serviceUrl: 'no address' },
        { ...good, channelId: 'webchat' },
        { ...good, from: undefined },
        { ...good, channelData: { ...channelData, tenant: { id: 'another-tenant' } } },
        {
          ...good,
          channelData: { ...channelData, tenant: undefined },
          conversation: { ...conversation, tenantId: 'another-tenant' },
        },
        { ...good, channelData: { ...channelData, team: { id: '19:other@thread.tacv2' } } },
      ];
      for (const activity of wrong) {
        const response = await send(activity);
        assert.ok(!(await response.text()).includes('AdaptiveCard'), JSON.stringify(activity));
      }
      await untouched(root);
      assert.match(await (await send(good)).text(), /Bij Bram Kok sinds/, 'as it should come, it works');
    });
  });

  describe('words typed in a thread', () => {
    const say = (who: string, root: RoomMessage, text: string): Promise<number | null> =>
      loop.say(who, root.thread, text);

    it('do nothing when they are no command', async () => {
      const root = await loop.rootOf(await loop.post({ text: QUESTION }));
      const idle = ['Pakt iemand dit op?', 'oppakken we dit?', 'akkoord hoor!', 'Plaats dit: ha', 'conceptje x'];
      for (const text of idle) assert.equal(await say(BRAM, root, text), 200);
      await untouched(root);
      await say(BRAM, root, 'concept');
      await loop.reading(root, says('typed.missing', { usage: 'concept tekst' }));
      await say(BRAM, root, '/wie grofvuil');
      await loop.reading(root, says('who.phone', { phone: '075-1234501' }));
      await say(BRAM, root, 'werkinstructie klacht');
      await loop.reading(root, says('instruction.title.about', { about: nl['kind.klacht'] }));
      await say(ELS, root, '/zoek grofvuil');
      await loop.reading(root, /^[1-9]\d* gesprek(?:ken)? met grofvuil/m);
      await say(ELS, root, 'open');
      await loop.reading(root, says('open.looked'));
      assert.deepEqual(await loop.fresh(root), root);
    });

    it('are for the webcare team only', async () => {
      const root = await loop.rootOf(await loop.post({ text: QUESTION }));
      await say(GERDA, root, 'oppakken');
      await loop.reading(root, says('bot.unknownPerson'));
      assert.deepEqual(await loop.fresh(root), root);
    });

    it('take a dialogue from waiting to placed, and never a text without a yes to it', async () => {
      const post = await loop.post({ text: QUESTION });
      const root = await loop.rootOf(post);
      await say(BRAM, root, 'Oppakken');
      await loop.reading(root, says('status.claimed', { name: 'Bram Kok' }));
      await say(BRAM, root, 'concept Elke dinsdag.\nVanaf acht uur.');
      const draft = await loop.offering(root, 'approve');
      assert.match(textOf(draft), /^Elke dinsdag\.\n(.*\n)*?Vanaf acht uur\. \^BK$/m);
      await say(BRAM, root, 'akkoord');
      await loop.reading(root, says('refusal.own-text'));
      await say(CARLA, root, 'akkoord');
      await loop.reading(root, says('refusal.no-role', { role: nl['role.approver'] }));
      assert.deepEqual(await repliesTo(loop, post), []);
      await say(ANNA, root, 'akkoord');
      await loop.reading(root, says('receipt.head'));
      assert.deepEqual(await repliesTo(loop, post), ['Elke dinsdag.\nVanaf acht uur. ^BK']);
      await say(BRAM, root, 'afronden');
      await loop.reading(root, says('status.closed'));
      await say(BRAM, root, 'heropenen');
      await loop.reading(root, says('status.back'));
    });

    it('let go, set aside and finish with words, and ask for the word that is missing', async () => {
      const { root } = await claimed(loop, BRAM, { text: QUESTION });
      await say(BRAM, root, 'loslaten');
      await loop.reading(root, says('status.back', { name: 'Bram Kok' }));
      await say(BRAM, root, 'niet reageren zomaar');
      await loop.reading(root, says('refusal.reason-required'));
      await say(BRAM, root, 'niet reageren herhaling');
      await loop.reading(root, says('status.setAside', { reason: 'herhaling', name: 'Bram Kok' }));
      await say(BRAM, root, 'heropenen');
      await loop.offering(root, 'claim');
      await say(BRAM, root, 'oppakken');
      await loop.offering(root, 'keep');
      await say(BRAM, root, 'afronden');
      await loop.reading(root, says('refusal.outcome-required'));
      await say(BRAM, root, 'afronden gebeld');
      await loop.reading(root, says('status.closed', { name: 'Bram Kok', outcome: nl['outcome.phoned'] }));
    });

    it('get help, which lists every command', async () => {
      const root = await loop.rootOf(await loop.post({ text: QUESTION }));
      await say(BRAM, root, 'help');
      const help = textOf(await loop.reading(root, says('help.title')));
      for (const command of ['oppakken', 'concept <tekst>', 'akkoord', 'loslaten', 'niet reageren <reden>', 'help']) {
        assert.ok(help.includes(command), command);
      }
      await say(ELS, root, 'notitie Esra belt terug op 06-12345678');
      await loop.reading(root, /^Esra belt terug op \[telefoonnummer\]$/m);
    });
  });

  describe('figures', () => {
    /** The chat of somebody with the bot, to look at as at a thread. */
    const chatOf = (email: string): RoomMessage => ({ thread: chatId(email) }) as RoomMessage;
    const titleOf = (key: 'figures.title' | 'figures.own.title'): RegExp => says(key, {});

    async function asked(who: string, text = '/stats'): Promise<RoomMessage> {
      await loop.say(who, chatId(who), text);
      return loop.reading(chatOf(who), titleOf('figures.title'));
    }

    interface ReadSheet {
      readonly data: readonly (readonly unknown[])[];
    }
    type FileAttachment = { readonly contentType: string; readonly name: string; readonly contentUrl: string };

    /** Messages in somebody's chat with a file that is offered or stands there; as many as are waited for. */
    function filesOf(
      who: string,
      kind: 'consent' | 'info',
      count: number,
    ): Promise<{ readonly message: RoomMessage; readonly attachment: FileAttachment }[]> {
      return loop.until(async () => {
        const found = (await loop.thread(chatOf(who))).flatMap((message) => {
          const [attachment] = (message.activity['attachments'] ?? []) as FileAttachment[];
          return attachment?.contentType.endsWith(`file.${kind}`) ? [{ message, attachment }] : [];
        });
        return found.length === count ? found : null;
      }, `${count} messages with a file (${kind})`);
    }

    it('are shown to who may see them, as far as their role goes', async () => {
      const shown = JSON.stringify((await asked(DIRK)).activity);
      assert.ok(shown.includes(nl['figures.section.cost']) && !shown.includes('"statsOwn"'), 'the manager');
      const own = JSON.stringify((await asked(BRAM, 'cijfers vandaag')).activity);
      assert.ok(!own.includes(nl['figures.section.cost']) && own.includes('"statsOwn"'), 'somebody of the team');
      await loop.say(DIRK, chatId(DIRK), 'stats sinterklaas');
      await loop.reading(chatOf(DIRK), says('figures.unread.no-period', { municipality: 'Oostzaan' }));
    });

    it('are looked back on: one agreement, what goes on in town, and a report each week for who asks', async () => {
      await loop.say(DIRK, chatId(DIRK), 'evaluatie vorige maand');
      const card = await loop.reading(chatOf(DIRK), says('evaluation.agreed.none'));
      const empty = await loop.click(DIRK, card, 'agree', { agreement: ' ' });
      assert.match(empty.text, says('refusal.empty-agreement'));
      const kept = await loop.click(DIRK, card, 'agree', { agreement: 'Binnen een uur een tussenbericht.' });
      assert.match(kept.text, says('evaluation.recorded'));
      await loop.say(DIRK, chatId(DIRK), 'evaluatie maand');
      await loop.reading(chatOf(DIRK), says('evaluation.agreed.by', { name: 'Dirk Mol' }));
      await loop.say(DIRK, chatId(DIRK), 'watspeelter');
      await loop.reading(chatOf(DIRK), says('town.title'));
      await loop.say(DIRK, chatId(DIRK), 'weekbericht aan');
      await loop.reading(chatOf(DIRK), says('weekly.turnedOn'));
      await loop.say(BRAM, chatId(BRAM), 'weekbericht aan');
      await loop.reading(chatOf(BRAM), says('refusal.may-not-report'));
    });

    it('count what came in, with the practice of a bot that practises', async () => {
      await loop.rootOf(await loop.post({ text: QUESTION }));
      const card = await asked(DIRK, 'stats maand');
      assert.match(textOf(card), says('figures.mode.practice'));
      await loop.until(async () => {
        const { text } = await loop.click(DIRK, card, 'statsShow');
        return /^Binnengekomen\n[1-9]/m.test(text);
      }, 'what came in this month');
    });

    it('about oneself are shown to oneself alone, in one’s own chat, and to who is not in the team not at all', async () => {
      const card = await asked(BRAM, 'stats gisteren');
      const { text } = await loop.click(BRAM, card, 'statsOwn');
      assert.match(text, titleOf('figures.own.title'));
      const root = await loop.rootOf(await loop.post({ text: QUESTION }));
      await loop.say(BRAM, root.thread, 'stats');
      const inChannel = await loop.reading(root, titleOf('figures.title'));
      assert.ok(!verbsOf(inChannel).includes('statsOwn'));
      await loop.say(GERDA, root.thread, '/stats');
      await loop.reading(root, says('figures.noSight'));
      const { kind, text: refusal } = await loop.click(GERDA, inChannel, 'statsShow');
      assert.equal(kind, 'message');
      assert.match(refusal, says('bot.unknownPerson'));
      const sly = await tampered(BRAM, inChannel, 'statsShow', {}, 'statsOwn');
      assert.match(sly.text, says('figures.ownElsewhere'));
      const ofOther = await tampered(BRAM, card, 'statsOwn', { email: ELS, person: ELS, sight: 'all' });
      assert.equal(ofOther.text, text, 'a button never says whose');
    });

    it('come as files in one’s own chat after a yes, for who may see them, and with nobody’s name', async () => {
      const posted = await loop.post({ text: QUESTION });
      await loop.rootOf(posted);
      const card = await loop.until(async () => {
        const now = await asked(DIRK, 'stats maand');
        return verbsOf(now).includes('statsExcel') ? now : null;
      }, 'figures of what came in');
      const { kind, text } = await loop.click(DIRK, card, 'statsExcel');
      assert.deepEqual([kind, text], ['message', nl['export.making']]);
      const [offered] = await filesOf(DIRK, 'consent', 1);
      assert.match(offered?.attachment.name ?? '', /^gehoor-\d{4}-\d{2}\.xlsx$/);
      assert.equal(await loop.answerFile(DIRK, offered!.message, true), 200);
      const [file] = await filesOf(DIRK, 'info', 1);
      assert.equal((await loop.fresh(offered!.message)).removed, true, 'the offer gives way to the file');
      const download = await fetch(file?.attachment.contentUrl ?? '');
      const sheets = (await readExcelFile(Buffer.from(await download.arrayBuffer()))) as unknown as ReadSheet[];
      const came = sheets[0]?.data.find(([name]) => name === nl['figure.came.name']);
      assert.equal(sheets[1]?.data.length, 1 + Number(came?.[1]), 'a row for each contact that the figures count');
      assert.ok(!JSON.stringify(sheets).includes(posted.handle));
      await loop.click(DIRK, card, 'statsCsv');
      const [values] = await filesOf(DIRK, 'consent', 2);
      assert.equal(await loop.answerFile(DIRK, values!.message, false), 200);
      assert.equal((await filesOf(DIRK, 'consent', 1)).length, 1, 'what was refused is gone');
      const inChannel = await loop.rootOf(posted);
      await loop.say(BRAM, inChannel.thread, 'stats maand');
      const open = await loop.reading(inChannel, titleOf('figures.title'));
      assert.ok(!verbsOf(open).includes('statsExcel'));
      assert.match((await tampered(BRAM, open, 'statsShow', {}, 'statsExcel')).text, says('export.onlyInChat'));
    });

    it('go to nobody who may not see them, whatever the yes says', async () => {
      const context = { period: '2026-11', municipality: null, mode: 'practice', file: 'workbook' };
      const uploadInfo = {
        uploadUrl: `${loop.botUrl}/x`,
        contentUrl: loop.botUrl,
        name: 'x',
        uniqueId: 'x',
        fileType: 'x',
      };
      for (const [who, what] of [
        [GIJS, context],
        [DIRK, { ...context, file: '../../etc' }],
        [DIRK, { ...context, period: 'morgen' }],
      ] as const) {
        const person = { ...bram, email: who };
        const scene = { person, conversation: chatId(who), kind: 'chat', serviceUrl: loop.roomUrl } as const;
        const yes = fileAnswerTo(scene, '1', { context: what, upload: uploadInfo });
        assert.equal((await send(yes)).status, 200);
        await loop.reading(chatOf(who), says('export.stale'));
      }
    });

    it('are explained, and refused to a button that we never made', async () => {
      const card = await asked(DIRK, 'stats gisteren');
      assert.match((await loop.click(DIRK, card, 'statsExplain')).text, says('figures.explain.intro'));
      const wrong = [
        { period: 'x' },
        { period: '2030' },
        { municipality: 'zaanstad' },
        { mode: 'all' },
        { picture: '../' },
      ];
      for (const change of wrong)
        assert.match((await tampered(DIRK, card, 'statsShow', change)).text, says('bot.oldButton'));
    });
  });

  describe('the way in', () => {
    it('refuses a body that is larger than any message, and one that is no JSON', async () => {
      assert.equal((await send({ type: 'message', text: 'x'.repeat(300_000) })).status, 413);
      const broken = await fetch(`${loop.botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"type":',
      });
      assert.equal(broken.status, 400);
      assert.doesNotMatch(await broken.text(), /\/[a-z]+\/.*\.js|SyntaxError/, 'nothing of the inside');
      assert.equal((await fetch(`${loop.botUrl}/health`)).status, 200);
    });

    it('takes installations again and again without a word', async () => {
      const before = (await loop.state()).counters;
      await loop.install();
      await loop.install();
      const root = await loop.rootOf(await loop.post({ text: QUESTION }));
      assert.equal(root.conversation, '19:webcare@thread.tacv2');
      assert.equal((await loop.state()).counters.created, before.created + 1);
      assert.equal((await loop.ready()).status, 200);
    });

    it('says in /ready that the channel is gone, and works again when it is back', async () => {
      const gone = {
        type: 'conversationUpdate',
        id: 'verwijderd',
        channelId: 'msteams',
        serviceUrl: loop.roomUrl,
        from: { id: '29:iemand' },
        recipient: { id: '28:gehoor', name: 'Gehoor' },
        conversation: { id: ROOM_TEAM, conversationType: 'channel', isGroup: true },
        channelData: {
          eventType: 'channelDeleted',
          team: { id: ROOM_TEAM },
          channel: { id: '19:webcare@thread.tacv2', name: 'Webcare' },
          tenant: { id: loop.botEnv['BOT_TENANT_ID'] },
        },
      };
      assert.equal((await send(gone)).status, 200);
      const { status, text } = await loop.ready();
      assert.equal(status, 503);
      assert.match(text, /The webcare channel was deleted: make a channel/);
      const told = await loop.until(
        async () => (await loop.standing()).find((message) => /webcarekanaal is verwijderd/.test(textOf(message))),
        'a word to the coordinator',
      );
      assert.match(told.conversation, /^a:/, 'in a 1:1 chat');
      const post = await loop.post({ text: QUESTION });
      await loop.install();
      assert.equal((await loop.ready()).status, 200);
      await loop.rootOf(post);
    });
  });
});
