import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { usageOf } from '../bot/typed-command.ts';
import { TYPED_COMMANDS } from '../bot/typed-commands.ts';
import { type Language, words } from '../cards/words.ts';
import { readPng } from './support/png.ts';

const SCHEMAS = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams';
const SAMPLES: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  APP_NAME: 'Gehoor-lokaal',
  OWNER_NAME: 'Samenwerking OVER-gemeenten',
  OWNER_WEBSITE: 'https://gemeente.example',
  OWNER_PRIVACY_PAGE: 'https://gemeente.example/privacy',
  OWNER_TERMS_PAGE: 'https://gemeente.example/gebruik',
};

interface Command {
  readonly title: string;
  readonly description: string;
}
interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly accentColor: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly permissions: readonly string[];
  readonly validDomains: readonly string[];
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly file: string }[] };
  readonly bots: readonly [
    {
      readonly botId: string;
      readonly scopes: readonly string[];
      readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[];
    },
  ];
}

describe('The app package of Teams', () => {
  const manifest = filled('appPackage/manifest.json') as Manifest;
  const english = filled('appPackage/en.json') as Record<string, string>;
  const [bot] = manifest.bots;

  it('has a manifest that its schema accepts', () => {
    assert.deepEqual(problems(manifest, 'MicrosoftTeams.schema.json'), []);
  });

  it('is of the newest version that the package with the schemas knows', () => {
    const versions = readdirSync(SCHEMAS).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    assert.equal(manifest.manifestVersion, `1.${Math.max(...versions.map(Number))}`);
  });

  it('is refused by that schema without the id of the bot, or with a field that it does not know', () => {
    const { botId, ...nameless } = bot;
    assert.ok(botId);
    assert.notDeepEqual(problems({ ...manifest, bots: [nameless] }, 'MicrosoftTeams.schema.json'), []);
    assert.notDeepEqual(problems({ ...manifest, packageNaam: 'x' }, 'MicrosoftTeams.schema.json'), []);
  });

  it('has a second language that its schema accepts, in the file that the manifest names', () => {
    assert.deepEqual(
      manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
      ['en.json'],
    );
    assert.deepEqual(problems(english, 'MicrosoftTeams.Localization.schema.json'), []);
    assert.notDeepEqual(problems({ ...english, 'bots[0].naam': 'x' }, 'MicrosoftTeams.Localization.schema.json'), []);
  });

  it('carries the version of the product', () => {
    assert.equal(manifest.version, (filled('package.json') as { version: string }).version);
  });

  it('works in teams, personally and in group chats, and asks for nothing that the bot does not use', () => {
    assert.deepEqual(bot.scopes, ['team', 'personal', 'groupChat']);
    assert.deepEqual(manifest.permissions, ['identity']);
    assert.deepEqual(manifest.validDomains, []);
    assert.doesNotMatch(readFileSync('appPackage/manifest.json', 'utf8'), /resourceSpecific|devicePermissions/);
  });

  it('lists in a team the commands that the bot listens to, in Dutch and in English', () => {
    assert.deepEqual(bot.commandLists[0]?.scopes, ['team']);
    assert.deepEqual(bot.commandLists[0].commands, commandsIn('nl', 'team'));
    assert.deepEqual(translated(0), commandsIn('en', 'team'));
  });

  it('lists only the forms and the help where there is no thread of a dialogue', () => {
    assert.deepEqual(bot.commandLists[1], {
      scopes: ['personal', 'groupChat'],
      commands: commandsIn('nl', 'chat'),
    });
    assert.deepEqual(translated(1), commandsIn('en', 'chat'));
    assert.equal(bot.commandLists.length, 2);
  });

  it('lists no more commands in one place than Teams shows: ten', () => {
    for (const { commands } of bot.commandLists) assert.ok(commands.length <= 10, String(commands.length));
  });

  it('keeps titles and descriptions of commands within what Teams shows: 32 and 128 characters', () => {
    for (const { title, description } of [
      ...bot.commandLists.flatMap((list) => list.commands),
      ...translated(0),
      ...translated(1),
    ]) {
      assert.ok(title.length <= 32, title);
      assert.ok(description.length <= 128, description);
    }
  });

  it('has a colour icon of 192 by 192 that fills its square', () => {
    const icon = readPng(`appPackage/${manifest.icons.color}`);
    assert.deepEqual([icon.width, icon.height, icon.alpha], [192, 192, false]);
    const accent = [1, 3, 5].map((at) => Number.parseInt(manifest.accentColor.slice(at, at + 2), 16));
    for (const corner of [0, 191, 192 * 191, 192 * 192 - 1]) assert.deepEqual(icon.points[corner], accent);
    assert.ok(icon.points.filter(([red]) => red === 255).length > 3000, 'the symbol is to be seen');
  });

  it('has an outline icon of 32 by 32 in white on nothing', () => {
    const icon = readPng(`appPackage/${manifest.icons.outline}`);
    assert.deepEqual([icon.width, icon.height, icon.alpha], [32, 32, true]);
    const seen = icon.points.filter((point) => point[3]! > 0);
    assert.ok(seen.length > 100 && seen.length < 600, `${seen.length} points are drawn`);
    assert.ok(seen.some((point) => point[3] === 255));
    for (const point of seen) assert.deepEqual(point.slice(0, 3), [255, 255, 255]);
  });

  function problems(candidate: object, schema: string): readonly unknown[] {
    // Some patterns of the schemas are no regular expressions under the stricter rules of Unicode.
    const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
    formats.default(ajv);
    const file = `${SCHEMAS}/v${manifest.manifestVersion}/${schema}`;
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    validate(candidate);
    return validate.errors ?? [];
  }

  function translated(list: number): readonly Command[] {
    return (bot.commandLists[list]?.commands ?? []).map((_, command) => {
      const at = `bots[0].commandLists[${list}].commands[${command}]`;
      return { title: english[`${at}.title`] ?? '', description: english[`${at}.description`] ?? '' };
    });
  }
});

/** A command with words to fill in shows them in its description: its title goes into what a person types. */
function commandsIn(language: Language, where: 'team' | 'chat'): readonly Command[] {
  const listed = TYPED_COMMANDS.filter(({ offered = [] }) => offered.includes(where));
  return listed.map((command) => {
    const title = command.words[language][0];
    const usage = usageOf(command, language);
    const meaning = words(language, 'Europe/Amsterdam').say(command.does);
    return { title, description: title === usage ? meaning : `${usage}: ${meaning}` };
  });
}

/** A JSON file as the toolkit packs it, with the variables in their places. */
function filled(file: string): object {
  const text = readFileSync(file, 'utf8').replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
    assert.ok(SAMPLES[name], `${file} uses ${name}, which has no sample`);
    return SAMPLES[name];
  });
  return JSON.parse(text) as object;
}
