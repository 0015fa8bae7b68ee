import assert from 'node:assert/strict';
import en from '../../cards/text/en.json' with { type: 'json' };
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { explanationCard } from '../../cards/statistics/explanation-card.ts';
import { ownFiguresCard } from '../../cards/statistics/own-figures-card.ts';
import { FIGURE_SECTIONS } from '../../cards/statistics/sections.ts';
import { PICTURES } from '../../cards/statistics/stats-verbs.ts';
import { statisticsCard } from '../../cards/statistics/statistics-card.ts';
import { FIGURE_NAMES, FIGURES } from '../../services/domain/figures/figure.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { local, member } from '../support/dialogue-facts.ts';
import { madeUpReport } from '../support/made-up-report.ts';
import { DUTCH } from '../support/views.ts';
import { ofType, partsOf, read, titlesOf } from './card-walk.ts';
import { BUSY, figuresView } from './statistics-pictures.ts';

function shown(report: Report): string {
  return read(statisticsCard(figuresView(report), DUTCH));
}

describe('The explanation of the figures', () => {
  it('has a name, a formula and a pitfall for every figure there is, in both languages, and for no other', () => {
    const expected = Object.keys(FIGURES).flatMap((name) =>
      ['name', 'formula', 'pitfall'].map((part) => `figure.${name}.${part}`),
    );
    for (const catalogue of [nl, en]) {
      const told = Object.keys(catalogue).filter((key) => key.startsWith('figure.'));
      assert.deepEqual(told.toSorted(), expected.toSorted());
    }
  });

  it('stands on the card under the headings of the figures, each once', () => {
    assert.deepEqual(FIGURE_SECTIONS.flatMap(({ figures }) => figures).toSorted(), [...FIGURE_NAMES].toSorted());
    const text = read(explanationCard(figuresView(BUSY), DUTCH));
    for (const name of FIGURE_NAMES) assert.ok(text.includes(DUTCH.say(`figure.${name}.pitfall`)), name);
  });
});

