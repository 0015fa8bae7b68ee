import { type Person } from '../people.ts';
import { type Dialogue, holderOf } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Announcement, type DialogueEvent } from './messages.ts';
import { mayApprove } from './reply-text.ts';

const EMPTY = { by: null, post: null, before: null, after: null };

/**
 * The new lines in the thread that an event asks for: only where somebody else must now do something, for every message
 * costs the whole channel attention. `after` is the dialogue after all events of the decision.
 */
export function announcementsOf(event: DialogueEvent, after: Dialogue, facts: Facts): readonly Announcement[] {
  switch (event.type) {
    case 'submitted':
      return to(
        facts.onDuty(facts.at).filter((member) => mayApprove(after, member)),
        { what: 'approval-asked', ...EMPTY, by: event.concept.writer },
      );
    case 'tookOver':
      return to([event.from], { what: 'taken-over', ...EMPTY, by: event.by });
    case 'received':
      return after.stage.name === 'claimed' || after.stage.name === 'drafted' ? inUse(event, after) : [];
    case 'notPlaced':
      return event.hitch.why === 'overtaken'
        ? []
        : to(holder(after), { what: 'not-placed', ...EMPTY, after: event.hitch.detail });
    case 'followedUp':
      return event.for
        ? []
        : [
            {
              ...EMPTY,
              what: 'citizen-wrote',
              to: people(facts.onDuty(facts.at)),
              post: after.posts.at(-1)?.id ?? null,
            },
          ];
    case 'amended':
      return after.stage.name === 'approved'
        ? to([after.stage.publication.submittedBy], {
            ...EMPTY,
            what: 'amended',
            by: event.concept.writer,
            before: event.before,
            after: event.concept.text,
          })
        : [];
    case 'removalFailed':
      return to(holder(after), { what: 'removal-refused', ...EMPTY, after: event.detail });
    default:
      return [];
  }
}

/** A card in use is not touched: the news comes as a new line. A dialogue that comes back brings its own new card. */
function inUse(event: Extract<DialogueEvent, { type: 'received' }>, after: Dialogue): readonly Announcement[] {
  const justMade = after.work.changedAt > after.wroteAt && after.work.mention !== null;
  if (event.post.thanks || justMade) return [];
  return to(holder(after), { what: 'citizen-wrote', ...EMPTY, post: event.post.id });
}

function holder(dialogue: Dialogue): readonly Person[] {
  const one = holderOf(dialogue.stage);
  return one === null ? [] : [one];
}

function to(them: readonly Person[], rest: Omit<Announcement, 'to'>): readonly Announcement[] {
  return them.length === 0 ? [] : [{ ...rest, to: people(them) }];
}

function people(them: readonly Person[]): readonly Person[] {
  return them.map(({ name, email }) => ({ name, email }));
}
