import assert from 'node:assert/strict';
import { plainText, typedIn, usageOf } from '../../bot/typed-command.ts';
import { TYPED_COMMANDS } from '../../bot/typed-commands.ts';

function meant(typed: string): string | null {
  const found = typedIn(TYPED_COMMANDS, plainText(typed));
  return found === null ? null : `${found.command.does} ${found.rest}`.trim();
}

describe('What is typed to the bot', () => {
  it('is understood in both languages, with and without a slash, as a mention or not', () => {
    for (const typed of ['oppakken', '/Oppakken', 'claim', '/claim', '<at>Gehoor</at>&nbsp; oppakken '])
      assert.equal(meant(typed), 'help.claim', typed);
  });

  it('brings along what follows the words, over several lines', () => {
    assert.equal(meant('concept Elke dinsdag.\nVanaf acht uur.'), 'help.submit Elke dinsdag.\nVanaf acht uur.');
    assert.equal(meant('niet  reageren herhaling'), 'help.setAside herhaling');
    assert.equal(meant('concept'), 'help.submit');
  });

  it('is nothing when it is no command, or more than one', () => {
    for (const typed of ['', 'wat doet oppakken ook weer', 'oppakken graag', 'conceptnota', '/', 'helpen'])
      assert.equal(meant(typed), null, typed);
  });

  it('has one meaning: no word belongs to two commands', () => {
    const said = TYPED_COMMANDS.flatMap(({ words }) => [...new Set([...words.nl, ...words.en])]);
    assert.deepEqual(said, [...new Set(said)]);
    for (const command of TYPED_COMMANDS)
      for (const word of [...command.words.nl, ...command.words.en])
        assert.equal(typedIn(TYPED_COMMANDS, word)?.command, command, word);
  });

  it('is written in the help as one types it', () => {
    assert.ok(TYPED_COMMANDS.some((command) => usageOf(command, 'nl') === 'niet reageren <reden>'));
  });
});
