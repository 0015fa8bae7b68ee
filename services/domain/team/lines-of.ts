import { type TeamHappened } from './messages.ts';
import { type TeamLine } from './team-line.ts';

/** The messages that an event asks for. */
export function linesOf(event: TeamHappened): readonly TeamLine[] {
  switch (event.type) {
    case 'told':
      return [event.line];
    case 'placingPaused': {
      const { by, reason, at } = event;
      return [{ to: 'channel', alert: { what: 'placing-paused', pause: { by, reason, since: at } } }];
    }
    case 'placingResumed':
      return [{ to: 'channel', alert: { what: 'placing-resumed', by: event.by, pause: event.pause } }];
    case 'reportFell':
      return event.to.map((who) => ({ to: 'report', who, about: event.about }));
    default:
      return [];
  }
}
