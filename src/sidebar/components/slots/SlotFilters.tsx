/** What narrows the list of free slots. */

import type { Format } from '../../../domain/deal/deal'
import { consultantOptions, formatOptions, topicOptions } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import type { PartOfDay } from '../../models/slots/slots'
import { text } from '../../text.ru'
import { SelectField } from '../parts/Field'
import { Segments } from '../parts/Segments'

export function SlotFilters({ desk }: { readonly desk: Desk }) {
  const { slots, page } = desk
  const { topic, consultant, part } = slots.filters.value
  return (
    <div class="filters">
      <SelectField
        id="slot-topic"
        label={text.slots.topic}
        value={topic === null ? '' : String(topic)}
        options={topicOptions(page.lists)}
        empty={text.slots.anyTopic}
        onType={(value) => slots.narrow({ topic: value === '' ? null : Number(value), consultant: null })}
      />
      <div class="pair">
        <SelectField
          id="slot-consultant"
          label={text.slots.consultant}
          value={consultant ?? ''}
          options={consultantOptions(page.lists, topic)}
          empty={text.common.any}
          onType={(value) => slots.narrow({ consultant: value || null })}
        />
        <SelectField
          id="slot-format"
          label={text.slots.format}
          value={slots.details.format.value}
          options={formatOptions}
          onType={(value) => {
            slots.details.format.value = value as Format
          }}
        />
      </div>
      <Segments
        label={text.slots.part}
        name="part"
        value={part ?? ''}
        options={[
          { value: '', title: text.slots.anyPart },
          ...Object.entries(text.slots.parts).map(([value, title]) => ({ value, title })),
        ]}
        onChoose={(value) => slots.narrow({ part: (value || null) as PartOfDay | null })}
      />
    </div>
  )
}
