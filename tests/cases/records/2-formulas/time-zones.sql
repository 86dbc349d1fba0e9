-- a day of 23 hours
--   count(events) as n by day for 2025-03-08 to 2025-03-10
WITH events_scan /* count_events */ AS (
  SELECT
    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS day,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-03-08 05:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-03-11 04:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
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
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-08' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE) AS day,
--   -    events.happened_at >= CAST('2025-03-08 05:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-03-11 04:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-08 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-03-11 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-08', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events

-- a day of 25 hours
--   count(events) as n by day for 2025-11-01 to 2025-11-03
WITH events_scan /* count_events */ AS (
  SELECT
    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS day,
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
--   -    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE) AS day,
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

-- the first and the last moment are shown in local time
--   min(events.happened_at) as earliest, max(events.happened_at) as latest where events.id in (3, 4)
SELECT
  MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
  MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest
FROM events
WHERE
  events.id IN (3, 4);
-- snowflake:
--   -  MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   -  MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', MIN(events.happened_at)) AS earliest,
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', MAX(events.happened_at)) AS latest

-- the first and the last in time, and their hours
--   first(events.happened_at) as earliest, last(events.happened_at) as latest, hour(first(events.happened_at)) as h
SELECT
  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
  FIRST(
    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
  ) FILTER(WHERE
    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
  CAST(EXTRACT(HOUR FROM FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
FROM events;
-- postgres:
--   -  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   -  FIRST(
--   -    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
--   -  CAST(EXTRACT(HOUR FROM FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   +  (
--   +    ARRAY_AGG(events.happened_at ORDER BY events.happened_at ASC, events.id ASC) FILTER(WHERE
--   +      NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL)
--   +  )[1] AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   +  (
--   +    ARRAY_AGG(
--   +      events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   +    ) FILTER(WHERE
--   +      NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL)
--   +  )[1] AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
--   +  CAST(EXTRACT(HOUR FROM (
--   +    ARRAY_AGG(events.happened_at ORDER BY events.happened_at ASC, events.id ASC) FILTER(WHERE
--   +      NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL)
--   +  )[1] AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
-- snowflake:
--   -  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   -  FIRST(
--   -    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
--   -  CAST(EXTRACT(HOUR FROM FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   -FROM events
--   +  CONVERT_TIMEZONE(
--   +    'UTC',
--   +    'America/New_York',
--   +    MAX(
--   +      CASE
--   +        WHEN placed."PLACING" = 1
--   +        AND (
--   +          NOT placed.happened_at IS NULL AND NOT placed.happened_at IS NULL
--   +        )
--   +        THEN placed.happened_at
--   +      END
--   +    )
--   +  ) AS earliest,
--   +  CONVERT_TIMEZONE(
--   +    'UTC',
--   +    'America/New_York',
--   +    MAX(
--   +      CASE
--   +        WHEN placed.placing_2 = 1
--   +        AND (
--   +          NOT placed.happened_at IS NULL AND NOT placed.happened_at IS NULL
--   +        )
--   +        THEN placed.happened_at
--   +      END
--   +    )
--   +  ) AS latest,
--   +  CAST(DATE_PART(
--   +    HOUR,
--   +    CONVERT_TIMEZONE(
--   +      'UTC',
--   +      'America/New_York',
--   +      MAX(
--   +        CASE
--   +          WHEN placed."PLACING" = 1
--   +          AND (
--   +            NOT placed.happened_at IS NULL AND NOT placed.happened_at IS NULL
--   +          )
--   +          THEN placed.happened_at
--   +        END
--   +      )
--   +    )
--   +  ) AS BIGINT) AS h
--   +FROM (
--   +  SELECT
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, events.happened_at NULLS LAST, events.id NULLS LAST
--   +    ) AS "PLACING",
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   +    ) AS placing_2,
--   +    events.happened_at AS happened_at
--   +  FROM events
--   +) AS placed

-- the first in time of groups
--   first(events.happened_at) as earliest, hour(last(events.happened_at)) as h by events.on_day where events.id in (4, 5, 8, 9)
SELECT
  events.on_day AS on_day,
  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
  CAST(EXTRACT(HOUR FROM FIRST(
    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
  ) FILTER(WHERE
    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
FROM events
WHERE
  events.id IN (4, 5, 8, 9)
GROUP BY
  1
ORDER BY
  events.on_day NULLS LAST;
-- postgres:
--   -  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   -  CAST(EXTRACT(HOUR FROM FIRST(
--   -    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   +  (
--   +    ARRAY_AGG(events.happened_at ORDER BY events.happened_at ASC, events.id ASC) FILTER(WHERE
--   +      NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL)
--   +  )[1] AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   +  CAST(EXTRACT(HOUR FROM (
--   +    ARRAY_AGG(
--   +      events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   +    ) FILTER(WHERE
--   +      NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL)
--   +  )[1] AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   -  events.on_day NULLS LAST
--   +  events.on_day ASC
-- snowflake:
--   -  events.on_day AS on_day,
--   -  FIRST(events.happened_at ORDER BY events.happened_at NULLS LAST, events.id NULLS LAST) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS earliest,
--   -  CAST(EXTRACT(HOUR FROM FIRST(
--   -    events.happened_at ORDER BY events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   -FROM events
--   -WHERE
--   -  events.id IN (4, 5, 8, 9)
--   +  placed.on_day AS on_day,
--   +  CONVERT_TIMEZONE(
--   +    'UTC',
--   +    'America/New_York',
--   +    MAX(
--   +      CASE
--   +        WHEN placed."PLACING" = 1
--   +        AND (
--   +          NOT placed.happened_at IS NULL AND NOT placed.happened_at IS NULL
--   +        )
--   +        THEN placed.happened_at
--   +      END
--   +    )
--   +  ) AS earliest,
--   +  CAST(DATE_PART(
--   +    HOUR,
--   +    CONVERT_TIMEZONE(
--   +      'UTC',
--   +      'America/New_York',
--   +      MAX(
--   +        CASE
--   +          WHEN placed.placing_2 = 1
--   +          AND (
--   +            NOT placed.happened_at IS NULL AND NOT placed.happened_at IS NULL
--   +          )
--   +          THEN placed.happened_at
--   +        END
--   +      )
--   +    )
--   +  ) AS BIGINT) AS h
--   +FROM (
--   +  SELECT
--   +    events.on_day AS on_day,
--   +    ROW_NUMBER() OVER (
--   +      PARTITION BY events.on_day
--   +      ORDER BY CASE
--   +        WHEN NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, events.happened_at NULLS LAST, events.id NULLS LAST
--   +    ) AS "PLACING",
--   +    ROW_NUMBER() OVER (
--   +      PARTITION BY events.on_day
--   +      ORDER BY CASE
--   +        WHEN NOT events.happened_at IS NULL AND NOT events.happened_at IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, events.happened_at DESC NULLS LAST, events.id DESC NULLS LAST
--   +    ) AS placing_2,
--   +    events.happened_at AS happened_at
--   +  FROM events
--   +  WHERE
--   +    events.id IN (4, 5, 8, 9)
--   +) AS placed
--   -  events.on_day NULLS LAST
--   +  placed.on_day NULLS LAST

-- the last moment of groups, and its hour
--   max(events.happened_at) as latest, hour(max(events.happened_at)) as h by events.on_day where events.id in (9, 11, 12)
SELECT
  events.on_day AS on_day,
  MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
  CAST(EXTRACT(HOUR FROM MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
FROM events
WHERE
  events.id IN (9, 11, 12)
GROUP BY
  1
ORDER BY
  events.on_day NULLS LAST;
-- postgres:
--   -  events.on_day NULLS LAST
--   +  events.on_day ASC
-- snowflake:
--   -  MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS latest,
--   -  CAST(EXTRACT(HOUR FROM MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT) AS h
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', MAX(events.happened_at)) AS latest,
--   +  CAST(DATE_PART(HOUR, CONVERT_TIMEZONE('UTC', 'America/New_York', MAX(events.happened_at))) AS BIGINT) AS h

-- the hour of the last moment per day
--   max(hour(max(events.happened_at)) per events.on_day) as h where events.id in (9, 11, 12)
WITH events_scan /* max_happened_at */ AS (
  SELECT
    events.on_day AS on_day,
    MAX(events.happened_at) AS max_happened_at
  FROM events
  WHERE
    events.id IN (9, 11, 12)
  GROUP BY
    1
)
SELECT
  MAX(
    CAST(EXTRACT(HOUR FROM events_scan.max_happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
  ) AS h
FROM events_scan
WHERE
  NOT events_scan.on_day IS NULL;
-- snowflake:
--   -    CAST(EXTRACT(HOUR FROM events_scan.max_happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
--   +    CAST(DATE_PART(HOUR, CONVERT_TIMEZONE('UTC', 'America/New_York', events_scan.max_happened_at)) AS BIGINT)

-- months are local too
--   count(events) as n by month for 2025-06 to 2025-07
WITH events_scan /* count_events */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'month',
      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
    ) AS DATE) AS month,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-06-01 04:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-08-01 04:00:00' AS TIMESTAMP)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-06-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_events) AS count_events
  FROM (
    SELECT
      events_scan.month AS month,
      events_scan.count_events AS count_events
    FROM events_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_events
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_events, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +      CAST(CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-06-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +      CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE)
--   -    events.happened_at >= CAST('2025-06-01 04:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-08-01 04:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-06-01 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-08-01 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-06-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-06-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events

-- a range without a grain ends at local midnight
--   count(events) as n for 2025-03-09
SELECT
  COUNT(*) AS n
FROM events
WHERE
  events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
  AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP);
-- snowflake:
--   -  events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
--   -  AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
--   +  events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND events.happened_at < TO_TIMESTAMP_NTZ('2025-03-10 04:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- a date has no zone
--   count(events) as n
--   by day on on_day
--   for 2025-03-08 to 2025-03-10 on on_day
WITH events_scan /* count_events */ AS (
  SELECT
    events.on_day AS day,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.on_day >= CAST('2025-03-08' AS DATE)
    AND events.on_day < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
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
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-08' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    events.on_day >= CAST('2025-03-08' AS DATE)
--   -    AND events.on_day < CAST('2025-03-11' AS DATE)
--   +    events.on_day >= TO_DATE('2025-03-08', 'YYYY-MM-DD')
--   +    AND events.on_day < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-08', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events

-- no hour 2 on the day that loses it
--   count(events) as n by hour for 2025-03-09 limit 5
WITH events_scan /* count_events */ AS (
  SELECT
    events.happened_at - (
      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
    ) AS hour,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_events) AS count_events
  FROM (
    SELECT
      events_scan.hour AS hour,
      events_scan.count_events AS count_events
    FROM events_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_events
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
  COALESCE(answer.count_events, 0) AS n
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 5;
-- postgres:
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-09 05:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10 03:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    events.happened_at - (
--   -      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at),
--   +        events.happened_at
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   -    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-03-10 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 23))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', answer.hour) AS hour,

-- 23 hours on the day that loses one
--   count(events) as n by hour for 2025-03-09 having n = 0 limit 30
WITH events_scan /* count_events */ AS (
  SELECT
    events.happened_at - (
      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
    ) AS hour,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_events) AS count_events
  FROM (
    SELECT
      events_scan.hour AS hour,
      events_scan.count_events AS count_events
    FROM events_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_events
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
  COALESCE(answer.count_events, 0) AS n
FROM answer
WHERE
  COALESCE(answer.count_events, 0) = 0
ORDER BY
  answer.hour NULLS LAST
LIMIT 30;
-- postgres:
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-09 05:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10 03:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    events.happened_at - (
--   -      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at),
--   +        events.happened_at
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   -    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-03-10 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-09 05:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-10 03:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 23))
--   +  ) AS numbers
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', answer.hour) AS hour,

-- hour 1 comes twice on the day that has it twice
--   count(events) as n by hour for 2025-11-02 limit 4
WITH events_scan /* count_events */ AS (
  SELECT
    events.happened_at - (
      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
    ) AS hour,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-11-02 04:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-11-03 05:00:00' AS TIMESTAMP)
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
    MAX(stacked.count_events) AS count_events
  FROM (
    SELECT
      events_scan.hour AS hour,
      events_scan.count_events AS count_events
    FROM events_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_events
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
  COALESCE(answer.count_events, 0) AS n
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 4;
-- postgres:
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
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL) AS count_events
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    events.happened_at - (
--   -      events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' - DATE_TRUNC('hour', events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at),
--   +        events.happened_at
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   -    events.happened_at >= CAST('2025-11-02 04:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-11-03 05:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-11-02 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-11-03 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
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
--   -      NULL AS count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'America/New_York', answer.hour) AS hour,

-- elapsed time is real time
--   hours(min(events.happened_at where id = 2), max(events.happened_at where id = 6)) as short,
--   hours(min(events.happened_at where id = 7), max(events.happened_at where id = 11)) as long
SELECT
  (
    DATE_DIFF(
      'MICROSECOND',
      MIN(events.happened_at) FILTER(WHERE
        events.id = 2),
      MAX(events.happened_at) FILTER(WHERE
        events.id = 6)
    ) / 1000000.0
  ) / 3600.0 AS short,
  (
    DATE_DIFF(
      'MICROSECOND',
      MIN(events.happened_at) FILTER(WHERE
        events.id = 7),
      MAX(events.happened_at) FILTER(WHERE
        events.id = 11)
    ) / 1000000.0
  ) / 3600.0 AS long
FROM events;
-- postgres:
--   -  (
--   -    DATE_DIFF(
--   -      'MICROSECOND',
--   -      MIN(events.happened_at) FILTER(WHERE
--   -        events.id = 2),
--   -      MAX(events.happened_at) FILTER(WHERE
--   -        events.id = 6)
--   -    ) / 1000000.0
--   -  ) / 3600.0 AS short,
--   -  (
--   -    DATE_DIFF(
--   -      'MICROSECOND',
--   -      MIN(events.happened_at) FILTER(WHERE
--   -        events.id = 7),
--   -      MAX(events.happened_at) FILTER(WHERE
--   -        events.id = 11)
--   -    ) / 1000000.0
--   -  ) / 3600.0 AS long
--   +  CAST(EXTRACT(EPOCH FROM (
--   +    MAX(events.happened_at) FILTER(WHERE
--   +      events.id = 6) - MIN(events.happened_at) FILTER(WHERE
--   +      events.id = 2)
--   +  )) AS DOUBLE PRECISION) / 3600.0 AS short,
--   +  CAST(EXTRACT(EPOCH FROM (
--   +    MAX(events.happened_at) FILTER(WHERE
--   +      events.id = 11) - MIN(events.happened_at) FILTER(WHERE
--   +      events.id = 7)
--   +  )) AS DOUBLE PRECISION) / 3600.0 AS long
-- snowflake:
--   -    DATE_DIFF(
--   -      'MICROSECOND',
--   -      MIN(events.happened_at) FILTER(WHERE
--   -        events.id = 2),
--   -      MAX(events.happened_at) FILTER(WHERE
--   -        events.id = 6)
--   -    ) / 1000000.0
--   +    CAST(TIMESTAMPDIFF(
--   +      MICROSECOND,
--   +      MIN(CASE WHEN events.id = 2 THEN events.happened_at END),
--   +      MAX(CASE WHEN events.id = 6 THEN events.happened_at END)
--   +    ) AS DOUBLE) / 1000000.0
--   -    DATE_DIFF(
--   -      'MICROSECOND',
--   -      MIN(events.happened_at) FILTER(WHERE
--   -        events.id = 7),
--   -      MAX(events.happened_at) FILTER(WHERE
--   -        events.id = 11)
--   -    ) / 1000000.0
--   +    CAST(TIMESTAMPDIFF(
--   +      MICROSECOND,
--   +      MIN(CASE WHEN events.id = 7 THEN events.happened_at END),
--   +      MAX(CASE WHEN events.id = 11 THEN events.happened_at END)
--   +    ) AS DOUBLE) / 1000000.0

-- a day later is the same local time, 24 hours later is not
--   max(hours(events.happened_at, happened_at + 1 day)) as day, max(hours(events.happened_at, happened_at + 24 hours)) as hours by events.id where events.id in (1, 6, 7)
SELECT
  events.id AS id,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        events.happened_at,
        (
          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
        ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
          WHEN (
            (
              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
            ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = (
            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
          )
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) / 1000000.0
    ) / 3600.0
  ) AS day,
  MAX(
    (
      DATE_DIFF('MICROSECOND', events.happened_at, events.happened_at + INTERVAL '24' HOUR) / 1000000.0
    ) / 3600.0
  ) AS hours
FROM events
WHERE
  events.id IN (1, 6, 7)
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
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   +          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1 DAY'
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1 DAY'
--   +            ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   +            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1 DAY'
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   -    ) / 3600.0
--   +        END * INTERVAL '1 SECOND'
--   +      ) - events.happened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -    (
--   -      DATE_DIFF('MICROSECOND', events.happened_at, events.happened_at + INTERVAL '24' HOUR) / 1000000.0
--   -    ) / 3600.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      (
--   +        events.happened_at + INTERVAL '24 HOUR'
--   +      ) - events.happened_at
--   +    )) AS DOUBLE PRECISION) / 3600.0
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +      CAST(TIMESTAMPDIFF(
--   +        MICROSECOND,
--   -        (
--   -          events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   -        ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            (
--   -              events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   -            ) AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = (
--   -            events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' + INTERVAL '1' DAY
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'America/New_York',
--   +              DATEADD(
--   +                SECOND,
--   +                -3600,
--   +                CONVERT_TIMEZONE(
--   +                  'America/New_York',
--   +                  'UTC',
--   +                  DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   +                )
--   +              )
--   +            ) = DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE(
--   +            'America/New_York',
--   +            'UTC',
--   +            DATEADD(DAY, 1, CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at))
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   +        )
--   +      ) AS DOUBLE) / 1000000.0
--   -      DATE_DIFF('MICROSECOND', events.happened_at, events.happened_at + INTERVAL '24' HOUR) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, events.happened_at, DATEADD(HOUR, 24, events.happened_at)) AS DOUBLE) / 1000000.0

-- the parts of a timestamp are local
--   max(hour(events.happened_at)) as h, max(day(events.happened_at)) as d, max(date(events.happened_at)) as on_date by events.id where events.id in (1, 4, 9, 12)
SELECT
  events.id AS id,
  MAX(
    CAST(EXTRACT(HOUR FROM events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
  ) AS h,
  MAX(
    CAST(EXTRACT(DAY FROM events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
  ) AS d,
  MAX(
    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
  ) AS on_date
FROM events
WHERE
  events.id IN (1, 4, 9, 12)
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -    CAST(EXTRACT(HOUR FROM events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
--   +    CAST(DATE_PART(HOUR, CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at)) AS BIGINT)
--   -    CAST(EXTRACT(DAY FROM events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
--   +    CAST(DATE_PART(DAY, CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at)) AS BIGINT)
--   -  MAX(
--   -    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   -  ) AS on_date
--   +  MAX(CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE)) AS on_date

-- the day before is the local day before
--   count(events) as n, prior(count(events), 1 day) as before by day for 2025-03-09 to 2025-03-11
WITH events_by_day /* count_events of each day */ AS (
  SELECT
    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS starting_day,
    COUNT(*) AS count_events
  FROM events
  WHERE
    events.happened_at >= CAST('2025-03-08 05:00:00' AS TIMESTAMP)
    AND events.happened_at < CAST('2025-03-12 04:00:00' AS TIMESTAMP)
  GROUP BY
    1
), events_scan /* count_events */ AS (
  SELECT
    events_by_day.starting_day AS day,
    events_by_day.count_events AS count_events
  FROM events_by_day
  WHERE
    events_by_day.starting_day >= CAST('2025-03-09' AS DATE)
    AND events_by_day.starting_day < CAST('2025-03-12' AS DATE)
), events_prior_scan /* prior_count_events */ AS (
  SELECT
    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
    events_by_day.count_events AS prior_count_events
  FROM events_by_day
  WHERE
    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-03-09' AS DATE)
    AND CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-03-12' AS DATE)
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-09' AS DATE), CAST('2025-03-11' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_events) AS count_events,
    MAX(stacked.prior_count_events) AS prior_count_events
  FROM (
    SELECT
      events_scan.day AS day,
      events_scan.count_events AS count_events,
      NULL AS prior_count_events
    FROM events_scan
    UNION ALL
    SELECT
      events_prior_scan.day AS day,
      NULL AS count_events,
      events_prior_scan.prior_count_events AS prior_count_events
    FROM events_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_events,
      NULL AS prior_count_events
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_events, 0) AS n,
  COALESCE(answer.prior_count_events, 0) AS before
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
--   +    CAST(events_by_day.starting_day + INTERVAL '1 DAY' AS DATE) AS day,
--   -    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-03-09' AS DATE)
--   -    AND CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-03-12' AS DATE)
--   +    CAST(events_by_day.starting_day + INTERVAL '1 DAY' AS DATE) >= CAST('2025-03-09' AS DATE)
--   +    AND CAST(events_by_day.starting_day + INTERVAL '1 DAY' AS DATE) < CAST('2025-03-12' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-09' AS DATE), CAST('2025-03-11' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-09' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-11' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS starting_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE) AS starting_day,
--   -    events.happened_at >= CAST('2025-03-08 05:00:00' AS TIMESTAMP)
--   -    AND events.happened_at < CAST('2025-03-12 04:00:00' AS TIMESTAMP)
--   +    events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-08 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND events.happened_at < TO_TIMESTAMP_NTZ('2025-03-12 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    events_by_day.starting_day >= CAST('2025-03-09' AS DATE)
--   -    AND events_by_day.starting_day < CAST('2025-03-12' AS DATE)
--   +    events_by_day.starting_day >= TO_DATE('2025-03-09', 'YYYY-MM-DD')
--   +    AND events_by_day.starting_day < TO_DATE('2025-03-12', 'YYYY-MM-DD')
--   -    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
--   +    DATEADD(DAY, 1, events_by_day.starting_day) AS day,
--   -    CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-03-09' AS DATE)
--   -    AND CAST(events_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-03-12' AS DATE)
--   +    DATEADD(DAY, 1, events_by_day.starting_day) >= TO_DATE('2025-03-09', 'YYYY-MM-DD')
--   +    AND DATEADD(DAY, 1, events_by_day.starting_day) < TO_DATE('2025-03-12', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-09' AS DATE), CAST('2025-03-11' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-09', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events

-- a timestamp that is stored in local time
--   count(visits) as n, min(hour(visits.came_at)) as earliest by day for 2025-03-08 to 2025-03-10
WITH visits_scan /* count_visits, min_visits */ AS (
  SELECT
    CAST(visits.came_at AS DATE) AS day,
    COUNT(*) AS count_visits,
    MIN(
      CAST(EXTRACT(HOUR FROM (
        visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
          WHEN (
            visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = visits.came_at
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
    ) AS min_visits
  FROM visits
  WHERE
    visits.came_at >= CAST('2025-03-08 00:00:00' AS TIMESTAMP)
    AND visits.came_at < CAST('2025-03-11 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_visits) AS count_visits,
    MAX(stacked.min_visits) AS min_visits
  FROM (
    SELECT
      visits_scan.day AS day,
      visits_scan.count_visits AS count_visits,
      visits_scan.min_visits AS min_visits
    FROM visits_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_visits,
      NULL AS min_visits
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_visits, 0) AS n,
  answer.min_visits AS earliest
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -            visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +            visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        END * INTERVAL '1' SECOND
--   +        END * INTERVAL '1 SECOND'
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-08' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-10' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_visits,
--   -      NULL AS min_visits
--   +      CAST(NULL AS DECIMAL) AS count_visits,
--   +      CAST(NULL AS DECIMAL) AS min_visits
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -      CAST(EXTRACT(HOUR FROM (
--   -        visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            visits.came_at AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = visits.came_at
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS BIGINT)
--   +      CAST(DATE_PART(
--   +        HOUR,
--   +        CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'America/New_York',
--   +          DATEADD(
--   +            SECOND,
--   +            CASE
--   +              WHEN CONVERT_TIMEZONE(
--   +                'UTC',
--   +                'America/New_York',
--   +                DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', visits.came_at))
--   +              ) = visits.came_at
--   +              THEN -3600
--   +              ELSE 0
--   +            END,
--   +            CONVERT_TIMEZONE('America/New_York', 'UTC', visits.came_at)
--   +          )
--   +        )
--   +      ) AS BIGINT)
--   -    visits.came_at >= CAST('2025-03-08 00:00:00' AS TIMESTAMP)
--   -    AND visits.came_at < CAST('2025-03-11 00:00:00' AS TIMESTAMP)
--   +    visits.came_at >= TO_TIMESTAMP_NTZ('2025-03-08 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND visits.came_at < TO_TIMESTAMP_NTZ('2025-03-11 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-10' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-08', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_visits,
--   -      NULL AS min_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS min_visits

-- a timestamp beside a date is compared with local midnight
--   count(events where happened_at >= date '2025-03-09') as n, count(events where happened_at < date '2025-03-10' and happened_at >= date '2025-03-09') as on_it
SELECT
  COUNT(*) FILTER(WHERE
    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)) AS n,
  COUNT(*) FILTER(WHERE
    events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
    AND events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)) AS on_it
FROM events;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    events.happened_at < CAST('2025-03-10 04:00:00' AS TIMESTAMP)
--   -    AND events.happened_at >= CAST('2025-03-09 05:00:00' AS TIMESTAMP)) AS on_it
--   +  COUNT(
--   +    CASE
--   +      WHEN events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      THEN 1
--   +    END
--   +  ) AS n,
--   +  COUNT(
--   +    CASE
--   +      WHEN events.happened_at < TO_TIMESTAMP_NTZ('2025-03-10 04:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      AND events.happened_at >= TO_TIMESTAMP_NTZ('2025-03-09 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      THEN 1
--   +    END
--   +  ) AS on_it

-- earlier periods where the rows tell how far periods go
--   change(count(events), 1 month, aligned) as more by quarter
WITH events_scan /* count_events */ AS (
  SELECT
    CAST(DATE_TRUNC(
      'quarter',
      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
    ) AS DATE) AS quarter,
    COUNT(*) AS count_events
  FROM events
  WHERE
    (
      events.happened_at < CAST('2026-01-01 05:00:00' AS TIMESTAMP)
      OR events.happened_at IS NULL
    )
  GROUP BY
    1
), extent /* the first and last quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC(
        'quarter',
        CAST(MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
      ) AS DATE) AS first_period,
      CAST(DATE_TRUNC(
        'quarter',
        CAST(MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
      ) AS DATE) AS last_period
    FROM events
  ) AS extents
), events_times /* happened_at_local */ AS (
  SELECT
    events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS happened_at_local
  FROM events
), events_times_2 /* happened_at_moved */ AS (
  SELECT
    events.happened_at_local + INTERVAL '1' MONTH AS happened_at_moved
  FROM events_times AS events
), events_prior_scan /* prior_count_events */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) AS quarter,
    COUNT(*) AS prior_count_events
  FROM events_times_2 AS events
  WHERE
    (
      (
        events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
          WHEN (
            events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = events.happened_at_moved
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) IS NULL
      OR (
        CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) >= (
          SELECT
            first_period
          FROM extent
        )
        AND CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) <= (
          SELECT
            last_period
          FROM extent
        )
      )
    )
    AND (
      events.happened_at_moved < CAST('2026-01-01 00:00:00' AS TIMESTAMP)
      OR events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
        WHEN (
          events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = events.happened_at_moved
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND IS NULL
    )
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(
        (
          SELECT
            first_period
          FROM extent
        ),
        (
          SELECT
            last_period
          FROM extent
        ),
        INTERVAL '3' MONTH
      )
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.count_events) AS count_events,
    MAX(stacked.prior_count_events) AS prior_count_events
  FROM (
    SELECT
      events_scan.quarter AS quarter,
      events_scan.count_events AS count_events,
      NULL AS prior_count_events
    FROM events_scan
    UNION ALL
    SELECT
      events_prior_scan.quarter AS quarter,
      NULL AS count_events,
      events_prior_scan.prior_count_events AS prior_count_events
    FROM events_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS count_events,
      NULL AS prior_count_events
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.count_events, 0) - COALESCE(answer.prior_count_events, 0) AS more
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +      CAST(CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS TIMESTAMP)
--   -        CAST(MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +        CAST(CAST(MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS TIMESTAMP)
--   -        CAST(MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +        CAST(CAST(MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS TIMESTAMP)
--   -    events.happened_at_local + INTERVAL '1' MONTH AS happened_at_moved
--   +    events.happened_at_local + INTERVAL '1 MONTH' AS happened_at_moved
--   -    CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(CAST(events.happened_at_moved AS DATE) AS TIMESTAMP)) AS DATE) AS quarter,
--   -            events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +            events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        END * INTERVAL '1' SECOND
--   +        END * INTERVAL '1 SECOND'
--   -        CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('quarter', CAST(CAST(events.happened_at_moved AS DATE) AS TIMESTAMP)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('quarter', CAST(events.happened_at_moved AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('quarter', CAST(CAST(events.happened_at_moved AS DATE) AS TIMESTAMP)) AS DATE) <= (
--   -          events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND IS NULL
--   +      END * INTERVAL '1 SECOND' IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '3' MONTH
--   -      )
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL) AS count_events,
--   +      CAST(NULL AS DECIMAL) AS prior_count_events
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -WITH events_scan /* count_events */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), events_scan /* count_events */ AS (
--   -      CAST(events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +      CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS DATE)
--   -      events.happened_at < CAST('2026-01-01 05:00:00' AS TIMESTAMP)
--   +      events.happened_at < TO_TIMESTAMP_NTZ('2026-01-01 05:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -        CAST(MIN(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +        CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', MIN(events.happened_at)) AS DATE)
--   -        CAST(MAX(events.happened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +        CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', MAX(events.happened_at)) AS DATE)
--   -    events.happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS happened_at_local
--   +    CONVERT_TIMEZONE('UTC', 'America/New_York', events.happened_at) AS happened_at_local
--   -    events.happened_at_local + INTERVAL '1' MONTH AS happened_at_moved
--   +    DATEADD(MONTH, 1, events.happened_at_local) AS happened_at_moved
--   -      (
--   -        events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = events.happened_at_moved
--   +      DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'America/New_York',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', events.happened_at_moved))
--   +          ) = events.happened_at_moved
--   -        END * INTERVAL '1' SECOND
--   +        END,
--   +        CONVERT_TIMEZONE('America/New_York', 'UTC', events.happened_at_moved)
--   -      events.happened_at_moved < CAST('2026-01-01 00:00:00' AS TIMESTAMP)
--   -      OR events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          events.happened_at_moved AT TIME ZONE 'America/New_York' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' = events.happened_at_moved
--   -        THEN -3600
--   -        ELSE 0
--   -      END * INTERVAL '1' SECOND IS NULL
--   +      events.happened_at_moved < TO_TIMESTAMP_NTZ('2026-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +      OR DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'America/New_York',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('America/New_York', 'UTC', events.happened_at_moved))
--   +          ) = events.happened_at_moved
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('America/New_York', 'UTC', events.happened_at_moved)
--   +      ) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n * 3, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS quarter
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 3.0 AS BIGINT)
--   +                AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 3.0 AS BIGINT)
--   +              )
--   +              AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              ) AS DOUBLE) / 3.0 AS BIGINT)
--   +            )
--   +            AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            ) AS DOUBLE) / 3.0 AS BIGINT)
--   +          )
--   +          AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          ) AS DOUBLE) / 3.0 AS BIGINT)
--   +        )
--   +        AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 3.0 AS BIGINT)
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '3' MONTH
--   -      )
--   -    ) AS DATE) AS quarter
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   +      ) AS DOUBLE) / 3.0 AS BIGINT)
--   +  ) AS numbers
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events
--   -      NULL AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   -      NULL AS count_events,
--   -      NULL AS prior_count_events
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_events,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_events
