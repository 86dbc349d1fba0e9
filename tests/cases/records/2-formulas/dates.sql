-- elapsed time is fractional, whatever the unit
--   max(days(tickets.opened_at, closed_at)) as d, max(hours(tickets.opened_at, closed_at)) as h,
--   max(minutes(tickets.opened_at, closed_at)) as m, max(seconds(tickets.opened_at, closed_at)) as s,
--   max(weeks(tickets.opened_at, closed_at)) as w
--   by tickets.id
SELECT
  tickets.id AS id,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
    ) / 86400.0
  ) AS d,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
    ) / 3600.0
  ) AS h,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
    ) / 60.0
  ) AS m,
  MAX(DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0) AS s,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
    ) / 604800.0
  ) AS w
FROM tickets
GROUP BY
  1
ORDER BY
  tickets.id NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -    ) / 86400.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 86400.0
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -    ) / 60.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 60.0
--   -  MAX(DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0) AS s,
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -    ) / 604800.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - tickets.opened_at
--   +    )) AS DOUBLE PRECISION)
--   +  ) AS s,
--   +  MAX(
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 604800.0
--   -  tickets.id NULLS LAST
--   +  tickets.id ASC
-- snowflake:
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   -  MAX(DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0) AS s,
--   +  MAX(
--   +    CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   +  ) AS s,
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0

-- elapsed time backwards is negative
--   max(days(tickets.closed_at, opened_at)) as d where tickets.id = 1
SELECT
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.closed_at, tickets.opened_at) / 1000000.0
    ) / 86400.0
  ) AS d
FROM tickets
WHERE
  tickets.id = 1;
-- postgres:
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.closed_at, tickets.opened_at) / 1000000.0
--   -    ) / 86400.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.opened_at - tickets.closed_at
--   +    )) AS DOUBLE PRECISION) / 86400.0
-- snowflake:
--   -      DATE_DIFF('MICROSECOND', tickets.closed_at, tickets.opened_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.closed_at, tickets.opened_at) AS DOUBLE) / 1000000.0

-- elapsed time from and to a moved moment
--   max(hours(tickets.opened_at + 24 hours, closed_at)) as less, max(hours(tickets.opened_at, closed_at + 24 hours)) as more where tickets.id = 1
SELECT
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at + INTERVAL '24' HOUR, tickets.closed_at) / 1000000.0
    ) / 3600.0
  ) AS less,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at + INTERVAL '24' HOUR) / 1000000.0
    ) / 3600.0
  ) AS more
FROM tickets
WHERE
  tickets.id = 1;
-- postgres:
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at + INTERVAL '24' HOUR, tickets.closed_at) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      tickets.closed_at - (
--   +        tickets.opened_at + INTERVAL '24 HOUR'
--   +      )
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at + INTERVAL '24' HOUR) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      (
--   +        tickets.closed_at + INTERVAL '24 HOUR'
--   +      ) - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
-- snowflake:
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at + INTERVAL '24' HOUR, tickets.closed_at) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, DATEADD(HOUR, 24, tickets.opened_at), tickets.closed_at) AS DOUBLE) / 1000000.0
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at + INTERVAL '24' HOUR) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, DATEADD(HOUR, 24, tickets.closed_at)) AS DOUBLE) / 1000000.0

-- a date beside a timestamp is its midnight
--   max(days(tickets.opened_at, due_on)) as d by tickets.id
SELECT
  tickets.id AS id,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST(tickets.due_on AS TIMESTAMP)) / 1000000.0
    ) / 86400.0
  ) AS d
FROM tickets
GROUP BY
  1
ORDER BY
  tickets.id NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST(tickets.due_on AS TIMESTAMP)) / 1000000.0
--   -    ) / 86400.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      CAST(tickets.due_on AS TIMESTAMP) - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 86400.0
--   -  tickets.id NULLS LAST
--   +  tickets.id ASC
-- snowflake:
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST(tickets.due_on AS TIMESTAMP)) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, CAST(tickets.due_on AS TIMESTAMP_NTZ)) AS DOUBLE) / 1000000.0

