/** A world: created, saved, loaded, copied; and what leaves an execution. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SnapshotError } from '../../emulator/world/snapshot'
import { loadWorld, saveWorld } from '../../emulator/world/world'
import { owner, probe, probeRecord, probeWorld } from '../contract/probe'

const options = { distFolder: resolve(__dirname, '../fixtures/bundles/probe'), owner }
const folder = (): string => mkdtempSync(join(tmpdir(), 'world-'))
const setProperty = (value: string): void => {
  PropertiesService.getScriptProperties().setProperty('key', value)
}

describe('snapshot', () => {
  test('a saved world goes on where it was, and no temporary file stays', () => {
    const path = join(folder(), 'world.json')
    const world = probeWorld()
    probe(world, setProperty, { argument: 'значение' })
    saveWorld(world, path)
    const loaded = loadWorld(path, options)
    expect(loaded.state).toEqual(JSON.parse(JSON.stringify(world.state)))
    expect(probe(loaded, () => PropertiesService.getScriptProperties().getProperty('key'))).toBe('значение')
    expect(readdirSync(join(path, '..'))).toEqual(['world.json'])
  })

  test.each([
    ['notJson', '{"formatVersion": 1, "now"', 'это не JSON'],
    ['unknownFormat', '{"formatVersion": 7}', 'неизвестном формате (7)'],
    ['unknownFormat', '[]', 'неизвестном формате'],
    ['incomplete', '{"formatVersion": 1}', 'нет части «spreadsheets»'],
  ])('%s is refused with a sentence', (problem, text, sentence) => {
    const path = join(folder(), 'world.json')
    writeFileSync(path, text)
    const load = (): unknown => loadWorld(path, options)
    expect(load).toThrow(SnapshotError)
    expect(load).toThrow(expect.objectContaining({ problem, message: expect.stringContaining(sentence) }))
  })

  test('an absent file is refused likewise', () => {
    expect(() => loadWorld('/nowhere/world.json', options)).toThrow(expect.objectContaining({ problem: 'unreadable' }))
  })

  test('a fork is independent', () => {
    const world = probeWorld()
    const fork = world.fork()
    probe(fork, setProperty, { argument: 'x' })
    expect(world.state.properties.script).toEqual({})
    expect(fork.state.properties.script).toEqual({ key: 'x' })
  })
})

describe('documented: what google.script.run brings back', () => {
  test.each<[string, () => unknown, unknown]>([
    ['undefined is null', () => undefined, null],
    ['plain data are copied', () => ({ a: [1, 'б', true, null] }), { a: [1, 'б', true, null] }],
    ['a Date anywhere makes the whole answer null', () => ({ a: 1, deep: [{ at: new Date() }] }), null],
    ['so do a Map', () => [new Map()], null],
    ['a Set', () => [new Set()], null],
    ['a function', () => ({ f: () => 1 }), null],
    ['and a service object', () => ({ service: PropertiesService.getScriptProperties() }), null],
  ])('%s', (_name, code, value) => {
    const record = probeRecord(probeWorld(), code)
    expect(record.error).toBeNull()
    expect(record.value).toEqual(value)
  })

  test('a Date in an argument fails before the call', () => {
    const record = probeWorld().invoke({ fn: 'probe', entry: 'rpc', user: owner, args: [new Date(0)] })
    expect(record.error?.message).toBe('Failed due to illegal value in property: 0')
    expect(record.calls).toEqual([])
  })
})

describe('documented: what a web app may answer', () => {
  const get = (kind: string) =>
    probeWorld().invoke({ fn: 'doGet', entry: 'webGet', user: 'guest@mail.ru', args: [{ parameter: { kind } }] })

  test('text with its type', () => {
    expect(get('text').value).toEqual({ kind: 'text', content: '{"ok":true}', title: '', mimeType: 'application/json' })
  })

  test('a page; the caller has no e-mail', () => {
    expect(get('html').value).toEqual({
      kind: 'html',
      content: '<html><head></head><body></body></html>',
      title: 'Отзыв',
      mimeType: 'text/html',
    })
  })

  test('nothing else', () => {
    expect(get('object').error?.message).toBe('The script completed but the returned value is not a supported return type.')
  })
})
