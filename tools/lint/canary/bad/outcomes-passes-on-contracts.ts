// libs/outcomes/src/example.ts: boundaries/dependencies
export * from '@courseline/contracts';
