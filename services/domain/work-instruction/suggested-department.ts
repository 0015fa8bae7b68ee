import { type Department, type Settings } from './instruction.ts';
import { type Matter, saysYes } from './says-yes.ts';

/**
 * The department that most likely knows the answer: the one whose yes is needed, else the one with this topic, the
 * municipality's own before the one for all. While the municipality is unknown any with the topic fits. null: nobody is
 * known for it, and a person chooses.
 */
export function suggestedDepartment(
  settings: Pick<Settings, 'departments' | 'instruction'>,
  matter: Matter,
): Department | null {
  const asked = saysYes(settings, matter);
  if (asked.who === 'department') return asked.department;
  const { topic, municipality } = matter;
  if (topic === null) return null;
  const fits = settings.departments.filter(
    (one) =>
      one.topics.includes(topic) &&
      (one.municipality === null || municipality === null || one.municipality === municipality),
  );
  return fits.find((one) => one.municipality === municipality) ?? fits[0] ?? null;
}
