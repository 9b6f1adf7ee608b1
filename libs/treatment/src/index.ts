export * from './dose-rules.js';
export * from './form-timing.js';
export * from './prior-treatments.js';
export * from './routes.js';
export * from './session-series.js';
export * from './side-effects.js';
export * from './vitals-rules.js';
export * from './weight.js';
