-- hours since the day's midnight
--   max(hours(events.on_day, happened_at)) as h by events.id
SELECT
  events.id AS id,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
          WHEN (
            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND,
        events.happened_at
      ) / 1000000.0
    ) / 3600.0
  ) AS h
FROM events
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      events.happened_at - (
--   -            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        END * INTERVAL '1' SECOND,
--   -        events.happened_at
--   -      ) / 1000000.0
--   -    ) / 3600.0
--   +        END * INTERVAL '1 SECOND'
--   +      )
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND,
--   +      CAST(TIMESTAMPDIFF(
--   +        MICROSECOND,
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/Havana',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +              )
--   +            ) = CAST(events.on_day AS TIMESTAMP_NTZ)
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +        ),
--   -      ) / 1000000.0
--   +      ) AS DOUBLE) / 1000000.0

-- how long these days are
--   max(hours(events.on_day, on_day + 1 day)) as h by events.on_day
SELECT
  events.on_day AS on_day,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
          WHEN (
            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND,
        CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
          WHEN (
            CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP)
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) / 1000000.0
    ) / 3600.0
  ) AS h
FROM events
GROUP BY
  1
ORDER BY
  events.on_day NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      (
--   +        CAST(CAST(events.on_day + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   +          WHEN (
--   +            CAST(CAST(events.on_day + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   +          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(CAST(events.on_day + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)
--   +          THEN -3600
--   +          ELSE 0
--   +        END * INTERVAL '1 SECOND'
--   +      ) - (
--   -            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        END * INTERVAL '1' SECOND,
--   -        CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP)
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   -    ) / 3600.0
--   +        END * INTERVAL '1 SECOND'
--   +      )
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -  events.on_day NULLS LAST
--   +  events.on_day ASC
-- snowflake:
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND,
--   -        CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(CAST(events.on_day + INTERVAL '1' DAY AS DATE) AS TIMESTAMP)
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(
--   +        MICROSECOND,
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/Havana',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +              )
--   +            ) = CAST(events.on_day AS TIMESTAMP_NTZ)
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +        ),
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/Havana',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(DATEADD(DAY, 1, events.on_day) AS TIMESTAMP_NTZ))
--   +              )
--   +            ) = CAST(DATEADD(DAY, 1, events.on_day) AS TIMESTAMP_NTZ)
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(DATEADD(DAY, 1, events.on_day) AS TIMESTAMP_NTZ))
--   +        )
--   +      ) AS DOUBLE) / 1000000.0

-- beside a date a timestamp is compared with the first midnight
--   count(events where happened_at >= on_day) as since, count(events where happened_at < on_day) as before by events.on_day
SELECT
  events.on_day AS on_day,
  COUNT(*) FILTER(WHERE
    events.happened_at >= CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND) AS since,
  COUNT(*) FILTER(WHERE
    events.happened_at < CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND) AS before
FROM events
GROUP BY
  1
ORDER BY
  events.on_day NULLS LAST;
-- postgres:
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND) AS since,
--   +    END * INTERVAL '1 SECOND') AS since,
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND) AS before
--   +    END * INTERVAL '1 SECOND') AS before
--   -  events.on_day NULLS LAST
--   +  events.on_day ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    events.happened_at >= CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND) AS since,
--   -  COUNT(*) FILTER(WHERE
--   -    events.happened_at < CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        CAST(events.on_day AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(events.on_day AS TIMESTAMP)
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND) AS before
--   +  COUNT(
--   +    CASE
--   +      WHEN events.happened_at >= DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'America/Havana',
--   +            DATEADD(
--   +              SECOND,
--   +              -3600,
--   +              CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +            )
--   +          ) = CAST(events.on_day AS TIMESTAMP_NTZ)
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +      )
--   +      THEN 1
--   +    END
--   +  ) AS since,
--   +  COUNT(
--   +    CASE
--   +      WHEN events.happened_at < DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'America/Havana',
--   +            DATEADD(
--   +              SECOND,
--   +              -3600,
--   +              CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +            )
--   +          ) = CAST(events.on_day AS TIMESTAMP_NTZ)
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(events.on_day AS TIMESTAMP_NTZ))
--   +      )
--   +      THEN 1
--   +    END
--   +  ) AS before

-- a day later and a day before
--   max(hours(events.happened_at, happened_at + 1 day)) as later, max(hours(events.happened_at - 1 day, happened_at)) as since by events.id where events.id in (1, 4, 5, 6, 8)
SELECT
  events.id AS id,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        events.happened_at,
        (
          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
        ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
          WHEN (
            (
              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = (
            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
          )
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) / 1000000.0
    ) / 3600.0
  ) AS later,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        (
          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
        ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
          WHEN (
            (
              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = (
            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
          )
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND,
        events.happened_at
      ) / 1000000.0
    ) / 3600.0
  ) AS since
