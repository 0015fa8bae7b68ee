import { randomUUID } from 'node:crypto';
import { type DialogueStore } from '../../ports/dialogue-store.ts';
import { commit } from './commit.ts';
import { type Tables } from './create-tables.ts';
import { dialoguesAsking } from './dialogues-asking.ts';
import { bindPost, dialoguesOfCitizen } from './dialogues-of-citizen.ts';
import { dialoguesOfStorm, openedSince } from './dialogues-of-storm.ts';
import { readDue, removeDue, writeDue } from './due-rows.ts';
import { everyDialogue, everyHistory } from './every-dialogue.ts';
import { dialogueAt, postKey, threadKey, writeIndexRow } from './index-rows.ts';
import { encodeKey, operationKey } from './keys.ts';
import { openDialogues } from './open-dialogues.ts';
import { postedOn } from './posted-on.ts';
import { history, load, unsettled } from './read-dialogue.ts';
import { repair } from './repair.ts';
import { readRow, removeRow } from './rows.ts';
import { lockShown, saveShown, unlockShown } from './shown-lock.ts';

/** The dialogues in Azure Table Storage. Every method throws Fault('tables') when the storage cannot do its part. */
export function createDialogueStore(tables: Tables): DialogueStore {
  return {
    load: (dialogue) => load(tables, dialogue),
    commit: (change) => commit(tables, change),
    async wasDone(dialogue, operation) {
      return (await readRow(tables.dialogues, encodeKey(dialogue), operationKey(operation))) !== null;
    },
    history: (dialogue) => history(tables, dialogue),
    unsettled: (dialogue) => unsettled(tables, dialogue),
    async announced(dialogue, key) {
      await removeRow(tables.dialogues, encodeKey(dialogue), key);
    },
    lockShown: (dialogue, holder, ttl) => lockShown(tables, dialogue, holder, ttl),
    saveShown: (dialogue, lock, shown) => saveShown(tables, dialogue, lock, shown),
    unlockShown: (dialogue, lock) => unlockShown(tables, dialogue, lock),
    nameThread: (thread, dialogue) => writeIndexRow(tables, threadKey(thread), dialogue),
    dialogueOfThread: (thread) => dialogueAt(tables, threadKey(thread)),
    due: (until, limit) => readDue(tables, until, limit),
    settled: (row) => removeDue(tables, row),
    async wakeAt(dialogue, at, version) {
      await writeDue(tables, { dialogue, version, nonce: randomUUID() }, [at]);
    },
    open: () => openDialogues(tables),
    everything: () => everyDialogue(tables),
    histories: (after) => everyHistory(tables, after),
    ofCitizen: (network, citizen) => dialoguesOfCitizen(tables, network, citizen),
    ofStorm: (storm) => dialoguesOfStorm(tables, storm),
    openedSince: (moment, until) => openedSince(tables, moment, until),
    askedOf: (email) => dialoguesAsking(tables, email),
    bindPost: (network, post, dialogue) => bindPost(tables, network, post, dialogue),
    postedOn: (network, day, after) => postedOn(tables, network, day, after),
    dialogueOfPost: (network, post) => dialogueAt(tables, postKey(network, post)),
    repair: (wakeOf) => repair(tables, wakeOf),
  };
}
