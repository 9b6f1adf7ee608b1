import { amendPatientSchema, patientSearchSchema, registerPatientSchema } from './index.js';

const registration = {
  mrn: ' 4711 ',
  familyName: 'Rivera',
  givenName: 'Ana',
  birthDate: '1992-03-14',
  sex: 'female',
  phone: null,
  email: null,
  indications: ['major-depression', 'ptsd'],
  allergies: null,
  contraindications: null,
  confirmDuplicate: false,
};
const wrongAt = (change: object): unknown[] =>
  registerPatientSchema
    .safeParse({ ...registration, ...change })
    .error?.issues.map((issue) => issue.path.join('/')) ?? [];

describe('registering a patient', () => {
  it('takes a person with or without a birth date, and trims the record number', () => {
    expect(registerPatientSchema.parse(registration).mrn).toBe('4711');
    expect(wrongAt({ birthDate: null })).toEqual([]);
  });

  it('takes one of two names, and not none', () => {
    expect(wrongAt({ familyName: '' })).toEqual([]);
    expect(wrongAt({ givenName: '' })).toEqual([]);
    expect(wrongAt({ familyName: '', givenName: '' })).toEqual(['familyName']);
  });

  it('points to each wrong field', () => {
    expect(wrongAt({ mrn: '   ', birthDate: '1992-02-30', sex: 'f', phone: 'call me' })).toEqual([
      'mrn',
      'birthDate',
      'sex',
      'phone',
    ]);
    expect(wrongAt({ indications: ['ptsd', 'ptsd'] })).toEqual(['indications']);
    expect(wrongAt({ indications: ['sadness'] })).toEqual(['indications/0']);
    expect(wrongAt({ nickname: 'Annie' })).toEqual(['']);
  });

  it('wants a reason for an amendment', () => {
    const { confirmDuplicate: _, ...details } = registration;
    expect(amendPatientSchema.safeParse({ ...details, reason: 'Name was misspelt' }).success).toBe(true);
    for (const reason of ['', 'ok', '    '])
      expect(amendPatientSchema.safeParse({ ...details, reason }).success).toBe(false);
  });
});

describe('searching patients', () => {
  it('asks for twenty where nothing is said', () => {
    expect(patientSearchSchema.parse({ text: ' riv ' })).toEqual({ text: 'riv', limit: 20 });
    expect(patientSearchSchema.safeParse({ text: '', limit: 51 }).success).toBe(false);
  });
});
