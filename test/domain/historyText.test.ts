/** Lines of a deal's history, as people read them. */

import { historyText, undoneText } from '../../src/domain/text/historyText'
import { acceptedDeal, assignedDeal, heldDeal, mondayMorning, unsortedDeal } from '../fixtures/builders'

const say = (kind: string, before: Parameters<typeof historyText>[1], after: Parameters<typeof historyText>[2]) =>
  historyText(kind, before, after, mondayMorning)

describe('history', () => {
  test.each([
    ['I1: created', null, unsortedDeal({ channel: 'phoneOffice' }), 'создана: телефон офис-менеджеру'],
    [
      'I9: created assigned',
      null,
      assignedDeal({ channel: 'phoneStaff' }),
      'создана: телефон сотруднику; назначена на ср 25 ноября, 10:00, ММ',
    ],
    [
      'stage',
      { stage: 'unsorted' },
      { stage: 'accepted', stageSince: mondayMorning, version: 3 },
      'этап: Неразобранное → Принято в работу',
    ],
    ['I7: no answer', { attempts: 1 }, { attempts: 2, lastAttemptAt: mondayMorning }, 'не дозвонились, попытка 2 из 3'],
    ['I5: reached', { attempts: 1, reachedAt: null }, { reachedAt: mondayMorning, lastAttemptAt: mondayMorning }, 'дозвонились'],
    ['I5: message', { lastAttemptAt: null }, { lastAttemptAt: mondayMorning }, 'написали в мессенджер'],
    ['C6: minutes', { minutes: null }, { minutes: 60 }, 'продолжительность: 60'],
    ['C7: project', { project: '' }, { project: 'не распределено' }, 'проект: не распределено'],
    ['C5: topic', { topic: null }, { topic: 8 }, 'тема: Социальное проектирование'],
    ['C2: format', { format: null }, { format: 'online' }, 'формат: zoom / скайп'],
    ['C5: long texts are not repeated', { content: '' }, { content: 'Разобрали устав' }, 'содержание: заполнено'],
    ['personal data is not repeated', { phone: '8 911 416-01-23' }, { phone: '8 911 416-01-24' }, 'телефон: изменено'],
    ['emptied', { place: 'каб. 3' }, { place: '' }, 'место или ссылка: убрано'],
    ['A1: told', { toldAt: null }, { toldAt: '2026-11-20T15:05' }, 'клиент извещён: пт 20 ноября, 15:05'],
  ] as const)('%s', (_what, before, after, text) => {
    expect(say('deal/fill', before, after)).toBe(text)
  })

  test('A2: a booking is told as one thing', () => {
    expect(say('deal/book', acceptedDeal({ topic: 10 }), assignedDeal({ format: 'phone', place: '', toldAt: null }))).toBe(
      'этап: Принято в работу → Консультация назначена; назначена консультация: ср 25 ноября, 10:00, ММ; формат: по телефону',
    )
  })

  test('R1, G6: a move and a reassignment name both times', () => {
    expect(say('calendar/move', assignedDeal(), { start: '2026-11-26T11:00', moves: 1, toldAt: null })).toBe(
      'перенесена: ср 25 ноября, 10:00, ММ → чт 26 ноября, 11:00, ММ; клиент извещён: убрано',
    )
    expect(say('deal/release', assignedDeal(), { stage: 'accepted', start: null, consultant: '' })).toBe(
      'этап: Консультация назначена → Принято в работу; запись снята',
    )
    expect(say('deal/reassign', { consultant: 'ММ' }, { consultant: 'ИС' })).toBe('консультант: ИС')
  })

  test('what did not change is not told', () => {
    expect(say('deal/fill', heldDeal(), heldDeal({ version: 9 }))).toBe('без изменений в карточке')
  })
})

describe('what «Отменить последнее» took back', () => {
  test('I7: a call is told without the note that came with it', () => {
    const undone = unsortedDeal({
      version: 3,
      stage: 'unreached',
      attempts: 1,
      lastAttemptAt: mondayMorning,
      comments: '23.11: не ответили',
    })
    expect(undoneText(unsortedDeal({ version: 4, stage: 'unsorted', attempts: 0 }), undone, mondayMorning)).toBe(
      'этап: Неразобранное → Не дозвонились; не дозвонились, попытка 1 из 3',
    )
  })

  test('a note that is all there was is told', () => {
    const undone = unsortedDeal({ version: 3, comments: 'перезвонить' })
    expect(undoneText(unsortedDeal({ version: 4 }), undone, mondayMorning)).toBe('комментарии: заполнено')
  })
})
