/** The dialog «Отчёт» for the gallery: an ordinary month, an approved one, an empty one, letters. */

export const director = { email: 'director@example.org', name: 'Михайлова Марина Евгеньевна', initials: '', roles: ['director'] }

const totals = [
  ['Проведено консультаций', 142, 138, 120],
  ['Минут', 8310, 7980, 7020],
  ['Клиентов', 97, 101, 88],
  ['Новых клиентов', 12, 9, 17],
  ['Своими консультантами', 129, 125, 120],
  ['Внешними консультантами', 13, 13, 0],
  ['Отзывов с оценкой', 21, 18, 11],
  ['Средняя оценка', 4.81, 4.72, null],
  ['Отзыв запрошен, без ответа', 6, 4, 2],
  ['Неуспешных заявок', 11, 9, 14],
].map(([title, now, before, yearBefore]) => ({ title, now, before, yearBefore, approved: null }))

const waiting = { over: true, approved: null, approvedBy: '', corrections: [], told: null, published: null, link: '' }

export const monthPreview = {
  title: 'ноябрь 2026',
  from: '2026-11-01',
  until: '2026-11-30',
  totals,
  topics: [
    { title: 'Социальное проектирование', count: 41 },
    { title: 'Бухгалтерские и финансовые вопросы', count: 27 },
    { title: 'Управление проектом и отчетность', count: 22 },
  ],
  held: 142,
  done: waiting,
  pr: {
    site: 'В ноябре 2026 года в центре «Ресурсный центр НКО» проведено 142 консультации для 97 организаций, всего 138,5 часа. Чаще всего спрашивали: «Социальное проектирование» (41), «Бухгалтерские и финансовые вопросы» (27), «Управление проектом и отчетность» (22). Нужна консультация? Запишитесь на сайте или по телефону.',
    social:
      'Проведено 142 консультации в ноябре 2026 года!\nЭто 138,5 часа и 97 организаций.\nО чём спрашивали чаще: «Социальное проектирование» (41), «Бухгалтерские и финансовые вопросы» (27).\nНужна консультация? Запишитесь на сайте или по телефону.',
  },
}

export const approvedMonth = {
  ...monthPreview,
  totals: totals.map((line, at) => ({ ...line, approved: at === 0 ? 141 : at === 1 ? 8250 : line.now })),
  done: {
    over: true,
    approved: '2026-12-02T10:00',
    approvedBy: 'Михайлова Марина Евгеньевна',
    corrections: [
      { title: 'Проведено консультаций', approved: 141, now: 142 },
      { title: 'Минут', approved: 8250, now: 8310 },
    ],
    told: '2026-12-02T10:20',
    published: '2026-12-03T12:00',
    link: 'https://example.org/news/2026/12/konsultacii-v-noyabre',
  },
}

export const emptyMonth = {
  ...monthPreview,
  totals: totals.map((line) => ({ ...line, now: line.title === 'Средняя оценка' ? null : 0 })),
  topics: [],
  held: 0,
  pr: { site: 'Ресурсный центр НКО. В ноябре 2026 года консультаций не было.', social: 'В ноябре 2026 года консультаций не было.' },
}

const files = (title) => ({ title, open: 'https://docs.google.com/', xlsx: 'https://docs.google.com/', pdf: 'https://docs.google.com/' })
export const monthReport = {
  month: '2026-11',
  sheet: 'Отчёт 2026-11',
  held: 142,
  minutes: 8310,
  report: files('Отчёт 2026-11'),
  list: files('Список 2026-11'),
}

const letterBody =
  'Здравствуйте!\n\nПо проекту «Активное село» в ноябре 2026 года: 2 консультации, 105 минут.\n\n№ 41345, 5 ноября 14:00, Морозова М. И., АНО «Маяк», 60 мин\n№ 41350, 9 ноября 10:00, Попова О. А., Территориальное общественное самоуправление «Верхняя Тойма», 45 мин\n\nРесурсный центр НКО'
export const monthLetters = [
  ['Ресурсный центр НКО', 'ep2@example.org', 88, 0],
  ['Школа социального проектирования для некоммерческих организаций области', 'ph9@example.org', 31, 0],
  ['Активное село', 'ub1@example.org', 2, 1],
  ['Добрый Север', '', 0, 0],
].map(([project, to, held, sent]) => ({
  project,
  to,
  held,
  sent,
  subject: `Консультации по проекту «${project}» в ноябре 2026 года: ${held}`,
  body: letterBody,
}))
