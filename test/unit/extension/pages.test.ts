import assert from 'node:assert/strict';
import { type Answers, explain, maskEcho, NOTHING_FOUND, planFor } from '../../../src/advisor';
import type { Credential } from '../../../src/credentials/credential';
import { doctorReport } from '../../../src/extension/doctor/report';
import { mayBeOciError } from '../../../src/extension/explain/error-words';
import { explainView } from '../../../src/extension/explain/explain-view';
import { Hearing } from '../../../src/extension/explain/heard';
import { remediesFor } from '../../../src/extension/explain/remedies';
import { leadsToError, wholeError } from '../../../src/extension/explain/whole-error';
import { html } from '../../../src/extension/page/html';
import { piecesOf, resultView } from '../../../src/extension/wizard/result-view';
import { FIRST_CAUSES } from '../errors/first-causes';
import { FURTHER, FURTHER_OTHERS } from '../errors/further';
import { OTHERS } from '../errors/others';
import { SDK_TEXTS } from '../errors/sdk-texts';
import { FOREIGN, SAMPLES } from '../errors/texts';

const HOSTILE = '"><script>alert(1)</script>';

const CREDENTIAL: Credential = {
  id: 'config:/home/ann/.oci/config:WORK',
  label: 'WORK',
  source: 'config',
  origin: '~/.oci/config',
  method: 'session-token',
  profile: 'WORK',
  region: 'us-chicago-1',
  tenancy: 'ocid1.tenancy.oc1..aaaaexample',
  problems: [{ code: 'token-expired', severity: 'error', message: 'the session ended', profile: 'WORK' }],
  reach: [],
  location: { file: '/home/ann/.oci/config', line: 4 },
};

const view = (group?: string) => ({
  plan: planFor({ call: 'agents', on: 'functions', language: 'python', places: {}, group }),
  form: 'console' as const,
  credentials: [CREDENTIAL],
  trusted: true,
  testing: false,
});

