import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { writeCsv } from '../../../../services/adapters/export/write-csv.ts';
import { writeExcel } from '../../../../services/adapters/export/write-excel.ts';
import { type Sheet } from '../../../../services/domain/figures/book.ts';

const SHEET: Sheet = {
  name: 'Cijfers: [week/47]',
  columns: [
    { title: 'Naam', width: 20 },
    { title: 'Waarde', width: 10 },
    { title: 'Moment', width: 16 },
  ],
  rows: [
    ['op tijd; "binnen norm"', 0.5, { moment: '2026-11-24T14:05' }],
    ['=HYPERLINK("http://evil.example")', 12, null],
    ['één\nregel meer', null, { moment: '2026-03-29T03:00' }],
  ],
};

describe('an export as a file', () => {
  it('is a workbook that another program reads: numbers, moments and text as they were', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    const file = join(folder, 'cijfers.xlsx');
    await writeFile(file, await writeExcel([SHEET, { ...SHEET, name: 'Nog een' }]));
    const sheets = await readExcelFile(file);
    await rm(folder, { recursive: true });
    const [first, second] = sheets as unknown as { sheet: string; data: unknown[][] }[];
    assert.deepEqual([first?.sheet, second?.sheet], ['Cijfers   week 47 ', 'Nog een']);
    assert.deepEqual(first?.data, [
      ['Naam', 'Waarde', 'Moment'],
      ['op tijd; "binnen norm"', 0.5, new Date('2026-11-24T14:05Z')],
      ['=HYPERLINK("http://evil.example")', 12, null],
      ['één\nregel meer', null, new Date('2026-03-29T03:00Z')],
    ]);
  });

  it('is a csv file in the Dutch way, in which no text becomes a formula', () => {
    assert.equal(
      Buffer.from(writeCsv(SHEET)).toString('utf8'),
      [
        '\ufeffNaam;Waarde;Moment',
        '"op tijd; ""binnen norm""";0,5;2026-11-24 14:05',
        `"'=HYPERLINK(""http://evil.example"")";12;`,
        '"één\nregel meer";;2026-03-29 03:00',
        '',
      ].join('\r\n'),
    );
  });
});
