import fc from 'fast-check'

/** Texts that break programs: what people paste, what attackers send, what encodings leave. */
export const strangeStrings: readonly string[] = [
  '',
  ' ',
  '\u00a0',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '👩‍👩‍👧‍👦🇫🇷',
  'é'.normalize('NFD'),
  '\u202eשלום‏ مرحبا',
  '\ufeff',
  '\u2028\r\n\t\u001b[2J',
  'x'.repeat(501),
  'é'.repeat(20_000),
  "'; DROP TABLE customer; --",
  '" OR 1=1 /*',
  '%_\\%',
  'NEAR(* "',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&amp;&#0;]]>',
  '#import "/etc/passwd": *; #read("/etc/passwd")',
  '#{while true {}}',
  '$ sum_(i=0)^n',
  '{{ customer.name }}',
  '{% include "/etc/passwd" %}',
  '{% for i in (1..100000000) %}{{ i }}{% endfor %}',
  '{{',
  '{% if %}',
  '=HYPERLINK("http://x.example","y")',
  '@SUM(1+1)',
  '../../../../etc/passwd',
  'C:\\Windows\\con',
  'a/b\\c:d*e?f"g<h>i|j',
  '.',
  '..',
  '(a+)+$',
  '[',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '1e309',
  '-0',
  '٣',
  '9007199254740993',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '1899-12-31',
  '+275760-09-13',
  '2026-11-22T25:61:61Z',
  'a@b.example, c@d.example\r\nBcc: e@f.example',
]

const strangeNumbers = [
  0,
  -0,
  -1,
  0.1,
  1e-320,
  1e21,
  1e308,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
]

const deep = (levels: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < levels; level++) value = { a: [value] }
  return value
}

/** What no schema of the contract asks for, as far as the transports of the hosts can carry it. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...strangeStrings) },
  { weight: 3, arbitrary: fc.constantFrom(...strangeNumbers) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      [],
      {},
      [[]],
      [null],
      { length: 1e9 },
      10n ** 40n,
      new Date(Number.NaN),
      new Map([[1, 2]]),
      new Set(['a']),
      /(a+)+$/,
      new Uint8Array(3),
      Object.create(null),
      JSON.parse('{"__proto__":{"polluted":true}}'),
    ),
  },
  { weight: 1, arbitrary: fc.constant(new Array(5000).fill('x')) },
  { weight: 1, arbitrary: fc.constant(deep(500)) },
  { weight: 2, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>])),
  },
)

const isPlain = (value: unknown): value is Record<string, unknown> | unknown[] =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)

/** Every place inside a value, the outermost first. */
const placesOf = (value: unknown, path: string[] = []): string[][] =>
  isPlain(value) ? [path, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))] : [path]

const put = (value: unknown, path: readonly string[], strange: unknown, drop: boolean): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return strange
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inside = copy as Record<string, unknown>
  if (drop && rest.length === 0) delete inside[key]
  else inside[key] = put(inside[key], rest, strange, drop)
  return copy
}

/** The same value with one place of it spoilt, or left out. */
export const spoilt = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .record({ value: valid, strange: strangeValue, at: fc.nat(), drop: fc.integer({ min: 0, max: 4 }) })
    .map(({ value, strange, at, drop }) => {
      const inner = placesOf(value).slice(1)
      return put(value, inner[at % inner.length] ?? [], strange, drop === 0)
    })
