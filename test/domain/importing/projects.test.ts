/** «Проекты» (T2, T3, C7): the file and the sheet kept by hand. */

import { readProjects } from '../../../src/domain/importing/projects'
import { drawnTable, sampleTable } from '../../fixtures/sampleTable'

test('the sample file is read whole', () => {
  const { projects, issues } = readProjects(sampleTable('projects.csv'))
  expect(issues).toEqual([])
  expect(projects).toHaveLength(6)
  expect(projects[0]).toEqual({
    name: 'Ресурсный центр НКО',
    managerEmail: 'ep2@example.org',
    externals: true,
    externalLimitPerMonth: 12,
  })
})

test('columns may stand in any order, cells may be numbers and checkboxes', () => {
  const headings = ['лимит внешних в месяц', 'Внешние эксперты', 'Проект', 'Руководитель (e-mail)']
  const { projects, issues } = readProjects({ fileName: 'Проекты', headings, rows: [[6, true, 'Активное село', 'ub1@example.org']] })
  expect(issues).toEqual([])
  expect(projects).toEqual([{ name: 'Активное село', managerEmail: 'ub1@example.org', externals: true, externalLimitPerMonth: 6 }])
})

test('every cell that cannot be read is named', () => {
  const table = drawnTable(
    'Проекты',
    `
    Проект       | Руководитель (e-mail) | Внешние эксперты | Лимит внешних в месяц
    Добрый Север | Воронцова             | может быть       | 2,5
                 | no4@example.org       | нет              | 0
    добрый север | no4@example.org       | нет              |`,
  )
  const { projects, issues } = readProjects(table)
  expect(issues.map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual([
    '2 Руководитель (e-mail): «Воронцова» не похоже на адрес',
    '2 Внешние эксперты: «может быть»: нужно «да» или «нет»',
    '2 Лимит внешних в месяц: «2,5» не целое число',
    '3 Проект: нет названия, строка не загружается',
    '4 Проект: проект «добрый север» уже есть, строка не загружается',
  ])
  expect(projects).toEqual([{ name: 'Добрый Север', managerEmail: '', externals: false, externalLimitPerMonth: 0 }])
})