FROM events
WHERE
  events.id IN (1, 4, 5, 6, 8)
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   -        events.happened_at,
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      (
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   +          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1 DAY'
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1 DAY'
--   +            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   +            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1 DAY'
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   -    ) / 3600.0
--   +        END * INTERVAL '1 SECOND'
--   +      ) - events.happened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -    (
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      events.happened_at - (
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   +          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1 DAY'
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1 DAY'
--   +            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   +            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1 DAY'
--   -        END * INTERVAL '1' SECOND,
--   -        events.happened_at
--   -      ) / 1000000.0
--   -    ) / 3600.0
--   +        END * INTERVAL '1 SECOND'
--   +      )
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +      CAST(TIMESTAMPDIFF(
--   +        MICROSECOND,
--   -        (
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   -        ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            (
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = (
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' + INTERVAL '1' DAY
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/Havana',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE(
--   +                  'America/Havana',
--   +                  'UTC',
--   +                  DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   +                )
--   +              )
--   +            ) = DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE(
--   +            'America/Havana',
--   +            'UTC',
--   +            DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   +        )
--   +      ) AS DOUBLE) / 1000000.0
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   -        (
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   -        ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            (
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = (
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - INTERVAL '1' DAY
--   +      CAST(TIMESTAMPDIFF(
--   +        MICROSECOND,
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/Havana',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE(
--   +                  'America/Havana',
--   +                  'UTC',
--   +                  DATEADD(DAY, -1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   +                )
--   +              )
--   +            ) = DATEADD(DAY, -1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE(
--   +            'America/Havana',
--   +            'UTC',
--   +            DATEADD(DAY, -1, CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND,
--   +        ),
--   -      ) / 1000000.0
--   +      ) AS DOUBLE) / 1000000.0

-- yesterday's rows land in the first of the two hours
--   count(events) as n, prior(count(events), 1 day) as before by hour for 2025-11-02 limit 3
WITH events_scan /* count_events */ AS (
  SELECT
    events.happened_at - (
      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana')
    ) AS hour,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-11-02 04:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-11-03 05:00:00' AS TIMESTAMP)
  GROUP BY
    1
), events_times /* happened_at_local */ AS (
  SELECT
    events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS happened_at_local
  FROM events
), events_times_2 /* happened_at_moved */ AS (
  SELECT
    events.happened_at_local + INTERVAL '1' DAY AS happened_at_moved
  FROM events_times AS events
), events_times_3 /* happened_at_moved_utc */ AS (
  SELECT
    events.happened_at_moved,
    events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = events.happened_at_moved
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS happened_at_moved_utc
  FROM events_times_2 AS events
), events_prior_scan /* prior_count_events */ AS (
  SELECT
    events.happened_at_moved_utc - (
      events.happened_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - DATE_TRUNC(
        'hour',
        events.happened_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana'
      )
    ) AS hour,
    COUNT(*) AS prior_count_events
  FROM events_times_3 AS events
  WHERE
    events.happened_at_moved >= CAST('2025-11-02 00:00:00' AS TIMESTAMP)
    AND events.happened_at_moved < CAST('2025-11-03 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-11-02 04:00:00' AS TIMESTAMP),
        CAST('2025-11-03 04:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_events) AS count_events,
    MAX(stacked.prior_count_events) AS prior_count_events
  FROM (
    SELECT
      events_scan.hour AS hour,
      events_scan.count_events AS count_events,
      NULL AS prior_count_events
    FROM events_scan
    UNION ALL
    SELECT
      events_prior_scan.hour AS hour,
      NULL AS count_events,
      events_prior_scan.prior_count_events AS prior_count_events
    FROM events_prior_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_events,
      NULL AS prior_count_events
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS hour,
  COALESCE(answer.count_events, 0) AS n,
  COALESCE(answer.prior_count_events, 0) AS before
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 3;
-- postgres:
--   -    events.happened_at_local + INTERVAL '1' DAY AS happened_at_moved
--   +    events.happened_at_local + INTERVAL '1 DAY' AS happened_at_moved
--   -        events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS happened_at_moved_utc
--   +    END * INTERVAL '1 SECOND' AS happened_at_moved_utc
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-11-02 04:00:00' AS TIMESTAMP),
--   -        CAST('2025-11-03 04:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-11-02 04:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-11-03 04:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    events.happened_at - (
--   -      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at),
--   +        events.happened_at
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at))
--   -    events.happened_at >= CAST('2025-11-02 04:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-11-03 05:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-11-02 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-11-03 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS happened_at_local
--   +    CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at) AS happened_at_local
--   -    events.happened_at_local + INTERVAL '1' DAY AS happened_at_moved
--   +    DATEADD(DAY, 1, events.happened_at_local) AS happened_at_moved
--   -    events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        events.happened_at_moved AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = events.happened_at_moved
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS happened_at_moved_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/Havana',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/Havana', 'UTC', events.happened_at_moved))
--   +        ) = events.happened_at_moved
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/Havana', 'UTC', events.happened_at_moved)
--   +    ) AS happened_at_moved_utc
--   -    events.happened_at_moved_utc - (
--   -      events.happened_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' - DATE_TRUNC(
--   -        'hour',
--   -        events.happened_at_moved_utc AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana'
--   -      )
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at_moved_utc),
--   +        events.happened_at_moved_utc
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at_moved_utc))
--   -    events.happened_at_moved >= CAST('2025-11-02 00:00:00' AS TIMESTAMP)
--   -    AND events.happened_at_moved < CAST('2025-11-03 00:00:00' AS TIMESTAMP)
--   +    events.happened_at_moved >= TO_TIMESTAMP_NTZ('2025-11-02 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at_moved < TO_TIMESTAMP_NTZ('2025-11-03 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-11-02 04:00:00' AS TIMESTAMP),
--   -        CAST('2025-11-03 04:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-11-02 04:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 25))
--   +  ) AS numbers
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'America/Havana', answer.hour) AS hour,

