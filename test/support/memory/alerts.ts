import { type Alert } from '../../../services/domain/alert.ts';
import { type Alerts } from '../../../services/ports/alerts.ts';

/** An alert, and who was told. */
export interface Told {
  readonly to: 'channel' | 'coordinators';
  readonly alert: Alert;
}

export interface MemoryAlerts extends Alerts {
  /** In the order in which they were told. */
  readonly told: readonly Told[];
}

/** Alerts that are kept instead of sent. */
export function createMemoryAlerts(): MemoryAlerts {
  const told: Told[] = [];
  const keep = (to: Told['to'], alert: Alert): Promise<void> => {
    told.push({ to, alert: structuredClone(alert) });
    return Promise.resolve();
  };
  return {
    told,
    toChannel: (alert) => keep('channel', alert),
    toCoordinators: (alert) => keep('coordinators', alert),
  };
}
