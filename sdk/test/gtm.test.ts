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
