import assert from 'node:assert/strict';
import {
  type Change,
  type DialogueStore,
  type DueRow,
  type StoredDialogue,
  type WakeOf,
} from '../../services/ports/dialogue-store.ts';
import { type ManualClock } from '../support/manual-clock.ts';

/** A fresh, empty store, and what a test must be able to do to it behind its back. */
export interface StoreUnderTest {
  readonly store: DialogueStore;
  readonly clock: ManualClock;
  /** Loses the index rows of a kind that point at a dialogue. */
  readonly lose: (index: 'open' | 'due' | 'thread' | 'post', dialogue: string) => Promise<void>;
  /** Puts a dialogue in the index of open ones, whatever its head says. */
  readonly leaveOpen: (dialogue: string) => Promise<void>;
}

/** An answered dialogue is to be looked at when it closes itself; more than that no store needs to know here. */
export const wakeOf: WakeOf = ({ stage }) => (stage.name === 'answered' ? stage.closesAt : null);

export type MakeStore = () => Promise<StoreUnderTest>;

/** Stores a change that must be stored. */
export async function committed(
  store: DialogueStore,
  change: Change,
): Promise<StoredDialogue & { due: readonly DueRow[] }> {
  const result = await store.commit(change);
  assert.ok(result.outcome === 'committed', result.outcome);
  return { ...result.stored, due: result.due };
}

/** The ids of the dialogues that the index of open ones gives. */
export async function openIds(store: DialogueStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { dialogue } of store.open()) ids.push(dialogue.id);
  return ids.sort();
}
