import { type TeamDecision, type TeamFacts } from './messages.ts';
import { mayPause, type PauseCommand, type PlacingPause } from './placing-pause.ts';

/** Sets the pause or lifts it; of two people who do it at once the second hears who was first. */
export function decidePause(pause: PlacingPause | null, command: PauseCommand, { settings }: TeamFacts): TeamDecision {
  if (!mayPause(settings, command.by)) return { events: [], refusal: { code: 'may-not-pause' } };
  const by = { name: command.by.name, email: command.by.email };
  if (command.type === 'resumePlacing')
    return pause === null
      ? { events: [], refusal: { code: 'not-paused' } }
      : { events: [{ type: 'placingResumed', by, pause }], refusal: null };
  return pause === null
    ? { events: [{ type: 'placingPaused', by, reason: command.reason.trim() }], refusal: null }
    : { events: [], refusal: { code: 'paused-already', pause } };
}
