import { createMemoryChats } from '../support/memory/chats.ts';
import { chatsContract } from './chats-contract.ts';

describe('Chats in memory', () => {
  chatsContract(() => {
    const chats = createMemoryChats(['Afval']);
    chats.refuses('frits@elders.example');
    chats.refuses('niemand@elders.example');
    return Promise.resolve({
      chats,
      reached: { name: 'Esra Yilmaz', email: 'esra@elders.example' },
      unreachable: { name: 'Frits Bakker', email: 'frits@elders.example' },
      thread: '19:webcare@thread.tacv2;messageid=1',
      channel: 'Afval',
      async standing() {
        await Promise.resolve();
        return chats.messages
          .filter(({ removed }) => !removed)
          .map(({ conversation, said }) => {
            const last = said.at(-1);
            return {
              conversation,
              tells: last?.kind === 'alert' && last.alert.what === 'channel' ? last.alert.trouble : '',
            };
          });
      },
      async deletes(at) {
        await Promise.resolve();
        chats.deletes(at);
      },
    });
  });
});