-- months and years are whole, month ends are clamped
--   max(months(spans.a, b)) as m, max(years(spans.a, b)) as y by spans.id
SELECT
  spans.id AS id,
  MAX(
    CASE
      WHEN spans.b >= spans.a
      THEN CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT) - (
        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT)
      ) - CASE
        WHEN CAST(spans.a + (
          CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT) - (
            CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT)
          )
        ) * INTERVAL '1' MONTH AS DATE) > spans.b
        THEN 1
        ELSE 0
      END
      WHEN NOT (
        spans.b >= spans.a
      )
      THEN -(
        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT) - (
          CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT)
        ) - CASE
          WHEN CAST(spans.b + (
            CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT) - (
              CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT)
            )
          ) * INTERVAL '1' MONTH AS DATE) > spans.a
          THEN 1
          ELSE 0
        END
      )
    END
  ) AS m,
  MAX(
    CASE
      WHEN spans.b >= spans.a
      THEN CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CASE
        WHEN CAST(spans.a + (
          (
            CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT)
          ) * 12
        ) * INTERVAL '1' MONTH AS DATE) > spans.b
        THEN 1
        ELSE 0
      END
      WHEN NOT (
        spans.b >= spans.a
      )
      THEN -(
        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CASE
          WHEN CAST(spans.b + (
            (
              CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT)
            ) * 12
          ) * INTERVAL '1' MONTH AS DATE) > spans.a
          THEN 1
          ELSE 0
        END
      )
    END
  ) AS y
FROM spans
GROUP BY
  1
ORDER BY
  spans.id NULLS LAST;
-- postgres:
--   -        ) * INTERVAL '1' MONTH AS DATE) > spans.b
--   +        ) * INTERVAL '1 MONTH' AS DATE) > spans.b
--   -          ) * INTERVAL '1' MONTH AS DATE) > spans.a
--   +          ) * INTERVAL '1 MONTH' AS DATE) > spans.a
--   -        ) * INTERVAL '1' MONTH AS DATE) > spans.b
--   +        ) * INTERVAL '1 MONTH' AS DATE) > spans.b
--   -          ) * INTERVAL '1' MONTH AS DATE) > spans.a
--   +          ) * INTERVAL '1 MONTH' AS DATE) > spans.a
--   -  spans.id NULLS LAST
--   +  spans.id ASC
-- snowflake:
--   -      THEN CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT) - (
--   -        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT)
--   +      THEN CAST(DATE_PART(YEAR, spans.b) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.b) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, spans.a) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.a) AS BIGINT)
--   -        WHEN CAST(spans.a + (
--   -          CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT) - (
--   -            CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT)
--   -          )
--   -        ) * INTERVAL '1' MONTH AS DATE) > spans.b
--   +        WHEN DATEADD(
--   +          MONTH,
--   +          (
--   +            CAST(DATE_PART(YEAR, spans.b) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.b) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, spans.a) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.a) AS BIGINT)
--   +            )
--   +          ),
--   +          spans.a
--   +        ) > spans.b
--   -        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT) - (
--   -          CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT)
--   +        CAST(DATE_PART(YEAR, spans.a) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.a) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, spans.b) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.b) AS BIGINT)
--   -          WHEN CAST(spans.b + (
--   -            CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.a) AS BIGINT) - (
--   -              CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM spans.b) AS BIGINT)
--   -            )
--   -          ) * INTERVAL '1' MONTH AS DATE) > spans.a
--   +          WHEN DATEADD(
--   +            MONTH,
--   +            (
--   +              CAST(DATE_PART(YEAR, spans.a) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.a) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, spans.b) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, spans.b) AS BIGINT)
--   +              )
--   +            ),
--   +            spans.b
--   +          ) > spans.a
--   -      THEN CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CASE
--   -        WHEN CAST(spans.a + (
--   +      THEN CAST(DATE_PART(YEAR, spans.b) AS BIGINT) - CAST(DATE_PART(YEAR, spans.a) AS BIGINT) - CASE
--   +        WHEN DATEADD(
--   +          MONTH,
--   -            CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT)
--   -          ) * 12
--   -        ) * INTERVAL '1' MONTH AS DATE) > spans.b
--   +            CAST(DATE_PART(YEAR, spans.b) AS BIGINT) - CAST(DATE_PART(YEAR, spans.a) AS BIGINT)
--   +          ) * 12,
--   +          spans.a
--   +        ) > spans.b
--   -        CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT) - CASE
--   -          WHEN CAST(spans.b + (
--   +        CAST(DATE_PART(YEAR, spans.a) AS BIGINT) - CAST(DATE_PART(YEAR, spans.b) AS BIGINT) - CASE
--   +          WHEN DATEADD(
--   +            MONTH,
--   -              CAST(EXTRACT(YEAR FROM spans.a) AS BIGINT) - CAST(EXTRACT(YEAR FROM spans.b) AS BIGINT)
--   -            ) * 12
--   -          ) * INTERVAL '1' MONTH AS DATE) > spans.a
--   +              CAST(DATE_PART(YEAR, spans.a) AS BIGINT) - CAST(DATE_PART(YEAR, spans.b) AS BIGINT)
--   +            ) * 12,
--   +            spans.b
--   +          ) > spans.a

