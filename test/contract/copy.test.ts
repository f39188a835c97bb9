/** «Файл → Создать копию», and writes that installed triggers are told of. */
import type { TriggerState, World } from '../../emulator/world/types'
import { colleague, owner, probe, probeWorld } from './probe'

const setUp = (calendarId: string): void => {
  SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('Сделка')
  PropertiesService.getScriptProperties().setProperty('calendarId', calendarId)
  PropertiesService.getUserProperties().setProperty('secret', 'x')
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create()
}

const look = (): unknown => [
  SpreadsheetApp.getActiveSpreadsheet().getName(),
  SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue(),
  PropertiesService.getScriptProperties().getKeys(),
  PropertiesService.getUserProperties().getKeys(),
  ScriptApp.getProjectTriggers().length,
  ScriptApp.getService().getUrl(),
]

const ids = (): string[] => [SpreadsheetApp.getActiveSpreadsheet().getId(), ScriptApp.getScriptId()]

describe('a copy of the spreadsheet', () => {
  const office = (): World => {
    const world = probeWorld()
    probe(world, setUp, { argument: 'any' })
    return world
  }

  test('observed: carries code and sheets, not triggers; as others tell: not properties, not deployments', () => {
    const copy = office().copySpreadsheet()
    expect(probe(copy, look)).toEqual(['Копия Консультации', 'Сделка', [], [], 0, null])
    expect(copy.advanceTo(copy.state.now + 3_600_000)).toEqual([])
  })

  test('documented: it is another file with another script, and belongs to who made it', () => {
    const world = office()
    const copy = world.copySpreadsheet({ by: colleague })
    const [before, after] = [probe(world, ids) as string[], probe(copy, ids) as string[]]
    expect(after.filter((id) => before.includes(id))).toEqual([])
    expect(after[1]).toHaveLength(57)
    expect([copy.state.owner, world.state.owner]).toEqual([colleague, owner])
  })

  test('what is written in one is not in the other, but calendar and letters are the same ones', () => {
    const world = office()
    const copy = world.copySpreadsheet()
    probe(copy, () => {
      SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('учебная')
      MailApp.sendEmail('a@b.ru', 'тема', 'текст')
    })
    expect(probe(world, () => SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue())).toBe('Сделка')
    expect(world.state.letters).toHaveLength(1)
    expect(world.state.calendars).toBe(copy.state.calendars)
  })
})

describe('onChange and what scripts write', () => {
  const change: TriggerState = { uid: 'u1', fn: 'calendarChanged', owner, kind: 'change' }
  const write = (): void => {
    SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x')
  }
  const told = (platform: object): string[] => {
    const world = probeWorld({ platform })
    world.state.triggers.push({ ...change }, { ...change, uid: 'u2', kind: 'edit' })
    probe(world, write)
    return world.advanceTo(world.state.now + 60_000).flatMap(({ logs }) => logs)
  }

  test('documented: they fire nothing', () => {
    expect(told({})).toEqual([])
  })

  test('assumed: an installed onChange may be told all the same, as somebody has seen it; onEdit never is', () => {
    expect(told({ changeOnApiWrites: true })).toEqual([expect.stringContaining('"changeType":"OTHER"')])
  })
})
