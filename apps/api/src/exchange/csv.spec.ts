import fc from 'fast-check';
import { readCsv, readTable, UnreadableFileError, type CsvRow } from './csv-reader.js';
import { csvLine, inertCell } from './csv-writer.js';

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];

async function rowsOf(chunks: Iterable<Uint8Array>, delimiter: ',' | ';' = ','): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(chunks, delimiter)) rows.push(row);
  return rows;
}

async function failureOf(chunks: Iterable<Uint8Array>): Promise<UnreadableFileError> {
  const error: unknown = await rowsOf(chunks).catch((thrown: unknown) => thrown);
  if (error instanceof UnreadableFileError) return error;
  throw new Error('The file was read.');
}

const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').trim());
const row = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .filter((cells) => cells.some((text) => text !== ''));

describe('reading CSV', () => {
  it('reads back what was written, whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom(',' as const, ';' as const),
        async (table, delimiter) => {
          const text = table.map((cells) => csvLine(cells, delimiter)).join('');
          expect((await rowsOf(bytes(text), delimiter)).map(({ cells }) => cells)).toEqual(table);
        },
      ),
      { seed: 20_260_310 },
    );
  });

  it('reads the same rows however the file is cut into chunks', async () => {
    const whole = new TextEncoder().encode('mrn,name\n1,"Müller, Ana"\n2,"two\nlines"\n3,Ünal\n');
    for (let size = 1; size < 9; size += 1) {
      const chunks = [];
      for (let start = 0; start < whole.length; start += size) chunks.push(whole.slice(start, start + size));
      expect((await rowsOf(chunks)).map(({ cells }) => cells.join('|'))).toEqual([
        'mrn|name',
        '1|Müller, Ana',
        '2|two\nlines',
        '3|Ünal',
      ]);
    }
  });

  it('says in which line a row begins', async () => {
    expect((await rowsOf(bytes('a,b\n1,"x\ny"\n2,z\n'))).map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('leaves out blank rows, and reads a byte order mark and Windows line ends', async () => {
    const found = await rowsOf(bytes('\uFEFFa,b\r\n\r\n1,2\r\n , \r\n,,,\r\n3,4\r\n'));
    expect(found.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('says why a file is no table', async () => {
    expect((await failureOf([new Uint8Array([0x61, 0xe9, 0x62])])).reason).toBe('not-utf-8');
    expect((await failureOf([new Uint8Array([0x61, 0xc3])])).reason).toBe('not-utf-8');
    expect((await failureOf(bytes('a\0b'))).reason).toBe('no-text');
    expect(await failureOf(bytes('a,b\n1,"x"y\n'))).toMatchObject({ reason: 'broken-quotes', line: 2 });
    expect((await failureOf(bytes('a,b\n1,"never closed\n'))).reason).toBe('broken-quotes');
    const long = new TextEncoder().encode(`a\n"${'x'.repeat(5_000_000)}`);
    expect((await failureOf([long])).reason).toBe('row-too-long');
  });

  it('needs a header with different names', async () => {
    await expect(readTable(bytes(''), ',')).rejects.toMatchObject({ reason: 'no-header' });
    await expect(readTable(bytes('a,b,a\n1,2,3\n'), ',')).rejects.toMatchObject({
      reason: 'repeated-column',
    });
    const { columns, rows } = await readTable(bytes(' a , b \n1,2\n'), ',');
    expect(columns).toEqual(['a', 'b']);
    expect((await rows.next()).value).toEqual({ line: 2, cells: ['1', '2'] });
  });
});

describe('writing CSV', () => {
  const formula = /^[\s\u200B\uFEFF]*[=+\-@]/;

  it('leaves no cell that a spreadsheet would run', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      ' =',
      '\u00A0+',
      '\n=',
      '\u200B@',
      '\uFF1D',
    );
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        expect(inertCell(first + rest)).toBe(`'${first}${rest}`);
      }),
      { seed: 20_260_310 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(formula.test(inertCell(text))).toBe(false);
      }),
      { seed: 20_260_310 },
    );
  });

  it('leaves ordinary words and numbers alone', () => {
    for (const text of ['', 'PHQ-9', '12', 'a=b', 'The total is 12.']) expect(inertCell(text)).toBe(text);
  });
});
