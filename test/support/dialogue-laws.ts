import assert from 'node:assert/strict';
import { decide } from '../../services/domain/dialogue/decide.ts';
import { announcementsOf } from '../../services/domain/dialogue/announcements.ts';
import { type Channel } from '../../services/domain/dialogue/channel.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Promised } from '../../services/domain/dialogue/promises/promise.ts';
import { nothingToAnswer, postToAnswer, unanswered } from '../../services/domain/dialogue/what-to-answer.ts';
import { evolve, evolveAll } from '../../services/domain/dialogue/evolve.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { type Command, type Decision, type Happened } from '../../services/domain/dialogue/messages.ts';
import { type Interpreted, readingOf } from '../../services/domain/dialogue/interpreting/reading.ts';
import { nextWake } from '../../services/domain/dialogue/wake.ts';
import { workForm } from '../../services/domain/dialogue/work-form.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Member } from '../../services/domain/people.ts';
import { type Department } from '../../services/domain/work-instruction/instruction.ts';
import { ClockLaws, clockGoesOn } from './clock-laws.ts';
import { type Ask } from './given.ts';

type Frozen = Extract<Happened, { type: 'frozen' }>['publication'];

/** What a yes was given to. */
interface Said {
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly readTo: string | null;
  readonly channel: Channel;
}

/**
 * A dialogue that is lived step by step, with what must always be true of it checked after each step. The checks know
 * who submitted and what was said yes to from the events alone, apart from what the product remembers.
 */
export class WatchedDialogue {
  readonly clock = new ClockLaws();
  private state: Dialogue | null = null;
  private readonly events: Happened[] = [];
  private readonly frozen = new Map<number, Frozen>();
  /** How many events there were before it. */
  private readonly frozenAt = new Map<number, number>();
  private readonly published = new Set<number>();
  /** Who submitted the text that is on the table; null when nobody did. */
  private submitter: string | null = null;
  /** The yes of another that was given to the text on the table: its exact words, and who gave it. */
  private yes: (Said & { readonly by: string }) | null = null;
  private readonly typed = new Set<string>();
  /** What a person agreed to come back to and was not told yet. */
  private agreed: Promised | null = null;

  get dialogue(): Dialogue | null {
    return this.state;
  }

  get history(): readonly Happened[] {
    return this.events;
  }

  get types(): readonly Happened['type'][] {
    return this.events.map(({ type }) => type);
  }

  step(ask: Ask, facts: Facts): void {
    const before = this.state;
    if (before === null && typeof ask === 'function') return;
    const command = typeof ask === 'function' ? ask(before!, facts) : ask;
    const decision = decide(before, command, facts);
    const happened = decision.events.map((event) => ({ ...event, at: facts.at }));
    let now = before;
    for (const event of happened) {
      if (now !== null) {
        this.watch(now, event, command, facts);
        this.clock.watch(now, event, facts);
      }
      const open = now === null ? [] : unanswered(now);
      now = evolve(now, event);
      this.promises(event, open, now, facts);
      this.events.push(event);
      assert.equal(now.version, this.events.length, 'the version is the number of events');
    }
    this.state = now;
    if (now === null) return;
    this.textIsKept(command, now);
    everyoneIsSomebody(decision, now, facts);
    if (now.stage.name === 'answered' && happened.some(({ type }) => type === 'published')) this.allIsRead(now);
    stageIsWhole(now, nextWake(now, facts));
    clockGoesOn(now, facts);
  }

