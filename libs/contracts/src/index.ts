export * from './clinics.js';
export * from './dates.js';
export * from './ids.js';
export * from './problems.js';
export * from './sign-in.js';
export * from './text.js';