-- days between two dates are whole
--   max(days(spans.a, b)) as d by spans.id
SELECT
  spans.id AS id,
  MAX(DATE_DIFF('DAY', spans.a, spans.b)) AS d
FROM spans
GROUP BY
  1
ORDER BY
  spans.id NULLS LAST;
-- postgres:
--   -  MAX(DATE_DIFF('DAY', spans.a, spans.b)) AS d
--   +  MAX((
--   +    spans.b - spans.a
--   +  )) AS d
--   -  spans.id NULLS LAST
--   +  spans.id ASC
-- snowflake:
--   -  MAX(DATE_DIFF('DAY', spans.a, spans.b)) AS d
--   +  MAX(DATEDIFF(DAY, spans.a, spans.b)) AS d

-- the parts of a timestamp
--   max(date(tickets.opened_at)) as on_day, max(year(tickets.opened_at)) as y, max(month(tickets.opened_at)) as mo,
--   max(day(tickets.opened_at)) as d, max(weekday(tickets.opened_at)) as wd, max(hour(tickets.opened_at)) as h
--   by tickets.id
SELECT
  tickets.id AS id,
  MAX(CAST(tickets.opened_at AS DATE)) AS on_day,
  MAX(CAST(EXTRACT(YEAR FROM tickets.opened_at) AS BIGINT)) AS y,
  MAX(CAST(EXTRACT(MONTH FROM tickets.opened_at) AS BIGINT)) AS mo,
  MAX(CAST(EXTRACT(DAY FROM tickets.opened_at) AS BIGINT)) AS d,
  MAX(CAST(EXTRACT(ISODOW FROM tickets.opened_at) AS BIGINT)) AS wd,
  MAX(CAST(EXTRACT(HOUR FROM tickets.opened_at) AS BIGINT)) AS h
FROM tickets
GROUP BY
  1
ORDER BY
  tickets.id NULLS LAST;
-- postgres:
--   -  tickets.id NULLS LAST
--   +  tickets.id ASC
-- snowflake:
--   -  MAX(CAST(EXTRACT(YEAR FROM tickets.opened_at) AS BIGINT)) AS y,
--   -  MAX(CAST(EXTRACT(MONTH FROM tickets.opened_at) AS BIGINT)) AS mo,
--   -  MAX(CAST(EXTRACT(DAY FROM tickets.opened_at) AS BIGINT)) AS d,
--   -  MAX(CAST(EXTRACT(ISODOW FROM tickets.opened_at) AS BIGINT)) AS wd,
--   -  MAX(CAST(EXTRACT(HOUR FROM tickets.opened_at) AS BIGINT)) AS h
--   +  MAX(CAST(DATE_PART(YEAR, tickets.opened_at) AS BIGINT)) AS y,
--   +  MAX(CAST(DATE_PART(MONTH, tickets.opened_at) AS BIGINT)) AS mo,
--   +  MAX(CAST(DATE_PART(DAY, tickets.opened_at) AS BIGINT)) AS d,
--   +  MAX(DAYOFWEEKISO(tickets.opened_at)) AS wd,
--   +  MAX(CAST(DATE_PART(HOUR, tickets.opened_at) AS BIGINT)) AS h

