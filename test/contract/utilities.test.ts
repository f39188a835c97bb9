/** Utilities as Google describes them. */
import { probe, probeError, probeRecord, probeWorld } from './probe'

const format = ([iso, zone, pattern]: [string, string, string]): string => Utilities.formatDate(new Date(iso), zone, pattern)

describe('Utilities.formatDate', () => {
  test.each([
    ['2026-11-23T06:05:09.007Z', 'Europe/Moscow', 'yyyy-MM-dd HH:mm:ss.SSS', '2026-11-23 09:05:09.007'],
    ['2026-11-23T21:30:00Z', 'Europe/Moscow', "dd.MM.yyyy 'в' HH:mm", '24.11.2026 в 00:30'],
    ['2026-11-23T06:00:00Z', 'Asia/Yekaterinburg', "yyyy-MM-dd'T'HH:mm:ssXXX", '2026-11-23T11:00:00+05:00'],
    ['2026-11-23T06:00:00Z', 'GMT', "yyyy-MM-dd'T'HH:mm:ssXXX", '2026-11-23T06:00:00Z'],
    ['2026-11-23T06:00:00Z', 'GMT+3', 'HH:mm Z', '09:00 +0300'],
    ['2026-11-22T06:00:00Z', 'Europe/Moscow', 'u EEE EEEE', '7 Sun Sunday'],
    ['2026-11-23T06:00:00Z', 'Europe/Moscow', 'u', '1'],
    ['2026-12-31T06:00:00Z', 'Europe/Moscow', 'YYYY yyyy yy', '2027 2026 26'],
    ['2026-03-05T15:04:00Z', 'Europe/Moscow', 'd MMM MMMM h:mm a D', '5 Mar March 6:04 PM 64'],
    ['2026-03-05T15:04:00Z', 'Europe/Moscow', "h 'o''clock' ''", "6 o'clock '"],
    ['1969-12-31T23:59:59.999Z', 'GMT', 'yyyy SSS', '1969 999'],
    ['2026-07-01T12:00:00Z', 'America/New_York', 'HH:mm Z', '08:00 -0400'],
    ['2026-11-23T06:00:00Z', 'Europe/Moscow', 'z zzzz', 'MSK Moscow Standard Time'],
    ['2026-11-23T06:00:00Z', 'GMT', 'z', 'GMT'],
    ['2026-11-23T06:00:00Z', 'GMT+3', 'z', 'GMT+03:00'],
    ['2026-11-23T06:00:00Z', 'Europe/Moscow', 'W F w', '4 4 48'],
    ['2026-11-01T06:00:00Z', 'Europe/Moscow', 'W F', '1 1'],
    ['2026-11-29T06:00:00Z', 'Europe/Moscow', 'W F', '5 5'],
  ])('documented: %s in %s as %s', (iso, zone, pattern, text) => {
    expect(probe(probeWorld(), format, { argument: [iso, zone, pattern] })).toBe(text)
  })

  test.each([
    ['assumed: an unknown zone', 'Invalid argument: timeZone', ['2026-11-23T06:00:00Z', 'Europe/Nowhere', 'HH']],
    ['observed: no zone at all', 'Invalid argument: timeZone. Should be of type: String', ['2026-11-23T06:00:00Z', '', 'HH']],
    ['documented: an unknown letter', "Illegal pattern character 'b'", ['2026-11-23T06:00:00Z', 'GMT', 'bb']],
    ['assumed: no date', 'Invalid argument: date', ['never', 'GMT', 'HH']],
  ])('%s', (_name, message, argument) => {
    expect(probeError(probeWorld(), format, { argument })).toBe(`Exception: ${message}`)
  })
})

test('assumed: or GMT stands for a zone nobody knows', () => {
  const world = probeWorld({ platform: { unknownZone: 'gmt' } })
  expect(probe(world, format, { argument: ['2026-11-23T06:00:00Z', 'Москва', 'HH:mm'] })).toBe('06:00')
})

test('the letter z in a zone whose name is not known here is not emulated', () => {
  const argument = ['2026-11-23T06:00:00Z', 'America/New_York', 'z']
  expect(probeError(probeWorld(), format, { argument })).toBe('Error: Utilities.formatDate letter "z" in America/New_York is not emulated')
})

describe('Utilities: bytes', () => {
  test('documented: digests are signed bytes', () => {
    const answer = probe(probeWorld(), () => Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a'))
    expect(answer).toEqual([12, -63, 117, -71, -64, -15, -74, -88, 49, -61, -103, -30, 105, 119, 38, 97])
  })

  test('documented: HMAC-SHA256 of the known example, with a charset', () => {
    const answer = probe(probeWorld(), () => {
      const bytes = Utilities.computeHmacSha256Signature('The quick brown fox jumps over the lazy dog', 'key', Utilities.Charset.UTF_8)
      return bytes.map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0')).join('')
    })
    expect(answer).toBe('f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8')
  })

  test('observed: a string without a charset is US-ASCII, so a Cyrillic letter is «?»', () => {
    const answer = probe(probeWorld(), () => [
      Utilities.base64Encode('я'),
      Utilities.base64Encode('я', Utilities.Charset.UTF_8),
      Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'я').join() ===
        Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?').join(),
    ])
    expect(answer).toEqual(['Pw==', '0Y8=', true])
  })

  test('documented: base64 there and back, also web-safe', () => {
    const answer = probe(probeWorld(), () => [
      Utilities.base64Decode('0Y8='),
      Utilities.base64EncodeWebSafe([-5, -1, -2]),
      Utilities.newBlob(Utilities.base64DecodeWebSafe('-__-')).getBytes(),
      Utilities.newBlob(Utilities.base64Decode('0Y8=')).getDataAsString(),
    ])
    expect(answer).toEqual([[-47, -113], '-__-', [-5, -1, -2], 'я'])
  })

  test('documented: a blob has bytes, type and name', () => {
    const answer = probe(probeWorld(), () => {
      const blob = Utilities.newBlob('да', 'text/plain', 'a.txt').setName('b.txt')
      return [blob.getName(), blob.getContentType(), blob.getDataAsString(), blob.getBytes().length]
    })
    expect(answer).toEqual(['b.txt', 'text/plain', 'да', 4])
  })

  test('observed: a blob of text is text/plain, one of bytes has no type', () => {
    expect(probe(probeWorld(), () => [Utilities.newBlob('x').getContentType(), Utilities.newBlob([1]).getContentType()])).toEqual([
      'text/plain',
      null,
    ])
  })
})

describe('Utilities: the rest', () => {
  test('documented: CSV with quotes and another delimiter', () => {
    const answer = probe(probeWorld(), () => [Utilities.parseCsv('a,"b ""c"", d"\n1,2\n'), Utilities.parseCsv('a;б', ';')])
    expect(answer).toEqual([
      [
        ['a', 'b "c", d'],
        ['1', '2'],
      ],
      [['a', 'б']],
    ])
  })

  test('documented: a UUID; the same world gives the same one', () => {
    const uuid = (): string => Utilities.getUuid()
    const first = probe(probeWorld(), uuid)
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(probe(probeWorld(), uuid)).toBe(first)
    expect(probe(probeWorld(), () => new Set([Utilities.getUuid(), Utilities.getUuid()]).size)).toBe(2)
  })

  test('documented: sleep takes its time, five minutes at most', () => {
    expect(probeRecord(probeWorld(), () => Utilities.sleep(2000)).modelledSeconds).toBe(3)
    expect(probeError(probeWorld(), () => Utilities.sleep(300_001))).toBe('Exception: Invalid argument: milliseconds')
  })
})
