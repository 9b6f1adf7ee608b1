import {
  consentCountsSchema,
  consentTextsSchema,
  newConsentTextSchema,
  ownConsentsSchema,
  ownSignatureSchema,
  ownWithdrawalSchema,
  paperConsentSchema,
  patientConsentsSchema,
  type ConsentText,
  type OwnConsents,
  type PatientConsent,
} from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { givenRecord, patientId } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

const sha256 = 'a'.repeat(64);
const text: ConsentText = {
  scope: 'messages',
  version: 2,
  title: 'Messages from us',
  body: 'We send you reminders.',
  asksAgain: true,
  sha256,
  writtenAt: '2026-11-02T15:00:00Z',
};

function onTheOwnPage(first: OwnConsents['scopes'][number]) {
  signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
  fakeApi.unreachable('get', '/c/:clinic/me/overview');
  const server = { scopes: [first] };
  fakeApi.route('get', '/c/:clinic/me/consents', { response: ownConsentsSchema }, () => server);
  return server;
}
const missing = { scope: 'messages', state: 'missing', version: 0, text, signed: null } as const;
const given = {
  ...missing,
  state: 'given',
  version: 1,
  signed: { name: 'Ana Rivera', on: '2026-11-17', way: 'own-page', textVersion: 2 },
} as const;

describe('a patient', () => {
  it('reads a text and signs it with their name, under what that means', async () => {
    const server = onTheOwnPage(missing);
    const sent: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/me/consents',
      { body: ownSignatureSchema, response: ownConsentsSchema },
      ({ body, headers }) => {
        sent.push([body, headers.get('if-match')]);
        server.scopes = [given];
        return server;
      },
    );
    const { user } = renderPage('/c/harbor/me');
    await user.click(await screen.findByText('Read and sign “Messages from us”'));
    expect(screen.getByText('We send you reminders.')).toBeVisible();
    expect(screen.getByText(/By typing my name I sign this text/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Sign' }));
    expect(screen.getByText('Type your name to sign.')).toBeVisible();
    await user.type(screen.getByLabelText('Your full name'), ' Ana Rivera ');
    await user.click(screen.getByRole('button', { name: 'Sign' }));
    expect(await screen.findByText(/You agreed .*, signed as Ana Rivera\./)).toBeVisible();
    expect(sent).toEqual([
      [{ scope: 'messages', textVersion: 2, textSha256: sha256, signedName: 'Ana Rivera' }, '"0"'],
    ]);
  });

  it('withdraws, and is told what follows', async () => {
    const server = onTheOwnPage(given);
    fakeApi.route(
      'post',
      '/c/:clinic/me/consent-withdrawals',
      { body: ownWithdrawalSchema, response: ownConsentsSchema },
      () => {
        server.scopes = [{ ...missing, state: 'withdrawn', version: 2 }] as never;
        return server;
      },
    );
    const { user } = renderPage('/c/harbor/me');
    await user.click(await screen.findByRole('button', { name: 'Withdraw Messages to me' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/You get no more reminders/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByText(/You withdrew this/)).toBeVisible();
  });
});

describe('staff', () => {
  it('see at a glance what is not signed, and record a paper', async () => {
    signedInAs({ roles: ['nurse'] });
    givenRecord();
    let consent: PatientConsent = { scope: 'messages', state: 'missing', text, version: 0, events: [] };
    const sent: unknown[] = [];
    const at = '/c/:clinic/patients/:patient/consents';
    fakeApi.route('get', at, { response: patientConsentsSchema }, () => ({ scopes: [consent] }));
    fakeApi.route('post', at, { body: paperConsentSchema, response: patientConsentsSchema }, ({ body }) => {
      sent.push(body);
      consent = { ...consent, state: 'given', version: 1 };
      return { scopes: [consent] };
    });
    const { user } = renderPage(`/c/harbor/patients/${patientId}/record`);
    const section = within(await screen.findByRole('region', { name: 'Consents' }));
    expect(await section.findByText(/! not signed yet/)).toBeVisible();
    await user.click(section.getByRole('button', { name: 'Signed on paper (Messages)' }));
    const form = within(await screen.findByRole('form', { name: 'Signed on paper' }));
    await user.type(form.getByLabelText('Name under the paper'), 'Ana Rivera');
    await user.click(form.getByRole('button', { name: 'Record' }));
    expect(await section.findByText(/: agreed/)).toBeVisible();
    expect(sent).toMatchObject([{ scope: 'messages', textVersion: 2, signedName: 'Ana Rivera' }]);
  });

  it('who direct write the texts, and see how many agree', async () => {
    signedInAs({ roles: ['director'] });
    const written: ConsentText[] = [];
    fakeApi.route('get', '/c/:clinic/consent-texts', { response: consentTextsSchema }, () => ({
      texts: written,
    }));
    fakeApi.route('get', '/c/:clinic/consent-counts', { response: consentCountsSchema }, () => ({
      patients: 12,
      scopes: written.map(() => ({ scope: 'messages', given: 7, outdated: 1, withdrawn: 2, missing: 2 })),
    }));
    fakeApi.route(
      'post',
      '/c/:clinic/consent-texts',
      { body: newConsentTextSchema, response: consentTextsSchema },
      ({ body }) => {
        written.push({ ...text, ...body, version: 1 });
        return { texts: written };
      },
    );
    const { user } = renderPage('/c/harbor/settings/consents');
    const section = within(await screen.findByRole('region', { name: 'Messages' }));
    expect(section.getByText(/messages are sent to every patient with access/)).toBeVisible();
    await user.click(section.getByRole('button', { name: /Write a text/ }));
    await user.type(section.getByLabelText('Title'), 'Messages from us');
    await user.type(section.getByLabelText(/^Text/), 'We send you reminders.');
    await user.click(section.getByRole('button', { name: 'Put in force' }));
    expect(await section.findByText('We send you reminders.')).toBeVisible();
    expect(section.getByText(/of 12 patients agree/)).toHaveTextContent('7 of 12 patients agree');
  });
});
