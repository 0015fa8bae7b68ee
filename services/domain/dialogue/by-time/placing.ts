import { type TimeRule } from './time-rule.ts';

/** A frozen text is placed when the undo time is over, or looked up when its outcome is not known. */
export const placing: TimeRule = {
  next: ({ stage }) =>
    stage.name === 'approved' ? (stage.publication.attempt?.lookAt ?? stage.publication.placeAt) : null,
  then: null,
};
