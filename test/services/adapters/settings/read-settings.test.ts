import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { type Settings } from '../../../../services/domain/work-instruction/instruction.ts';
import { readSettings } from '../../../../services/adapters/settings/read-settings.ts';

const shipped = readFileSync(new URL('../../../../webcare.yml', import.meta.url), 'utf8');

const smallest = `
organisation: Gemeente Voorbeeld
hours: { open: { mon: "09:00-17:00" } }
team:
  - { name: Anna de Boer, email: Anna.de.Boer@Voorbeeld.Example, initials: AB, roles: [webcare, approver] }
roster: { mon: { "09:00-17:00": [AB] } }
`;

function accepted(text: string): Settings {
  const result = readSettings(text, 'webcare.yml');
  assert.ok(result.ok, JSON.stringify(result));
  return result.settings;
}

function problemsOf(text: string): readonly string[] {
  const result = readSettings(text, 'webcare.yml');
  assert.ok(!result.ok, 'these settings should be refused');
  for (const { line, text: sentence } of result.problems) assert.ok(sentence.startsWith(`webcare.yml line ${line}: `));
  return result.problems.map((problem) => problem.text);
}

/** The shipped file with one change, and the line on which that change begins. */
function changed(from: string, to: string): { readonly text: string; readonly line: number } {
  const at = shipped.indexOf(from);
  assert.notEqual(at, -1, `"${from}" is not in webcare.yml`);
  return {
    text: shipped.slice(0, at) + to + shipped.slice(at + from.length),
    line: shipped.slice(0, at).split('\n').length,
  };
}

describe('Our plan at X', () => {
  it('is a self-serve one unless the file says enterprise', () => {
    assert.deepEqual(accepted(smallest).x, {
      plan: 'self-serve',
      monthly: null,
      appOwner: null,
      deleted: 'remove',
      recheck: 30,
    });
    assert.deepEqual(accepted(shipped).x, {
      plan: 'self-serve',
      monthly: 50,
      appOwner: 'GemWormerland',
      deleted: 'remove',
      recheck: 30,
    });
    assert.equal(accepted(`${smallest}x: { plan: enterprise }\n`).x.plan, 'enterprise');
  });

  it('is one of the two', () => {
    const [problem, ...more] = problemsOf(`${smallest}x: { plan: gratis }\n`);
    assert.match(problem ?? '', /x\.plan: "gratis" is not a plan at X/);
    assert.deepEqual(more, []);
  });

  it('says how many days back posts are looked up again', () => {
    assert.equal(accepted(`${smallest}x: { recheck: 0 }\n`).x.recheck, 0);
    for (const wrong of ['31', '-1', '1.5', 'ja'])
      assert.match(problemsOf(`${smallest}x: { recheck: ${wrong} }\n`).join(), /x\.recheck: .* from 0 to 30/);
  });

  it('removes what its author deleted, or keeps it for the archive', () => {
    assert.equal(accepted(`${smallest}x: { deleted: keep }\n`).x.deleted, 'keep');
    const [problem, ...more] = problemsOf(`${smallest}x: { deleted: soms }\n`);
    assert.match(problem ?? '', /x\.deleted: "soms" is not what to do with deleted posts/);
    assert.deepEqual(more, []);
  });

  it('has a ceiling above 0, or none', () => {
    assert.equal(accepted(`${smallest}x: { monthly: 12.5 }\n`).x.monthly, 12.5);
    assert.equal(accepted(`${smallest}x: { monthly: }\n`).x.monthly, null);
    for (const wrong of ['0', '-5', '"50"', 'veel']) {
      const [problem, ...more] = problemsOf(`${smallest}x: { monthly: ${wrong} }\n`);
      assert.match(problem ?? '', /x\.monthly: .* is not an amount in dollars above 0, such as 50/);
      assert.deepEqual(more, []);
    }
  });

  it('has an app that belongs to one of our accounts on X', () => {
    const { text, line } = changed('appOwner: GemWormerland', 'appOwner: GemWormerlant');
    const [problem, ...more] = problemsOf(text);
    assert.match(problem ?? '', /x\.appOwner: "GemWormerlant" is not one of our accounts on x; .*GemWormerland/);
    assert.ok(problem?.startsWith(`webcare.yml line ${line}: `));
    assert.deepEqual(more, []);
  });
});

