import assert from 'node:assert/strict';
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { ANNA, BRAM, CARLA, ELS, GIJS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { claimed, COMPLAINT, mentioned, QUESTION, repliesTo, submitted } from '../support/loop/scenes.ts';

const SORRY = 'Wat vervelend. We komen morgen langs.';

describe('A complaint, with a second pair of eyes', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());

  it('costs three clicks and three messages', async () => {
    const { post, root, card } = await claimed(loop, BRAM, { text: COMPLAINT });
    assert.ok(!verbsOf(card).includes('place'), 'Bram may not place a complaint alone');
    await loop.click(BRAM, card, 'submit', { concept: SORRY });
    const draft = await loop.offering(root, 'approve');
    assert.equal(draft.id, card.id);
    assert.match(textOf(draft), /^Wat vervelend\. We komen morgen langs\. \^BK$/m);
    assert.match(textOf(draft), /van 280 tekens · namens @GemOostzaan · geschreven door Bram Kok/);
    const line = await loop.reading(root, says('news.approval-asked.due', { by: 'Bram Kok' }));
    assert.deepEqual(mentioned(line).toSorted(), ['Anna de Boer', 'Els Prins']);
    await loop.click(ANNA, draft, 'approve');
    await loop.reading(root, says('receipt.head.approved', { name: 'Bram Kok', approver: 'Anna de Boer' }));
    await loop.reading(root, says('status.answered'));
    assert.deepEqual(await repliesTo(loop, post), [`${SORRY} ^BK`]);
    assert.deepEqual(
      (await loop.thread(root)).map(({ id }) => id),
      [root.id, card.id, line.id],
    );
  });

  it('of the press has the yes of Communicatie in their own chat, and of nobody else', async () => {
    const text = 'Ik schrijf over het zwembad. Kan een woordvoerder mij bellen?';
    const { post, root, card } = await claimed(loop, BRAM, { text });
    assert.match(textOf(root), says('department.call', { name: 'Communicatie', phone: '075-1234503' }));
    await loop.click(BRAM, card, 'submit', { concept: 'Wij bellen u vandaag.' });
    const draft = await loop.reading(
      root,
      says('department.asked', { department: 'Communicatie', names: 'Gijs Smit' }),
    );
    assert.ok(!verbsOf(draft).includes('approve'), 'no approver of the team can say yes');
    const chat = await loop.until(
      async () => (await loop.standing()).find((one) => verbsOf(one).includes('yesApprove')),
      "a card in Gijs' chat",
    );
    assert.match(textOf(chat), /^Wij bellen u vandaag\. \^BK$/m);
    const { dialogue, round, hash } = buttonOn(chat, 'yesApprove').data as Record<string, unknown>;
    const tries = [
      { verb: 'approve', data: { ...buttonOn(draft, 'sendBack').data, hash } },
      { verb: 'yesApprove', data: { dialogue, round, hash } },
    ];
    for (const one of tries) {
      const no = await loop.invoke({ as: ELS, conversation: root.thread, activityId: draft.id, ...one });
      assert.match(no.text, says('refusal.department-needed.phone', { department: 'Communicatie' }));
    }
    assert.deepEqual(await repliesTo(loop, post), []);
    const yes = await loop.click(GIJS, chat, 'yesApprove');
    assert.match(yes.text, says('yes.approved', { name: 'Gijs Smit' }));
    await loop.reading(root, says('receipt.head.approved', { name: 'Bram Kok', approver: 'Gijs Smit' }));
    assert.deepEqual(await repliesTo(loop, post), ['Wij bellen u vandaag. ^BK']);
    await loop.until(
      async () => says('yes.placed', { name: 'Gijs Smit' }).test(textOf(await loop.fresh(chat))),
      'what came of it in that chat',
    );
    assert.deepEqual(
      (await loop.thread(root)).map(({ id }) => id),
      [root.id, card.id],
    );
  });

  it('calls the approvers on duty, but not the one who wrote it', async () => {
    const { root } = await submitted(loop, ANNA, SORRY);
    assert.deepEqual(mentioned(await loop.reading(root, says('news.approval-asked.due', { by: 'Anna de Boer' }))), [
      'Els Prins',
    ]);
  });

  it('is approved by nobody who may not', async () => {
    const { post, root, card } = await submitted(loop, ANNA, SORRY);
    const version = buttonOn(card, 'approve').data['seen'];
    assert.match((await loop.click(ANNA, card, 'approve')).text, says('refusal.own-text'));
    assert.match(
      (await loop.click(CARLA, card, 'approve')).text,
      says('refusal.no-role', { role: nl['role.approver'] }),
    );
    assert.match(
      (await loop.click(BRAM, card, 'approve')).text,
      says('refusal.no-role', { role: nl['role.approver'] }),
    );
    const { amended } = buttonOn(card, 'amendAndPlace').inputs;
    assert.equal(amended, SORRY);
    assert.match(
      (await loop.click(CARLA, card, 'amendAndPlace')).text,
      says('refusal.not-yours', { who: 'Anna de Boer' }),
    );
    assert.equal(buttonOn(await loop.fresh(card), 'approve').data['seen'], version);
    assert.deepEqual(await repliesTo(loop, post), []);
    await loop.click(ELS, card, 'approve');
    await loop.reading(root, says('receipt.head.approved', { approver: 'Els Prins' }));
  });

  it("is not approved by its submitter after somebody else's comma", async () => {
    const { post, root, card } = await submitted(loop, ANNA, SORRY);
    await loop.click(ELS, card, 'amend', { amended: 'Wat vervelend, we komen morgen langs.' });
    const draft = await loop.reading(root, /^Wat vervelend, we komen/m);
    assert.match(textOf(draft), /ingediend door Anna de Boer · aangepast door Els Prins/);
    assert.match((await loop.click(ANNA, draft, 'approve')).text, says('refusal.own-text'));
    assert.match((await loop.click(ANNA, draft, 'amendAndPlace')).text, says('refusal.own-text'));
    await loop.offering(root, 'approve');
    assert.deepEqual(await repliesTo(loop, post), []);
  });

  it('is not approved by a yes to an older text', async () => {
    const { post, root, card } = await submitted(loop, BRAM, SORRY);
    await loop.click(ELS, card, 'amend', { amended: 'Excuses. We komen morgen.' });
    const changed = await loop.reading(root, /^Excuses\. We komen morgen\. \^BK$/m);
    const refused = await loop.click(ANNA, card, 'approve');
    assert.match(refused.text, says('refusal.text-changed'));
    assert.deepEqual(await repliesTo(loop, post), []);
    await loop.click(ANNA, changed, 'approve');
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Excuses. We komen morgen. ^BK']);
  });

  it('is corrected and placed in one step by an approver, and its writer sees the difference', async () => {
    const { post, root, card } = await submitted(loop, BRAM, SORRY);
    await loop.click(ANNA, card, 'amendAndPlace', { amended: 'Wat vervelend. We komen vandaag langs.' });
    const news = await loop.reading(root, says('news.amended.placed', { by: 'Anna de Boer' }));
    assert.deepEqual(mentioned(news), ['Bram Kok']);
    assert.match(textOf(news), /morgen[^]*vandaag/);
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Wat vervelend. We komen vandaag langs. ^BK']);
  });

  it('is sent back to its writer with a remark, as a new work card that has the text', async () => {
    const { post, root, card } = await submitted(loop, BRAM, SORRY);
    await loop.click(ELS, card, 'sendBack', { remark: 'Noem ook het telefoonnummer.' });
    const work = await loop.offering(root, 'submit');
    assert.notEqual(work.id, card.id);
    assert.deepEqual(mentioned(work), ['Bram Kok']);
    assert.match(textOf(work), /^Teruggestuurd door Els Prins\n(.*\n)?Noem ook het telefoonnummer\.$/m);
    assert.equal(buttonOn(work, 'submit').inputs['concept'], SORRY);
    await loop.until(async () => verbsOf(await loop.fresh(card)).length === 0, 'the older card without buttons');
    await loop.click(BRAM, work, 'submit', { concept: `${SORRY} Bel gerust 14 075.` });
    await loop.click(ELS, await loop.offering(root, 'approve'), 'approve');
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), [`${SORRY} Bel gerust 14 075. ^BK`]);
  });

  it('is asked again when the citizen writes before it was approved', async () => {
    const { post, root, card } = await submitted(loop, BRAM, SORRY);
    await loop.post({ by: post.handle, text: 'En nu ligt er ook glas op straat!', inReplyTo: post.id });
    const news = await loop.reading(root, says('news.citizen-wrote'));
    assert.deepEqual(mentioned(news), ['Bram Kok']);
    const refused = await loop.click(ANNA, card, 'approve');
    assert.match(refused.text, says('refusal.text-changed'), 'the yes was to another question');
    assert.deepEqual(await repliesTo(loop, post), []);
  });
});

