import { type Dialogue } from '../dialogue.ts';
import { changedWork, newWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';
import { isListed } from './place-in-storm.ts';

/** What happens to a dialogue on a list; null: another event. */
export function applyListed(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'takenFromList': {
      const { by, at: since } = event;
      const stage =
        d.stage.name === 'drafted'
          ? { ...d.stage, by, since }
          : ({ name: 'claimed', by, since, remark: null } as const);
      // The card comes into being elsewhere than where was clicked: who took it is called to it.
      return { ...offList(d), stage, work: newWork(d, { name: by.name, email: by.email }) };
    }
    case 'singled':
      return offList(d);
    case 'frozenForMany': {
      const { by, at: since, concept, publication } = event;
      const stage = { name: 'approved', by, since, publication } as const;
      return { ...d, concept, publications: publication.number, stage, work: changedWork(d) };
    }
    default:
      return null;
  }
}

/** Whatever way somebody came to hold it: who holds it has a card of its own to work on. */
export function offListWhenHeld(d: Dialogue): Dialogue {
  const { stage } = d;
  const held = stage.name === 'claimed' || (stage.name === 'drafted' && stage.hitch === null);
  return held && isListed(d) ? offList(d) : d;
}

function offList(d: Dialogue): Dialogue {
  return d.storm === undefined ? d : { ...d, storm: { ...d.storm, listed: false } };
}