describe('The settings that ship with the product', () => {
  it('are accepted without a warning', () => {
    const result = readSettings(shipped, 'webcare.yml');
    assert.deepEqual(result.ok && result.warnings, []);
  });

  it('come out in the words of the domain', () => {
    const settings = accepted(shipped);
    assert.equal(settings.teams.channel, 'Webcare');
    assert.deepEqual(settings.hours.open.mon, { from: 510, until: 1020 });
    assert.equal(settings.hours.open.sat, undefined);
    assert.deepEqual(settings.roster.mon, [
      { from: 510, until: 765, initials: ['AB'] },
      { from: 765, until: 1020, initials: ['BK', 'EP'] },
    ]);
    assert.deepEqual(settings.team[4], {
      name: 'Dirk Mol',
      email: 'dirk.mol@over-gemeenten.example',
      initials: null,
      roles: ['manager'],
    });
    assert.deepEqual(settings.instruction.claim, { remindAfter: 20 * MINUTE, releaseAfter: 40 * MINUTE });
    assert.equal(settings.instruction.undo, 15 * SECOND);
    assert.equal(settings.instruction.closeAfterDays, 3);
    assert.deepEqual(settings.instruction.kinds['compliment'], {
      respond: 'may',
      approval: false,
      ask: null,
      within: null,
      outsideHours: false,
    });
    assert.equal(settings.instruction.kinds['pers']?.ask, 'Communicatie');
    assert.equal(settings.retention['klacht'], 5 * 365 * DAY);
    assert.equal(settings.retention['unasked'], 90 * DAY);
    assert.equal(settings.answers[0]?.check, '2027-03-01');
  });
});

describe('Settings that say little', () => {
  it('get the work instruction of the shipped file', () => {
    const settings = accepted(`${smallest}\ndepartments: [{ name: Communicatie }]`);
    assert.deepEqual(settings.instruction, accepted(shipped).instruction);
    assert.deepEqual(settings.retention, accepted(shipped).retention);
  });

  it('do not ask a department that the municipality does not have', () => {
    const { instruction } = accepted(smallest);
    assert.equal(instruction.kinds['pers']?.ask, null);
    assert.deepEqual(instruction.approvalTopics, { politiek: 'approver', pers: 'approver', juridisch: 'approver' });
  });

  it('do ask Communicatie when there is one', () => {
    const { instruction } = accepted(`${smallest}\ndepartments: [{ name: Communicatie }]`);
    assert.equal(instruction.kinds['pers']?.ask, 'Communicatie');
    assert.equal(instruction.approvalTopics['politiek'], 'Communicatie');
  });

  it('get Dutch, Dutch time and holidays, and the channel General', () => {
    const { language, timezone, hours, teams } = accepted(smallest);
    assert.deepEqual([language, timezone, hours.holidays, teams.channel], ['nl', 'Europe/Amsterdam', 'NL', 'General']);
  });

  it('may leave a setting empty: it counts as left out', () => {
    assert.deepEqual(accepted(`${smallest}\nanswers:\nstandby:\nteams: { channel: }`).answers, []);
  });

  it('keep the other defaults of a chapter in which one thing is set', () => {
    const { instruction } = accepted(`${smallest}\ninstruction: { claim: { remindAfter: 10m } }`);
    assert.deepEqual(instruction.claim, { remindAfter: 10 * MINUTE, releaseAfter: 40 * MINUTE });
    assert.equal(instruction.answer.within, 4 * HOUR);
  });

  it('keep the default terms of retention beside their own', () => {
    const { retention } = accepted(`${smallest}\nretention: { klacht: 10y }`);
    assert.equal(retention['klacht'], 3650 * DAY);
    assert.equal(retention['vraag'], 365 * DAY);
  });

  it('have no holidays with none', () => {
    assert.equal(accepted(smallest.replace('hours: {', 'hours: { holidays: none,')).hours.holidays, null);
  });

  it('have sign-in names in lower case', () => {
    assert.equal(accepted(smallest).team[0]?.email, 'anna.de.boer@voorbeeld.example');
  });

  it('may be open all day', () => {
    const text = smallest.replace('mon: "09:00-17:00"', 'mon: "00:00-24:00"');
    assert.deepEqual(accepted(text).hours.open.mon, { from: 0, until: 1440 });
  });
});

