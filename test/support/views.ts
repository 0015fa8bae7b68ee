import { createHash } from 'node:crypto';
import { decide } from '../../services/domain/dialogue/decide.ts';
import { type Dialogue, type Mode, textToPlace } from '../../services/domain/dialogue/dialogue.ts';
import { textsOf } from '../../services/domain/dialogue/post-texts.ts';
import { evolveAll } from '../../services/domain/dialogue/evolve.ts';
import { type LookedUp } from '../../services/domain/dialogue/looked-up.ts';
import { type Command, type PersonCommand } from '../../services/domain/dialogue/messages.ts';
import { answerText, questionText } from '../../services/domain/dialogue/questions/question.ts';
import { type Refusal } from '../../services/domain/dialogue/refusal.ts';
import { type DialogueView, viewOf } from '../../services/domain/dialogue/view.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Member, type Person } from '../../services/domain/people.ts';
import { type Post } from '../../services/domain/post.ts';
import { words } from '../../cards/words.ts';
import { factsAt, local, member, type Name, TUESDAY_TEN } from './dialogue-facts.ts';

/** Dutch words on the clock of the example municipality. */
export const DUTCH = words('nl', 'Europe/Amsterdam');
export const ENGLISH = words('en', 'Europe/Amsterdam');

export interface Opening extends Partial<Omit<Post, 'author'>> {
  readonly mode?: Mode;
  readonly handle?: string;
  readonly name?: string;
  /** We speak first: Bram writes this from @GemWormerland. */
  readonly own?: string;
}

/** A command of a person without the person, with what a card would have brought along filled in. */
type Deed = PersonCommand extends infer C ? (C extends PersonCommand ? Omit<C, 'by' | 'seen' | 'hash'> : never) : never;

/** A dialogue that really goes through the domain, step by step, and what its cards show at any moment. */
export class Story {
  private state: Dialogue | null = null;
  private readonly texts = new Map<string, string>();
  private now: Instant = TUESDAY_TEN;
  private duty: readonly Name[] = ['Bram', 'Els'];
  private posts = 0;
  /** The last no; null when the last step was a yes. */
  refusal: Refusal | null = null;

  private readonly opening: Opening;

  constructor(opening: Opening = {}) {
    this.opening = opening;
    if (opening.own) this.begins(opening.own);
    else this.writes(opening.text ?? 'Wanneer wordt het grofvuil opgehaald in Jisp?');
  }

  get dialogue(): Dialogue {
    if (this.state === null) throw new Error('a story begins with a post');
    return this.state;
  }

  /** From here on it is this local time: `11-24 10:42`. */
  at(time: string): this {
    this.now = local(time);
    return this;
  }

  later(ms: number): this {
    this.now += ms;
    return this;
  }

  onDuty(...names: readonly Name[]): this {
    this.duty = names;
    return this;
  }

  private begins(text: string): this {
    const { mode = 'live', network = 'x' } = this.opening;
    const account = 'GemWormerland';
    return this.apply({ type: 'begin', dialogue: 'x-180001-c1', mode, network, account, text, writer: member('Bram') });
  }

  /** The citizen writes; a minute before now, unless the first post said when. */
  writes(text: string, more: Pick<Post, 'private'> = {}): this {
    this.posts += 1;
    const { handle = 'jantje75', name = 'Jan de Vries', mode = 'live', network = 'x' } = this.opening;
    const id = `18000${this.posts}`;
    const first = this.posts === 1;
    const post: Post = {
      network,
      id,
      thread: '180001',
      author: { id: 'c1', handle, name },
      postedAt: this.now - 60_000,
      account: 'GemWormerland',
      inReplyTo: first ? null : '180001',
      link: network === 'x' ? `https://x.com/i/status/${id}` : null,
      foundBy: [],
      ...(first ? this.opening : {}),
      ...more,
      text,
    };
    for (const [key, words] of textsOf(post)) this.texts.set(key, words);
    return this.apply({ type: 'receive', dialogue: 'x-180001-c1', mode, post });
  }

