import { problems, type FieldProblem, type Problem } from '@courseline/contracts';
import { act, renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { fieldOfPointer, placeProblem } from './form-problem';

const values = { weight: { value: '', unit: 'kg' }, note: '', lines: [{ phone: '' }, { phone: '' }] };

function refused(errors: FieldProblem[]) {
  const { status, title } = problems['invalid-request'];
  const problem: Problem = { type: '', code: 'invalid-request', status, title, instance: 'r', errors };
  return Object.assign(new Error(title), { problem });
}

function place(error: unknown, within?: string) {
  const { result } = renderHook(() => {
    const form = useForm({ defaultValues: values });
    return { form, errors: form.formState.errors };
  });
  let rest: string | null = '';
  act(() => {
    rest = placeProblem(result.current.form, error, ['weight.value', 'note', 'lines'], within);
  });
  return { rest, errors: result.current.errors };
}

describe('what the server refused', () => {
  it('stands at the field its pointer names', () => {
    const { rest, errors } = place(refused([{ pointer: '/weight/value', detail: 'Too heavy.' }]));
    expect(errors.weight?.value?.message).toBe('Too heavy.');
    expect(rest).toBeNull();
  });

  it('stands at the entry of a list', () => {
    const { errors } = place(refused([{ pointer: '/lines/1/phone', detail: 'Not a number.' }]));
    expect(errors.lines?.[1]?.phone?.message).toBe('Not a number.');
    expect(errors.lines?.[0]).toBeUndefined();
  });

  it('is said above the button when the form has no such field', () => {
    const { rest, errors } = place(
      refused([
        { pointer: '/note', detail: 'Too long.' },
        { pointer: '/dayZero', detail: 'Before the first dose.' },
      ]),
    );
    expect(errors.note?.message).toBe('Too long.');
    expect(rest).toBe('Before the first dose.');
  });

  it('is found in a part of the form that was sent by itself', () => {
    const { errors } = place(refused([{ pointer: '/value', detail: 'Too heavy.' }]), 'weight.');
    expect(errors.weight?.value?.message).toBe('Too heavy.');
  });

  it('is said in words when no field is to blame', () => {
    expect(place(Object.assign(new Error(), { name: 'UnreachableError' })).rest).toMatch(
      /^The server cannot be reached\./,
    );
  });

  it('reads the escapes of a JSON pointer', () => {
    expect(fieldOfPointer('/answers/a~1b/~0c')).toBe('answers.a/b.~c');
  });
});
