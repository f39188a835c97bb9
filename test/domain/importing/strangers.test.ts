/** Tables that are no export of consultations, and pages that programs name «.xls». */

import { dealGrid } from '../../../src/sidebar/models/dialogs/importFile'
import { readTable } from '../../../src/sidebar/models/page/tableFile'
import { everyPerson, everyProject } from '../../fixtures/imports/office'

const read = (text: string) => dealGrid([readTable('table.csv', text)], { people: everyPerson, projects: everyProject })

test.each([
  [
    'requests for grants',
    'Проект;Тема;Организация;Сумма;Дата заявки;Контакт\nДобро;Социальное проектирование;АНО «Маяк»;100000;01.03.2026;Анна Иванова',
    /гранты/,
  ],
  [
    'requests without money',
    'Проект;Тема;Организация;Дата заявки;Контакт\nДобро;Социальное проектирование;АНО «Маяк»;01.03.2026;Анна Иванова',
    /./,
  ],
  ['a page of a site', '<!DOCTYPE html><html><head><title>Вход</title></head><body>Войдите</body></html>', /страницу сайта/],
  ['a schedule', 'Дата;Время;Консультант;Кабинет\n01.12.2026;10:00;Морозова М. И.;3', /./],
  ['a time sheet', 'Сотрудник;Дата;Часы;Проект\nМорозова М. И.;01.03.2026;8;Ресурсный центр НКО', /./],
  ['a calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:ММ консультация\nEND:VEVENT', /текст/],
])('%s', (_, text, what) => {
  expect(read(text).stranger?.what).toMatch(what)
})

test('a table of a page is read like a workbook', () => {
  const cells = (row: string[]) => `<tr>${row.map((cell) => `<td class="x">${cell}</td>`).join('\n')}</tr>`
  const page = [
    '<html xmlns:x="urn:x"><head><meta charset=windows-1251></head><body><table border=1><tr><td colspan=3>Сделки</td></tr>',
    cells(['ID', 'Стадия сделки', 'Создана', 'Компания', 'Тема', 'Консультант', 'Дата консультации']),
    cells([
      '7',
      'Успешно реализовано',
      '03.08.2026',
      'АНО &laquo;Маяк&raquo; &amp; Ко<br>филиал',
      'Правовые вопросы',
      'Белова С. И.',
      '05.08.2026 14:00',
    ]),
    '</table></body></html>',
  ].join('\n')
  const { stranger, grid, plan } = read(page)
  expect(stranger).toBeNull()
  expect(plan.headingRow).toBe(1)
  expect(grid.rows[0]).toEqual(['Сделки', '', ''])
  expect(grid.rows[2]?.[3]).toBe('АНО «Маяк» & Ко\nфилиал')
})