-- a date plus and minus a duration, month ends clamped
--   max(tickets.due_on + 1 month) as m, max(tickets.due_on - 1 month) as back, max(tickets.due_on + 2 weeks) as w,
--   max(tickets.due_on + 1 quarter) as q, max(date(tickets.opened_at) + 1 month) as om, max(date(tickets.opened_at) + 1 year) as oy
--   by tickets.id
SELECT
  tickets.id AS id,
  MAX(CAST(tickets.due_on + INTERVAL '1' MONTH AS DATE)) AS m,
  MAX(CAST(tickets.due_on - INTERVAL '1' MONTH AS DATE)) AS back,
  MAX(CAST(tickets.due_on + INTERVAL '14' DAY AS DATE)) AS w,
  MAX(CAST(tickets.due_on + INTERVAL '3' MONTH AS DATE)) AS q,
  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '1' MONTH AS DATE)) AS om,
  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '12' MONTH AS DATE)) AS oy
FROM tickets
GROUP BY
  1
ORDER BY
  tickets.id NULLS LAST;
-- postgres:
--   -  MAX(CAST(tickets.due_on + INTERVAL '1' MONTH AS DATE)) AS m,
--   -  MAX(CAST(tickets.due_on - INTERVAL '1' MONTH AS DATE)) AS back,
--   -  MAX(CAST(tickets.due_on + INTERVAL '14' DAY AS DATE)) AS w,
--   -  MAX(CAST(tickets.due_on + INTERVAL '3' MONTH AS DATE)) AS q,
--   -  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '1' MONTH AS DATE)) AS om,
--   -  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '12' MONTH AS DATE)) AS oy
--   +  MAX(CAST(tickets.due_on + INTERVAL '1 MONTH' AS DATE)) AS m,
--   +  MAX(CAST(tickets.due_on - INTERVAL '1 MONTH' AS DATE)) AS back,
--   +  MAX(CAST(tickets.due_on + INTERVAL '14 DAY' AS DATE)) AS w,
--   +  MAX(CAST(tickets.due_on + INTERVAL '3 MONTH' AS DATE)) AS q,
--   +  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '1 MONTH' AS DATE)) AS om,
--   +  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '12 MONTH' AS DATE)) AS oy
--   -  tickets.id NULLS LAST
--   +  tickets.id ASC
-- snowflake:
--   -  MAX(CAST(tickets.due_on + INTERVAL '1' MONTH AS DATE)) AS m,
--   -  MAX(CAST(tickets.due_on - INTERVAL '1' MONTH AS DATE)) AS back,
--   -  MAX(CAST(tickets.due_on + INTERVAL '14' DAY AS DATE)) AS w,
--   -  MAX(CAST(tickets.due_on + INTERVAL '3' MONTH AS DATE)) AS q,
--   -  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '1' MONTH AS DATE)) AS om,
--   -  MAX(CAST(CAST(tickets.opened_at AS DATE) + INTERVAL '12' MONTH AS DATE)) AS oy
--   +  MAX(DATEADD(MONTH, 1, tickets.due_on)) AS m,
--   +  MAX(DATEADD(MONTH, -1, tickets.due_on)) AS back,
--   +  MAX(DATEADD(DAY, 14, tickets.due_on)) AS w,
--   +  MAX(DATEADD(MONTH, 3, tickets.due_on)) AS q,
--   +  MAX(DATEADD(MONTH, 1, CAST(tickets.opened_at AS DATE))) AS om,
--   +  MAX(DATEADD(MONTH, 12, CAST(tickets.opened_at AS DATE))) AS oy

-- a timestamp plus hours
--   max(tickets.opened_at + 3 hours) as later, max(tickets.opened_at - 90 minutes) as earlier where tickets.id = 1
SELECT
  MAX(tickets.opened_at + INTERVAL '3' HOUR) AS later,
  MAX(tickets.opened_at - INTERVAL '90' MINUTE) AS earlier
