// apps/api/src/patients/example.ts: import-x/no-default-export
export default 1;