describe('A mistake in the settings is told with its line and what to do', () => {
  const mistakes: readonly (readonly [what: string, from: string, to: string, sentence: string])[] = [
    ['a role', 'trainee]', 'trainy]', 'team[2].roles: "trainy" is not a role; did you mean trainee?'],
    [
      'a role far from any',
      'trainee]',
      'stagiair]',
      'team[2].roles: "stagiair" is not a role; use one of webcare, approver, trainee, coordinator, manager',
    ],
    ['no roles', 'roles: [manager]', 'roles: []', 'team[4].roles: an empty list is not a list with at least one role'],
    ['an unknown setting', 'busy:', 'bussy:', 'instruction.bussy: this setting does not exist; did you mean busy?'],
    ['an unknown chapter', 'standby:', 'piket:', 'piket: this setting does not exist; use one of organisation, '],
    [
      'hours that run back',
      '"08:30-17:00", tue',
      '"17:00-08:30", tue',
      'hours.open.mon: "17:00-08:30" is not a stretch',
    ],
    [
      'hours that do not exist',
      '"08:30-17:00", tue',
      '"08:30-25:00", tue',
      'hours.open.mon: "08:30-25:00" is not a str',
    ],
    ['hours of the roster', '"08:30-12:45"', '"8:30-12:45"', 'roster.mon.8:30-12:45: "8:30-12:45" is not a stretch of'],
    ['a day', 'sat, sun]', 'sat, zon]', 'standby[0].days: "zon" is not a day; did you mean mon?'],
    [
      'a length of time',
      'remindAfter: 20m',
      'remindAfter: 20 min',
      'instruction.claim.remindAfter: "20 min" is not a len',
    ],
    ['a length without unit', 'undo:     15s', 'undo:     15', 'instruction.undo: 15 is not a length of time such as'],
    ['half days', 'after: 3d', 'after: 36h', 'instruction.close.after: "36h" is not a whole number of days such as 3d'],
    ['a percentage', 'goal: 80', 'goal: 180', 'instruction.answer.goal: 180 is not a percentage from 1 to 100'],
    ['a number for a word', '"112"', '112', 'instruction.busy.never: 112 is not a word; put it in quotes: "112"'],
    [
      'respond',
      'respond: may',
      'respond: maybe',
      'instruction.kinds.compliment.respond: "maybe" is not true, may or f',
    ],
    ['a language', 'language: nl', 'language: de', 'language: "de" is not a language of the bot; use one of nl, en'],
    ['a time zone', 'Europe/Amsterdam', 'Europe/Oostzaan', 'timezone: "Europe/Oostzaan" is not a time zone such as'],
    [
      'a country',
      'holidays: NL',
      'holidays: Nederland',
      'hours.holidays: "Nederland" is not a country code in capitals',
    ],
    ['a closed day', '"2026-12-24"', '"24-12-2026"', 'hours.closed: "24-12-2026" is not a date that exists, such as'],
    ['a date', '2027-03-01', '2027-02-29', 'answers[0].check: "2027-02-29" is not a date that exists, such as 2027'],
    [
      'an e-mail address',
      'bram.kok@',
      'bram.kok',
      'team[1].email: "bram.kokover-gemeenten.example" is not an e-mail a',
    ],
    ['an empty text', 'name: Esra Yilmaz', 'name: ""', 'departments[0].people[0].name: is empty; write a name'],
    ['a text of spaces', 'name: Esra Yilmaz', 'name: "  "', 'departments[0].people[0].name: "  " is not a name'],
    ['a missing setting', 'handle: GemOostzaan, ', '', 'accounts[0].handle: is missing; write the name of an account'],
    [
      'an @',
      'handle: GemOostzaan',
      'handle: "@GemOostzaan"',
      'accounts[0].handle: "@GemOostzaan" is not the name of an',
    ],
    ['a list for a text', 'name: Afval en', 'name: [Afval] #', 'departments[0].name: this list is not a name'],
    [
      'a text for a list',
      'places: [Oostzaan, De Haal, De Heul]',
      'places: Oostzaan',
      'municipalities[0].places: "Oostzaan"',
    ],
    [
      'somebody twice',
      'bram.kok@',
      'Anna.de.Boer@',
      'team[1].email: "Anna.de.Boer@over-gemeenten.example" is already i',
    ],
    [
      'initials twice',
      'initials: CV',
      'initials: ab',
      'team[2].initials: "ab" are the initials of somebody else: choose',
    ],
    [
      'no initials',
      'initials: CV, ',
      '',
      'team[2].initials: is missing; who has the role webcare signs replies: write th',
    ],
    [
      'a stranger on duty',
      'tue: { "08:30-17:00": [BK',
      'tue: { "08:30-17:00": [XY',
      'roster.tue.08:30-17:00: "XY" is not t',
    ],
    [
      'an account twice',
      'handle: GemWormerland, municip',
      'handle: gemoostzaan, municip',
      'accounts[1].handle: "gemoostzaan',
    ],
    [
      'a municipality twice',
      '{ id: wormerland',
      '{ id: oostzaan',
      'municipalities[1].id: "oostzaan" is the id of another m',
    ],
    [
      'an account that is not ours',
      'replyFrom: GemOostzaan',
      'replyFrom: GemOostzan',
      'watch[1].replyFrom: "GemOostzan" is not one of our accounts on x; did you mean GemOostzaan?',
    ],
    [
      'an account elsewhere',
      'oostzaan, network: x',
      'oostzaan, network: mastodon',
      'watch[1].replyFrom: "GemOostzaan" is not one of our accounts on mastodon',
    ],
    [
      'a municipality of an account',
      'x, handle: GemOostzaan, municipality: oostzaan',
      'x, handle: GemOostzaan, municipality: zaanstad',
      'accounts[0].municipality: "zaanstad" is not the id of a municipality; use one of oostzaan, wormerland',
    ],
    [
      'a municipality of a term',
      'network: x, municipality: oostzaan',
      'network: x, municipality: oostzan',
      'watch[1].municipality: "oostzan" is not the id of a municipality; did you mean oostzaan?',
    ],
    [
      'a municipality of a department',
      '    municipality: oostzaan  ',
      '    municipality: ostzaan   ',
      'departments[1].municipality: "ostzaan" is',
    ],
    [
      'a municipality of an answer',
      '    municipality: wormerland\n',
      '    municipality: wormer\n',
      'answers[0].municipality: "wormer" is',
    ],
    [
      'a department to ask',
      'ask: Communicatie',
      'ask: Comunicatie',
      'instruction.kinds.pers.ask: "Comunicatie" is not the name of a',
    ],
    [
      'who says yes',
      'juridisch: approver',
      'juridisch: aprover',
      'instruction.approvalTopics.juridisch: "aprover" is not a depa',
    ],
    [
      'a kept kind',
      'unasked: 90d',
      'ongevraagd: 90d',
      'retention.ongevraagd: "ongevraagd" is not a kind of message; use one o',
    ],
    [
      'a release before the reminder',
      'releaseAfter: 40m',
      'releaseAfter: 20m',
      'instruction.claim.releaseAfter: must be longer',
    ],
    [
      'a name twice',
      'timezone: Europe',
      'language: en\ntimezone: Europe',
      'language stands here for the second time: take one of',
    ],
    [
      'no hours at all',
      'open: {',
      'open: {} #',
      'hours.open: this group of settings is not a group with the hours of at leas',
    ],
  ];
  for (const [what, from, to, sentence] of mistakes) {
    it(`${what}: ${sentence.slice(0, 60)}`, () => {
      const { text, line } = changed(from, to);
      const problems = problemsOf(text);
      assert.ok(
        problems.some((problem) => problem.startsWith(`webcare.yml line ${line}: ${sentence}`)),
        problems.join('\n'),
      );
    });
  }

  it('an answer that is there twice', () => {
    const again =
      '\nanswers:\n  - { id: afval, topic: afval, text: Ja. }\n  - { id: Afval, topic: afval, text: Nee. }\n';
    assert.deepEqual(problemsOf(smallest + again), [
      'webcare.yml line 10: answers[1].id: "Afval" is the id of another answer: choose another',
    ]);
  });

  it('but two departments of two municipalities may have one name', () => {
    const departments =
      'municipalities: [{ id: a, name: A }, { id: b, name: B }]\n' +
      'departments: [{ name: Burgerzaken, municipality: a }, { name: Burgerzaken, municipality: b }]\n';
    assert.equal(accepted(smallest + departments).departments.length, 2);
  });
});

