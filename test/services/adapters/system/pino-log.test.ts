import assert from 'node:assert/strict';
import { createTrace } from '../../../../services/adapters/system/following-trace.ts';
import { createPinoLog } from '../../../../services/adapters/system/pino-log.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { type Log } from '../../../../services/ports/log.ts';

describe('The log', () => {
  function logged(level: string, work: (log: Log) => void | Promise<void>): Promise<string[]> {
    const lines: string[] = [];
    const log = createPinoLog(level, { write: (line) => lines.push(line) });
    return Promise.resolve(work(log)).then(() => lines);
  }

  it('names the operation and the dialogue in every line of the work, however deep, and of two at once each its own', async () => {
    const trace = createTrace();
    const lines = await logged('info', async (log) => {
      const work = (operation: string, dialogue: string): Promise<void> =>
        trace.within('turn', { operation }, async () => {
          await Promise.resolve();
          log.info(`begun ${operation}`);
          await trace.within('command', { dialogue }, async () => {
            await new Promise((resolve) => setImmediate(resolve));
            log.info(`done ${operation}`);
          });
        });
      await Promise.all([work('o1', 'd1'), work('o2', 'd2')]);
      log.info('outside');
    });
    const read = lines.map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    for (const { msg, operation } of read.slice(0, 4)) assert.equal(msg?.split(' ')[1], operation);
    assert.deepEqual(
      read.map(({ dialogue }) => dialogue),
      [undefined, undefined, 'd1', 'd2', undefined],
    );
    assert.equal(read[4]?.['operation'], undefined);
  });

  const request = { headers: { authorization: 'Bearer geheim' }, body: '{"text":"Ik ben Jan"}' };
  const cause = Object.assign(new Error('refused'), { statusCode: 403, code: 'Forbidden', request });
  const parse = (): Error => {
    try {
      return JSON.parse('{"text": "Ik ben Jan" oeps}') as Error;
    } catch (error) {
      return error as Error;
    }
  };

  it('writes of a fault what happened and where, and neither what was sent nor a trace', async () => {
    const [line = ''] = await logged('info', (log) => {
      log.warn('x', { fault: new Fault('teams', 'Teams answered 403', cause) });
    });
    const { fault } = JSON.parse(line) as { fault: Record<string, Record<string, unknown>> };
    assert.deepEqual(
      [fault['source'], fault['cause']?.['status'], fault['cause']?.['code']],
      ['teams', 403, 'Forbidden'],
    );
    assert.doesNotMatch(line, /geheim|Jan|\n? +at /);
  });

  it('does not repeat what could not be read', async () => {
    const [line = ''] = await logged('info', (log) => {
      log.error('x', { fault: parse() });
    });
    assert.doesNotMatch(line, /Jan/);
  });

  it('has the trace where it was asked for by its level', async () => {
    const [line = ''] = await logged('debug', (log) => {
      log.error('x', { fault: parse() });
    });
    assert.match(line, /pino-log\.test\.ts/);
    assert.doesNotMatch(line, /Jan/);
  });
});