describe('A card with figures', () => {
  it('says which they are, of where and when, and what they are compared with', () => {
    const text = read(statisticsCard(figuresView(madeUpReport(), { place: 'Oostzaan' }), DUTCH));
    assert.match(
      text,
      /^Cijfers: week 48 \(ma 23 nov t\/m zo 29 nov\)\nOostzaan · gemeten di 24 nov 14:05 · loopt nog\nErvoor is ma 16 nov t\/m di 17 nov\.$/m,
    );
    assert.match(shown(madeUpReport({ period: '2025' })), /^Cijfers: 2025$/m);
    assert.match(shown(madeUpReport({ period: 'vorig kwartaal' })), /^Cijfers: kwartaal 3 van 2026$/m);
    assert.match(shown(madeUpReport({ change: { mode: 'practice' } })), /^OEFENING/);
  });

  it('gives a share with how much of how much, and below ten no percentage at all', () => {
    const of = (onTime: number, late: number): string =>
      shown(madeUpReport({ onDay: (_, n) => (n === 0 ? { came: { vraag: 9 }, norm: { onTime, late } } : {}) }));
    assert.match(of(5, 5), /^50% \(5 van 10\)$/m);
    assert.match(of(5, 5), /^Op tijd: 50% \(5 van 10\), tussen 24% en 76%, doel 80% · ervoor nog niets$/m);
    assert.match(of(3, 3), /^te weinig \(3 van 6\)$/m);
    assert.match(of(3, 3), /^Op tijd: te weinig \(3 van 6\), doel 80%/m);
    assert.doesNotMatch(of(3, 3), /50%/);
  });

  it('gives times in hours and minutes of opening time, those who wait included', () => {
    const report = madeUpReport({ onDay: () => ({ reply: { '20': 3, '80': 3, '150': 3 }, unanswered: { '300': 1 } }) });
    assert.match(
      shown(report),
      /^Reactietijd: de helft binnen 1 uur 20 min, 9 van de 10 binnen 2 uur 30 min \(bij 20\)/m,
    );
    const few = madeUpReport({ onDay: () => ({ reply: { '20': 3 } }) });
    assert.match(shown(few), /^Reactietijd: te weinig \(6\)/m);
  });

  it('says in words what changed, and of what is open now since when', () => {
    const report = madeUpReport({
      onDay: () => ({ came: { vraag: 6 } }),
      onDayBefore: () => ({ came: { vraag: 5 } }),
      now: { waiting: 2, late: 1, oldest: local('11-23 16:00'), promises: [local('11-24 09:00')] },
    });
    assert.match(shown(report), /^12\n2 meer dan ervoor$/m);
    assert.match(shown(report), /^2\n1 over de norm\noudste van ma 23 nov 16:00$/m);
    assert.match(shown(report), /^1\nal voorbij: 09:00$/m);
  });

  it('calls ways, kinds and sources by their names, most first', () => {
    const report = madeUpReport({ onDay: () => ({ way: { phoned: 1, public: 3 }, source: { whatsapp: 2, x: 1 } }) });
    assert.match(shown(report), /^Hoe we antwoordden: openbaar 6, gebeld 2$/m);
    assert.match(shown(report), /^Waar het binnenkwam: WhatsApp 4, X 2$/m);
  });

  it('names nobody, whoever looks', () => {
    for (const picture of PICTURES)
      assert.doesNotMatch(
        JSON.stringify(statisticsCard(figuresView(BUSY, { picture, own: true }), DUTCH)),
        /bram|els\.prins|@/i,
      );
  });

  it('keeps the cost of X and the waiting for a yes from who does not lead', () => {
    const team = read(statisticsCard(figuresView(BUSY, { sight: 'team' }), DUTCH));
    assert.doesNotMatch(team, /US\$|Akkoordtijd|Teruggestuurd/);
    assert.match(shown(BUSY), /^Kosten van X in deze maanden: US\$\s37,42$/m);
    assert.match(shown(BUSY), /^Teruggestuurd: /m);
  });

  it('offers files and one’s own figures only where they can be shown', () => {
    const inChannel = statisticsCard(figuresView(BUSY, { files: false }), DUTCH);
    assert.deepEqual(titlesOf(inChannel), ['Verversen', 'Uitleg bij de cijfers']);
    const own = statisticsCard(figuresView(BUSY, { own: true }), DUTCH);
    assert.deepEqual(titlesOf(own), ['Verversen', 'Mijn cijfers', 'Uitleg bij de cijfers', 'Excel', 'CSV']);
    const card = read(ownFiguresCard(figuresView(BUSY), member('Els').email, DUTCH));
    assert.match(card, /^Afgerond door jou: 66 · ervoor 66$/m);
    assert.doesNotMatch(JSON.stringify(card), /88/, 'nothing of Bram');
  });
});

describe('A picture of figures', () => {
  for (const picture of PICTURES) {
    it(`of ${picture} says in words what it shows, offers the others, and falls back on a table`, () => {
      const card = statisticsCard(figuresView(BUSY, { picture }), DUTCH);
      const charts = partsOf(card).filter(({ type }) => type?.startsWith('Chart.'));
      for (const { fallback } of charts) assert.equal((fallback as { type: string }).type, 'Table');
      assert.equal(charts.length, picture === 'load' ? 0 : 1);
      const offered = ofType(card, 'ActionSet').flatMap(({ actions }) => actions as { data: { picture: string } }[]);
      assert.deepEqual(
        offered.map(({ data }) => data.picture).toSorted(),
        PICTURES.filter((name) => name !== picture).toSorted(),
      );
    });
  }

  it('stacks the kinds of each bar so that together they are what came in', () => {
    const [chart] = ofType(statisticsCard(figuresView(BUSY), DUTCH), 'Chart.VerticalBar.Grouped');
    const series = chart?.['data'] as unknown as { legend: string; values: { x: string; y: number }[] }[];
    const total = series.flatMap(({ values }) => values).reduce((sum, { y }) => sum + y, 0);
    assert.match(shown(BUSY), new RegExp(`^Er kwamen ${total} berichten binnen`, 'm'));
    assert.equal(series.length, 6, 'five kinds and the rest');
  });

  it('makes no line of shares with too few', () => {
    const few = madeUpReport({ onDay: () => ({ came: { vraag: 9 }, norm: { onTime: 9 } }) });
    const card = statisticsCard(figuresView(few, { picture: 'onTime' }), DUTCH);
    assert.deepEqual(ofType(card, 'Chart.Line'), []);
    assert.match(read(card), /^te weinig \(9 van 9\)$/m);
    assert.match(read(card), /^Te weinig berichten voor een lijn/m);
  });
});
