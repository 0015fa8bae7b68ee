import { MANUAL, type Post } from '../post.ts';
import { interpret } from '../work-instruction/interpret.ts';
import { type WatchTerm } from '../work-instruction/instruction.ts';
import { dueFrom } from './decide-holding.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, type DialoguePost } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { leavesList, placeInStorm } from './listed/place-in-storm.ts';
import { type Decision, type DialogueEvent } from './messages.ts';
import { type WorldCommand } from './world-command.ts';
import { consequences } from './more-words.ts';
import { edited } from './decide-reread.ts';
import { replyAccount, watchTermsOf } from './reply-account.ts';
import { isOnlyThanks } from './thanks.ts';

/**
 * A post comes in: a new dialogue, or more of one. The same post a second time changes nothing, but that it was found
 * in one more way, that it is addressed to us after all, or that it was edited.
 */
export function decideReceiving(
  dialogue: Dialogue | null,
  command: Extract<WorldCommand, { type: 'receive' }>,
  facts: Facts,
): Decision {
  const { post } = command;
  if (dialogue === null) return happen(open(command, facts));
  const known = dialogue.posts.find(({ id }) => id === post.id);
  if (known !== undefined) return foundAgain(dialogue, known, post, facts);
  const received: DialogueEvent = { type: 'received', post: entry(post) };
  // To whom it is addressed comes first: the news is then what changed the card last, and is told.
  const leaves = leavesList(dialogue, post, interpret(post, facts.settings), facts);
  if (isOnlyThanks(post.text))
    return happen(...addressed(dialogue, post, isFrozen(dialogue), facts), received, ...leaves);
  const follows = [...consequences(dialogue, post, facts), ...leaves];
  const comesBack = follows.some(({ type }) => type === 'notPlaced');
  return happen(...addressed(dialogue, post, isFrozen(dialogue) && !comesBack, facts), received, ...follows);
}

function foundAgain(dialogue: Dialogue, known: DialoguePost, post: Post, facts: Facts): Decision {
  const changed = edited(dialogue, known, post.text, post.edition ?? 0, facts);
  const comesBack = changed.some(({ type }) => type === 'notPlaced');
  const names = post.foundBy.filter((name) => known.foundBy?.includes(name) !== true);
  const events: readonly DialogueEvent[] = [
    ...(names.length === 0 ? [] : [{ type: 'foundAgain', post: post.id, names } as const]),
    ...addressed(dialogue, post, isFrozen(dialogue) && !comesBack, facts),
    ...changed,
  ];
  return events.length === 0 ? NOTHING : happen(...events);
}

function isFrozen({ stage }: Dialogue): boolean {
  return stage.name === 'approved';
}

/**
 * Who was heard without being asked may ask us after all: from then on the account that is named replies. What is on its
 * way (`frozen`) goes from the account that was said yes to.
 */
function addressed(dialogue: Dialogue, post: Post, frozen: boolean, facts: Facts): readonly DialogueEvent[] {
  if (dialogue.asked || post.account === null) return [];
  const municipality = interpret(post, facts.settings).municipality ?? dialogue.municipality;
  const account = frozen && dialogue.account !== null ? dialogue.account : post.account;
  return [{ type: 'becameAsked', account, municipality }];
}

function open({ dialogue, mode, post }: Extract<WorldCommand, { type: 'receive' }>, facts: Facts): DialogueEvent {
  const read = interpret(post, facts.settings);
  const terms = post.account === null ? watchTermsOf(post, facts.settings) : [];
  const interpretation = {
    ...read,
    municipality: post.broughtIn?.municipality ?? read.municipality ?? municipalityOf(terms),
  };
  const storm = placeInStorm(post, mode, interpretation, facts);
  return {
    type: 'opened',
    dialogue,
    mode,
    network: post.network,
    ...broughtIn(post),
    thread: post.thread,
    citizen: post.author,
    // What somebody brings in was said to us.
    asked: post.account !== null || post.network === MANUAL,
    account:
      post.network === MANUAL
        ? null
        : (post.account ?? replyAccount(interpretation.municipality, terms, facts.settings)),
    // The first words open a dialogue even when they are only thanks: a compliment is to be seen.
    post: { ...entry(post), thanks: false },
    interpretation,
    due: dueFrom(interpretation, post.postedAt, facts),
    ...(storm === undefined ? {} : { storm }),
  };
}

function broughtIn({ broughtIn: brought }: Post): Pick<Extract<DialogueEvent, { type: 'opened' }>, 'via' | 'by'> {
  return brought === undefined ? {} : { via: brought.via, by: brought.by };
}

function entry(post: Post): DialoguePost {
  const { id, postedAt: at, link, foundBy, edition } = post;
  return {
    id,
    from: 'citizen',
    at,
    thanks: isOnlyThanks(post.text),
    link,
    foundBy,
    ...(post.limited === true ? { limited: true } : {}),
    ...(post.private === true ? { private: true } : {}),
    ...(edition === undefined || edition === 0 ? {} : { edition }),
  };
}

/** Of the terms that found it; null when they do not agree. */
function municipalityOf(terms: readonly WatchTerm[]): string | null {
  const named = new Set(terms.flatMap(({ municipality }) => municipality ?? []));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}