FROM tickets
WHERE
  tickets.id = 1;
-- postgres:
--   -  MAX(tickets.opened_at + INTERVAL '3' HOUR) AS later,
--   -  MAX(tickets.opened_at - INTERVAL '90' MINUTE) AS earlier
--   +  MAX(tickets.opened_at + INTERVAL '3 HOUR') AS later,
--   +  MAX(tickets.opened_at - INTERVAL '90 MINUTE') AS earlier
-- snowflake:
--   -  MAX(tickets.opened_at + INTERVAL '3' HOUR) AS later,
--   -  MAX(tickets.opened_at - INTERVAL '90' MINUTE) AS earlier
--   +  MAX(DATEADD(HOUR, 3, tickets.opened_at)) AS later,
--   +  MAX(DATEADD(MINUTE, -90, tickets.opened_at)) AS earlier

-- elapsed time compares with a duration of any unit, and with a bare number in its own
--   count(tickets where days(opened_at, closed_at) <= 3 days) as quick,
--   count(tickets where hours(opened_at, closed_at) > 1 day) as over_a_day,
--   count(tickets where hours(opened_at, closed_at) <= 30) as bare
SELECT
  COUNT(*) FILTER(WHERE
    (
      (
        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
      ) / 86400.0
    ) <= 3) AS quick,
  COUNT(*) FILTER(WHERE
    (
      (
        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
      ) / 3600.0
    ) > 24) AS over_a_day,
  COUNT(*) FILTER(WHERE
    (
      (
        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
      ) / 3600.0
    ) <= 30) AS bare
FROM tickets;
-- postgres:
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 86400.0
--   +      CAST(EXTRACT(EPOCH FROM (
--   +        tickets.closed_at - tickets.opened_at
--   +      )) AS DOUBLE PRECISION) / 86400.0
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 3600.0
--   +      CAST(EXTRACT(EPOCH FROM (
--   +        tickets.closed_at - tickets.opened_at
--   +      )) AS DOUBLE PRECISION) / 3600.0
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 3600.0
--   +      CAST(EXTRACT(EPOCH FROM (
--   +        tickets.closed_at - tickets.opened_at
--   +      )) AS DOUBLE PRECISION) / 3600.0
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 86400.0
--   -    ) <= 3) AS quick,
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 3600.0
--   -    ) > 24) AS over_a_day,
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      (
--   -        DATE_DIFF('MICROSECOND', tickets.opened_at, tickets.closed_at) / 1000000.0
--   -      ) / 3600.0
--   -    ) <= 30) AS bare
--   +  COUNT(
--   +    CASE
--   +      WHEN (
--   +        (
--   +          CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   +        ) / 86400.0
--   +      ) <= 3
--   +      THEN 1
--   +    END
--   +  ) AS quick,
--   +  COUNT(
--   +    CASE
--   +      WHEN (
--   +        (
--   +          CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   +        ) / 3600.0
--   +      ) > 24
--   +      THEN 1
--   +    END
--   +  ) AS over_a_day,
--   +  COUNT(
--   +    CASE
--   +      WHEN (
--   +        (
--   +          CAST(TIMESTAMPDIFF(MICROSECOND, tickets.opened_at, tickets.closed_at) AS DOUBLE) / 1000000.0
--   +        ) / 3600.0
--   +      ) <= 30
--   +      THEN 1
--   +    END
--   +  ) AS bare

-- today is the as-of day and now its end
--   max(days(tickets.due_on, today())) as overdue, max(hours(tickets.opened_at, now()) where id = 4) as waiting,
--   count(tickets where opened_at >= today() - 7 days) as recent
SELECT
  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-03-12' AS DATE))) AS overdue,
  MAX(
    (
      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST('2025-03-13 00:00:00' AS TIMESTAMP)) / 1000000.0
    ) / 3600.0
  ) FILTER(WHERE
    tickets.id = 4) AS waiting,
  COUNT(*) FILTER(WHERE
    tickets.opened_at >= CAST(CAST(CAST('2025-03-12' AS DATE) - INTERVAL '7' DAY AS DATE) AS TIMESTAMP)) AS recent
