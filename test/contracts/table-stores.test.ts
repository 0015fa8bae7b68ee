import { createDialogueStore } from '../../services/adapters/tables/dialogue-store.ts';
import { createFiguresStore } from '../../services/adapters/tables/figures-store.ts';
import { createInstallations } from '../../services/adapters/tables/installations.ts';
import { createLedger } from '../../services/adapters/tables/ledger.ts';
import { createLeases } from '../../services/adapters/tables/leases.ts';
import { createTeamStore } from '../../services/adapters/tables/team-store.ts';
import { openTables, tablesUnderTest } from '../support/tables-under-test.ts';
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

async function make(): Promise<StoreUnderTest> {
  const tested = await tablesUnderTest('contract');
  return { ...tested, store: createDialogueStore(tested.tables) };
}

describe('Dialogues in tables', () => {
  dialogueStoreContract(make);
  dialogueIndexContract(make);
  dialogueShownContract(make);
  citizenIndexContract(make);
  stormIndexContract(make);
});

describe('A lease in tables', () => {
  leaseContract(async () => {
    const { tables, clock } = await openTables('lease');
    return { leases: createLeases(tables, clock), clock };
  });
});

describe('Installations in tables', () => {
  installationsContract(async () => createInstallations((await openTables('installations')).tables));
});

describe('The ledger in tables', () => {
  ledgerContract(async () => {
    const { tables, clock } = await openTables('ledger');
    return { ledger: createLedger(tables), other: createLedger(tables), clock };
  });
});

describe('The team in tables', () => {
  teamStoreContract(async () => createTeamStore((await openTables('team')).tables));
});

describe('The figures in tables', () => {
  figuresContract(async () => {
    const { tables } = await openTables('figures');
    return { figures: createFiguresStore(tables), other: createFiguresStore(tables) };
  });
});
