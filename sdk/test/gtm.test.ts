import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

// The template as Tag Manager reads it, with Tag Manager's sandbox as far as the template needs it.

const sections = Object.fromEntries([...readFileSync('gtm/reload.tpl', 'utf8').matchAll(/^___(\w+)___\n\n([^]*?)(?=\n\n\n___|\n*$(?![^]))/gm)].map(([, name, text]) => [name!, text!]));
const permissions = JSON.parse(sections.WEB_PERMISSIONS!) as { instance: { key: { publicId: string }; param: { key: string; value: any }[] } }[];
const permitted = (name: string): any => permissions.find(({ instance }) => instance.key.publicId === name)!.instance.param[0]!.value.listItem;

/** Runs the template; answers what it has asked of Tag Manager. */
const run = (data: object, injects: 'comes' | 'fails' = 'comes'): string[] => {
  const done: string[] = [];
  const urls = (permitted('inject_script') as { string: string }[]).map(({ string }) => string.replace('*', ''));
  const may = (url: string): boolean => urls.some((start) => url.startsWith(start));
  const apis: Record<string, unknown> = {
    queryPermission: (name: string, url: string) => name === 'inject_script' && may(url),
    callInWindow: (...call: unknown[]) => done.push(`call ${JSON.stringify(call)}`),
    injectScript: (url: string, success: () => void, failure: () => void) => {
      assert.ok(may(url), 'Tag Manager refuses what is not permitted');
      done.push(`inject ${url}`);
      (injects === 'comes' ? success : failure)();
    },
  };
  new Function('require', 'data', sections.SANDBOXED_JS_FOR_WEB_TEMPLATE!)((name: string) => apis[name] ?? assert.fail(`no permission for ${name}`), {
    ...data, gtmOnSuccess: () => done.push('success'), gtmOnFailure: () => done.push('failure'),
  });
  return done;
};

test('a template has every section, and those that are JSON are JSON', () => {
  assert.deepEqual(Object.keys(sections), ['TERMS_OF_SERVICE', 'INFO', 'TEMPLATE_PARAMETERS', 'SANDBOXED_JS_FOR_WEB_TEMPLATE', 'WEB_PERMISSIONS', 'TESTS', 'NOTES']);
  assert.equal(JSON.parse(sections.INFO!).type, 'TAG');
  assert.deepEqual((JSON.parse(sections.TEMPLATE_PARAMETERS!) as { name: string }[]).map(({ name }) => name), ['base', 'key', 'template']);
});

test('each of its parts is of the form that Tag Manager documents', () => {
  const info = JSON.parse(sections.INFO!), parameters = JSON.parse(sections.TEMPLATE_PARAMETERS!) as Record<string, any>[];
  assert.deepEqual(Object.keys(info), ['type', 'id', 'version', 'securityGroups', 'displayName', 'brand', 'description', 'containerContexts']);
  assert.deepEqual([info.id, info.version, info.containerContexts], ['cvt_temp_public_id', 1, ['WEB']]);
  for (const { type, name, simpleValueType, valueValidators = [] } of parameters) {
    assert.deepEqual([type, simpleValueType], ['TEXT', true], name);
    for (const { type, args, errorMessage } of valueValidators) {
      assert.equal(type, 'REGEX');
      assert.ok(new RegExp(args[0]) && errorMessage);
    }
  }
  // A value says by a number what it is: 1 text, 2 list, 3 map, 8 yes or no.
  const isValue = (value: any): boolean => ({
    1: () => typeof value.string === 'string', 2: () => value.listItem.every(isValue), 8: () => typeof value.boolean === 'boolean',
    3: () => value.mapKey.length === value.mapValue.length && [...value.mapKey, ...value.mapValue].every(isValue),
  })[value.type as 1 | 2 | 3 | 8]();
  for (const { instance: { key, param }, ...more } of permissions as any[]) {
    assert.deepEqual([key.versionId, more], ['1', { clientAnnotations: { isEditedByUser: true }, isRequired: true }], key.publicId);
    assert.ok(param.every(({ value }: any) => isValue(value)), key.publicId);
  }
});

test('its script keeps to what the sandbox knows: no object of the page, no `new`, no `this`', () => {
  const script = sections.SANDBOXED_JS_FOR_WEB_TEMPLATE!;
  assert.doesNotMatch(script, /\b(window|document|globalThis|self|new|this|class|async|await|function\*|eval|Promise|setTimeout)\b|\?\.|\?\?/);
  const { base, key } = Object.fromEntries((JSON.parse(sections.TEMPLATE_PARAMETERS!) as any[]).map(({ name, valueValidators }) => [name, valueValidators && new RegExp(valueValidators[0].args[0])]));
  assert.ok(base.test('https://reload.example') && !base.test('https://reload.example/') && !base.test('http://reload.example'));
  assert.ok(key.test('demo-mall') && !key.test('Demo') && !key.test('../demo'));
});

test('it may inject the script and call our one function, and nothing else', () => {
  assert.deepEqual(permissions.map(({ instance }) => instance.key.publicId), ['inject_script', 'access_globals']);
  assert.deepEqual(permitted('access_globals').map(({ mapValue }: any) => mapValue.map((v: any) => v.string ?? v.boolean)), [['__rl', false, false, true]]);
});

test('it loads the mall\'s script, and says what kind of page it is where the tag does', () => {
  assert.deepEqual(run({ base: 'https://reload.example', key: 'demo' }), ['inject https://reload.example/s/demo/reload.js', 'success']);
  assert.deepEqual(run({ base: 'https://reload.example', key: 'demo', template: 'product' }),
    ['inject https://reload.example/s/demo/reload.js', 'call ["__rl","page",{"template":"product"}]', 'success']);
});

test('a script that does not come, or is not permitted, is a failure', () => {
  assert.deepEqual(run({ base: 'https://reload.example', key: 'demo' }, 'fails'), ['inject https://reload.example/s/demo/reload.js', 'failure']);
  assert.deepEqual(run({ base: 'https://elsewhere.example', key: 'demo' }), ['failure']);
});
