// libs/outcomes/src/example.spec.ts: no-restricted-properties
describe.only('one', () => undefined);
