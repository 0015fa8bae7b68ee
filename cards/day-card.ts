import { type Day, type OwnLine } from '../services/domain/overview/day.ts';
import { isOverdue, type SourceHealth } from '../services/domain/overview/source-health.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { linkRun, listCard } from './list-card.ts';
import { cut, literal } from './literal-text.ts';
import { entryLines, type LinkTo } from './overview-lines.ts';
import { type Words } from './words.ts';

/** Lines under one heading: all of it fits on one screen and in 28 KB. */
const MOST = 4;
/** So much of an own post. UTF-16 units. */
const EXCERPT = 60;

/** The day in one card, for everybody: what needs somebody first, then who is there, what we said, and whether we still hear. */
export function dayCard(day: Day, linkTo: LinkTo, words: Words): AdaptiveCard {
  const { at, groups, onDuty, own, sources } = day;
  const duty =
    onDuty.length === 0
      ? words.say('day.nobody')
      : words.say('day.onDuty', { names: words.all(onDuty.map(({ name }) => name)) });
  return listCard(
    {
      title: words.say('day.title', { day: words.date(at, at) }),
      lines: [
        line(run(duty, onDuty.length === 0 ? { weight: 'Bolder', color: 'Attention' } : {})),
        ...(groups.length === 0 ? [line(words.say('open.empty', { time: words.time(at) }))] : []),
      ],
      sections: [
        ...groups.map(({ name, entries }) => ({
          label: words.say(`day.${name}`, { count: entries.length }),
          lines: entryLines(entries, MOST, linkTo, words),
        })),
        { label: words.say('day.own'), lines: ownLines(own, linkTo, words, at) },
        { label: words.say('day.sources'), lines: sources.map((one) => sourceLine(one, at, words)) },
      ],
      footnotes: [subtleLine(words.say('day.updated', { time: words.time(at) }))],
    },
    words,
  );
}

function ownLines(own: readonly OwnLine[], linkTo: LinkTo, words: Words, now: number): readonly Line[] {
  const rest = own.length - MOST;
  return [
    ...own.slice(0, MOST).map(({ account, text, at, link, thread, reactions }) => {
      const said = cut(literal(text).replace(/\s+/g, ' ').trim(), EXCERPT);
      return line(
        run(`${words.moment(at, now)} · @${account} · `, { isSubtle: true }),
        linkRun(
          said.whole ? said.text : `${said.text}…`,
          linkTo(thread) ?? link,
          words.say(thread === null ? 'button.viewPost' : 'list.toThread'),
        ),
        ...(reactions === 0 ? [] : [run(` · ${words.many('day.reactions', reactions)}`, { isSubtle: true })]),
      );
    }),
    ...(rest > 0 ? [subtleLine(words.say('list.more', { count: rest }))] : []),
  ];
}

/** "X · vermeldingen van @GemOostzaan · stil sinds 11:20, laatst gekeken 11:34". Broken is told in words and has a mark. */
function sourceLine(health: SourceHealth, now: number, words: Words): Line {
  const name = run(`${sourceName(health, words)} · `, { isSubtle: true });
  const { readAt, cameAt, trouble, culprit, heldBack } = health;
  const wrong = { weight: 'Bolder', color: 'Attention' } as const;
  if (trouble !== null) {
    const reason = words.say(`source.trouble.${culprit ?? 'unknown'}`);
    const until =
      readAt === null
        ? words.say('source.never', { reason })
        : words.say('source.broken', { moment: words.moment(readAt, now), reason });
    return line(name, run(`✕ ${until}`, wrong));
  }
  if (heldBack) return line(name, run(`⚠ ${words.say('source.heldBack')}`, { weight: 'Bolder' }));
  if (readAt === null) return line(name, words.say('source.notYet'));
  const looked = words.moment(readAt, now);
  if (isOverdue(health, now)) return line(name, run(`✕ ${words.say('source.overdue', { looked })}`, wrong));
  return line(
    name,
    cameAt === null
      ? words.say('source.nothing', { looked })
      : words.say('source.quiet', { came: words.moment(cameAt, now), looked }),
  );
}

function sourceName({ network, source, kind }: SourceHealth, words: Words): string {
  const [, detail] = source.split(':');
  const of = detail === undefined || detail === '' ? '' : /^\d+$/.test(detail) ? ` ${detail}` : ` @${detail}`;
  return `${words.label('network', network)} · ${words.say(`source.${kind}`)}${of}`;
}
