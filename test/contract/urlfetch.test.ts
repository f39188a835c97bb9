/** UrlFetchApp as Google describes it, answered by a handler. */
import { newPlanfix } from '../../emulator/partners/planfixState'
import type { FetchRequest } from '../../emulator/run/host'
import { owner, probe, probeError, probeRecord, probeWorld } from './probe'

describe('UrlFetchApp', () => {
  test('documented: method, headers and payload reach the other side; the answer comes back', () => {
    const seen: FetchRequest[] = []
    const world = probeWorld({
      fetchHandler: (request) => {
        seen.push(request)
        return { code: 201, headers: { 'Content-Type': 'application/json' }, body: '{"id":"я"}' }
      },
    })
    const answer = probe(world, () => {
      const response = UrlFetchApp.fetch('https://planfix.example/rest/task/', {
        method: 'post',
        contentType: 'application/json',
        headers: { Authorization: 'Bearer x' },
        payload: JSON.stringify({ name: 'задача' }),
      })
      return [response.getResponseCode(), JSON.parse(response.getContentText()), response.getHeaders()]
    })
    expect(answer).toEqual([201, { id: 'я' }, { 'Content-Type': 'application/json' }])
    expect(seen).toEqual([
      {
        url: 'https://planfix.example/rest/task/',
        method: 'post',
        headers: { Authorization: 'Bearer x' },
        contentType: 'application/json',
        payload: '{"name":"задача"}',
      },
    ])
  })

  test('documented: an object as payload is a form', () => {
    const world = probeWorld({
      fetchHandler: (request) => ({ code: 200, body: `${request.method} ${request.contentType} ${request.payload}` }),
    })
    const code = (): string => UrlFetchApp.fetch('https://a.example/', { payload: { a: '1', b: 'x y' } }).getContentText()
    expect(probe(world, code)).toBe('post application/x-www-form-urlencoded a=1&b=x+y')
  })

  test('observed: a failure throws unless muted', () => {
    const world = probeWorld({ fetchHandler: () => ({ code: 404, body: 'no such page' }) })
    expect(probeError(world, () => UrlFetchApp.fetch('https://a.example/page'))).toBe(
      'Exception: Request failed for https://a.example returned code 404. Truncated server response: no such page (use muteHttpExceptions option to examine full response)',
    )
    expect(probe(world, () => UrlFetchApp.fetch('https://a.example/page', { muteHttpExceptions: true }).getResponseCode())).toBe(404)
  })

  test('observed: nobody there', () => {
    expect(probeError(probeWorld(), () => UrlFetchApp.fetch('https://a.example/'))).toBe(
      'Exception: Address unavailable: https://a.example/',
    )
  })

  test('documented: fetchAll asks in parallel: one call, one latency, each against the quota', () => {
    const world = probeWorld({ fetchHandler: ({ url }) => ({ code: 200, body: url }) })
    const record = probeRecord(world, () =>
      UrlFetchApp.fetchAll(['https://a.example/', { url: 'https://b.example/' }]).map((response) => response.getContentText()),
    )
    expect(record.value).toEqual(['https://a.example/', 'https://b.example/'])
    expect(record.calls.map((call) => [call.name, call.modelledMs])).toEqual([['UrlFetchApp.fetchAll', 175]])
    expect(world.state.quotas.accounts?.[owner]?.urlFetch?.used).toBe(2)
  })

  const lengthOf = (url: string): number => UrlFetchApp.fetch(url).getContentText().length

  test('documented: an address of more than 2 KB is refused; the longest is kept', () => {
    const world = probeWorld({ fetchHandler: ({ url }) => ({ code: 200, body: url }) })
    const address = (chars: number): string => `https://a.example/?q=${'x'.repeat(chars - 21)}`
    expect(probe(world, lengthOf, { argument: address(2048) })).toBe(2048)
    expect(probeError(world, lengthOf, { argument: address(2049) })).toBe('Exception: Limit Exceeded: URLFetch URL Length.')
    expect(world.state.longestAddress?.fetch).toBe(2049)
  })

  test.each([
    ['documented: another choice of redirects', 'followRedirects false', { followRedirects: false }],
    ['documented: unchecked certificates', 'validateHttpsCertificates false', { validateHttpsCertificates: false }],
    ['an option nobody knows', 'option "timeout"', { timeout: 5 }],
  ])('%s is not emulated, and says so', (_name, words, argument) => {
    const code = (options: object): unknown => UrlFetchApp.fetch('https://a.example/', options).getContentText()
    expect(probeError(probeWorld(), code, { argument })).toBe(`Error: UrlFetchApp.fetch ${words} is not emulated`)
  })

  test.each([
    ['documented: a silent server is waited for six minutes', 360, {}],
    ['documented: or as long as told', 20, { timeoutSeconds: 20 }],
  ])('%s', (_name, seconds, argument) => {
    const world = probeWorld()
    world.state.partners = { planfix: newPlanfix({ host: 'centre.planfix.ru', token: 't', latencyMs: 3_600_000 }) }
    const code = (options: object): unknown => UrlFetchApp.fetch('https://centre.planfix.ru/rest/task/1', options).getContentText()
    const record = probeRecord(world, code, { argument })
    expect(record.calls[0]).toMatchObject({ modelledMs: seconds * 1000 + 175, error: 'Timeout: https://centre.planfix.ru/rest/task/1' })
  })
})
