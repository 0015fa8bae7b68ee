import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryNetwork } from '../support/memory/network.ts';
import { networkContract } from './network-contract.ts';

describe('A network in memory', () => {
  networkContract(() => {
    const clock = createManualClock();
    const network = createMemoryNetwork(clock);
    return Promise.resolve({
      network,
      open: () => network,
      account: 'GemWormerland',
      now: () => clock.now(),
      citizenPosts: (post) => Promise.resolve(network.write(post).id),
      citizenEdits: (id, text) => {
        network.edit(id, text);
        return Promise.resolve();
      },
      citizenDeletes: (id) => {
        network.deletes(id);
        return Promise.resolve();
      },
      standing: (inReplyTo) =>
        Promise.resolve(
          network.placed.filter((one) => one.inReplyTo === inReplyTo && !one.removed).map(({ text }) => text),
        ),
      close: () => Promise.resolve(),
    });
  });
});
