import { type Instant } from '../instant.ts';
import { type ManyText } from './many-text.ts';
import { type BusyEvent } from './messages.ts';
import { phaseOf, type Storm, type Storms } from './storm.ts';

/** The storms after an event. Pure and total. Those that are done with leave it. */
export function evolveBusy(storms: Storms, event: BusyEvent & { readonly at: Instant }): Storms {
  switch (event.type) {
    case 'stormProposed':
      return [...withoutLapsed(storms), { ...begun(event.storm, event.practice, event.at), seen: event.rate }];
    case 'stormOn': {
      const on = { by: event.by, at: event.at };
      return storms.some(({ id }) => id === event.storm)
        ? change(storms, event.storm, (storm) => ({ ...storm, on }))
        : [...withoutLapsed(storms), { ...begun(event.storm, event.practice, event.at), on }];
    }
    case 'stormLapsed':
      return change(storms, event.storm, (storm) => ({ ...storm, lapsedAt: event.at }));
    case 'stormCalm':
      return change(storms, event.storm, (storm) => ({ ...storm, calmSince: event.since }));
    case 'stormOff':
      return change(storms, event.storm, (storm) => ({ ...storm, off: { by: event.by, at: event.at } }));
    case 'stormDone':
      return storms.filter(({ id }) => id !== event.storm);
    case 'helpCalled': {
      const { by, at, to } = event;
      return change(storms, event.storm, (storm) => ({ ...storm, call: { by, at, to, answers: [] } }));
    }
    case 'callAnswered':
      return change(storms, event.storm, (storm) => answered(storm, event));
    case 'manySubmitted':
      return change(storms, event.storm, (storm) => ({ ...storm, texts: [...storm.texts, event.many] }));
    case 'manyApproved':
      return changeText(storms, event, { approved: { by: event.by, at: event.at } });
    case 'manySentBack':
      return changeText(storms, event, { sentBack: { by: event.by, at: event.at, remark: event.remark } });
    case 'manyStopped':
      return changeText(storms, event, { stopped: { by: event.by, at: event.at } });
  }
}

function begun(id: string, practice: boolean, begunAt: Instant): Storm {
  const nothing = { seen: null, lapsedAt: null, on: null, off: null, calmSince: null, call: null } as const;
  return { id, practice, begunAt, ...nothing, texts: [] };
}

function withoutLapsed(storms: Storms): Storms {
  return storms.filter((storm) => phaseOf(storm) !== 'lapsed');
}

function change(storms: Storms, id: string, to: (storm: Storm) => Storm): Storms {
  return storms.map((storm) => (storm.id === id ? to(storm) : storm));
}

function changeText(
  storms: Storms,
  { storm: id, text }: { readonly storm: string; readonly text: string },
  to: Partial<ManyText>,
): Storms {
  return change(storms, id, (storm) => ({
    ...storm,
    texts: storm.texts.map((many) => (many.id === text ? { ...many, ...to } : many)),
  }));
}

function answered(
  storm: Storm,
  { by, at, helps }: Extract<BusyEvent, { type: 'callAnswered' }> & { at: Instant },
): Storm {
  if (storm.call === null) return storm;
  const others = storm.call.answers.filter((one) => one.by.email !== by.email);
  return { ...storm, call: { ...storm.call, answers: [...others, { by, at, helps }] } };
}
