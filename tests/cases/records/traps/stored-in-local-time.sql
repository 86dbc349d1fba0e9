-- days
--   count(calls) as n by day for 2025-03-29 to 2025-03-31
WITH calls_scan /* count_calls */ AS (
  SELECT
    CAST(calls.called_at AS DATE) AS day,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.called_at >= CAST('2025-03-29 00:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_calls, 0) AS n
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-29' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    calls.called_at >= CAST('2025-03-29 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-29 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-04-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-29' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-03-29', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls

-- a range without a grain
--   count(calls) as n for 2025-10-26
SELECT
  COUNT(*) AS n
FROM calls
WHERE
  calls.called_at >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
  AND calls.called_at < CAST('2025-10-27 00:00:00' AS TIMESTAMP);
-- snowflake:
--   -  calls.called_at >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
--   -  AND calls.called_at < CAST('2025-10-27 00:00:00' AS TIMESTAMP)
--   +  calls.called_at >= TO_TIMESTAMP_NTZ('2025-10-26 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND calls.called_at < TO_TIMESTAMP_NTZ('2025-10-27 00:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- an hour that clocks skip is the next one
--   count(calls) as n by hour for 2025-03-30 limit 4
WITH calls_times /* called_at_utc */ AS (
  SELECT
    calls.called_at,
    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS called_at_utc
  FROM calls
), calls_scan /* count_calls */ AS (
  SELECT
    calls.called_at_utc - (
      calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
    ) AS hour,
    COUNT(*) AS count_calls
  FROM calls_times AS calls
  WHERE
    calls.called_at >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-03-31 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-03-29 23:00:00' AS TIMESTAMP),
        CAST('2025-03-30 21:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.hour AS hour,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_calls
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.count_calls, 0) AS n
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 4;
-- postgres:
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    END * INTERVAL '1 SECOND' AS called_at_utc
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-29 23:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-30 21:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-29 23:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-30 21:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at))
--   +        ) = calls.called_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at)
--   +    ) AS called_at_utc
--   -    calls.called_at_utc - (
--   -      calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc),
--   +        calls.called_at_utc
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc))
--   -    calls.called_at >= CAST('2025-03-30 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-03-31 00:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-03-30 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-03-31 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-03-29 23:00:00' AS TIMESTAMP),
--   -        CAST('2025-03-30 21:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-03-29 23:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 23))
--   +  ) AS numbers
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- of an hour that comes twice it is the first one
--   count(calls) as n by hour for 2025-10-26 having n > 0
WITH calls_times /* called_at_utc */ AS (
  SELECT
    calls.called_at,
    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS called_at_utc
  FROM calls
), calls_scan /* count_calls */ AS (
  SELECT
    calls.called_at_utc - (
      calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
    ) AS hour,
    COUNT(*) AS count_calls
  FROM calls_times AS calls
  WHERE
    calls.called_at >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
    AND calls.called_at < CAST('2025-10-27 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), hours /* every hour */ AS (
  SELECT
    UNNEST(
      GENERATE_SERIES(
        CAST('2025-10-25 22:00:00' AS TIMESTAMP),
        CAST('2025-10-26 22:00:00' AS TIMESTAMP),
        INTERVAL '1' HOUR
      )
    ) AS hour
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.hour AS hour,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_calls
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.count_calls, 0) AS n
FROM answer
WHERE
  COALESCE(answer.count_calls, 0) > 0
ORDER BY
  answer.hour NULLS LAST;
-- postgres:
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    END * INTERVAL '1 SECOND' AS called_at_utc
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -        CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    CAST(series.start AS TIMESTAMP) AS hour
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-10-25 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    CAST(CAST('2025-10-26 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +    INTERVAL '1 HOUR'
--   +  ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at))
--   +        ) = calls.called_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at)
--   +    ) AS called_at_utc
--   -    calls.called_at_utc - (
--   -      calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' - DATE_TRUNC('hour', calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')
--   +    DATEADD(
--   +      SECOND,
--   +      DATEDIFF(
--   +        SECOND,
--   +        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc),
--   +        calls.called_at_utc
--   +      ),
--   +      DATE_TRUNC('hour', CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc))
--   -    calls.called_at >= CAST('2025-10-26 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at < CAST('2025-10-27 00:00:00' AS TIMESTAMP)
--   +    calls.called_at >= TO_TIMESTAMP_NTZ('2025-10-26 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND calls.called_at < TO_TIMESTAMP_NTZ('2025-10-27 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    UNNEST(
--   -      GENERATE_SERIES(
--   -        CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -        CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -        INTERVAL '1' HOUR
--   -      )
--   -    ) AS hour
--   +    DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-10-25 22:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 25))
--   +  ) AS numbers
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- elapsed time is real time
--   max(minutes(calls.called_at, ended_at)) as m by calls.id where calls.id in (1, 2, 3, 5, 6)
SELECT
  calls.id AS id,
  MAX(
    (
      DATE_DIFF(
        'MICROSECOND',
        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
          WHEN (
            calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND,
        calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
          WHEN (
            calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
          THEN -3600
          ELSE 0
        END * INTERVAL '1' SECOND
      ) / 1000000.0
    ) / 60.0
  ) AS m
FROM calls
WHERE
  calls.id IN (1, 2, 3, 5, 6)
GROUP BY
  1
ORDER BY
  calls.id NULLS LAST;
-- postgres:
--   -    (
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      (
--   +        calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   +          WHEN (
--   +            calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   +          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
--   +          THEN -3600
--   +          ELSE 0
--   +        END * INTERVAL '1 SECOND'
--   +      ) - (
--   -            calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +            calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -        END * INTERVAL '1' SECOND,
--   -        calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND
--   -      ) / 1000000.0
--   -    ) / 60.0
--   +        END * INTERVAL '1 SECOND'
--   +      )
--   +    )) AS DOUBLE PRECISION) / 60.0
--   -  calls.id NULLS LAST
--   +  calls.id ASC
-- snowflake:
--   -      DATE_DIFF(
--   -        'MICROSECOND',
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
--   -          THEN -3600
--   -          ELSE 0
--   -        END * INTERVAL '1' SECOND,
--   -        calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -          WHEN (
--   -            calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -          ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
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
--   +              'Europe/Berlin',
--   +              DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at))
--   +            ) = calls.called_at
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at)
--   +        ),
--   +        DATEADD(
--   +          SECOND,
--   +          CASE
--   +            WHEN CONVERT_TIMEZONE(
--   +              'UTC',
--   +              'Europe/Berlin',
--   +              DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at))
--   +            ) = calls.ended_at
--   +            THEN -3600
--   +            ELSE 0
--   +          END,
--   +          CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at)
--   +        )
--   +      ) AS DOUBLE) / 1000000.0

