// libs/outcomes/src/example.ts: no-restricted-syntax
export const example = Math.random();