  /** What was agreed comes back once and not before; a holding reply ends nothing, leaves `open` what was, and sets the second clock. */
  private promises(event: Happened, open: ReturnType<typeof unanswered>, now: Dialogue, facts: Facts): void {
    if (event.type === 'promised') this.agreed = event.promise;
    if (event.type === 'promiseDropped') this.agreed = null;
    if (event.type === 'cameBack') {
      assert.deepEqual(event.promise, this.agreed, 'came back to what stands no more, or a second time');
      assert.ok(event.at >= event.promise.at && facts.openHours(event.at, event.at + 1).length > 0, 'out of time');
      assert.ok(now.promise === null && !['answered', 'closed', 'setAside'].includes(now.stage.name));
      this.agreed = null;
    }
    if (event.type !== 'published' || event.receipt.holds === undefined) return;
    this.agreed = null;
    assert.equal(event.receipt.holds, this.frozen.get(now.publications)?.holds, 'another moment than was frozen');
    assert.ok(now.stage.name === 'claimed' && now.due === event.receipt.holds && now.answeredAt !== null);
    assert.deepEqual(unanswered(now), open, 'a holding reply answered something');
  }

  /** Words that came, or were changed, after the yes bring the dialogue back. */
  private allIsRead({ posts, publications }: Dialogue): void {
    const frozen = this.frozen.get(publications);
    const read = posts.findIndex(({ id }) => id === (frozen?.readTo ?? frozen?.inReplyTo));
    const unread = posts.filter(
      ({ from, thanks, gone, edited }, index) =>
        from === 'citizen' &&
        !thanks &&
        gone === undefined &&
        (index > read || (edited?.version ?? 0) > (this.frozenAt.get(publications) ?? 0)),
    );
    assert.deepEqual(unread, [], 'words that came during the attempt are left unread');
  }

  /** What was stored is what is lived: from the events, and through JSON. */
  replay(): void {
    if (this.state === null) return;
    assert.deepEqual(evolveAll(null, this.events), this.state);
    assert.deepEqual(JSON.parse(JSON.stringify(this.state)), this.state);
  }

  private watch(before: Dialogue, event: Happened, command: Command, facts: Facts): void {
    if ('concept' in event) this.typed.add(event.concept.text);
    switch (event.type) {
      case 'attempted': {
        const { stage, posts } = before;
        const target = stage.name === 'approved' ? stage.publication.inReplyTo : null;
        assert.ok(
          posts.every(({ id, gone }) => id !== target || gone === undefined),
          'placed under what is gone',
        );
        break;
      }
      case 'claimed':
        assert.equal(before.stage.name, 'waiting', 'two claims at once');
        break;
      case 'tookOver':
        assert.ok('since' in before.stage && before.stage.by.email === event.from.email, 'taken over from who had it');
        break;
      case 'interpreted':
        readByWhoMay(before, event, command);
        break;
      case 'submitted':
        this.submitter = event.concept.writer.email;
        this.yes = null;
        break;
      case 'amended':
      case 'stopped':
      case 'answeredOutside':
      case 'sentBack':
      case 'released':
      case 'finished':
      case 'passedOn':
        this.yes = null;
        break;
      case 'frozen':
        this.freezes(before, event.publication, command, facts);
        break;
      case 'published': {
        const { stage } = before;
        if (event.receipt.byHand !== null) this.placedByHand(before, event.receipt.byHand.by.email, command);
        else assert.ok(stage.name === 'approved', 'published without being frozen');
        const frozen = this.frozen.get(before.publications);
        if (stage.name === 'approved') assert.equal(stage.publication.text, frozen?.text, 'words that were not frozen');
        assert.ok(!this.published.has(before.publications), 'published twice');
        this.published.add(before.publications);
        break;
      }
      default:
        break;
    }
  }

  /** A person may only have placed the very text that was frozen last, and that did not reach the network. */
  private placedByHand({ stage, publications }: Dialogue, by: string, command: Command): void {
    assert.ok(stage.name === 'drafted' && command.type === 'reportPlaced' && command.by.email === by);
    assert.equal(command.hash, this.frozen.get(publications)?.hash, 'placed other words than were said yes to');
    assert.ok(stage.by.email === by || command.by.roles.includes('approver'), 'not theirs to report');
  }

