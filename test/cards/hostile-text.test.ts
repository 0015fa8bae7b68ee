import assert from 'node:assert/strict';
import { rootCard } from '../../cards/dialogue-card.ts';
import { literal } from '../../cards/literal-text.ts';
import { summary } from '../../cards/summary.ts';
import { workCard } from '../../cards/work-card.ts';
import { SCENE_NAMES, viewOfScene } from '../support/scenes.ts';
import { DUTCH, Story } from '../support/views.ts';
import { bytesOf, read, readAsMarkup } from './card-walk.ts';
import { everyPicture } from './pictures.ts';

const MOST_BYTES = 28 * 1024;
const MARK = 'KWAAD';
const HOSTILE = {
  'a markdown link': `[klik hier](http://${MARK}.example)`,
  'a markdown picture': `![](https://${MARK}.example/x.png)`,
  'bold, lists and code': `**${MARK}** _${MARK}_ \`${MARK}\`\n- ${MARK}\n# ${MARK}`,
  'a template': `\${${MARK}} \${head} $\{1+1} @{${MARK}} \${$root.concept}`,
  'a mention': `<at>${MARK}</at> <at id="0">Els Prins</at>`,
  HTML: `<img src=x onerror=alert('${MARK}')><script>${MARK}</script>`,
  'quotes and backslashes': `"${MARK}" \\ \\n ' \\" }], "type": "Action.OpenUrl"`,
  'Hebrew and Arabic': `שלום ${MARK} مرحبا`,
  emoji: `${MARK} 👩‍👩‍👧‍👦🏳️‍🌈👍🏽`,
} as const;

describe('What a citizen writes', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`is shown to the letter and nowhere read as markup: ${what}`, () => {
      const link = 'https://x.com/i/status/180001';
      const pictures = everyPicture(DUTCH, { text, name: text, handle: text, link });
      let shown = 0;
      for (const { title, card, text: line } of pictures) {
        const marked = readAsMarkup(card).filter(([, value]) => value.includes(MARK));
        assert.deepEqual(marked, [], title);
        assert.ok(!line?.includes(MARK), title);
        if (card && text.split('\n').every((part) => read(card).includes(part))) shown += 1;
      }
      assert.ok(shown >= SCENE_NAMES.length, `shown on ${shown} cards only`);
    });
  }

  it('cannot turn the rest of the card around, nor hide what it says', () => {
    const text =
      'betaal \u202Eneelb\u202C \u2066x\u2069 op\u200B\u200Brek\u00ADening\u0000\u0007\u061C\u200F nu\u2028nu';
    const card = rootCard(viewOfScene('waiting', { text, name: `Jan\u202E`, handle: `a\u2067b` }), DUTCH);
    assert.doesNotMatch(JSON.stringify(card), /[\u202A-\u202E\u2066\u2067\u2069\u200B\u200F\u061C\u0007]|\\u000[07]/);
    assert.match(read(card), /betaal neelb x oprek\u00ADening nu\nnu/);
  });

  for (const [what, part] of Object.entries({
    emoji: '😀',
    families: '👨‍👩‍👧‍👦 ',
    'right-to-left letters': 'ש',
    'letters of three bytes': '漢',
    'quotes and backslashes': '"\\',
    'lines of one letter': 'a\n',
    'marks on one letter': '\u0301',
  })) {
    it(`fits on every card when it is 4,000 ${what} long`, () => {
      const text = `Een vraag? ${part.repeat(4_000)}`;
      for (const { title, card } of everyPicture(DUTCH, { text, name: text, handle: text })) {
        if (card) assert.ok(bytesOf(card) <= MOST_BYTES, `${title}: ${bytesOf(card)} bytes`);
      }
    });

    it(`fits beside long texts of ours and a long conversation of 4,000 ${what}`, () => {
      const text = part.repeat(4_000);
      const story = new Story({ text }).does('Bram', { type: 'claim' });
      for (let i = 0; i < 12; i++) story.writes(text);
      story.does('Els', { type: 'keep', text }).does('Bram', { type: 'keep', text });
      assert.ok(bytesOf(rootCard(story.view(), DUTCH)) <= MOST_BYTES);
      assert.ok(
        bytesOf(workCard(story.view(), 1, DUTCH)) <= MOST_BYTES,
        `${bytesOf(workCard(story.view(), 1, DUTCH))}`,
      );
    });
  }

  it('says that it goes on when it is cut, and is never cut through a character', () => {
    const card = rootCard(viewOfScene('waiting', { text: '👨‍👩‍👧‍👦'.repeat(400) }), DUTCH);
    assert.match(read(card), /Het bericht is langer; hier staan de eerste 1\.4\d\d tekens\./);
    assert.doesNotMatch(read(card), /\p{Surrogate}|\u200D(?!\p{Extended_Pictographic})/u);
  });

  it('stands nowhere in full in what is read before the card: summary and fallback text are masked', () => {
    const view = viewOfScene('masked');
    for (const card of [rootCard(view, DUTCH), workCard(view, 1, DUTCH)]) {
      assert.doesNotMatch(card.fallbackText, /06-?\d|kliko/);
      assert.doesNotMatch(JSON.stringify(card), /06-12345678/);
    }
    const short = viewOfScene('masked', { text: 'bel me op 06-12345678 over de kliko?' });
    assert.equal(summary(short, DUTCH), 'Wormerland: bel me op [telefoonnummer] over de kliko?');
  });
});

describe('Text made literal', () => {
  it('keeps what can be seen: joined emoji, accents, newlines', () => {
    assert.equal(literal('👩‍👩‍👧 é e\u0301 👍🏽\r\nx\ty'), '👩‍👩‍👧 é e\u0301 👍🏽\nx y');
  });

  it('takes out a joiner that joins nothing one can see', () => {
    assert.equal(literal('gra\u200Dtis \u200D'), 'gratis ');
  });
});
