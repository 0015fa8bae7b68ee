import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryNetwork } from '../support/memory/network.ts';
import { networkContract, type NetworkUnderTest } from './network-contract.ts';
import { privateMessagesContract } from './private-messages-contract.ts';

describe('A network in memory', () => {
  const create = (): Promise<NetworkUnderTest> => {
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
          network.placed
            .filter((one) => one.inReplyTo === inReplyTo && one.privateTo === undefined && !one.removed)
            .map(({ text }) => text),
        ),
      citizenWrites: (handle, text) => Promise.resolve(network.write({ handle, text, private: true }).id),
      sent: (handle) =>
        Promise.resolve(
          network.placed.filter(({ privateTo }) => privateTo === `id-of-${handle}`).map(({ text }) => text),
        ),
      close: () => Promise.resolve(),
    });
  };
  networkContract(create);
  privateMessagesContract(create);
});