describe('Pages of the editor', () => {
  it('escape whatever did not come from a template', () => {
    assert.equal(html`<b>${HOSTILE}</b>`.text, '<b>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</b>');
    assert.equal(html`${[html`<i>${'&'}</i>`]}${undefined}${false}`.text, '<i>&amp;</i>');
    assert.ok(!resultView(view(HOSTILE)).text.includes('<script'));
  });

  it('give every piece its buttons, and every button a name of its own for a screen reader', () => {
    const { text } = resultView(view());
    assert.ok(piecesOf(view()).has('rule') && piecesOf(view()).has('smoke'));
    for (const piece of piecesOf(view()).keys())
      for (const act of ['copy', 'insert', 'file'])
        assert.match(text, new RegExp(`data-act="${act}" data-arg="${piece}"`), `${act} ${piece}`);
    const names = [...text.matchAll(/aria-label="(Copy: [^"]+)"/g)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length, names.join());
  });

  it('ask for the key or the cluster that the policy lets in', () => {
    const page = (answers: Partial<Answers>) => {
      const plan = planFor({ call: 'chat', on: 'oke', language: 'python', places: {}, ...answers });
      return resultView({ ...view(), plan }).text;
    };
    assert.match(page({}), /data-field="clusterId"[^>]*value=""/);
    assert.match(page({ clusterId: 'ocid1.cluster.oc1..a' }), /cluster_id = &#39;ocid1\.cluster\.oc1\.\.a&#39;/);
    const key = page({ on: 'laptop', apiKeyId: 'ocid1.generativeaiapikey.oc1.ord.a' });
    assert.match(key, /request\.principal\.id = &#39;ocid1\.generativeaiapikey\.oc1\.ord\.a&#39;/);
    assert.match(key, /data-field="apiKeyId"/);
  });

  it('show no handler and no style that the policy of the page would refuse', () => {
    assert.doesNotMatch(resultView(view()).text, /\son\w+=|\sstyle=/);
  });

  it('put first what the profiles show, with a jump to the line', () => {
    const explanation = explain(
      "{'status': 401, 'code': 'NotAuthenticated', 'message': 'The required information to complete authentication was not provided', 'opc-request-id': 'x'}",
      { profiles: [{ name: 'WORK', suggests: ['session-expired'] }] },
    );
    const [first] = explanation.causes;
    assert.equal(first?.id, 'session-expired');
    assert.ok(first);
    const known = {
      seen: {},
      survey: NOTHING_FOUND,
      credentials: [CREDENTIAL],
      uriOf: (file: string) => `file://${file}`,
    };
    const remedies = remediesFor(first, known);
    assert.deepEqual(remedies[0], {
      kind: 'jump',
      label: 'Open Profile WORK',
      uri: 'file:///home/ann/.oci/config',
      line: 4,
    });
    const causes = explanation.causes.map((cause) => ({ cause, remedies: remediesFor(cause, known) }));
    assert.match(explainView({ explanation, causes, testing: false }).text, /Profile \[WORK\] shows it/);
  });

  it('notice OCI errors in a terminal and leave other lines alone', () => {
    const errors = [
      "oci.exceptions.ServiceError: {'status': 404, 'code': 'NotAuthorizedOrNotFound'}",
      'Error: 404-NotAuthorizedOrNotFound, Authorization failed or requested resource not found.',
      'Error returned by GenerativeAiInference Service. Http Status Code: 401. Error Code: NotAuthenticated.',
    ];
    for (const line of errors) assert.ok(mayBeOciError(line), line);
    for (const line of ['404 Not Found', 'npm ERR! code E401', 'TypeError: x is undefined'])
      assert.ok(!mayBeOciError(line), line);
  });

  it('lead from every error that the catalogue knows to its explanation, and from no line of others', () => {
    const causes = [...FIRST_CAUSES, ...SDK_TEXTS, ...FURTHER].map(([, text]) => text);
    for (const text of [...SAMPLES.map(({ text: one }) => one), ...causes]) {
      const lines = text.split('\n');
      assert.ok(
        lines.some((line) => leadsToError(line, () => text)),
        text,
      );
    }
    for (const text of [...FOREIGN, ...OTHERS, ...FURTHER_OTHERS])
      for (const line of text.split('\n')) assert.ok(!leadsToError(line, () => text), line);
  });

  it('lead from the pieces of an error of several lines, and from nothing else beside one', () => {
    const pieces =
      'Traceback:\nhttpx.ConnectError: Name or service not known\nhttps://generativeai.us-x-1.oci.oraclecloud.com';
    assert.ok(leadsToError(pieces.split('\n')[2] ?? '', () => pieces));
    assert.ok(!leadsToError('Traceback:', () => pieces));
    const calm = 'GET https://generativeai.us-chicago-1.oci.oraclecloud.com 200';
    assert.ok(!leadsToError(calm, () => `${calm}\n404 NotAuthorizedOrNotFound`));
    assert.ok(!leadsToError(calm, () => ''));
  });

  it('remember errors of a debug session masked, and nothing else that it says', () => {
    const errorIn = (message: unknown): string | undefined => new Hearing().hear(message);
    const text = 'oci.exceptions.ServiceError: NotAuthenticated ocid1.user.oc1..aaaaaaaasecretuser';
    const output = { type: 'event', event: 'output', body: { category: 'stderr', output: text } };
    assert.match(errorIn(output) ?? '', /NotAuthenticated/);
    assert.doesNotMatch(errorIn(output) ?? '', /secretuser/);
    const stopped = {
      type: 'response',
      command: 'exceptionInfo',
      body: { description: text, details: { message: text } },
    };
    assert.match(errorIn(stopped) ?? '', /NotAuthenticated/);
    for (const other of [undefined, 3, {}, { body: null }, { type: 'event', event: 'output', body: { output: 7 } }])
      assert.equal(errorIn(other), undefined);
    assert.equal(errorIn({ type: 'event', event: 'output', body: { output: 'Hello' } }), undefined);
  });

  it('put together what a debug adapter says piece by piece', () => {
    const hearing = new Hearing();
    const say = (output: string) =>
      hearing.hear({ type: 'event', event: 'output', body: { category: 'stderr', output } });
    assert.equal(say('Starting\n\n'), undefined);
    assert.equal(say('ServiceError:\n'), undefined);
    assert.equal(say('{\n'), undefined);
    assert.match(say('    "code": "NotAuthorizedOrNotFound",\n') ?? '', /^ServiceError:\n\{\n/);
    const all = say('    "target_service": "generative_ai_agent_runtime"\n}\n') ?? '';
    assert.equal(explain(all).causes[0]?.id, 'agent-policy-missing');
    assert.match(say('\nGoodbye\n') ?? '', /\}$/);
    for (let at = 0; at < 50; at += 1) say('.');
    assert.equal(say('Later\n'), undefined);
    assert.equal(hearing.hear({ type: 'event', event: 'output', body: { output: 'x'.repeat(1_000_000) } }), undefined);
  });

  it('read the whole error to which a line of the terminal belongs', () => {
    const printed = [
      '\u001b[32m$ oci generative-ai-agent-runtime session create\u001b[0m',
      '',
      '\u001b[31mServiceError:',
      '{',
      '    "code": "NotAuthorizedOrNotFound",',
      '    "request_endpoint": "POST https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531",',
      '    "status": 404',
      '}\u001b[0m',
      '',
      'Done.',
    ].join('\r\n');
    const line = '    "code": "NotAuthorizedOrNotFound",';
    assert.equal(explain(line).causes[0]?.id, 'policy-missing');
    const whole = wholeError(printed, line);
    assert.equal(explain(whole).causes[0]?.id, 'agent-policy-missing');
    assert.doesNotMatch(whole, /Done|session create/);
    assert.equal(wholeError('', line), line);
    assert.equal(wholeError('something else\n', line), line);
  });

  it('keep names of files that only begin like a header', () => {
    assert.equal(maskEcho('laptop/bearer_agent.py:12'), 'laptop/bearer_agent.py:12');
    for (const header of [
      'Authorization: Bearer abcdefgh',
      'bearer abcdefgh',
      'bearer: abcdefgh',
      '"bearer": "abcdefgh"',
    ])
      assert.doesNotMatch(maskEcho(header), /abcdefgh/, header);
  });

  it('report without OCIDs, names of people and profiles', () => {
    const report = doctorReport({
      environment: { Extension: '0.1.0' },
      survey: NOTHING_FOUND,
      credentials: [CREDENTIAL],
      lastError: 'NotAuthenticated for ocid1.user.oc1..aaaaaaaasecretuser',
      shown: (uri) => uri,
    });
    assert.match(report, /\| 1 \| session token \| config \| us-chicago-1 \| token-expired \|/);
    assert.doesNotMatch(report, /WORK|ann|secretuser|aaaaexample/);
  });

  it('report the last error without who met it, in a fence that it cannot close', () => {
    const lastError =
      'File "/home/alice/app.py" C:\\Users\\Alice Doe\\app.py (/Users/alice) alice@corp.example.com\n```\n# mine';
    const report = doctorReport({
      environment: { Program: '/home/alice/bin' },
      survey: NOTHING_FOUND,
      credentials: [],
      lastError,
      shown: (uri) => uri,
    });
    assert.doesNotMatch(report, /alice|doe|corp/i);
    assert.match(report, /"~\/app\.py" ~\\app\.py/);
    assert.match(report, /^````\n[\s\S]*# mine\n````$/m);
  });
});
