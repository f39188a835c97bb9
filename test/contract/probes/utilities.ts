/** Probes of Utilities: dates in Java's way, bytes, CSV. */
import { type AnyProbe, probeOf } from './kinds'

type Moment = readonly [iso: string, zone: string, pattern: string]

const dates: readonly (readonly [...Moment, expect: string])[] = [
  ['2026-11-23T06:05:09.007Z', 'Europe/Moscow', 'yyyy-MM-dd HH:mm:ss.SSS', '2026-11-23 09:05:09.007'],
  ['2026-11-23T21:30:00Z', 'Europe/Moscow', "dd.MM.yyyy 'в' HH:mm", '24.11.2026 в 00:30'],
  ['2026-11-23T06:00:00Z', 'Asia/Yekaterinburg', "yyyy-MM-dd'T'HH:mm:ssXXX", '2026-11-23T11:00:00+05:00'],
  ['2026-11-23T06:00:00Z', 'GMT', "yyyy-MM-dd'T'HH:mm:ssXXX", '2026-11-23T06:00:00Z'],
  ['2026-11-23T06:00:00Z', 'GMT+3', 'HH:mm Z', '09:00 +0300'],
  ['2026-11-22T06:00:00Z', 'Europe/Moscow', 'u EEE EEEE', '7 Sun Sunday'],
  ['2026-12-31T06:00:00Z', 'Europe/Moscow', 'YYYY yyyy yy', '2027 2026 26'],
  ['2026-03-05T15:04:00Z', 'Europe/Moscow', 'd MMM MMMM h:mm a D', '5 Mar March 6:04 PM 64'],
  ['2026-03-05T15:04:00Z', 'Europe/Moscow', "h 'o''clock' ''", "6 o'clock '"],
  ['1969-12-31T23:59:59.999Z', 'GMT', 'yyyy SSS', '1969 999'],
  ['2026-07-01T12:00:00Z', 'America/New_York', 'HH:mm Z', '08:00 -0400'],
  ['2026-11-23T06:00:00Z', 'Europe/Moscow', 'z zzzz', 'MSK Moscow Standard Time'],
  ['2026-11-23T06:00:00Z', 'GMT+3', 'z', 'GMT+03:00'],
  ['2026-11-23T06:00:00Z', 'Europe/Moscow', 'W F w', '4 4 48'],
  ['2026-11-29T06:00:00Z', 'Europe/Moscow', 'W F', '5 5'],
]

const refusals: readonly (readonly [label: AnyProbe['label'], name: string, ...Moment, expect: string])[] = [
  ['assumed', 'an unknown zone', '2026-11-23T06:00:00Z', 'Europe/Nowhere', 'HH', 'Exception: Invalid argument: timeZone'],
  ['observed', 'no zone', '2026-11-23T06:00:00Z', '', 'HH', 'Exception: Invalid argument: timeZone. Should be of type: String'],
  ['documented', 'an unknown letter', '2026-11-23T06:00:00Z', 'GMT', 'bb', "Exception: Illegal pattern character 'b'"],
  ['assumed', 'no date', 'never', 'GMT', 'HH', 'Exception: Invalid argument: date'],
]

const formats = dates.map(([iso, zone, pattern, expect]) =>
  probeOf<Moment>({
    name: `formatDate: ${iso} in ${zone} as ${pattern}`,
    label: 'documented',
    needs: [],
    given: [iso, zone, pattern],
    run: (_scratch, [at, inZone, by]) => Utilities.formatDate(new Date(at), inZone, by),
    expect,
  }),
)

const refused = refusals.map(([label, name, iso, zone, pattern, expect]) =>
  probeOf<Moment>({
    name: `formatDate: ${name}`,
    label,
    needs: [],
    given: [iso, zone, pattern],
    run: (_scratch, [at, inZone, by], { failure }) => failure(() => Utilities.formatDate(new Date(at), inZone, by)),
    expect,
  }),
)

export const utilities: readonly AnyProbe[] = [
  ...formats,
  ...refused,
  {
    name: 'formatString fills in text, whole numbers and decimals',
    label: 'documented',
    needs: [],
    run: () => Utilities.formatString('%s: %d из 100 %%, %.2f', 'Анна', 7, 1.5),
    expect: 'Анна: 7 из 100 %, 1.50',
  },
  {
    name: 'digests are signed bytes',
    label: 'documented',
    needs: [],
    run: () => Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a'),
    expect: [12, -63, 117, -71, -64, -15, -74, -88, 49, -61, -103, -30, 105, 119, 38, 97],
  },
  {
    name: 'HMAC-SHA256 of the known example, with a charset',
    label: 'documented',
    needs: [],
    run: () => {
      const bytes = Utilities.computeHmacSha256Signature('The quick brown fox jumps over the lazy dog', 'key', Utilities.Charset.UTF_8)
      return bytes.map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0')).join('')
    },
    expect: 'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
  },
  {
    name: 'a string without a charset is US-ASCII, so a Cyrillic letter is «?»',
    label: 'observed',
    needs: [],
    run: () => [
      Utilities.base64Encode('я'),
      Utilities.base64Encode('я', Utilities.Charset.UTF_8),
      Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'я').join() ===
        Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?').join(),
    ],
    expect: ['Pw==', '0Y8=', true],
  },
  {
    name: 'base64 there and back, also web-safe',
    label: 'documented',
    needs: [],
    run: () => [
      Utilities.base64Decode('0Y8='),
      Utilities.base64EncodeWebSafe([-5, -1, -2]),
      Utilities.newBlob(Utilities.base64DecodeWebSafe('-__-')).getBytes(),
      Utilities.newBlob(Utilities.base64Decode('0Y8=')).getDataAsString(),
    ],
    expect: [[-47, -113], '-__-', [-5, -1, -2], 'я'],
  },
  {
    name: 'a blob has bytes, type and name',
    label: 'documented',
    needs: [],
    run: () => {
      const blob = Utilities.newBlob('да', 'text/plain', 'a.txt').setName('b.txt')
      return [blob.getName(), blob.getContentType(), blob.getDataAsString(), blob.getBytes().length]
    },
    expect: ['b.txt', 'text/plain', 'да', 4],
  },
  {
    name: 'a blob of text is text/plain, one of bytes has no type',
    label: 'observed',
    needs: [],
    run: () => [Utilities.newBlob('x').getContentType(), Utilities.newBlob([1]).getContentType()],
    expect: ['text/plain', null],
  },
  {
    name: 'CSV with quotes and another delimiter',
    label: 'documented',
    needs: [],
    run: () => [Utilities.parseCsv('a,"b ""c"", d"\n1,2\n'), Utilities.parseCsv('a;б', ';')],
    expect: [
      [
        ['a', 'b "c", d'],
        ['1', '2'],
      ],
      [['a', 'б']],
    ],
  },
]