-- who is there during the hours of the night
--   count(calls at end) as e by hour for 2025-10-26 limit 5
WITH hours /* every hour, from `starts` to before `ends` */ AS (
  SELECT
    series.hour,
    CASE
      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
    END AS starts,
    CASE
      WHEN (
        series.hour + INTERVAL '1' HOUR
      ) IS NULL
      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
    END AS ends
  FROM (
    SELECT
      UNNEST(
        GENERATE_SERIES(
          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
          INTERVAL '1' HOUR
        )
      ) AS hour
  ) AS series
), calls_at_end_scan /* count_calls_at_end */ AS (
  SELECT
    hours.hour AS hour,
    COUNT(*) AS count_calls_at_end
  FROM calls
  JOIN hours
    ON calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND < hours.ends
    AND (
      calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
        WHEN (
          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND IS NULL
      OR calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
        WHEN (
          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND >= hours.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.count_calls_at_end) AS count_calls_at_end
  FROM (
    SELECT
      calls_at_end_scan.hour AS hour,
      calls_at_end_scan.count_calls_at_end AS count_calls_at_end
    FROM calls_at_end_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS count_calls_at_end
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.count_calls_at_end, 0) AS e
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 5;
-- postgres:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP)) AS starts,
--   +    LEAST(series.hour + INTERVAL '1 HOUR', CAST('2025-10-26 23:00:00' AS TIMESTAMP)) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      CAST(series.start AS TIMESTAMP) AS hour
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-10-25 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      CAST(CAST('2025-10-26 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      INTERVAL '1 HOUR'
--   +    ) AS series(start)
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND < hours.ends
--   +    END * INTERVAL '1 SECOND' < hours.ends
--   -          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND IS NULL
--   +      END * INTERVAL '1 SECOND' IS NULL
--   -          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND >= hours.ends
--   +      END * INTERVAL '1 SECOND' >= hours.ends
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL) AS count_calls_at_end
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, TO_TIMESTAMP_NTZ('2025-10-25 22:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS starts,
--   +    LEAST(
--   +      DATEADD(HOUR, 1, series.hour),
--   +      TO_TIMESTAMP_NTZ('2025-10-26 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    ) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-10-25 22:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 25))
--   +    ) AS numbers
--   -    ON calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND < hours.ends
--   -    AND (
--   -      calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
--   +    ON DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at))
--   +        ) = calls.called_at
--   -      END * INTERVAL '1' SECOND IS NULL
--   -      OR calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          calls.ended_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.ended_at
--   -        THEN -3600
--   -        ELSE 0
--   -      END * INTERVAL '1' SECOND >= hours.ends
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at)
--   +    ) < hours.ends
--   +    AND (
--   +      DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'Europe/Berlin',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at))
--   +          ) = calls.ended_at
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at)
--   +      ) IS NULL
--   +      OR DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'Europe/Berlin',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at))
--   +          ) = calls.ended_at
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.ended_at)
--   +      ) >= hours.ends
--   -      NULL AS count_calls_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls_at_end
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- snapshots of that night
--   sum(levels.level at end) as level by hour for 2025-10-26 limit 5
WITH hours /* every hour, from `starts` to before `ends` */ AS (
  SELECT
    series.hour,
    CASE
      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
    END AS starts,
    CASE
      WHEN (
        series.hour + INTERVAL '1' HOUR
      ) IS NULL
      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
    END AS ends
  FROM (
    SELECT
      UNNEST(
        GENERATE_SERIES(
          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
          INTERVAL '1' HOUR
        )
      ) AS hour
  ) AS series
), levels_at_end_scan /* sum_level_at_end */ AS (
  SELECT
    hours.hour AS hour,
    SUM(levels.level) AS sum_level_at_end
  FROM (
    SELECT
      levels.*,
      LEAD(levels.taken_at) OVER (PARTITION BY levels.thing ORDER BY levels.taken_at NULLS LAST) AS stands_until
    FROM levels
  ) AS levels
  JOIN hours
    ON levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.taken_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND < hours.ends
    AND (
      levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
        WHEN (
          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.stands_until
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND IS NULL
      OR levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
        WHEN (
          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.stands_until
        THEN -3600
        ELSE 0
      END * INTERVAL '1' SECOND >= hours.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.sum_level_at_end) AS sum_level_at_end
  FROM (
    SELECT
      levels_at_end_scan.hour AS hour,
      levels_at_end_scan.sum_level_at_end AS sum_level_at_end
    FROM levels_at_end_scan
    UNION ALL
    SELECT
      hours.hour AS hour,
      NULL AS sum_level_at_end
    FROM hours
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
  COALESCE(answer.sum_level_at_end, 0) AS level
FROM answer
ORDER BY
  answer.hour NULLS LAST
LIMIT 5;
-- postgres:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP)) AS starts,
--   +    LEAST(series.hour + INTERVAL '1 HOUR', CAST('2025-10-26 23:00:00' AS TIMESTAMP)) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      CAST(series.start AS TIMESTAMP) AS hour
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-10-25 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      CAST(CAST('2025-10-26 22:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      INTERVAL '1 HOUR'
--   +    ) AS series(start)
--   -      LEAD(levels.taken_at) OVER (PARTITION BY levels.thing ORDER BY levels.taken_at NULLS LAST) AS stands_until
--   +      LEAD(levels.taken_at) OVER (PARTITION BY levels.thing ORDER BY levels.taken_at) AS stands_until
--   -        levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND < hours.ends
--   +    END * INTERVAL '1 SECOND' < hours.ends
--   -          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND IS NULL
--   +      END * INTERVAL '1 SECOND' IS NULL
--   -          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -      END * INTERVAL '1' SECOND >= hours.ends
--   +      END * INTERVAL '1 SECOND' >= hours.ends
--   -      NULL AS sum_level_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_level_at_end
--   -  answer.hour NULLS LAST
--   +  answer.hour ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-10-25 22:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-10-25 22:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-10-26 23:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-10-26 23:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, TO_TIMESTAMP_NTZ('2025-10-25 22:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS starts,
--   +    LEAST(
--   +      DATEADD(HOUR, 1, series.hour),
--   +      TO_TIMESTAMP_NTZ('2025-10-26 23:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    ) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-10-25 22:00:00' AS TIMESTAMP),
--   -          CAST('2025-10-26 22:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-10-25 22:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 25))
--   +    ) AS numbers
--   -    ON levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        levels.taken_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.taken_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND < hours.ends
--   -    AND (
--   -      levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.stands_until
--   +    ON DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.taken_at))
--   +        ) = levels.taken_at
--   -      END * INTERVAL '1' SECOND IS NULL
--   -      OR levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -        WHEN (
--   -          levels.stands_until AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -        ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = levels.stands_until
--   -        THEN -3600
--   -        ELSE 0
--   -      END * INTERVAL '1' SECOND >= hours.ends
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.taken_at)
--   +    ) < hours.ends
--   +    AND (
--   +      DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'Europe/Berlin',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.stands_until))
--   +          ) = levels.stands_until
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.stands_until)
--   +      ) IS NULL
--   +      OR DATEADD(
--   +        SECOND,
--   +        CASE
--   +          WHEN CONVERT_TIMEZONE(
--   +            'UTC',
--   +            'Europe/Berlin',
--   +            DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.stands_until))
--   +          ) = levels.stands_until
--   +          THEN -3600
--   +          ELSE 0
--   +        END,
--   +        CONVERT_TIMEZONE('Europe/Berlin', 'UTC', levels.stands_until)
--   +      ) >= hours.ends
--   -      NULL AS sum_level_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_level_at_end
--   -  answer.hour AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS hour,
--   +  CONVERT_TIMEZONE('UTC', 'Europe/Berlin', answer.hour) AS hour,

