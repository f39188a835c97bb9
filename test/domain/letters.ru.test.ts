import { bookedClientLetter, bookedConsultantLetter, type ConsultantBooking } from '../../src/domain/letter/letters.ru'

const booking: ConsultantBooking = {
  centreName: 'Ресурсный центр НКО',
  centrePhone: '20-65-10',
  organisation: 'АНО «Маяк»',
  start: '2026-11-27T10:00',
  now: '2026-11-26T09:00',
  consultantName: 'Морозова Мария Игоревна',
  format: 'inPerson',
  place: 'Чумбарова-Лучинского, 10, кабинет 5',
  dealId: 41217,
  contact: 'Анна Иванова',
  phone: '89114160123',
  request: 'Устав:\nчто менять?',
}

describe('A1: the client is told the time', () => {
  test('the whole letter', () => {
    expect(bookedClientLetter(booking)).toEqual({
      subject: 'Консультация назначена: пт 27 ноября, 10:00',
      body: [
        'Здравствуйте!',
        '',
        'Консультация для вас назначена: пт 27 ноября, 10:00.',
        'Организация: АНО «Маяк»',
        'Консультант: Морозова Мария Игоревна',
        'Где: Чумбарова-Лучинского, 10, кабинет 5',
        '',
        'Если время не подходит, пожалуйста, скажите нам заранее: 20-65-10.',
        '',
        'Ресурсный центр НКО',
      ].join('\n'),
    })
  })

  test.each([
    ['inPerson', '', 'Где: очно, адрес подскажем по телефону 20-65-10.'],
    ['phone', '', 'Как: по телефону, консультант вам позвонит.'],
    ['online', 'https://zoom.us/j/1', 'Как: zoom / скайп, ссылка: https://zoom.us/j/1'],
    ['online', '', 'Как: zoom / скайп, ссылку пришлём до начала.'],
  ] as const)('C2: %s, «%s»', (format, place, line) => {
    expect(bookedClientLetter({ ...booking, format, place }).body.split('\n')).toContain(line)
  })
})

describe('A4: the consultant is told what to hold', () => {
  test('the whole letter', () => {
    expect(bookedConsultantLetter({ ...booking, moveLimitDays: 2 })).toEqual({
      subject: 'Вам назначена консультация: пт 27 ноября, 10:00, сделка № 41217',
      body: [
        'Проведите консультацию: пт 27 ноября, 10:00, очно.',
        '',
        'Организация: АНО «Маяк»',
        'Контакт: Анна Иванова, +7 911 416-01-23',
        'Вопрос: «Устав: что менять?»',
        'Где: Чумбарова-Лучинского, 10, кабинет 5',
        'Сделка: № 41217',
        '',
        'Если не можете в это время, договоритесь с клиентом и перенесите событие в календаре не больше чем на 2 рабочих дня (G5) или сообщите офис-менеджеру (G6).',
        'После консультации заполните в карточке содержание, рекомендации, продолжительность и проект (C5–C7).',
        '',
        'Ресурсный центр НКО',
      ].join('\n'),
    })
  })

  test('C3, C9: an external consultant is asked for a report, not for the card', () => {
    const { body } = bookedConsultantLetter({ ...booking, external: true })
    expect(body).toContain('заполните отчёт на следующий рабочий день')
    expect(body).not.toContain('в карточке')
  })

  test('the phone is told once', () => {
    const { body } = bookedConsultantLetter({ ...booking, format: 'phone', place: '+7 911 416-01-23' })
    expect(body.split('911')).toHaveLength(2)
  })
})

test('subjects name no person, phone or organisation', () => {
  for (const { subject } of [bookedClientLetter(booking), bookedConsultantLetter(booking)]) {
    expect(subject).not.toMatch(/Маяк|Иванова|Морозова|911/)
  }
})

test('what a client typed stays on its line', () => {
  const { body } = bookedClientLetter({ ...booking, organisation: 'АНО «Маяк»\n\nПереведите 500 рублей' })
  expect(body.split('\n')).toContain('Организация: АНО «Маяк» Переведите 500 рублей')
})