  /** Somebody clicks, on a card that is up to date. */
  does(name: Name, deed: Deed): this {
    const read = { by: member(name), seen: this.dialogue.version, hash: this.view().hash };
    if (deed.type === 'reportPlaced') this.keepWords(deed.looked);
    if (deed.type === 'ask') this.texts.set(questionText(deed.id), deed.question);
    if (deed.type === 'recordAnswer') this.texts.set(answerText(deed.id), deed.answer);
    return this.apply({ ...deed, ...read });
  }

  /** Somebody types a note. */
  notes(name: Name, note: string): this {
    return this.apply({ type: 'note', who: member(name), note });
  }

  passesOn(name: Name, department: string | null, people: readonly Person[]): this {
    return this.apply({ type: 'passPraise', who: member(name), department, people });
  }

  /** The citizen spoke to us before. */
  isKnown(all: number, thisMonth: number): this {
    return this.apply({ type: 'acquaint', all, thisMonth });
  }

  /** A colleague who was asked answers. */
  answers(from: Person, question: string, answer: string, id = 'a1'): this {
    this.texts.set(answerText(id), answer);
    return this.apply({ type: 'answerQuestion', from, question, id, answer });
  }

  /** With `reportPlaced`, as its flow does. */
  private keepWords(looked: LookedUp): void {
    if (looked.outcome === 'found') this.texts.set(looked.id, looked.text);
    if (looked.outcome === 'unavailable') this.texts.set(looked.id, textToPlace(this.dialogue));
  }

  /** Somebody answers with our account on the network itself. */
  isAnsweredOutside(text = 'Dinsdag 1 december wordt het opgehaald.'): this {
    const id = '900077';
    this.texts.set(id, text);
    const link = `https://x.com/GemWormerland/status/${id}`;
    return this.brings({ type: 'foundOwn', id, account: 'GemWormerland', inReplyTo: '180001', link, at: this.now });
  }

  /** The network and the clock. */
  brings(command: Exclude<Command, PersonCommand | { type: 'receive' }>): this {
    if (command.type === 'placed' && this.dialogue.stage.name === 'approved') {
      this.texts.set(command.id, this.dialogue.stage.publication.text);
    }
    return this.apply(command);
  }

  /** The call to the network begins, after the undo time. */
  attempts(): this {
    return this.later(15_000).brings({ type: 'attempt', recovery: 70_000 });
  }

  /** It stands on the network, a second later. */
  isPlaced(id = '900001', link: string | null = `https://x.com/GemWormerland/status/${id}`): this {
    this.attempts().later(1_000);
    return this.brings({ type: 'placed', number: this.dialogue.publications, id, link, at: this.now });
  }

  isRefused(reason: string, detail: string): this {
    this.attempts().later(1_000);
    return this.brings({ type: 'refused', number: this.dialogue.publications, reason, detail });
  }

  /** The words of a post are no longer kept. */
  forgets(post: string): this {
    this.texts.delete(post);
    return this;
  }

  view(): DialogueView {
    const next = (_: Instant, fits: (one: Member) => boolean): { member: Member; from: Instant } | null => {
      const found = (['Anna', 'Els'] as const).map(member).find(fits);
      return found ? { member: found, from: local('11-25 08:30') } : null;
    };
    return viewOf(this.dialogue, this.texts, { ...this.facts(), nextOnDuty: next }, DUTCH.maskLabels);
  }

  private facts() {
    const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');
    return { ...factsAt(this.now, this.duty), fingerprint };
  }

  private apply(command: Command): this {
    const { events, refusal } = decide(this.state, command, this.facts());
    this.refusal = refusal;
    const happened = events.map((event) => ({ ...event, at: this.now }));
    if (happened.length > 0) this.state = evolveAll(this.state, happened);
    return this;
  }
}
