___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Reload",
  "brand": {
    "id": "brand_dummy",
    "displayName": "Reload"
  },
  "description": "Loads the mall's Reload page script. What the mall tells Google Analytics 4 of products, cart and orders is heard by the script itself.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "base",
    "displayName": "Where Reload lives",
    "simpleValueType": true,
    "defaultValue": "https://reload.example",
    "help": "Scheme and host, without a slash at the end. It must be allowed under Permissions, \"Injects scripts\".",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^https://[^/]+$"
        ],
        "errorMessage": "An address such as https://reload.example"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "key",
    "displayName": "Site key",
    "simpleValueType": true,
    "help": "As the console shows it under Install.",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^[a-z0-9][a-z0-9-]{0,62}$"
        ],
        "errorMessage": "1 to 63 of a-z, 0-9 and -"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "template",
    "displayName": "Kind of page",
    "simpleValueType": true,
    "canBeEmptyString": true,
    "help": "Optional: home, list, search, product, cart, checkout, order or other; a variable may say it. Left empty, the page and its GA4 events tell."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const callInWindow = require('callInWindow');
const injectScript = require('injectScript');
const queryPermission = require('queryPermission');

const url = data.base + '/s/' + data.key + '/reload.js';

const loaded = () => {
  if (data.template) callInWindow('__rl', 'page', { template: data.template });
  data.gtmOnSuccess();
};

if (queryPermission('inject_script', url)) {
  injectScript(url, loaded, data.gtmOnFailure, url);
} else {
  data.gtmOnFailure();
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://reload.example/s/*"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "__rl"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Loads the mall's script
  code: |-
    runCode({ base: 'https://reload.example', key: 'demo' });
    assertApi('injectScript').wasCalledWith('https://reload.example/s/demo/reload.js', success, failure, 'https://reload.example/s/demo/reload.js');
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('callInWindow').wasNotCalled();
- name: Says what kind of page it is, once the script is there
  code: |-
    runCode({ base: 'https://reload.example', key: 'demo', template: 'product' });
    assertApi('callInWindow').wasCalledWith('__rl', 'page', { template: 'product' });
    assertApi('gtmOnSuccess').wasCalled();
- name: A script that does not come is a failure
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => { onFailure(); });
    runCode({ base: 'https://reload.example', key: 'demo' });
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: An address that is not allowed is a failure
  code: |-
    mock('queryPermission', false);
    runCode({ base: 'https://elsewhere.example', key: 'demo' });
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
setup: |-
  let success, failure;
  mock('queryPermission', true);
  mock('callInWindow', undefined);
  mock('injectScript', (url, onSuccess, onFailure, token) => { success = onSuccess; failure = onFailure; onSuccess(); });


___NOTES___

Part of Reload. The permission "Injects scripts" names one host: put your own there, or take the template from the console, which has it.