describe('All mistakes are told at once', () => {
  it('in the order of the lines, those between settings with those of single values', () => {
    const text = changed('trainee]', 'trainy]')
      .text.replace('ask: Communicatie', 'ask: Comunicatie')
      .replace('goal: 80', 'goal: 0')
      .replace('language: nl', 'language: fy')
      .replace('timezone:', 'language: en\ntimezone:');
    const lines = problemsOf(text).map((sentence) => Number(/line (\d+)/.exec(sentence)?.[1]));
    assert.equal(lines.length, 4);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  it('and a person whose roles are wrong is still known on the roster', () => {
    const problems = problemsOf(changed('trainee]', 'trainy]').text);
    assert.equal(problems.length, 1);
  });
});

describe('A file that is no YAML', () => {
  const broken: readonly (readonly [text: string, sentence: string])[] = [
    ['', 'webcare.yml line 1: the file is empty'],
    ['# only a remark\n', 'webcare.yml line 1: the file is empty'],
    ['- a list', 'webcare.yml line 1: this is no group of settings'],
    ['organisation: X\n\thours: {}', 'webcare.yml line 2: there is a tab before the text: use spaces'],
    ['organisation: X\nhours: { open: {', 'webcare.yml line 2: this cannot be read as YAML'],
    ['organisation: X\nlanguage: *nl', 'webcare.yml line 2: *nl refers to nothing'],
    ['organisation: X\n---\nlanguage: nl', 'webcare.yml line 2: a line with --- begins a second file here'],
    ['organisation: "X\nhours: {}', 'webcare.yml line 2: this cannot be read as YAML'],
  ];
  for (const [text, sentence] of broken) {
    it(`${JSON.stringify(text)} is refused with its line`, () => {
      const problems = problemsOf(text);
      assert.ok(
        problems.some((problem) => problem.startsWith(sentence)),
        problems.join('\n'),
      );
    });
  }

  it('may have the line ends and the mark of Windows', () => {
    assert.deepEqual(accepted(`\uFEFF${shipped.replaceAll('\n', '\r\n')}`), accepted(shipped));
  });
});
