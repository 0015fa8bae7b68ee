import { type Instant } from '../services/domain/instant.ts';

/** How a source of posts is doing. */
interface SourceStatus {
  readonly lastRead: Instant | null;
  readonly trouble: string | null;
}

/**
 * What `/ready` tells in words: which part is not well, and since what. Parts report here as they work; nothing is asked
 * of the world in between.
 */
export class Status {
  private readonly sources = new Map<string, SourceStatus>();
  private readonly heldBack = new Set<string>();
  private readonly problems = new Map<string, readonly string[]>();

  read(source: string, at: Instant, problems: readonly string[]): void {
    this.sources.set(source, { lastRead: at, trouble: null });
    const kept = [...(this.problems.get(source) ?? []), ...problems].slice(-20);
    this.problems.set(source, kept);
  }

  /** Whether a source waits because of what is spent. */
  holdBack(source: string, held: boolean): void {
    if (held) this.heldBack.add(source);
    else this.heldBack.delete(source);
  }

  failed(source: string, trouble: string): void {
    this.sources.set(source, { lastRead: this.sources.get(source)?.lastRead ?? null, trouble });
  }

  /** One line per source that is in trouble. */
  troubles(): readonly string[] {
    return [...this.sources].flatMap(([name, { trouble }]) => (trouble === null ? [] : [`${name}: ${trouble}`]));
  }

  /** What is not read for now, and what could not be read lately, such as broken lines; the rest was read. */
  notes(): readonly string[] {
    return [
      ...[...this.heldBack].map((name) => `${name}: not read for now, since the monthly ceiling of costs is near`),
      ...[...this.problems].flatMap(([name, lines]) => lines.map((line) => `${name}: ${line}`)),
    ];
  }

  lastRead(): Readonly<Record<string, string | null>> {
    const rows = [...this.sources].map(
      ([name, { lastRead }]) => [name, lastRead === null ? null : new Date(lastRead).toISOString()] as const,
    );
    return Object.fromEntries(rows);
  }
}
