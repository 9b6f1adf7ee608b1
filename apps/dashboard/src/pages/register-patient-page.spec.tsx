import { patientSchema, registerPatientSchema, type RegisterPatient } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { aPatientRecord, givenRecord, patientId } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

function takingRegistrations(answer: (body: RegisterPatient, times: number) => void = () => undefined) {
  const received: RegisterPatient[] = [];
  const keys: (string | null)[] = [];
  fakeApi.route(
    'post',
    '/c/:clinic/patients',
    { body: registerPatientSchema, response: patientSchema, status: 201 },
    ({ body, headers }) => {
      received.push(body);
      keys.push(headers.get('idempotency-key'));
      answer(body, received.length);
      return aPatientRecord();
    },
  );
  return { received, keys };
}

async function opened() {
  signedInAs({ roles: ['nurse'] });
  const page = renderPage('/c/harbor/patients/new');
  const form = within(await screen.findByRole('form', { name: 'Register a patient' }));
  return { ...page, form };
}

describe('registering a patient', () => {
  it('takes a minute by keyboard, from the record number to the record', async () => {
    const { received } = takingRegistrations();
    const { user, form, address } = await opened();
    givenRecord();
    await user.click(form.getByLabelText('Record number (MRN)'));
    await user.keyboard('H-0001{Tab}1992-03-01{Tab}Rivera{Tab}Ana');
    await user.click(form.getByRole('radio', { name: 'female' }));
    await user.click(form.getByRole('checkbox', { name: 'Major depression' }));
    await user.type(form.getByLabelText('Allergies'), 'none known{Tab}{Tab}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Ana Rivera' })).toBeVisible();
    expect(address()).toBe(`/c/harbor/patients/${patientId}/record`);
    expect(received).toEqual([
      {
        mrn: 'H-0001',
        familyName: 'Rivera',
        givenName: 'Ana',
        birthDate: '1992-03-01',
        sex: 'female',
        phone: null,
        email: null,
        indications: ['major-depression'],
        allergies: 'none known',
        contraindications: null,
        confirmDuplicate: false,
      },
    ]);
  });

  it('says at each field what is wrong, and sends nothing', async () => {
    const { user, form } = await opened();
    await user.type(form.getByLabelText('Email address'), 'ana');
    await user.click(form.getByRole('button', { name: 'Register' }));
    expect(form.getByLabelText('Record number (MRN)')).toBeInvalid();
    expect(await form.findByText('A patient needs a family name or a given name.')).toBeVisible();
    expect(form.getByLabelText('Email address')).toBeInvalid();
  });

  it('shows who may be the same person, and registers another one only when told', async () => {
    const { received, keys } = takingRegistrations(({ confirmDuplicate }) => {
      if (confirmDuplicate) return;
      const { id, mrn, familyName, givenName, birthDate, sex, indications } = aPatientRecord({ mrn: 'H-7' });
      throw new FakeProblem('possible-duplicate', {
        candidates: [{ id, mrn, familyName, givenName, birthDate, sex, indications }],
      });
    });
    const { user, form } = await opened();
    givenRecord();
    await user.type(form.getByLabelText('Record number (MRN)'), 'H-0001');
    await user.type(form.getByLabelText('Family name'), 'Rivera');
    await user.click(form.getByRole('button', { name: 'Register' }));
    const warning = within(await screen.findByRole('alert'));
    expect(warning.getByRole('link', { name: 'Rivera, Ana' })).toHaveAttribute('target', '_blank');
    expect(warning.getByText(/born Mar 1, 1992 · H-7/)).toBeVisible();
    await user.click(warning.getByRole('button', { name: 'Register as another person' }));
    expect(await screen.findByRole('heading', { name: 'Ana Rivera' })).toBeVisible();
    expect(received.map(({ confirmDuplicate }) => confirmDuplicate)).toEqual([false, true]);
    expect(new Set(keys).size).toBe(2);
  });

  it('offers another person only for another record number', async () => {
    takingRegistrations(() => {
      const { id, mrn, familyName, givenName, birthDate, sex, indications } = aPatientRecord({ mrn: 'H-7' });
      throw new FakeProblem('possible-duplicate', {
        candidates: [{ id, mrn, familyName, givenName, birthDate, sex, indications }],
      });
    });
    const { user, form } = await opened();
    await user.type(form.getByLabelText('Record number (MRN)'), 'H-7');
    await user.type(form.getByLabelText('Family name'), 'Rivera');
    await user.click(form.getByRole('button', { name: 'Register' }));
    const warning = within(await screen.findByRole('alert'));
    expect(warning.getByText(/The record number H-7 belongs to one of them/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Register as another person' })).toBeNull();
    await user.type(form.getByLabelText('Record number (MRN)'), '1');
    expect(await screen.findByRole('button', { name: 'Register as another person' })).toBeVisible();
  });

  it('puts a number that is taken on its field, and keeps what was typed', async () => {
    takingRegistrations(() => {
      throw new FakeProblem('already-exists', {
        errors: [{ pointer: '/mrn', detail: 'Another patient of the clinic has this record number.' }],
      });
    });
    const { user, form } = await opened();
    await user.type(form.getByLabelText('Record number (MRN)'), 'H-0001');
    await user.type(form.getByLabelText('Family name'), 'Rivera');
    await user.click(form.getByRole('button', { name: 'Register' }));
    expect(await form.findByText('Another patient of the clinic has this record number.')).toBeVisible();
    expect(form.getByLabelText('Record number (MRN)')).toHaveFocus();
    expect(form.getByLabelText('Family name')).toHaveValue('Rivera');
  });

  it('sends the same key again when no answer came', async () => {
    const { user, form } = await opened();
    fakeApi.unreachable('post', '/c/:clinic/patients');
    await user.type(form.getByLabelText('Record number (MRN)'), 'H-0001');
    await user.type(form.getByLabelText('Family name'), 'Rivera');
    await user.click(form.getByRole('button', { name: 'Register' }));
    expect(await screen.findByText(/The server cannot be reached/)).toBeVisible();
    const { keys } = takingRegistrations();
    givenRecord();
    await user.click(form.getByRole('button', { name: 'Register' }));
    expect(await screen.findByRole('heading', { name: 'Ana Rivera' })).toBeVisible();
    expect(keys).toHaveLength(1);
  });
});