  private freezes(before: Dialogue, publication: Frozen, command: Command, facts: Facts): void {
    assert.ok('by' in command, 'frozen by nobody');
    const { by } = command;
    assert.notEqual(before.mode, 'listening');
    assert.ok('since' in before.stage);
    const draft = before.stage.name === 'drafted';
    const submitter = draft ? this.submitter : by.email;
    assert.equal(publication.submittedBy.email, submitter);
    const { text, inReplyTo, readTo = inReplyTo, channel = 'public' } = publication;
    const asked: Said = { text, inReplyTo, readTo, channel };
    const department = departmentOf(before, facts);
    const role = by.roles.includes('approver') && !by.roles.includes('trainee');
    const approver = by.email !== submitter && (department === null ? role : isOf(department, by.email));
    const holder = before.stage.by.email === by.email;
    const stands =
      holder &&
      this.yes?.text === text &&
      this.yes.inReplyTo === inReplyTo &&
      this.yes.readTo === readTo &&
      this.yes.channel === channel;
    assert.ok(approver || stands || (holder && alone(before, by, text, facts)), `${by.name} froze "${text}"`);
    if (department !== null && words(text) !== department.referral)
      assert.ok(isOf(department, publication.approvedBy.email), `${department.name} did not say yes to "${text}"`);
    if (stands) assert.ok([this.yes?.by, by.email].includes(publication.approvedBy.email));
    else assert.equal(publication.approvedBy.email, by.email);
    this.submitter = submitter;
    this.yes = publication.approvedBy.email === submitter ? null : { ...asked, by: publication.approvedBy.email };
    if ('hash' in command) assert.equal(command.hash, publication.hash, 'a yes to other words');
    assert.equal(publication.number, before.publications + 1);
    assert.ok(!this.frozen.has(publication.number));
    this.frozen.set(publication.number, publication);
    this.frozenAt.set(publication.number, this.events.length);
    assert.ok(channel === 'private' || facts.length(text) <= facts.limit, 'too long');
    assert.ok(text.length <= facts.privateLimit);
    assert.equal(facts.personalData(text).length, 0, 'personal data on its way out');
    assert.equal(readTo, postToAnswer(before)?.id, 'an answer to what was not read');
    const answered = before.posts.find(({ id }) => id === inReplyTo);
    assert.ok(answered?.gone === undefined && !nothingToAnswer(before), 'an answer to what is gone');
    assert.ok(channel === 'private' || answered?.private !== true, 'a public answer to what was said in private');
    assert.ok(channel === 'public' || before.asked, 'a private message to who did not come to us');
  }

  private textIsKept(command: Command, now: Dialogue): void {
    if (!('by' in command && 'text' in command)) return;
    for (const typed of [command.text, command.type === 'hold' ? command.holding : '']) {
      const text = typed.trim();
      const there = this.typed.has(text) || [now.concept?.text, now.spare?.text, ''].includes(text);
      assert.ok(there, `${command.type} lost "${text}"`);
    }
  }
}

/** The work instruction in its own words: kind and topic allow it, or the words are an approved standing answer's. */
function alone(dialogue: Dialogue, by: Member, signed: string, facts: Facts): boolean {
  const { settings } = facts;
  if (by.roles.includes('trainee')) return false;
  const text = words(signed);
  const department = departmentOf(dialogue, facts);
  if (department !== null) return text === department.referral;
  const standing = settings.answers.some(
    (answer) => answer.approved && answer.text === text && [null, dialogue.municipality].includes(answer.municipality),
  );
  const { kinds, approvalTopics } = settings.instruction;
  const free = kinds[dialogue.kind]?.approval === false;
  return standing || (free && ![dialogue.topic, dialogue.kind].some((one) => one !== null && one in approvalTopics));
}

/** The department that the work instruction names for this kind or topic, found apart from how the product finds it. */
function departmentOf({ kind, topic }: Dialogue, { settings }: Facts): Department | null {
  const { kinds, approvalTopics } = settings.instruction;
  const named = [kinds[kind]?.ask, approvalTopics[kind], topic === null ? null : approvalTopics[topic]];
  return settings.departments.find(({ name }) => named.includes(name)) ?? null;
}

