/** Busy is busy: whatever says that a consultant is away or at something else takes the hour off the list, or is asked about (G1, G4). */

import { slotBoard } from '../../../src/domain/calendar/slotBoard'
import type { SlotEvent } from '../../../src/domain/calendar/slotEvents'
import { readSlots } from '../../../src/domain/calendar/slots'
import type { Office } from '../../../src/domain/office/office'
import { defaultSettings } from '../../fixtures/builders'
import { calendar, event, find, kuzmina, morozova, starts, titova } from '../slotBuilders'

const tuesday = '2026-11-24T10:00'
const slot = () => event('ММ консультация', tuesday)
const people = [{ ...morozova, email: 'gg0@example.org' }, kuzmina, titova]
const over = (title: string, more: Partial<SlotEvent> = {}) => [slot(), event(title, tuesday, 60, more)]

describe('over a free hour of the same consultant', () => {
  test.each([
    ...'ММ занята,ММ - совещание,ММ обед,ММ учёба,ММ выходной,Отгул ММ,Декрет ММ,Выходной,Центр закрыт,ММ болеет,ММ на больничном'.split(
      ',',
    ),
    ...'ММ не может,Отпуск Морозова,Морозова М. И. больничный,Планёрка ММ,ММ и ЕК на семинаре,MM lunch'.split(','),
  ])('«%s» hides it', (title) => {
    const list = find({ events: over(title), people })
    expect(list.consultants).toEqual([])
    expect(list.none).toContainEqual(expect.objectContaining({ reason: 'absent' }))
  })

  test.each([
    ['out of office, made by her', 'Нет на месте', { eventType: 'outOfOffice', creator: 'gg0@example.org' }],
    ['focus time with her initials', 'ММ', { eventType: 'focusTime' }],
  ])('%s hides it', (_what, title, more) => expect(starts({ events: over(title, more), people })).toEqual([]))

  test.each([
    'ММ+СБ_АНО «Причал»',
    'ММ, ЕК_АНО «Причал»',
    'ММ резерв за Маяком',
    'ММ консультация (занято)',
    'ММ уйдёт в 15',
    'АНО «Маяк» (ММ)',
  ])('«%s» is asked about, and the hour is not offered until it is clear', (title) => {
    const list = find({ events: over(title), people })
    expect(list.none[0]).toMatchObject({ reason: 'unclear', who: ['Морозова М. И.'] })
    expect(list.unread.map((one) => one.title)).toEqual([title])
    expect(find({ events: over(title), people, override: true }).consultants[0]?.slots[0]?.against).toBe('unclear')
  })

  test.each(['Планёрка', 'Семинар для ТОС', 'ЕК обед', 'ДР ММ', 'Отпуск Титовой', 'ММ из дома'])('«%s» leaves it', (title) =>
    expect(starts({ events: over(title), people })).toEqual([tuesday]),
  )

  test('an event without a title, a private one: asked where she made it, nothing where nobody of the consultants did', () => {
    const list = find({ events: over('', { creator: 'gg0@example.org' }), people })
    expect(list.none[0]).toMatchObject({ reason: 'unclear', who: ['Морозова М. И.'] })
    expect(starts({ events: over(' ', { creator: 'office@example.org' }), people })).toEqual([tuesday])
  })

  test('a working place leaves it, an invitation to her own slot that she declined does not', () => {
    expect(starts({ events: over('ММ дома', { eventType: 'workingLocation' }), people })).toEqual([tuesday])
    const declined = event('ММ консультация', tuesday, 60, { declined: ['gg0@example.org'] })
    expect(readSlots([declined], people).asked).toMatchObject([{ why: 'declined', people: ['ММ'] }])
    expect(starts({ events: [declined], people })).toEqual([])
  })

  test('part of the day, several days', () => {
    const events = ['2026-11-24T10:00', '2026-11-24T15:00', '2026-11-26T10:00'].map((start) => event('ММ консультация', start))
    expect(starts({ events: [...events, event('ММ занята до 13', '2026-11-24T09:00', 240)] })).toEqual([
      '2026-11-24T15:00',
      '2026-11-26T10:00',
    ])
    expect(starts({ events: [...events, event('ММ - форум', '2026-11-24T09:00', 2 * 1440)] })).toEqual(['2026-11-26T10:00'])
  })
})

test('why is told: «занята: обед», a day away with its end', () => {
  expect(find({ events: over('ММ обед'), people: [morozova] }).none[0]?.who).toEqual(['Морозова М. И. (занята: обед)'])
  expect(find({ events: over('ММ занята'), people: [morozova] }).none[0]?.who).toEqual(['Морозова М. И. (занята)'])
})

test('the board shows the busy hour, and what is left of the slot', () => {
  const office: Office = { people: [morozova], projects: [], calendar, settings: defaultSettings, required: [] }
  const events = [event('ММ консультация', tuesday, 180), event('ММ обед', '2026-11-24T11:00')]
  const week = slotBoard({ events, office, from: '2026-11-23', weeks: 1, me: '' })[0]?.weeks[0]
  expect(week?.days[1]?.events).toEqual([
    { start: tuesday, end: '2026-11-24T11:00', organisation: '' },
    { start: '2026-11-24T11:00', end: '2026-11-24T12:00', organisation: '', busy: 'занята: обед' },
    { start: '2026-11-24T12:00', end: '2026-11-24T13:00', organisation: '' },
  ])
  expect(week?.offered).toBe(2)
})

test('people of equal initials: a question, never one of them', () => {
  const twins = [morozova, { ...morozova, name: 'Михайлов Максим Ильич' }]
  const read = readSlots([slot(), event('ММ_АНО «Маяк»', tuesday), event('Отпуск Михайлова', tuesday)], twins)
  expect(read.asked.map(({ why }) => why)).toEqual(['sharedInitials', 'sharedInitials'])
})
