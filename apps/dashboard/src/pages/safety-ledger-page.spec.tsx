import {
  escalationChangeSchema,
  escalationSettingsSchema,
  ledgerSchema,
  ruleChangeSchema,
  safetyRuleListSchema,
  safetyRuleSchema,
  type EscalationChange,
  type EscalationSettings,
  type LedgerLine,
  type RuleChange,
  type SafetyRule,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const rise: SafetyRule = {
  id: 'phq-9-rise',
  definition: 'phq-9-rise/1',
  title: 'PHQ-9 risen',
  level: 'amber',
  trigger: 'PHQ-9 risen by 6 points or more.',
  handling: 'Review within two working days.',
  source: 'NHS Talking Therapies',
  parameters: [{ name: 'points', words: 'A rise of at least', unit: 'points', standard: 6, from: 3, to: 15 }],
  mayBeOff: true,
  enabled: true,
  values: { points: 6 },
  version: 1,
  history: [
    {
      n: 1,
      enabled: true,
      parameters: { points: 6 },
      reason: 'Back to where it was.',
      byName: 'Dr Haddad',
      at: '2026-11-02T15:00:00Z',
    },
  ],
};
const itemNine: SafetyRule = {
  ...rise,
  id: 'item-9',
  title: 'Item 9 above 0',
  level: 'red',
  parameters: [],
  values: {},
  mayBeOff: false,
  version: 0,
  history: [],
};

const lineOf = (change: Partial<LedgerLine>): LedgerLine => ({
  rule: 'phq-9-rise',
  fired: 0,
  ledToAction: 0,
  withoutAction: 0,
  acknowledged: 0,
  open: 0,
  escalated: 0,
  medianMinutes: null,
  ninetiethMinutes: null,
  ...change,
});

const times: EscalationSettings = {
  redMinutes: 15,
  amberWorkingDays: 2,
  weekdays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '18:00',
  redWhenClosed: 'at-once',
  version: 0,
  reason: null,
  byName: null,
  at: null,
};

function open() {
  signedInAs({ roles: ['director'] });
  const asked: string[] = [];
  fakeApi.route('get', '/c/:clinic/safety/rules', { response: safetyRuleListSchema }, () => ({
    rules: [itemNine, rise],
  }));
  fakeApi.route('get', '/c/:clinic/safety/ledger', { response: ledgerSchema }, ({ query }) => {
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    asked.push(`${from} ${to}`);
    return {
      from,
      to,
      lines: [
        lineOf({
          rule: 'item-9',
          fired: 4,
          ledToAction: 3,
          acknowledged: 1,
          medianMinutes: 6.5,
          ninetiethMinutes: 75,
        }),
        lineOf({ rule: 'phq-9-rise' }),
      ],
    };
  });
  fakeApi.route('get', '/c/:clinic/safety/escalation', { response: escalationSettingsSchema }, () => times);
  return asked;
}

describe('the ledger of alerts', () => {
  it('says for each rule how often it fired, what came of it and how long it took', async () => {
    const asked = open();
    renderPage('/c/harbor/safety/ledger?from=2026-10-01&to=2026-10-31');
    const table = await screen.findByRole('table', { name: 'Alerts by rule' });
    expect(asked).toEqual(['2026-10-01 2026-10-31']);
    const row = within(table).getByRole('row', { name: /Item 9 above 0/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['4', '3 (75 %)', '0', '1', '0', '0', '7 min', '1 h 15 min']);
    const silent = within(table).getByRole('row', { name: /PHQ-9 risen/ });
    expect(within(silent).getAllByRole('cell')[0]).toHaveTextContent('0');
    expect(within(silent).getAllByRole('cell')[6]).toHaveTextContent('');
  });

  it('changes the number of a rule within its bounds, with a reason, and shows who changed it before', async () => {
    open();
    const sent: { body: RuleChange; version: string | null }[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/safety/rules/:rule',
      { body: ruleChangeSchema, response: safetyRuleSchema },
      ({ body, headers }) => {
        sent.push({ body, version: headers.get('if-match') });
        return { ...rise, values: body.parameters };
      },
    );
    const { user } = renderPage('/c/harbor/safety/ledger');
    await user.click(await screen.findByRole('button', { name: /PHQ-9 risen/ }));
    const dialog = await screen.findByRole('dialog', { name: 'PHQ-9 risen' });
    expect(dialog).toHaveTextContent('NHS Talking Therapies');
    expect(dialog).toHaveTextContent('Back to where it was.');
    const points = within(dialog).getByRole('textbox', { name: /A rise of at least/ });
    await user.clear(points);
    await user.type(points, '2');
    await user.click(within(dialog).getByRole('button', { name: 'Change the rule' }));
    expect(dialog).toHaveTextContent('A whole number from 3 to 15.');
    expect(dialog).toHaveTextContent('Say why, in three letters or more.');
    await user.clear(points);
    await user.type(points, '8');
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Too many for nothing.');
    await user.click(within(dialog).getByRole('button', { name: 'Change the rule' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      {
        body: { enabled: true, parameters: { points: 8 }, reason: 'Too many for nothing.' },
        version: '"1"',
      },
    ]);
  });

  it('offers no way to switch a rule about self-harm off', async () => {
    open();
    const { user } = renderPage('/c/harbor/safety/ledger');
    await user.click(await screen.findByRole('button', { name: 'Item 9 above 0' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('can never be switched off');
    expect(within(dialog).queryByRole('radio')).not.toBeInTheDocument();
  });

  it('says when an alert is told to others, and changes it with a reason', async () => {
    open();
    const sent: EscalationChange[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/safety/escalation',
      { body: escalationChangeSchema, response: escalationSettingsSchema },
      ({ body }) => {
        sent.push(body);
        return { ...times, ...body, version: 1 };
      },
    );
    const { user } = renderPage('/c/harbor/safety/ledger');
    expect(await screen.findByText(/within 15 minutes in opening hours/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    const dialog = await screen.findByRole('dialog');
    const red = within(dialog).getByRole('textbox', { name: /Red, after/ });
    await user.clear(red);
    await user.type(red, '10');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Saturday' }));
    await user.click(within(dialog).getByRole('button', { name: 'Change' }));
    expect(dialog).toHaveTextContent('Say why, in three letters or more.');
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'We open on Saturdays.');
    await user.click(within(dialog).getByRole('button', { name: 'Change' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ redMinutes: 10, weekdays: [1, 2, 3, 4, 5, 6], redWhenClosed: 'at-once' });
  });

  it('is not for clinicians', async () => {
    signedInAs({ roles: ['clinician'] });
    renderPage('/c/harbor/safety/ledger');
    expect(await screen.findByText('Not for your role')).toBeInTheDocument();
  });
});
