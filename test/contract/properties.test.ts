/** PropertiesService by account and entry, and the size of a store; the rest are probes (probes/stores.ts). */
import { colleague, probe, probeError, probeWorld } from './probe'

describe('PropertiesService', () => {
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
})