-- a month before
--   prior(count(calls), 1 month) as before by day for 2025-04-29 to 2025-05-01
WITH calls_times /* called_at_utc */ AS (
  SELECT
    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
      WHEN (
        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
      THEN -3600
      ELSE 0
    END * INTERVAL '1' SECOND AS called_at_utc
  FROM calls
), calls_prior_scan /* prior_count_calls */ AS (
  SELECT
    CAST(calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE) AS day,
    COUNT(*) AS prior_count_calls
  FROM calls_times AS calls
  WHERE
    calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-04-29 00:00:00' AS TIMESTAMP)
    AND calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-05-02 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.prior_count_calls) AS prior_count_calls
  FROM (
    SELECT
      calls_prior_scan.day AS day,
      calls_prior_scan.prior_count_calls AS prior_count_calls
    FROM calls_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS prior_count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.prior_count_calls, 0) AS before
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   +        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600 SECOND'
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    END * INTERVAL '1 SECOND' AS called_at_utc
--   -    CAST(calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE) AS day,
--   +    CAST(calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' AS DATE) AS day,
--   -    calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-04-29 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-05-02 00:00:00' AS TIMESTAMP)
--   +    calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' >= CAST('2025-04-29 00:00:00' AS TIMESTAMP)
--   +    AND calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1 MONTH' < CAST('2025-05-02 00:00:00' AS TIMESTAMP)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-04-29' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS prior_count_calls
--   +      CAST(NULL AS DECIMAL) AS prior_count_calls
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' + CASE
--   -      WHEN (
--   -        calls.called_at AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' - INTERVAL '3600' SECOND
--   -      ) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' = calls.called_at
--   -      THEN -3600
--   -      ELSE 0
--   -    END * INTERVAL '1' SECOND AS called_at_utc
--   +    DATEADD(
--   +      SECOND,
--   +      CASE
--   +        WHEN CONVERT_TIMEZONE(
--   +          'UTC',
--   +          'Europe/Berlin',
--   +          DATEADD(SECOND, -3600, CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at))
--   +        ) = calls.called_at
--   +        THEN -3600
--   +        ELSE 0
--   +      END,
--   +      CONVERT_TIMEZONE('Europe/Berlin', 'UTC', calls.called_at)
--   +    ) AS called_at_utc
--   -    CAST(calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH AS DATE) AS day,
--   +    CAST(DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc)) AS DATE) AS day,
--   -    calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH >= CAST('2025-04-29 00:00:00' AS TIMESTAMP)
--   -    AND calls.called_at_utc AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' + INTERVAL '1' MONTH < CAST('2025-05-02 00:00:00' AS TIMESTAMP)
--   +    DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc)) >= TO_TIMESTAMP_NTZ('2025-04-29 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND DATEADD(MONTH, 1, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', calls.called_at_utc)) < TO_TIMESTAMP_NTZ('2025-05-02 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-04-29', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_calls