describe('A complaint while nobody is on duty', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop({
      webcare: (webcare) => {
        webcare.roster = {};
        webcare.instruction.undo = '6s';
      },
    });
  });
  after(() => loop.stop());

  it('says on the card that nobody is there to approve, and mentions nobody', async () => {
    const { root, card } = await submitted(loop, BRAM, SORRY);
    assert.match(textOf(card), says('approvers.nobody'));
    assert.deepEqual(
      (await loop.thread(root)).map(({ id }) => id),
      [root.id, card.id],
    );
  });

  it('is stopped by its writer within the undo time, and placed by nobody', async () => {
    const { post, root, card } = await submitted(loop, BRAM, SORRY);
    const approved = await loop.click(ANNA, card, 'approve');
    assert.match(approved.text, says('placing.head'));
    const stopped = await loop.click(BRAM, await loop.offering(root, 'stop'), 'stop');
    assert.match(stopped.text, says('hitch.head.stopped'));
    // What is approved after it is placed after it: then its own time has passed.
    const later = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(BRAM, later.card, 'place', { concept: 'Morgen.' });
    await loop.reading(later.root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), []);
    const hitch = await loop.offering(root, 'retry');
    assert.match(textOf(hitch), says('hitch.stopped', { name: 'Bram Kok' }));
    await loop.click(ELS, hitch, 'retry');
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), [`${SORRY} ^BK`]);
  });
});
