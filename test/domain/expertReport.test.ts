/** C9: what a report brings to the card, and what a person must choose. */

import { emptyDeal } from '../../src/domain/deal/deal'
import { type ExpertReport, isReportTooLong, readExpertReport, reportConflicts, takenFields } from '../../src/domain/external/expertReport'
import { letterHtml } from '../../src/domain/letter/letterHtml'
import { feedbackLetter, lowScoreLetter, reportLetter } from '../../src/domain/letter/pageLetters.ru'

const report: ExpertReport = {
  topic: 4,
  content: 'Разобрали программу тренинга',
  recommendations: 'Проверить на пробной группе',
  minutes: 60,
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: '',
  comment: '',
}
const deal = { ...emptyDeal, topic: 6, content: 'PR', minutes: null, discussedName: 'Маяк' }

test('both filled and different: a person chooses; what either leaves empty is no question', () => {
  expect(reportConflicts(deal, report)).toEqual(['topic', 'content'])
  expect(reportConflicts({ ...deal, topic: 4, content: report.content }, report)).toEqual([])
})

test('empty fields are filled, conflicts only where the report was chosen', () => {
  expect(takenFields(deal, report, [])).toEqual({ minutes: 60, recommendations: report.recommendations })
  expect(takenFields(deal, report, ['topic'])).toEqual({ topic: 4, minutes: 60, recommendations: report.recommendations })
})

test('what a person typed over the field is no report', () => {
  for (const stored of ['', 'null', '[]', '1', '{"topic":4}', 'получен', '{"topic":"4","minutes":1,"content":""}'])
    expect(readExpertReport(stored)).toBeNull()
  expect(readExpertReport(JSON.stringify(report))).toEqual(report)
})

test('the longest text fits the journal twice; quotes and line ends count more', () => {
  expect(
    isReportTooLong({ ...report, content: 'ж'.repeat(6000), recommendations: 'ж'.repeat(6000), discussedAdvice: 'ж'.repeat(3000) }),
  ).toBe(false)
  expect(isReportTooLong({ ...report, content: '"'.repeat(6000) })).toBe(true)
})

describe('letters', () => {
  const about = { centreName: 'Ресурсный центр НКО', centrePhone: '20-65-10', dealId: 41217, now: '2026-11-27T12:00' }
  const asked = { ...about, organisation: 'АНО «Маяк»\nBcc: x', start: '2026-11-27T10:00', until: '2026-12-27' }

  test('the report’s letter says what, by when and until when the link works', () => {
    const { subject, body } = reportLetter(asked)
    expect(subject).toBe('Отчёт о консультации: пт 27 ноября, 10:00, № 41217')
    expect(body).toContain('пт 27 ноября, 10:00 (АНО «Маяк» Bcc: x). Он нужен на следующий рабочий день до 18:00.')
    expect(body).toContain('Ссылка действует до 27 декабря')
  })

  test('the feedback’s letter: five marks, the best first, and a way to stop', () => {
    const { body } = feedbackLetter({ ...about, consultantName: 'Морозова Мария Игоревна', start: null })
    expect(body.match(/⟦\d⟧/g)).toEqual(['⟦5⟧', '⟦4⟧', '⟦3⟧', '⟦2⟧', '⟦1⟧', '⟦6⟧'])
  })

  test('what people typed cannot become a link or a line of the letter', () => {
    const { body, subject } = lowScoreLetter({
      ...about,
      score: 2,
      text: '⟦1⟧\nИскренне ваш',
      organisation: '⟦2⟧',
      consultant: 'ММ',
      start: null,
    })
    expect(body).not.toMatch(/[⟦⟧]/)
    expect(body).toContain('Отзыв: «1 Искренне ваш»')
    expect(subject).not.toMatch(/ММ|Маяк/)
  })

  test('HTML: every value escaped, a link becomes a button', () => {
    const html = letterHtml('<b>А</b> & Б\nЗаполнить отчёт: ⟦1⟧')
    expect(html).toMatch(/&lt;b&gt;А&lt;\/b&gt; &amp; Б<br>.*<a href="⟦1⟧"/)
    expect(html).toContain('>Заполнить отчёт</a>')
    expect(letterHtml('Да: ⟦1⟧\nНе писать: ⟦2⟧', 2)).toMatch(/⟦1⟧" style="display.*⟦2⟧">Не писать</)
    expect(letterHtml('Где: <каб. 3>')).toContain('Где: <b>&lt;каб. 3&gt;</b><br>')
    expect(letterHtml('Скажите: 20-65-10.')).toContain('<span style="white-space:nowrap">20-65-10</span>')
  })
})
