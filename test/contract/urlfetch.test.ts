/** UrlFetchApp as Google describes it, answered by a handler. */
import type { FetchRequest } from '../../emulator/run/host'
import { probe, probeError, probeRecord, probeWorld } from './probe'

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
    expect(world.state.quotas.used.urlFetch).toBe(2)
  })
})