-- the day has both hours
--   count(events) as n by day for 2025-11-01 to 2025-11-03
WITH events_scan /* count_events */ AS (
  SELECT
    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS DATE) AS day,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-11-01 04:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-11-04 05:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-11-01' AS DATE), CAST('2025-11-03' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_events) AS count_events
  FROM (
    SELECT
      events_scan.day AS day,
      events_scan.count_events AS count_events
    FROM events_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_events
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_events, 0) AS n
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-11-01' AS DATE), CAST('2025-11-03' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-11-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-11-03' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'America/Havana', events.happened_at) AS DATE) AS day,
--   -    events.happened_at >= CAST('2025-11-01 04:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-11-04 05:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-11-01 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-11-04 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-11-01' AS DATE), CAST('2025-11-03' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-11-01', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events

-- a history changes with the first midnight
--   max(events.price.price) as price by events.id where events.id in (4, 5, 6)
SELECT
  events.id AS id,
  MAX(price.price) AS price
FROM events
LEFT JOIN prices AS price
  ON events.kind = price.kind
  AND CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
    WHEN (
      CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
    ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.valid_on AS TIMESTAMP)
    THEN -3600
    ELSE 0
  END * INTERVAL '1' SECOND <= events.happened_at
  AND (
    events.happened_at < CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.until AS TIMESTAMP)
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND
    OR CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
      WHEN (
        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.until AS TIMESTAMP)
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND IS NULL
  )
WHERE
  events.id IN (4, 5, 6)
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -      CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +      CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -  END * INTERVAL '1' SECOND <= events.happened_at
--   +  END * INTERVAL '1 SECOND' <= events.happened_at
--   -        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND
--   +    END * INTERVAL '1 SECOND'
--   -        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND IS NULL
--   +    END * INTERVAL '1 SECOND' IS NULL
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -  AND CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -    WHEN (
--   -      CAST(price.valid_on AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -    ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.valid_on AS TIMESTAMP)
--   -    THEN -3600
--   -    ELSE 0
--   -  END * INTERVAL '1' SECOND <= events.happened_at
--   -  AND (
--   -    events.happened_at < CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.until AS TIMESTAMP)
--   +  AND DATEADD(
--   +    SECOND,
--   +    CASE
--   +      WHEN CONVERT_TIMEZONE(
--   +        'UTC',
--   +        'America/Havana',
--   +        DATEADD(
--   +          SECOND,
--   +          -3600,
--   +          CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.valid_on AS TIMESTAMP_NTZ))
--   +        )
--   +      ) = CAST(price.valid_on AS TIMESTAMP_NTZ)
--   -    END * INTERVAL '1' SECOND
--   -    OR CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        CAST(price.until AS TIMESTAMP) AT TIME ZONE 'America/Havana' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/Havana' = CAST(price.until AS TIMESTAMP)
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND IS NULL
--   +    END,
--   +    CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.valid_on AS TIMESTAMP_NTZ))
--   +  ) <= events.happened_at
--   +  AND (
--   +    events.happened_at < DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/Havana',
--   +          DATEADD(
--   +            SECOND,
--   +            -3600,
--   +            CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.until AS TIMESTAMP_NTZ))
--   +          )
--   +        ) = CAST(price.until AS TIMESTAMP_NTZ)
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.until AS TIMESTAMP_NTZ))
--   +    )
--   +    OR DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/Havana',
--   +          DATEADD(
--   +            SECOND,
--   +            -3600,
--   +            CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.until AS TIMESTAMP_NTZ))
--   +          )
--   +        ) = CAST(price.until AS TIMESTAMP_NTZ)
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('America/Havana', 'UTC', CAST(price.until AS TIMESTAMP_NTZ))
--   +    ) IS NULL
