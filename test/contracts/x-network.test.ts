import { createXNetwork } from '../../services/adapters/x/x-network.ts';
import { startXServer } from '../support/x-server/x-server.ts';
import { networkContract, type NetworkUnderTest } from './network-contract.ts';
import { privateMessagesContract } from './private-messages-contract.ts';

const clock = { now: Date.now };
const log = { info() {}, warn() {}, error() {} };

for (const spelling of ['tweet', 'post'] as const) {
  describe(`The network X, in X's ${spelling} spelling`, () => {
    const create = async (): Promise<NetworkUnderTest> => {
      const x = await startXServer({ spelling, clock });
      const open = () => createXNetwork({ ...x.keys, clock, log, baseUrl: x.url });
      return {
        network: open(),
        open,
        account: 'GemOostzaan',
        now: () => clock.now(),
        citizenPosts: ({ handle, text, inReplyTo }) =>
          Promise.resolve(x.addPost({ author: handle, text, ...(inReplyTo === undefined ? {} : { inReplyTo }) }).id),
        citizenEdits: (id, text) => {
          x.editPost(id, text);
          return Promise.resolve();
        },
        citizenDeletes: (id) => {
          x.deletePost(id);
          return Promise.resolve();
        },
        standing: (parent) =>
          Promise.resolve(
            x
              .posts('GemOostzaan')
              .filter(({ inReplyTo }) => inReplyTo === parent)
              .map(({ typed }) => typed),
          ),
        citizenWrites: (from, text) => Promise.resolve(x.privates.send({ from, to: 'GemOostzaan', text }).id),
        sent: (handle) =>
          Promise.resolve(
            x.privates
              .all()
              .filter(({ to }) => to.handle === handle)
              .map(({ text }) => text),
          ),
        close: () => x.close(),
      };
    };
    networkContract(create);
    privateMessagesContract(create);
  });
}
