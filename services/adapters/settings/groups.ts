import { z } from 'zod/v4';

/**
 * A group of settings in which nothing else may stand. For a setting that is not known the message of zod's issue is
 * the list of those that are, for the sentence "did you mean".
 */
export function group<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : `a group of settings: ${known}`),
  });
}

/** A list; `expected` names what stands in it: "names of places". */
export function listOf<Item extends z.ZodType>(item: Item, expected: string): z.ZodArray<Item> {
  return z.array(item, { error: `a list of ${expected}` });
}

/** Settings with names of the municipality's own choice; `expected` names them: "kinds". */
export function named<Value extends z.ZodType>(value: Value, expected: string): z.ZodRecord<z.ZodString, Value> {
  return z.record(z.string(), value, { error: `a group of ${expected}, each with its own name` });
}
