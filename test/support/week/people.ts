import { type Duration, type Instant, MINUTE } from '../../../services/domain/instant.ts';
import { type Acted } from '../../../services/flows/act-on-dialogue.ts';
import { type Name } from '../dialogue-facts.ts';
import { type MemoryDialogueStore } from '../memory/memory-dialogue-store.ts';
import { type Deed } from '../running-bot.ts';
import { type Agenda } from './agenda.ts';
import { type BotInstance } from './bot-instance.ts';
import { type Random } from './random.ts';
import { type Weather } from './weather.ts';

/** Looks at most so often at one dialogue: then something is stuck. */
const LOOKS = 500;

interface Around {
  readonly store: MemoryDialogueStore;
  readonly weather: Weather;
  readonly random: Random;
  /** The bot that answers clicks now; null: none does. */
  bot(): BotInstance | null;
}

/** Bram, who answers, and Els, who says yes. Who gets no answer to a click does it again later. */
export class People {
  private readonly around: Around;
  private texts = 0;
  /** Why the last click was. */
  private refused = '';

  constructor(around: Around) {
    this.around = around;
  }

  /** Somebody will answer this dialogue from `at` on, and keeps looking until it is done. */
  take(agenda: Agenda, dialogue: string, at: Instant): void {
    let looks = 0;
    agenda.plan(`answer ${dialogue}`, at, async () => {
      looks += 1;
      if (looks > LOOKS) throw new Error(`dialogue ${dialogue} is never done: ${this.refused}`);
      return (await this.look(dialogue)) ? null : this.around.random.between(60, 180) * 1_000;
    });
  }

  private async look(dialogue: string): Promise<boolean> {
    const { stage } = (await this.around.store.load(dialogue))!.dialogue;
    switch (stage.name) {
      case 'waiting':
        await this.click(dialogue, 'Bram', { type: 'claim' });
        return false;
      case 'claimed': {
        const text = this.text();
        this.around.weather.overPlacing();
        const acted = await this.click(dialogue, 'Bram', { type: 'place', text });
        if (acted?.refusal?.code === 'approval-needed') await this.click(dialogue, 'Bram', { type: 'submit', text });
        return false;
      }
      case 'drafted':
        if (stage.hitch?.reason === 'post-deleted')
          await this.click(dialogue, 'Bram', { type: 'finish', outcome: 'phoned' });
        else if (stage.hitch === null) await this.click(dialogue, 'Els', { type: 'approve' });
        else await this.click(dialogue, 'Els', { type: 'amendAndPlace', text: this.text() });
        return false;
      case 'approved':
        return false;
      case 'answered':
      case 'closed':
      case 'setAside':
        return true;
    }
  }

  /** No two are the same, so that each can be counted on X. */
  private text(): string {
    return `Dat zoeken wij uit, dank voor uw bericht. Nummer ${(this.texts += 1)}.`;
  }

  private async click(dialogue: string, name: Name, deed: Deed): Promise<Acted | null> {
    const instance = this.around.bot();
    let acted: Acted | null = null;
    await instance?.survive(async () => {
      acted = await instance.bot.click(dialogue, name, deed);
      await instance.bot.queue.drained();
    });
    this.refused = JSON.stringify((acted as Acted | null)?.refusal);
    return acted;
  }
}

/** Between the card and the first who looks at it. */
export function untilSomebodyLooks(random: Random): Duration {
  return random.between(2, 30) * MINUTE;
}
