import { type TableClient } from '@azure/data-tables';
import { reach } from '../storage-fault.ts';
import { rowsIn, type StoredRow } from './stored-row.ts';

const MOST_ROWS = 1_000;

/** All rows of a table as they are stored, page by page. @throws Fault('tables') */
export async function* readTable(table: TableClient): AsyncGenerator<StoredRow> {
  let body = '';
  const pages = table
    .listEntities({
      onResponse: ({ bodyAsText }) => {
        body = bodyAsText ?? '';
      },
    })
    .byPage({ maxPageSize: MOST_ROWS });
  while ((await reach(() => pages.next())).done !== true) yield* rowsIn(body);
}