FROM tickets;
-- postgres:
--   -  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-03-12' AS DATE))) AS overdue,
--   +  MAX((
--   +    CAST('2025-03-12' AS DATE) - tickets.due_on
--   +  )) AS overdue,
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST('2025-03-13 00:00:00' AS TIMESTAMP)) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      CAST('2025-03-13 00:00:00' AS TIMESTAMP) - tickets.opened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -    tickets.opened_at >= CAST(CAST(CAST('2025-03-12' AS DATE) - INTERVAL '7' DAY AS DATE) AS TIMESTAMP)) AS recent
--   +    tickets.opened_at >= CAST(CAST(CAST('2025-03-12' AS DATE) - INTERVAL '7 DAY' AS DATE) AS TIMESTAMP)) AS recent
-- snowflake:
--   -  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-03-12' AS DATE))) AS overdue,
--   +  MAX(DATEDIFF(DAY, tickets.due_on, TO_DATE('2025-03-12', 'YYYY-MM-DD'))) AS overdue,
--   -    (
--   -      DATE_DIFF('MICROSECOND', tickets.opened_at, CAST('2025-03-13 00:00:00' AS TIMESTAMP)) / 1000000.0
--   -    ) / 3600.0
--   -  ) FILTER(WHERE
--   -    tickets.id = 4) AS waiting,
--   -  COUNT(*) FILTER(WHERE
--   -    tickets.opened_at >= CAST(CAST(CAST('2025-03-12' AS DATE) - INTERVAL '7' DAY AS DATE) AS TIMESTAMP)) AS recent
--   +    CASE
--   +      WHEN tickets.id = 4
--   +      THEN (
--   +        CAST(TIMESTAMPDIFF(
--   +          MICROSECOND,
--   +          tickets.opened_at,
--   +          TO_TIMESTAMP_NTZ('2025-03-13 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +        ) AS DOUBLE) / 1000000.0
--   +      ) / 3600.0
--   +    END
--   +  ) AS waiting,
--   +  COUNT(
--   +    CASE
--   +      WHEN tickets.opened_at >= CAST(DATEADD(DAY, -7, TO_DATE('2025-03-12', 'YYYY-MM-DD')) AS TIMESTAMP_NTZ)
--   +      THEN 1
--   +    END
--   +  ) AS recent

-- as of in the question beats what was given beside it
--   max(days(tickets.due_on, today())) as overdue
--   as of 2025-01-13
SELECT
  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-01-13' AS DATE))) AS overdue
FROM tickets;
-- postgres:
--   -  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-01-13' AS DATE))) AS overdue
--   +  MAX((
--   +    CAST('2025-01-13' AS DATE) - tickets.due_on
--   +  )) AS overdue
-- snowflake:
--   -  MAX(DATE_DIFF('DAY', tickets.due_on, CAST('2025-01-13' AS DATE))) AS overdue
--   +  MAX(DATEDIFF(DAY, tickets.due_on, TO_DATE('2025-01-13', 'YYYY-MM-DD'))) AS overdue

-- a date literal in a condition
--   count(tickets where due_on > date '2025-02-28') as later, count(tickets where opened_at < date '2025-01-01') as earlier
SELECT
  COUNT(*) FILTER(WHERE
    tickets.due_on > CAST('2025-02-28' AS DATE)) AS later,
  COUNT(*) FILTER(WHERE
    tickets.opened_at < CAST('2025-01-01 00:00:00' AS TIMESTAMP)) AS earlier
FROM tickets;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    tickets.due_on > CAST('2025-02-28' AS DATE)) AS later,
--   -  COUNT(*) FILTER(WHERE
--   -    tickets.opened_at < CAST('2025-01-01 00:00:00' AS TIMESTAMP)) AS earlier
--   +  COUNT(CASE WHEN tickets.due_on > TO_DATE('2025-02-28', 'YYYY-MM-DD') THEN 1 END) AS later,
--   +  COUNT(
--   +    CASE
--   +      WHEN tickets.opened_at < TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      THEN 1
--   +    END
--   +  ) AS earlier
