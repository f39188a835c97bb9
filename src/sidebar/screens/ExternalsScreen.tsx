/** «Внешние консультанты»: per project who consulted, against the limit, and what is due and paid (T3). */

import { monthTitle, shortDayTime } from '../../domain/text/russian'
import type { ExternalConsultation, ExternalProjectMonth } from '../../rpc/externalContract'
import { Button } from '../components/parts/Button'
import { SelectField } from '../components/parts/Field'
import { Empty, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { type ExternalsModel, isOpen } from '../models/dialogs/externals'
import { common } from '../text/common.ru'
import { externals as text } from '../text/externals.ru'
import { report } from '../text/report.ru'

export function ExternalsScreen({ model }: { readonly model: ExternalsModel }) {
  const { caller, finder, list, marked, chosen } = model
  return (
    <main class="dialog externals">
      <div class="dialog-top">
        <div class="row between">
          <h1>{text.title}</h1>
          <SelectField
            id="externals-month"
            label={report.kinds.month}
            value={model.month.value}
            options={model.months.value.map((value) => ({ value, title: monthTitle(value) }))}
            onType={model.choose}
          />
        </div>
        <TroubleNotice caller={finder} />
        <TroubleNotice caller={caller} />
        {marked.value && <Marked model={model} />}
        {list.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
      </div>
      {list.value?.projects.length === 0 && <Empty title={text.emptyTitle}>{<p>{text.empty}</p>}</Empty>}
      <div class="dialog-body">
        {list.value?.projects.map((one) => (
          <Project key={one.consultations[0]?.ref.id} model={model} of={one} />
        ))}
      </div>
      <div class="dialog-bar">
        <span class="faint">{(list.value?.projects.length ?? 0) > 0 && text.total(model.total.value)}</span>
        <Button onClick={model.close}>{common.close}</Button>
        <Button look="primary" name="pay" caller={caller} disabled={chosen.value.count === 0} onClick={() => void model.pay()}>
          {text.pay(chosen.value.count, chosen.value.due)}
        </Button>
      </div>
    </main>
  )
}

function Marked({ model }: { readonly model: ExternalsModel }) {
  const marked = model.marked.value
  if (!marked) return null
  return (
    <GoodNotice>
      {text.marked(marked)}.{' '}
      {marked.deals.length > 0 && (
        <Button look="link" name={marked.paid ? 'unpay' : 'pay'} caller={model.caller} onClick={() => void model.undo()}>
          {text.undo}
        </Button>
      )}
    </GoodNotice>
  )
}

function Project({ model, of }: { readonly model: ExternalsModel; readonly of: ExternalProjectMonth }) {
  const open = of.consultations.filter(isOpen)
  return (
    <section>
      <h2>{of.project}</h2>
      <p>
        {text.against(of)}
        {of.counted > of.limit && <strong class="late">, {text.over(of)}</strong>} · {text.sums(of)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col" data-title={text.allHere}>
              <input
                type="checkbox"
                aria-label={text.all(of.project)}
                disabled={open.length === 0}
                checked={open.length > 0 && open.every(({ ref }) => model.isPicked(ref.id))}
                onChange={() => model.toggle(open)}
              />
            </th>
            {text.columns.map((title, at) => (
              <th key={title} scope="col" class={isFigure(at) ? 'figure' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.consultations.map((one) => (
            <Line key={one.ref.id} model={model} of={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Columns «Мин», «₽/ч», «Сумма». */
const isFigure = (at: number) => at >= 2 && at <= 4

function Line({ model, of }: { readonly model: ExternalsModel; readonly of: ExternalConsultation }) {
  const { id } = of.ref
  return (
    <tr>
      <td class="pick">
        {isOpen(of) && <input type="checkbox" id={`pay-${id}`} checked={model.isPicked(id)} onChange={() => model.toggle([of])} />}
      </td>
      <td class="when">
        <label for={`pay-${id}`}>{shortDayTime(of.start)}</label>
        <span class="faint">{text.pick(id)}</span>
      </td>
      <td class="who">
        {of.expert}
        <span class="faint">{of.organisation}</span>
      </td>
      <td class="figure" data-title={text.columns[2]}>
        {of.minutes}
      </td>
      <td class="figure" data-title={text.columns[3]}>
        {of.rate?.toLocaleString('ru-RU') ?? text.noRate}
      </td>
      <td class="figure due">{text.rubles(of.due)}</td>
      <td class="paid">
        <Payment model={model} of={of} />
      </td>
    </tr>
  )
}

function Payment({ model, of }: { readonly model: ExternalsModel; readonly of: ExternalConsultation }) {
  if (of.paidAt === null) return <span class="faint">{of.archived ? text.archived : text.unpaid}</span>
  return (
    <>
      <span class="good-text">{text.paidBy(of.paidAt, of.paidBy)}</span>{' '}
      {!of.archived && (
        <Button look="link" label={text.unpayOf(of.ref.id)} onClick={() => void model.unpay([of.ref])}>
          {text.unpay}
        </Button>
      )}
    </>
  )
}
