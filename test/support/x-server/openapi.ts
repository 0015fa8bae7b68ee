import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { type ServerAnswer } from './problems.ts';

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

/** What is wrong with an answer of ours by X's own description of itself; null when nothing is, or when it is a refusal. */
export type AnswerCheck = (endpoint: string, answer: ServerAnswer) => string | null;

/**
 * Checks answers against X's OpenAPI description (`openapi.json` of X's documentation), which is not ours to keep here:
 * `X_OPENAPI` names a copy of it. Without one nothing is checked.
 */
export function answerCheck(file = process.env['X_OPENAPI']): AnswerCheck {
  if (file === undefined) return () => null;
  const described = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'x', components: described.components });
  const known = new Map<string, ValidateFunction | null>();

  function validatorOf(endpoint: string, status: number): ValidateFunction | null {
    const [method = '', path = ''] = endpoint.split(' ');
    const template = Object.keys(described.paths).find(
      (one) => one.replace(/\{\w+\}/g, ':id') === path && described.paths[one]?.[method.toLowerCase()] !== undefined,
    );
    if (template === undefined) throw new Error(`X describes no ${endpoint}`);
    const answers = described.paths[template]?.[method.toLowerCase()]?.responses ?? {};
    const schema = answers[status]?.content?.['application/json']?.schema;
    if (schema === undefined) throw new Error(`X describes no answer ${status} of ${endpoint}`);
    return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"x#/components')) as object);
  }

  return (endpoint, { status, body }) => {
    if (status >= 400) return null;
    const name = `${endpoint} ${status}`;
    if (!known.has(name)) known.set(name, validatorOf(endpoint, status));
    const validate = known.get(name);
    if (!validate || validate(body)) return null;
    return `${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`;
  };
}