function isOf({ people }: Department, email: string): boolean {
  return people.some((one) => one.email === email);
}

function words(signed: string): string {
  return signed.replace(/ \^[A-Z]+$/u, '');
}

/** Read by who was asked something, from what it was to something else, and haste alone never gives more time. */
function readByWhoMay(before: Dialogue, { by, from, to, due }: Interpreted, command: Command): void {
  assert.ok('by' in command && command.by.email === by.email && command.by.roles.includes('webcare'));
  assert.ok(before.stage.name !== 'claimed' || before.stage.by.email === by.email, 'read for somebody else');
  const was = readingOf(before);
  for (const field of Object.keys({ ...from, ...to }) as (keyof typeof was)[]) {
    assert.equal(from[field], was[field], 'it was something else');
    assert.notEqual(to[field], was[field], 'nothing changed');
  }
  if (to.urgent === true && to.kind === undefined && before.due !== null)
    assert.ok(due !== null && due <= before.due, 'haste gave time');
}

function everyoneIsSomebody({ events }: Decision, now: Dialogue, facts: Facts): void {
  for (const line of events.flatMap((event) => announcementsOf(event, now, facts))) {
    assert.ok(line.to.length > 0, `${line.what} to nobody`);
    assert.equal(new Set(line.to.map(({ email }) => email)).size, line.to.length, `${line.what} to somebody twice`);
    assert.ok(line.by === null || line.to.every(({ email }) => email !== line.by?.email), `${line.what} to oneself`);
  }
}

function stageIsWhole(now: Dialogue, wake: Instant | null): void {
  const { stage, promise, concept, other } = now;
  if (promise?.holding)
    assert.ok(!['answered', 'closed', 'setAside'].includes(stage.name), 'a promise that nobody keeps');
  if (concept?.holds !== undefined) assert.ok(stage.name === 'drafted' || stage.name === 'approved');
  assert.ok(other == null || (other.holds === undefined) !== (concept?.holds === undefined) || concept === null);
  switch (stage.name) {
    case 'waiting':
      break;
    case 'claimed':
      assert.equal(workForm(now), 'writing');
      break;
    case 'drafted':
      assert.ok(now.concept !== null && now.concept.text !== '', 'a draft without words');
      break;
    case 'approved': {
      const { publication } = stage;
      assert.equal(publication.text, `${now.concept?.text} ^${stage.by.initials}`);
      assert.equal(publication.account, now.account);
      assert.ok(publication.number === now.publications && publication.placeAt >= publication.dueAt);
      assert.ok(wake !== null, 'nothing would ever place it');
      break;
    }
    case 'answered': {
      const reply = now.posts.findLastIndex(({ from }) => from === 'us');
      assert.ok(now.receipts.length > 0 && now.receipts.some(({ id }) => id === now.posts[reply]?.id));
      assert.ok(
        now.posts.slice(reply + 1).every(({ thanks, gone }) => thanks || gone !== undefined),
        'words that nobody will look at',
      );
      assert.ok(now.answeredAt !== null && now.due === null && wake !== null);
      break;
    }
    case 'closed':
      // A department answers elsewhere, and that is no answer of ours.
      assert.ok(['department', 'handed-over'].includes(stage.outcome) || now.answeredAt !== null);
      assert.equal(now.due, null);
      break;
    case 'setAside':
      assert.equal(now.due, null);
      break;
  }
  if (nothingToAnswer(now)) assert.equal(now.due, null, 'an answer is due to what is gone');
  assert.equal(new Set(now.posts.map(({ id }) => id)).size, now.posts.length, 'a post twice');
  assert.ok(now.faceAt <= now.version && now.work.changedAt <= now.version && now.wroteAt <= now.version);
}
