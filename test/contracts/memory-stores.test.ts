import { createMemoryDialogueStore } from '../support/memory/memory-dialogue-store.ts';
import { createMemoryInstallations } from '../support/memory/memory-installations.ts';
import { createMemoryFigures } from '../support/memory/figures.ts';
import { createMemoryLedger } from '../support/memory/ledger.ts';
import { createMemoryLeases } from '../support/memory/memory-leases.ts';
import { createMemoryTeamStore } from '../support/memory/memory-team-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { citizenIndexContract } from './citizen-index-contract.ts';
import { dialogueIndexContract } from './dialogue-index-contract.ts';
import { dialogueShownContract } from './dialogue-shown-contract.ts';
import { dialogueStoreContract } from './dialogue-store-contract.ts';
import { figuresContract } from './figures-contract.ts';
import { installationsContract } from './installations-contract.ts';
import { leaseContract } from './lease-contract.ts';
import { ledgerContract } from './ledger-contract.ts';
import { teamStoreContract } from './team-store-contract.ts';
import { stormIndexContract } from './storm-index-contract.ts';
import { type StoreUnderTest } from './store-under-test.ts';

function make(): Promise<StoreUnderTest> {
  const clock = createManualClock();
  const store = createMemoryDialogueStore(clock);
  return Promise.resolve({
    store,
    clock,
    async lose(index, dialogue) {
      await Promise.resolve();
      store.lose(index, dialogue);
    },
    async leaveOpen(dialogue) {
      await Promise.resolve();
      store.leaveOpen(dialogue);
    },
  });
}

describe('Dialogues in memory', () => {
  dialogueStoreContract(make);
  dialogueIndexContract(make);
  dialogueShownContract(make);
  citizenIndexContract(make);
  stormIndexContract(make);
});

describe('A lease in memory', () => {
  leaseContract(() => {
    const clock = createManualClock();
    return Promise.resolve({ leases: createMemoryLeases(clock), clock });
  });
});

describe('Installations in memory', () => {
  installationsContract(() => Promise.resolve(createMemoryInstallations()));
});

describe('The ledger in memory', () => {
  ledgerContract(() => {
    const clock = createManualClock();
    const ledger = createMemoryLedger(clock);
    return Promise.resolve({ ledger, other: ledger, clock });
  });
});

describe('The team in memory', () => {
  teamStoreContract(() => Promise.resolve(createMemoryTeamStore()));
});

describe('The figures in memory', () => {
  figuresContract(() => {
    const figures = createMemoryFigures();
    return Promise.resolve({ figures, other: figures });
  });
});
