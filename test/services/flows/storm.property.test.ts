import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { StormTown, TOPICS } from '../../support/storm-town.ts';

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write'), topic: fc.nat(TOPICS.length - 1), by: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('danger'), by: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again'), by: fc.nat(5), danger: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('on', 'off') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take'), name: fc.constantFrom('Bram', 'Els') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('many') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('break'), what: fc.constantFrom('open', 'update', 'root', 'save') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), seconds: fc.constantFrom(1, 5, 70) }) },
) as fc.Arbitrary<Deed>;

type Deed =
  | { readonly do: 'write'; readonly topic: number; readonly by: number }
  | { readonly do: 'danger'; readonly by: number }
  | { readonly do: 'again'; readonly by: number; readonly danger: boolean }
  | { readonly do: 'on' | 'off' | 'many' | 'restart' }
  | { readonly do: 'take'; readonly name: 'Bram' | 'Els' }
  | { readonly do: 'break'; readonly what: 'open' | 'update' | 'root' | 'save' }
  | { readonly do: 'wait'; readonly seconds: number };

const broken = () => Promise.reject(new Fault('teams', 'no answer'));

/** The next call does not come through, or (of the board) its answer is lost. */
function breaks({ world: { meddler } }: StormTown, what: 'open' | 'update' | 'root' | 'save'): void {
  if (what === 'root') meddler.once('channel', 'openThread', broken);
  else if (what === 'save') meddler.once('board', 'update', broken);
  else
    meddler.once('board', what, async (send: () => Promise<unknown>) => {
      await send();
      return broken();
    });
}

async function does(town: StormTown, one: Deed, n: number): Promise<void> {
  switch (one.do) {
    case 'write':
      await town.writes(`${TOPICS[one.topic] ?? ''} ${n}`, `burger${one.by}`);
      break;
    case 'danger':
      await town.writes(`Er vonkt iets in straat ${n}`, `burger${one.by}`);
      break;
    case 'again':
      await town.writes(one.danger ? 'Nu is er brand' : 'En nu?', `burger${one.by}`, `burger${one.by}`);
      break;
    case 'on':
      await town.tries({ type: 'switchBusyOn' });
      break;
    case 'off':
      await town.tries({ type: 'switchBusyOff' });
      break;
    case 'take':
      await town.takes(one.name);
      break;
    case 'many': {
      await town.submits('Bram', `Beste {naam}, bericht ${n}.`);
      const text = town.newestText();
      if (text !== null) await town.approves('Els', text.fingerprint);
      break;
    }
    case 'break':
      breaks(town, one.what);
      break;
    case 'restart':
      town.restart();
      break;
    case 'wait':
      await town.later(one.seconds * SECOND);
      break;
  }
}

describe('Whatever people, the clock and broken lines do in a storm', () => {
  it('every dialogue is in exactly one live place, and no citizen gets a text twice', async () => {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16, size: 'max' }), async (deeds) => {
        const town = new StormTown();
        await town.tries({ type: 'switchBusyOn' });
        for (const [n, one] of deeds.entries()) await does(town, one, n);
        await town.later(MINUTE);
        listed += await town.everyoneIsInOnePlace();
        const placed = town.world.outside.network.placed.map(({ inReplyTo, text }) => `${inReplyTo} ${text}`);
        assert.equal(new Set(placed).size, placed.length, 'a text twice');
      }),
      { numRuns: 25 },
    );
    assert.ok(listed > 10, 'the stories get somewhere');
  });
});
