import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const schema = (file: string) => {
  const check = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`../contract/${file}.schema.json`, 'utf8')) as object);
  return (value: unknown): void => {
    if (!check(value)) throw new Error(`${file}: ${JSON.stringify(check.errors)} in ${JSON.stringify(value)}`);
  };
};

/** Each throws where a body is not what the contract says. */
export const isBeacon = schema('beacon'), isPlanRequest = schema('plan-request'), isPlan = schema('plan');

/** An example of the contract. */
export const example = (name: string): any => JSON.parse(readFileSync(`../contract/examples/${name}.json`, 'utf8'));
