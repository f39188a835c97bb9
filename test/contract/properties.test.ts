/** PropertiesService as Google describes it. */
import { colleague, probe, probeError, probeWorld } from './probe'

const text = (length: number): string => 'a'.repeat(length)

describe('PropertiesService', () => {
  test('documented: values are strings, a missing one is null', () => {
    const answer = probe(probeWorld(), () => {
      const store = PropertiesService.getScriptProperties()
      store.setProperties({ a: '1', b: 'два' }).setProperty('c', 3 as unknown as string)
      store.deleteProperty('a')
      return [store.getProperty('a'), store.getProperty('c'), store.getProperties(), store.getKeys()]
    })
    expect(answer).toEqual([null, '3', { b: 'два', c: '3' }, ['b', 'c']])
  })

  test('documented: setProperties with deleteAllOthers leaves only the given ones', () => {
    const answer = probe(probeWorld(), () => {
      const store = PropertiesService.getScriptProperties()
      return store.setProperties({ a: '1' }).setProperties({ b: '2' }, true).getProperties()
    })
    expect(answer).toEqual({ b: '2' })
  })

  test("documented: user properties are each person's own", () => {
    const world = probeWorld()
    const set = (): unknown => PropertiesService.getUserProperties().setProperty('k', 'mine').getKeys()
    probe(world, set)
    expect(probe(world, () => PropertiesService.getUserProperties().getProperty('k'), { user: colleague })).toBeNull()
    expect(probe(world, () => PropertiesService.getUserProperties().getProperty('k'))).toBe('mine')
  })

  test('documented: a web app has no document', () => {
    const world = probeWorld()
    const code = (): string => String(PropertiesService.getDocumentProperties() === null)
    expect(probe(world, code)).toBe('false')
    const record = world.invoke({
      fn: 'probe',
      entry: 'webGet',
      user: '',
      args: ['() => ContentService.createTextOutput(String(PropertiesService.getDocumentProperties()))'],
    })
    expect(record.value).toMatchObject({ content: 'null' })
  })

  test('documented: a value takes at most 9 KB', () => {
    const set = (value: string): void => {
      PropertiesService.getScriptProperties().setProperty('k', value)
    }
    const world = probeWorld()
    expect(probeError(world, set, { argument: text(9 * 1024) })).toBe('no error')
    expect(probeError(world, set, { argument: text(9 * 1024 + 1) })).toBe('Exception: Argument too large: value')
    expect(probeError(world, set, { argument: 'я'.repeat(5 * 1024) })).toBe('Exception: Argument too large: value')
  })

  test('observed: a store over 500 KB refuses', () => {
    const fill = (): void => {
      for (let i = 0; i < 60; i++) PropertiesService.getScriptProperties().setProperty(`k${i}`, 'a'.repeat(9000))
    }
    const world = probeWorld()
    expect(probeError(world, fill)).toBe(
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    )
    expect(Object.keys(world.state.properties.script).length).toBe(56)
  })

  test('observed: null is no value', () => {
    const code = (): unknown => PropertiesService.getScriptProperties().setProperty('k', null as unknown as string)
    expect(probeError(probeWorld(), code)).toBe(
      "Exception: The parameters (String,null) don't match the method signature for PropertiesService.Properties.setProperty.",
    )
  })
})
