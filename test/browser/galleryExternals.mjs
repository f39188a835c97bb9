/** The dialog «Внешние консультанты» for the gallery: long names, a project over its limit, paid and archived ones, nothing, a refusal. */

import { button, fails, hangs, no, ok, rest } from './galleryActs.mjs'

const line = (id, start, organisation, expert, minutes, rate, more = {}) => ({
  ref: { id, row: id - 41000, version: 4, clientId: 7 },
  start,
  organisation,
  expert,
  minutes,
  rate,
  due: ((rate ?? 0) * minutes) / 60,
  paidAt: null,
  paidBy: '',
  archived: false,
  ...more,
})
const of = (project, limit, counted, consultations) => {
  const sum = (lines) => lines.reduce((all, { due }) => all + due, 0)
  const paid = sum(consultations.filter(({ paidAt }) => paidAt !== null))
  const minutes = consultations.reduce((all, one) => all + one.minutes, 0)
  return { project, held: consultations.length, counted, limit, minutes, due: sum(consultations), paid, consultations }
}
const longest = 'Автономная некоммерческая организация социальной поддержки населения «Маяк надежды Приморского района»'

const paid = { paidAt: '2026-11-20T10:00', paidBy: 'Константинопольская Александра Владиславовна' }

export const month = {
  month: '2026-11',
  projects: [
    of('Ресурсный центр НКО', 12, 5, [
      line(41640, '2026-11-05T09:00', longest, 'Носов П. А.', 60, 1500, paid),
      line(41652, '2026-11-10T10:00', 'Фонд «Поморье»', 'Носов П. А.', 45, 1500),
      line(41671, '2026-11-16T14:00', 'ТОС «Верхняя Тойма»', 'Преображенская-Константинопольская Е. Ю.', 90, 1850),
      line(41690, '2026-11-19T11:00', 'РОО «Дорога к храму»', 'Щукин К. Л.', 50, null),
    ]),
    of('Школа социального проектирования для некоммерческих организаций Архангельской области', 2, 4, [
      line(41644, '2026-11-06T17:00', 'Совет ветеранов «Старый мост»', 'Фомина Л. К.', 60, 1200),
      line(41660, '2026-11-12T12:00', 'МБУ «Особый мир»', 'Фомина Л. К.', 30, 1200, { archived: true }),
      line(41688, '2026-11-18T15:00', longest, 'Фомина Л. К.', 60, 1200),
    ]),
    of('Добрый Север', 0, 1, [line(41699, '2026-11-20T16:00', 'ИП Мезенцева', 'Щукин К. Л.', 75, 1000)]),
  ],
}
export const paidRefs = month.projects[0].consultations.slice(1).map(({ ref }) => ref)

const me = { email: 'ep2@example.org', name: 'Соколов Илья Петрович', initials: '', roles: ['projectManager'] }
const data = { view: 'externals', me }
const narrow = { width: 700, height: 640 }
const pickAll = (page) => page.getByLabel('Все неоплаченные: Ресурсный центр НКО').check()
const pay = button(/^Отметить/)

export const screens = {
  externals: { data },
  'externals-narrow': { data, size: narrow, does: [rest(80), pickAll] },
  'externals-paid': { data, does: [rest(80), pickAll, pay, rest(100)] },
  'externals-busy': { data, does: [rest(80), pickAll, pay], answers: { 'external/pay': hangs } },
  'externals-empty': { data, answers: { 'external/list': ok({ month: '2026-11', projects: [] }) } },
  'externals-refused': {
    data,
    size: narrow,
    does: [rest(80), pickAll, pay, rest(100)],
    answers: {
      'external/pay': no('Сделка № 41652 давно закрыта и стоит в архиве 2026: её можно только читать.', { code: 'dealArchived' }),
    },
  },
  'externals-lost': { data, answers: { 'external/list': fails } },
  'externals-print': { data, does: [rest(80), (page) => page.emulateMedia({ media: 'print' })], full: true },
}
